import { dependents, type Role, type Token, tokenAt } from '../document/index.ts';
import type { Attribution } from '../record/index.ts';
import type { Candidate } from './candidate.ts';
import { actorById, type CodingContext } from './coding-context.ts';

/**
 * Ties denials that take a claim up by a noun or pronoun to what they deny: "…, an allegation Beijing denies", "France says X
 * attacked Y. X denies it." The denier's stance joins the claim; what is called an allegation is alleged and not merely said.
 * Source: record.md, "Who says so".
 */
export function tieDenials(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const ties = candidates.flatMap((denial) => tiesOf(context, denial, candidates));
  return candidates.map((candidate) => {
    // ", an allegation Beijing denies" stands beside what the officials said
    if (ties.some(({ denial, isBeside }) => denial === candidate && isBeside)) return { ...candidate, ...IN_OWN_VOICE };
    return ties.filter(({ claim }) => claim === candidate).reduce((tied, tie) => withDenial(tied, tie), candidate);
  });
}

const IN_OWN_VOICE = { attribution: [], attributionSteps: [] };

interface Tie {
  readonly denial: Candidate;
  readonly claim: Candidate;
  readonly denier: string;
  readonly cue: string;
  readonly isAllegation: boolean;
  readonly isBeside: boolean;
}

function tiesOf(context: CodingContext, denial: Candidate, candidates: readonly Candidate[]): Tie[] {
  const { rule, status, predication, actors } = denial;
  if (rule.event.type !== 'STATEMENT' || rule.event.mode !== 'deny' || !denial.isComplete) return [];
  if (status.status !== 'occurred' || predication.roles.some(({ relation }) => relation === 'complement')) return [];
  const object = predication.roles.find(({ relation }) => relation === 'object');
  const summary = summaryBefore(context, denial);
  const taken = summary ?? (object ? takenUp(context, predication.sentence, object) : null);
  if (object && !taken) return [];
  const isAllegation = taken ? kindsOf(context, taken).includes('allegation') : false;
  const claims = actors.flatMap((party) => claimsOn(context, party.actor, denial, candidates));
  return claims.map((claim) => ({
    denial,
    claim,
    denier: actors[0]!.actor,
    cue: predication.span.text,
    isAllegation,
    isBeside: (summary !== null || object?.how === 'relative') && claim.predication.sentence === predication.sentence,
  }));
}

/** "…, an allegation Beijing denies" as the parser may have it: the noun of claiming and the denier both as subjects. */
function summaryBefore(context: CodingContext, { predication }: Candidate): Token | null {
  const tree = context.trees[predication.sentence]!;
  const subjects = dependents(tree, predication.trigger, 'nsubj');
  const first = subjects.length > 1 ? subjects[0]! : null;
  return first && kindsOf(context, first).length > 0 ? first : null;
}

/** The word that stands for the claim: a noun of claiming or a pronoun; null where something else is denied. */
function takenUp(context: CodingContext, sentence: number, { token }: Role): Token | null {
  const word = tokenAt(context.trees[sentence]!, token);
  return word.upos === 'PRON' || kindsOf(context, word).length > 0 ? word : null;
}

function kindsOf({ lexicon }: CodingContext, word: Token): readonly string[] {
  const kinds = word.upos === 'NOUN' ? (lexicon.operators.clause.get(`NOUN ${word.lemma.toLowerCase()}`) ?? []) : [];
  return kinds.filter((kind) => kind === 'allegation' || kind === 'report');
}

/** How many sentences back a denial may take up a claim. */
const REACH = 3;

/** What is told of the denier's side before the denial: in its own sentence, else in the nearest before. Acts of speech are no claims. */
function claimsOn(
  context: CodingContext,
  denier: string,
  { predication }: Candidate,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const side = (id: string) => actorById(context, id)?.country ?? id;
  const about = candidates.filter(
    (candidate) =>
      candidate.rule.present !== 'occurred' &&
      candidate.predication.span.start < predication.span.start &&
      candidate.status.status !== 'negated' &&
      candidate.actors.some((party) => side(party.actor) === side(denier)),
  );
  const here = about.filter((candidate) => candidate.predication.sentence === predication.sentence);
  if (here.length > 0) return here;
  const nearest = Math.max(...about.map((candidate) => candidate.predication.sentence));
  return predication.sentence - nearest > REACH
    ? []
    : about.filter((candidate) => candidate.predication.sentence === nearest);
}

function withDenial(candidate: Candidate, { denier, cue, isAllegation }: Tie): Candidate {
  const others = candidate.attribution
    .filter(({ actor }) => actor !== denier)
    .map(
      (entry): Attribution => (isAllegation && entry.stance === 'asserts' ? { ...entry, stance: 'alleges' } : entry),
    );
  return {
    ...candidate,
    attribution: [...others, { actor: denier, stance: 'denies' }],
    attributionSteps: [...candidate.attributionSteps, `${denier} denies: "${cue}"`],
  };
}
