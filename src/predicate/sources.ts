import {
  ancestorsOf,
  caseOf,
  dependent,
  dependents,
  isRelation,
  namesAccount,
  type OperatorKind,
  oncePerToken,
  type Source,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import type { Stance } from '../record/index.ts';
import { clauseKinds, lemmaOf, nounKinds, type StatusContext } from './standing.ts';

/**
 * On whose word a happening stands, from the outermost speaker inwards: every saying, claiming, denying or doubting word
 * that governs it, "according to X", and speech that stands beside it (", X said").
 */
export const sourcesOf = oncePerToken((context: StatusContext, trigger: number): readonly Source[] => {
  const { tree } = context;
  const path = withinOwnClaim(context, [tokenAt(tree, trigger), ...ancestorsOf(tree, trigger)]);
  const found = path.flatMap((token, level) => [
    ...fromAside(context, token, path),
    ...fromGovernor(context, token, path[level + 1]),
    ...fromTelling(context, token, path[level + 1], level === 0),
  ]);
  return found.reverse();
});

/** "…, an allegation Beijing denies" takes up what stands before it and is no part of it: nobody above vouches for the denial. */
function withinOwnClaim(context: StatusContext, path: readonly Token[]): readonly Token[] {
  const end = path.findIndex(
    (token, level) => isRelation(token, 'acl:relcl') && isSummative(context, path[level + 1] as Token),
  );
  return end < 0 ? path : path.slice(0, end + 1);
}

/** A noun of claiming that sums up what was said: it follows a comma. */
function isSummative({ tree, words }: StatusContext, noun: Token): boolean {
  const kinds = words.clause.get(`${noun.upos} ${noun.lemma}`) ?? [];
  if (noun.upos !== 'NOUN' || !kinds.some((kind) => kind === 'allegation' || kind === 'report')) return false;
  const first = dependents(tree, noun.index, 'det', 'amod')[0]?.index ?? noun.index;
  return first > 0 && tokenAt(tree, first - 1).form === ',';
}

/**
 * "…, X said" and "according to X" hang below the clause that they vouch for, and "X accuses Y of …; Y denies it" beside it: what
 * is denied is what X says, not that he says it.
 */
function fromAside(context: StatusContext, token: Token, path: readonly Token[]): Source[] {
  const { tree } = context;
  const isSaid = token !== path[0] || !stanceOf(context, token, ['report', 'allegation', 'denial']);
  const asides = dependents(tree, token.index, 'parataxis').flatMap((aside) => {
    const stance = stanceOf(context, aside, ['report', 'allegation', 'denial']);
    const speaker = subjectOf(tree, aside.index);
    if (!stance || speaker === null || hasClause(tree, aside) || path.includes(aside)) return [];
    return isSaid || stance !== 'denies' ? [{ token: speaker, stance, cue: aside.index }] : [];
  });
  const accounts = dependents(tree, token.index, 'obl', 'nmod')
    .filter((phrase) => namesAccount(tree, phrase.index))
    .map((phrase): Source => ({ token: phrase.index, stance: 'asserts', cue: phrase.index }));
  return [...asides, ...accounts];
}

function hasClause(tree: SyntaxTree, token: Token): boolean {
  return dependent(tree, token.index, 'ccomp') !== undefined;
}

function fromGovernor(context: StatusContext, token: Token, governor: Token | undefined): Source[] {
  if (!governor) return [];
  const { tree } = context;
  const isContent = isRelation(token, 'ccomp') || isAccusedAct(context, token, governor) || isNounContent(tree, token);
  const isNamed = isRelation(token, 'obj') || isRelation(token, 'nsubj:pass');
  if (!isContent && !isNamed && !isRelation(token, 'xcomp')) return [];
  const wanted: readonly OperatorKind[] = isContent
    ? ['denial', 'doubt', 'allegation', 'report']
    : isNamed
      ? ['denial', 'doubt']
      : ['allegation', 'denial'];
  const stance = stanceOf(context, governor, wanted);
  if (!stance) return [];
  const speaker = speakerOf(tree, governor);
  const own: Source[] = speaker === null ? [] : [{ token: speaker, stance, cue: governor.index }];
  return governor.upos === 'NOUN'
    ? [...own, ...fromVerbOfClaim(context, token, governor, stance, speaker === null)]
    : own;
}

/** "raised concerns about the bombing", "announced Xi's visit": whoever tells of it vouches for it. One's own act ("stressed support") is none that he tells. */
function fromTelling(context: StatusContext, token: Token, verb: Token | undefined, isTrigger: boolean): Source[] {
  const { tree, words } = context;
  if (verb?.upos !== 'VERB' || token.upos !== 'NOUN') return [];
  if (!isRelation(token, 'obj') && !isRelation(token, 'nsubj:pass')) return [];
  const isConcern = words.modals.concerns.has(token.lemma) && words.modals.voicing.has(verb.lemma) && !isTrigger;
  const hasDoer = dependents(tree, token.index, 'nmod').some(
    (doer) => doer.deprel === 'nmod:poss' || /^(?:by|of)$/.test(caseOf(tree, doer.index)),
  );
  if (!isConcern && !(words.modals.telling.has(verb.lemma) && hasDoer)) return [];
  const speaker = subjectOf(tree, verb.index);
  return speaker === null ? [] : [{ token: speaker, stance: 'asserts', cue: verb.index }];
}

/** "rejected the claim that …", "called the charge that … baseless": the verb's subject denies; "voiced concern that …": he alleges. */
function fromVerbOfClaim(
  context: StatusContext,
  content: Token,
  claim: Token,
  stance: Stance,
  isUnowned: boolean,
): Source[] {
  const { tree, words } = context;
  if (claim.head < 0 || !['obj', 'nsubj:pass', 'nsubj'].some((relation) => isRelation(claim, relation))) return [];
  const verb = tokenAt(tree, claim.head);
  const judged = isRelation(verb, 'xcomp') && verb.head >= 0 ? tokenAt(tree, verb.head) : verb;
  // "claims that … are false, X said": whoever says so
  const isJudged = isRelation(claim, 'nsubj') && claim.head === verb.index && dependent(tree, verb.index, 'cop');
  const speaker = isJudged ? (sourcesOf(context, verb.index).at(-1)?.token ?? null) : subjectOf(tree, judged.index);
  if (speaker === null || speaker === claim.index) return [];
  // the parser may hang the judgement on the claim's own verb
  const judgements = [verb, content].flatMap((token) => dependents(tree, token.index, 'xcomp', 'obl', 'amod'));
  const isFalse = [verb, ...judgements].some((token) => words.modals.falsehoods.has(token.lemma.toLowerCase()));
  if (isFalse || words.modals.disclaimers.has(lemmaOf(context, verb))) {
    return [{ token: speaker, stance: 'denies', cue: verb.index }];
  }
  return isUnowned && words.modals.voicing.has(verb.lemma) ? [{ token: speaker, stance, cue: claim.index }] : [];
}

/** "accused X of arming rebels": the act is a clause or noun marked by "of" or "for". */
function isAccusedAct(context: StatusContext, token: Token, governor: Token): boolean {
  const { tree } = context;
  if (governor.upos !== 'VERB') return false;
  const marks = dependents(tree, token.index, 'mark', 'case').map((mark) => mark.form.toLowerCase());
  if (!marks.includes('of') && !marks.includes('for')) return false;
  return (
    (isRelation(token, 'advcl') || isRelation(token, 'obl')) && stanceOf(context, governor, ['allegation']) !== null
  );
}

/** "the claim that …", "allegations of …". */
function isNounContent(tree: SyntaxTree, token: Token): boolean {
  if (isRelation(token, 'acl') && !isRelation(token, 'acl:relcl')) return true;
  return isRelation(token, 'nmod') && caseOf(tree, token.index) === 'of';
}

function stanceOf(context: StatusContext, cue: Token, wanted: readonly OperatorKind[]): Stance | null {
  const [clause, noun] = [clauseKinds(context, cue.index), nounKinds(context, cue.index)];
  if (clause.length + noun.length === 0) return null;
  const kind = wanted.find((candidate) => clause.includes(candidate) || noun.includes(candidate));
  return kind ? (STANCES[kind] ?? null) : null;
}

const STANCES: Partial<Record<OperatorKind, Stance>> = {
  report: 'asserts',
  allegation: 'alleges',
  denial: 'denies',
  doubt: 'doubts',
};

function speakerOf(tree: SyntaxTree, cue: Token): number | null {
  if (cue.upos === 'NOUN') {
    const owner =
      dependent(tree, cue.index, 'nmod:poss', 'amod') ??
      dependents(tree, cue.index, 'nmod').find((phrase) => /^(by|from)$/.test(caseOf(tree, phrase.index)));
    return owner?.index ?? null;
  }
  return subjectOf(tree, cue.index);
}

/** The deep subject of a verb, looking through control and coordination; null when there is none. */
export function subjectOf(tree: SyntaxTree, index: number, depth = 0): number | null {
  const agent = dependent(tree, index, 'obl:agent');
  if (agent) return agent.index;
  const subject = dependents(tree, index, 'nsubj').find((token) => token.deprel !== 'nsubj:pass');
  if (subject) return subject.index;
  const token = tokenAt(tree, index);
  const inherits = ['xcomp', 'conj', 'advcl'].some((relation) => isRelation(token, relation));
  if (!inherits || token.head < 0 || depth > 12 || dependent(tree, index, 'nsubj:pass')) return null;
  return subjectOf(tree, token.head, depth + 1);
}
