import { dependents, isRelation, subtreeOf, tokenAt } from '../document/index.ts';
import type { Candidate } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import { isNameless } from './party.ts';
import { dropAsked, dropDealings, dropHistory, dropLonely, dropMadeUp, dropSilenced } from './silence.ts';
import { dropOffTopic } from './topic.ts';

/** A filter over all candidates of a report; each says why it stands where it does. */
type Selection = (context: CodingContext, candidates: readonly Candidate[]) => readonly Candidate[];

const SELECTIONS: readonly Selection[] = [
  // first what is no diplomacy at all, so that nothing below leans on it
  dropSilenced,
  dropLonely,
  dropDealings,
  dropMadeUp,
  dropAsked,
  dropHistory,
  dropOffTopic,
  // "lodged a protest", "took aim": the verb with its noun is one act; the rule that asks for both knows best
  dropCarriedTwice,
  // "urged X to do Y": Y needs two parties of its own
  dropWishesOfOne,
  // "works to strengthen ties"
  dropAims,
  // "the leaders he meets"
  dropGeneric,
  // "pledged to help": the pledge is the event; before yielding, so that an absorbed act cannot make anything yield
  absorbComplements,
  // "agreed to meet": the meeting is the event
  yieldToComplements,
];

/** What remains of the candidates after the codebook's rules about acts inside acts. Source: coding.md, "Close calls". */
export function selectCandidates(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return SELECTIONS.reduce((kept, select) => select(context, kept), candidates);
}

function dropCarriedTwice(_context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const isTaken = (noun: Candidate) =>
    noun.predication.carrier !== null &&
    candidates.some(
      (verb) =>
        verb.isComplete &&
        verb.predication.sentence === noun.predication.sentence &&
        verb.predication.trigger === noun.predication.carrier &&
        (verb.rule.where.heads?.object !== undefined || verb.rule.trigger.phrase !== undefined),
    );
  return candidates.filter((candidate) => !isTaken(candidate));
}

function dropWishesOfOne(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter((candidate) => {
    const isWished = candidate.predication.operators.some(
      (operator) => operator.kind === 'demand' || operator.kind === 'desire',
    );
    if (!isWished || candidate.status.status !== 'possible') return true;
    if (isAskedNotToBe(context, candidate)) return false;
    return candidate.actors.length + candidate.recipients.length >= 2;
  });
}

/** Leaves out good words, work together and blame that somebody only works towards, or that are only possible and meant for nobody named. */
function dropAims(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ rule, status, predication, actors, recipients }) => {
    if (status.status !== 'possible' || predication.kind === 'noun' || !hasTrait(context, rule, 'aim')) return true;
    const isAimedAt = predication.operators.some(({ kind }) => AIMING.has(kind));
    return !isAimedAt && actors.length > 0 && recipients.length > 0;
  });
}

const AIMING = new Set(['attempt', 'possibility', 'desire']);

/** Leaves out what a relative clause in the plain present says of people without a name: a trait of theirs, no happening. */
function dropGeneric(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ predication, actors, status }) => {
    if (predication.kind !== 'verb' || status.status !== 'ongoing' || predication.aspect !== 'simple') return true;
    const verb = tokenAt(context.trees[predication.sentence]!, predication.trigger);
    if (!isRelation(verb, 'acl:relcl') || verb.feats.VerbForm !== 'Fin') return true;
    const doers = predication.roles.filter(({ relation }) => relation === 'subject').map(({ token }) => token);
    return actors.some(
      ({ actor, via, token }) => via === 'direct' && doers.includes(token) && !isNameless(context, actor),
    );
  });
}

/** "urged China not to arm Russia", "warned against sending arms": asked is only that it be left undone, which says of it nothing. */
function isAskedNotToBe(context: CodingContext, { predication }: Candidate): boolean {
  const tree = context.trees[predication.sentence]!;
  const { negators } = context.lexicon.operators.modals;
  return [predication.trigger, ...(predication.carrier === null ? [] : [predication.carrier])].some(
    (word) =>
      dependents(tree, word, 'advmod').some((token) => negators.has(token.form.toLowerCase())) ||
      dependents(tree, word, 'mark', 'case').some((token) => token.form.toLowerCase() === 'against'),
  );
}

function absorbComplements(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const absorbed = new Set(
    candidates
      .filter((candidate) => candidate.rule.complement === 'absorbs' && candidate.isComplete)
      .flatMap((candidate) => governedBy(context, candidate, candidates)),
  );
  return candidates.filter((candidate) => !absorbed.has(candidate));
}

function yieldToComplements(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(
    (candidate) =>
      candidate.rule.complement !== 'yields' ||
      !governedBy(context, candidate, candidates).some((inner) => inner.isComplete),
  );
}

/** Candidates whose trigger stands inside what another one's trigger governs: its complements and objects. */
function governedBy(context: CodingContext, outer: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  const { predication } = outer;
  const tree = context.trees[predication.sentence]!;
  const inside = new Set(
    predication.roles
      .filter((role) => GOVERNED.has(role.relation) && tokenAt(tree, role.token).head >= 0)
      .flatMap((role) => subtreeOf(tree, role.token)),
  );
  return candidates.filter(
    (candidate) =>
      candidate !== outer &&
      candidate.predication.sentence === predication.sentence &&
      candidate.predication.trigger !== predication.trigger &&
      inside.has(candidate.predication.trigger),
  );
}

const GOVERNED = new Set(['complement', 'object', 'to', 'on', 'for', 'that', 'of']);
