import type { Predication } from '../document/index.ts';
import { actorById, type CodingContext, mentionsHeadedBy } from './coding-context.ts';
import { matchRules } from './match-rules.ts';
import { partiesAt } from './parties-at.ts';
import type { Party } from './party.ts';

/** A predication between two known actors that no rule takes. */
export interface Uncovered {
  readonly predication: Predication;
  /** The roles that hold parties, in the order of the sentence: "subject with". */
  readonly construction: string;
  /** A rule that names the trigger, but finds a condition unmet or a party missing; null when no rule knows the word. */
  readonly nearest: string | null;
}

/** Contents of speech, places in time, holders and orderers are no parties of what governs them. */
const NO_PARTY = new Set(['complement', 'infinitive', 'time', 'holder', 'orderer']);
/** How deep inside a phrase a party may stand: "criticised Russia's conduct". */
const DEPTH = 1;

/** Every predication that joins actors of two sides and that no rule of the lexicon makes an event of. */
export function findUncovered(context: CodingContext, predications: readonly Predication[]): readonly Uncovered[] {
  const codings = predications.map((predication) => ({ predication, coding: matchRules(context, predication) }));
  const covered = new Set<string>();
  for (const { predication, coding } of codings) {
    if (!coding?.isComplete) continue;
    covered.add(wordKey(predication.sentence, predication.trigger));
    if (predication.carrier !== null) covered.add(wordKey(predication.sentence, predication.carrier));
  }
  return codings.flatMap(({ predication, coding }) => {
    // "signed a deal with", "held talks with": verb and noun are one predicate, covered by either
    const words = [predication.trigger, ...(predication.carrier === null ? [] : [predication.carrier])];
    if (words.some((word) => covered.has(wordKey(predication.sentence, word)))) return [];
    // "Israel's ambassador to the UN" is somebody, and nothing that happens
    if (mentionsHeadedBy(context, predication.sentence, predication.trigger).length > 0) return [];
    const parties = partiesAround(context, predication);
    if (new Set(parties.map(({ party }) => sideOf(context, party))).size < 2) return [];
    const construction = [...new Set(parties.map(({ relation }) => relation))].join(' ');
    return [{ predication, construction, nearest: coding?.rule.id ?? null }];
  });
}

function partiesAround(context: CodingContext, predication: Predication) {
  const { inside } = context.lexicon.words;
  const roles = predication.roles.filter(({ relation, token }) => !NO_PARTY.has(relation) && token >= 0);
  return [...roles]
    .sort((a, b) => a.token - b.token)
    .flatMap(({ relation, token }) =>
      partiesAt(context, predication.sentence, token, inside, DEPTH).map((party) => ({ relation, party })),
    );
}

/** A person and his state are one side. */
function sideOf(context: CodingContext, party: Party): string {
  return actorById(context, party.actor)?.country ?? party.actor;
}

function wordKey(sentence: number, token: number): string {
  return `${sentence}:${token}`;
}
