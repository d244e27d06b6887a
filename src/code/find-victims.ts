import {
  ancestorsOf,
  dependents,
  isMarkedBy,
  isRelation,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import type { Candidate } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import { partiesAt } from './parties-at.ts';
import { distinctParties, isOnSideOf, type Party } from './party.ts';

/** The quad class of deeds of force and of measures. */
const MATERIAL_CONFLICT = 4;

/**
 * Finds the other side of a deed that somebody is helped, backed or defended against: "stands with the Philippines in the face of
 * Chinese coercion" is coercion of the Philippines, "so that Ukraine can defend itself against the invasion" an invasion of Ukraine.
 */
export function findVictims(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { rule, actors, recipients } = candidate;
    if (context.lexicon.codes[rule.event.type]?.quad !== MATERIAL_CONFLICT) return candidate;
    if (actors.length === 0 || recipients.length > 0 || hasTrait(context, rule, 'demanding')) return candidate;
    const victims = victimsOf(context, candidates, candidate).filter(
      ({ actor }) => !isOnSideOf(context, actor, actors),
    );
    if (victims.length === 0) return candidate;
    const told = distinctParties(victims).map((party): Party => ({ ...party, relation: 'victim', how: 'shared' }));
    return { ...candidate, recipients: told, isComplete: true };
  });
}

function victimsOf(
  context: CodingContext,
  candidates: readonly Candidate[],
  { predication: { sentence, trigger, kind } }: Candidate,
): readonly Party[] {
  if (kind !== 'noun') return [];
  const tree = context.trees[sentence]!;
  for (const above of facedBy(context, tree, trigger)) {
    const helped = candidates.find(
      ({ predication, rule }) =>
        predication.sentence === sentence &&
        [predication.trigger, predication.carrier].includes(above.index) &&
        isHelp(context, rule.event.type),
    );
    if (helped && helped.recipients.length > 0) return helped.recipients;
    if (context.lexicon.words.shielding.has(above.lemma.toLowerCase())) return shielded(context, tree, above.index);
  }
  return [];
}

const HELPING = new Set([1, 2]);

function isHelp({ lexicon }: CodingContext, type: string): boolean {
  return HELPING.has(lexicon.codes[type]?.quad ?? 0);
}

/** Whom somebody guards; who guards himself or a thing of his own. */
function shielded(context: CodingContext, tree: SyntaxTree, verb: number): readonly Party[] {
  const at = (...relations: readonly string[]) =>
    dependents(tree, verb, ...relations).flatMap((token) =>
      partiesAt(context, tree.sentence.index, token.index, OWNERS, 1),
    );
  const guarded = at('obj', 'nsubj:pass');
  return guarded.length > 0 ? guarded : at('nsubj');
}

const OWNERS = ['poss', 'of'];

/** The words above a phrase that says against what or in the face of what something is done, up to the first verb. */
function facedBy({ lexicon }: CodingContext, tree: SyntaxTree, deed: number): readonly Token[] {
  const first = [tokenAt(tree, deed), ...ancestorsOf(tree, deed)].find((token) => !isRelation(token, 'conj'))!;
  if (!isMarkedBy(tree, first.index, lexicon.words.facing)) return [];
  const above = ancestorsOf(tree, first.index);
  const end = above.findIndex(({ upos }) => upos === 'VERB');
  return end < 0 ? above : above.slice(0, end + 1);
}
