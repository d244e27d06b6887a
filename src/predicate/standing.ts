import {
  type Aspect,
  caseOf,
  dependent,
  dependents,
  isHeadlinePlan,
  isRelation,
  type Operator,
  type OperatorKind,
  oncePerToken,
  type SyntaxTree,
  type Tense,
  type Token,
  tokenAt,
} from '../document/index.ts';
import type { OperatorWords } from '../lexicon/index.ts';
import type { Status } from '../record/index.ts';
import { applyOperator } from './apply-operator.ts';
import { readVerbForm, type VerbForm } from './verb-form.ts';

/** How a clause or event noun stands to the facts, with everything that was applied to find out, outermost first. */
export interface Standing {
  readonly status: Status;
  readonly isStated: boolean;
  readonly tense: Tense;
  readonly aspect: Aspect;
  readonly operators: readonly Operator[];
  readonly steps: readonly string[];
}

/** A sentence's tree with the words of status: what every step here needs. */
export interface StatusContext {
  readonly tree: SyntaxTree;
  readonly words: OperatorWords;
}

const UNSTATED: Standing = {
  status: 'occurred',
  isStated: false,
  tense: 'none',
  aspect: 'simple',
  operators: [],
  steps: [],
};

/** A clause governs at most this many levels in readable prose; a broken parse cannot recurse further. */
const MAX_DEPTH = 24;

/**
 * Composes the status of a verb or event noun: its own form first, then every operator above it.
 * Source: record.md "Status is composed, never guessed"; FactBank (Saurí and Pustejovsky 2009) for the operator classes.
 */
export function standingOf(context: StatusContext, index: number, depth = 0): Standing {
  return depth > MAX_DEPTH ? UNSTATED : composed(context, index, depth);
}

const composed = oncePerToken((context: StatusContext, index: number, depth: number): Standing => {
  const token = tokenAt(context.tree, index);
  if (!isClause(context.tree, token)) return nounStanding(context, token, depth);
  const standing = clauseStanding(context, token, depth);
  // "it is her first visit" says what kind of visit, not that it goes on
  return token.upos === 'NOUN' && standing.status === 'ongoing' ? { ...standing, isStated: false } : standing;
});

/** Whether a token heads a clause: a verb, or a predicate with a copula. */
export function isClause(tree: SyntaxTree, token: Token): boolean {
  if (token.upos === 'VERB' || token.upos === 'AUX') return true;
  const marks = token.upos === 'ADJ' ? ['cop', 'nsubj', 'aux'] : ['cop'];
  return dependent(tree, token.index, ...marks) !== undefined;
}

function clauseStanding(context: StatusContext, token: Token, depth: number): Standing {
  const own = ownForm(context, token, depth);
  const governed = fromGovernor(context, token, own, depth);
  const conditioned = underCondition(context, token, governed);
  return hedged(context, token, conditioned);
}

/** A coordinated verb without auxiliary or subject of its own shares those of the first ("will meet X and sign Y"). */
function ownForm(context: StatusContext, token: Token, depth: number): VerbForm {
  const { tree, words } = context;
  const own = readVerbForm(tree, token.index, words);
  if (!isRelation(token, 'conj') || depth > MAX_DEPTH) return own;
  const hasOwnMarking =
    dependent(tree, token.index, 'aux', 'cop', 'nsubj', 'mark') !== undefined || own.mood !== 'open';
  const first = tokenAt(tree, token.head);
  if (hasOwnMarking || !isClause(tree, first)) return own;
  const shared = ownForm(context, first, depth + 1);
  return { ...shared, isNegated: shared.isNegated || own.isNegated };
}

function fromGovernor(context: StatusContext, token: Token, form: VerbForm, depth: number): Standing {
  const { tree } = context;
  if (token.head < 0 || isRelation(token, 'root')) return withoutGovernor(context, token, form);
  const governor = tokenAt(tree, token.head);
  if (isRelation(token, 'conj')) return fromFirstConjunct(context, form, governor, depth);
  const kind = clauseOperator(context, token, governor);
  if (kind) {
    const above = standingOf(context, governor.index, depth + 1);
    return applyOperator({ kind, token: governor.index, lemma: governor.lemma }, above, fromForm(form, above));
  }
  if (form.mood !== 'open') return beforeSomething(context, token, fromForm(form, UNSTATED), governor, depth);
  if (isHeadlinePlan(tree, token)) return { ...fromForm({ ...form, mood: 'planned' }, UNSTATED), isStated: true };
  if (isRelation(token, 'acl')) return fromForm({ ...form, mood: 'fact' }, UNSTATED);
  const above = standingOf(context, governor.index, depth + 1);
  return beforeSomething(context, token, fromForm(form, besideParticiple(token, above)), governor, depth);
}

/** A participle beside a clause shares its tense and plans, not its negation ("did not answer, blaming the line"). */
function besideParticiple(token: Token, above: Standing): Standing {
  const isBeside = isRelation(token, 'advcl') && token.feats.VerbForm !== 'Inf' && above.status === 'negated';
  return isBeside ? { ...UNSTATED, tense: above.tense, aspect: above.aspect, isStated: true } : above;
}

/** The first conjunct decides what stands above the others too. */
function fromFirstConjunct(context: StatusContext, form: VerbForm, first: Token, depth: number): Standing {
  if (!isClause(context.tree, first)) return fromForm(form, UNSTATED);
  if (form.mood === 'open') return fromForm(form, standingOf(context, first.index, depth + 1));
  return fromGovernor(context, first, form, depth + 1);
}

function withoutGovernor(context: StatusContext, token: Token, form: VerbForm): Standing {
  const isInfinitive = token.feats.VerbForm === 'Inf' && hasMark(context.tree, token, 'to');
  // headlines: "Xi to visit Moscow" is to come; "Ban adopted by 111 states" has happened
  if (form.mood === 'open' && isInfinitive)
    return { ...fromForm({ ...form, mood: 'planned' }, UNSTATED), isStated: true };
  if (form.mood === 'open') return fromForm({ ...form, mood: 'fact' }, UNSTATED);
  return fromForm(form, UNSTATED);
}

/** The status that a verb's own form gives; an open form takes that of what stands above. */
function fromForm(form: VerbForm, above: Standing): Standing {
  const status = form.mood === 'open' ? above.status : statusOfForm(form);
  const step = form.words.length > 0 ? [`own form: ${form.words.join(' ')}`] : [];
  const base: Standing = {
    status,
    isStated: form.mood !== 'open' || above.isStated,
    tense: form.mood === 'open' ? above.tense : form.tense,
    aspect: form.mood === 'open' ? above.aspect : form.aspect,
    operators: form.mood === 'open' ? above.operators : [],
    steps: [...(form.mood === 'open' ? above.steps : []), ...step],
  };
  return form.isNegated ? negate(base) : base;
}

function statusOfForm(form: VerbForm): Status {
  switch (form.mood) {
    case 'planned':
    case 'conditional':
      return 'planned';
    case 'possible':
      return 'possible';
    case 'fact':
    case 'open':
      return form.tense === 'present' && form.aspect !== 'perfect' ? 'ongoing' : 'occurred';
  }
}

/** Negation turns a fact or plan to its opposite; a negated negation is only possible ("did not refuse"). */
function negate(standing: Standing): Standing {
  const status: Status = standing.status === 'negated' ? 'possible' : 'negated';
  return { ...standing, status, steps: [...standing.steps, `negated: ${status}`] };
}

function clauseOperator(context: StatusContext, token: Token, governor: Token): OperatorKind | undefined {
  const { tree } = context;
  const kinds = clauseKinds(context, governor.index);
  if (isRelation(token, 'ccomp')) return ATTITUDES.find((kind) => kinds.includes(kind)) ?? kinds[0];
  if (isRelation(token, 'xcomp') || isRelation(token, 'csubj')) {
    if (governor.lemma === 'be' && hasMark(tree, token, 'to')) return 'plan';
    return kinds.find((kind) => kind !== 'report' && kind !== 'purpose') ?? kinds[0];
  }
  if (isRelation(token, 'acl') && !isRelation(token, 'acl:relcl')) {
    const isContent = hasMark(tree, token, 'to', 'that', 'of');
    return isContent && governor.upos === 'NOUN' ? kinds[0] : undefined;
  }
  if (isRelation(token, 'advcl')) return adverbialOperator(context, token, kinds);
  return undefined;
}

/** In a that-clause, what somebody thinks or says of it counts before what he means to do. */
const ATTITUDES: readonly OperatorKind[] = ['denial', 'doubt', 'allegation', 'report', 'desire', 'demand'];

function adverbialOperator(
  context: StatusContext,
  token: Token,
  kinds: readonly OperatorKind[],
): OperatorKind | undefined {
  const { tree } = context;
  // "accused X of doing", "blamed X for doing", "barred X from doing"
  if (hasMark(tree, token, 'of', 'for')) return firstOf(kinds, ['allegation', 'denial']);
  if (hasMark(tree, token, 'from')) return firstOf(kinds, ['refusal', 'cancellation']);
  // "warned X against doing" asks for nothing but that; "decided against doing" refuses
  if (hasMark(tree, token, 'against')) return firstOf(kinds, ASKING) ? 'demand' : 'refusal';
  if (hasMark(tree, token, 'without', 'instead', 'than')) return 'refusal';
  if (!hasMark(tree, token, 'to')) return undefined;
  // an infinitive that the parser took for a purpose clause keeps its governor's sense ("is due to visit", "urged X to go")
  return kinds.find((kind) => kind !== 'report' && kind !== 'allegation') ?? 'implicative';
}

const ASKING: readonly OperatorKind[] = ['demand', 'possibility'];

/** Words whose object is what is spoken or thought of. */
const TELLING: readonly OperatorKind[] = ['report', 'allegation', 'denial', 'doubt', 'consideration'];

function firstOf(kinds: readonly OperatorKind[], wanted: readonly OperatorKind[]): OperatorKind | undefined {
  return kinds.find((kind) => wanted.includes(kind));
}

/** Inside "if …" nothing is a fact; beside it a promise or plan is only possible. */
function underCondition(context: StatusContext, token: Token, standing: Standing): Standing {
  const { tree, words } = context;
  const isCondition = (clause: Token) =>
    isRelation(clause, 'advcl') &&
    dependents(tree, clause.index, 'mark').some((mark) => words.modals.conditions.has(mark.form.toLowerCase()));
  const inCondition = isCondition(token);
  const isOpen = standing.status === 'planned' || standing.status === 'ongoing';
  const beside = isOpen ? dependents(tree, token.index, 'advcl').find(isCondition) : undefined;
  if (!inCondition && !beside) return standing;
  const operator: Operator = { kind: 'condition', token: (beside ?? token).index, lemma: 'if' };
  return {
    ...standing,
    status: 'possible',
    operators: [operator, ...standing.operators],
    steps: ['condition: possible', ...standing.steps],
  };
}

/** "before he visits" in a clause to come is itself to come. */
function beforeSomething(
  context: StatusContext,
  token: Token,
  standing: Standing,
  governor: Token,
  depth: number,
): Standing {
  const { tree, words } = context;
  const isTemporal =
    isRelation(token, 'advcl') &&
    dependents(tree, token.index, 'mark', 'advmod').some((mark) => {
      const form = mark.form.toLowerCase();
      return words.modals.before.has(form) || form === 'when' || form === 'once' || form === 'after';
    });
  if (!isTemporal || standing.status !== 'ongoing') return standing;
  const above = standingOf(context, governor.index, depth + 1);
  return above.status === 'planned' ? { ...standing, status: 'planned' } : standing;
}

function hedged(context: StatusContext, token: Token, standing: Standing): Standing {
  const { tree, words } = context;
  const hedge = dependents(tree, token.index, 'advmod').find((adverb) =>
    words.modals.hedges.has(adverb.form.toLowerCase()),
  );
  if (!hedge || standing.status === 'negated') return standing;
  return { ...standing, status: 'possible', steps: [`${hedge.form}: possible`, ...standing.steps] };
}

function nounStanding(context: StatusContext, token: Token, depth: number): Standing {
  const governed = nounGovernor(context, token, depth);
  const modified = goingOn(context, token, nounModifiers(context, token, governed));
  const isNegated = dependents(context.tree, token.index, 'det', 'advmod').some((word) =>
    context.words.modals.negators.has(word.form.toLowerCase()),
  );
  // "held no talks": the verb has already counted the negator of its object
  return isNegated && modified.status !== 'negated' ? { ...negate(modified), isStated: true } : modified;
}

function nounGovernor(context: StatusContext, token: Token, depth: number): Standing {
  const { tree, words } = context;
  if (token.head < 0) return UNSTATED;
  const governor = tokenAt(tree, token.head);
  if (isRelation(token, 'conj') || isRelation(token, 'appos')) return standingOf(context, governor.index, depth + 1);
  const preposition = caseOf(tree, token.index);
  // "is not part of any plan": what counts the noun is itself what the clause says
  if (isCounted(context, token) && isClause(tree, governor)) return standingOf(context, governor.index, depth + 1);
  if (isClause(tree, governor)) {
    const kind = governingOperator(context, token);
    const above = standingOf(context, governor.index, depth + 1);
    // "ended its talks" carries the talks, and says more of them than that
    if (kind !== 'cessation' && isCarried(context, token, governor)) {
      return { ...(isFruitless(context, token, governor) ? undenied(above) : above), isStated: true };
    }
    // "would announce sanctions": what is announced comes with the announcement
    if (kind === 'report' && words.modals.deciding.has(governor.lemma) && isAhead(above)) return above;
    if (kind) return applyOperator({ kind, token: governor.index, lemma: governor.lemma }, above, UNSTATED);
    if (words.carriers.causes.has(preposition) || isTopic(context, token, governor)) return UNSTATED;
    return besideClause(words.noun.get(`ADP ${preposition}`)?.[0], above, governor);
  }
  if (isCounted(context, token)) return nounGovernor(context, governor, depth + 1);
  const kind = words.noun.get(`NOUN ${governor.lemma}`)?.[0];
  const above = standingOf(context, governor.index, depth + 1);
  if (kind && (isRelation(token, 'nmod') || isRelation(token, 'compound'))) {
    return applyOperator({ kind, token: governor.index, lemma: governor.lemma }, UNSTATED, above);
  }
  return UNSTATED;
}

/** "The talks produced no breakthrough": denied is what came of them. */
function isFruitless({ tree, words }: StatusContext, token: Token, verb: Token): boolean {
  return (
    token.deprel === 'nsubj' &&
    dependents(tree, verb.index, 'obj').some((object) =>
      dependents(tree, object.index, 'det').some((word) => words.modals.negators.has(word.form.toLowerCase())),
    )
  );
}

function undenied(standing: Standing): Standing {
  if (standing.status !== 'negated') return standing;
  const status: Status = standing.tense === 'future' ? 'planned' : 'occurred';
  return { ...standing, status, steps: [...standing.steps, `only what came of it is denied: ${status}`] };
}

/** A noun that only stands in a clause takes a plan from it, never a denial, and is not stated by it. */
function besideClause(prepositionKind: OperatorKind | undefined, above: Standing, governor: Token): Standing {
  if (prepositionKind && above.tense !== 'past') {
    return {
      ...applyOperator({ kind: prepositionKind, token: governor.index, lemma: governor.lemma }, UNSTATED, UNSTATED),
      isStated: false,
    };
  }
  const status: Status = above.status === 'planned' ? 'planned' : 'occurred';
  return { ...UNSTATED, status, steps: above.status === 'planned' ? above.steps : [] };
}

/** "a new round of talks": the noun above only counts this one. */
export function isCounted({ tree, words }: StatusContext, token: Token): boolean {
  return (
    isRelation(token, 'nmod') &&
    caseOf(tree, token.index) === 'of' &&
    words.carriers.quantities.has(tokenAt(tree, token.head).lemma.toLowerCase())
  );
}

/** Whether a verb only carries the noun's tense: "held talks", "the visit will take place". */
export function isCarried(context: StatusContext, token: Token, verb: Token): boolean {
  const { tree, words } = context;
  const lemma = lemmaOf(context, verb);
  if (isRelation(token, 'obj') || isRelation(token, 'nsubj:pass')) return words.carriers.object.has(lemma);
  if (isRelation(token, 'nsubj')) return words.carriers.subject.has(lemma);
  return isRelation(token, 'obl') && words.carriers.oblique.has(`${lemma} ${caseOf(tree, token.index)}`);
}

/** What a verb makes of the event noun that it governs: "cancelled the visit", "called for talks", "looks forward to talks". */
export function governingOperator(context: StatusContext, token: Token): OperatorKind | undefined {
  if (token.head < 0) return undefined;
  const governor = tokenAt(context.tree, token.head);
  if (isCounted(context, token)) return governingOperator(context, governor);
  const asked = clauseKinds(context, governor.index);
  const preposition = caseOf(context.tree, token.index);
  if (preposition === 'against' && isRelation(token, 'obl') && firstOf(asked, ASKING)) return 'demand';
  const isObject = isRelation(token, 'obj') || isRelation(token, 'nsubj:pass') || isRelation(token, 'xcomp');
  const isSought = isRelation(token, 'obl') && context.words.carriers.sought.has(preposition);
  if (!isObject && !isSought) return undefined;
  const lemma = lemmaOf(context, governor);
  return context.words.noun.get(`${governor.upos === 'AUX' ? 'VERB' : governor.upos} ${lemma}`)?.[0];
}

function nounModifiers(context: StatusContext, token: Token, standing: Standing): Standing {
  const { tree, words } = context;
  return dependents(tree, token.index, 'amod').reduce((inner, adjective) => {
    const kind =
      words.noun.get(`ADJ ${wholeForm(tree, adjective)}`)?.[0] ?? words.noun.get(`ADJ ${adjective.lemma}`)?.[0];
    if (!kind) return inner;
    return applyOperator({ kind, token: adjective.index, lemma: wholeForm(tree, adjective) }, UNSTATED, inner);
  }, standing);
}

/** "so-called" is three tokens and one word. */
function wholeForm(tree: SyntaxTree, { index, form }: Token): string {
  const isHyphened = index >= 2 && /^[-‐–]$/.test(tokenAt(tree, index - 1).form);
  return `${isHyphened ? `${tokenAt(tree, index - 2).form}-` : ''}${form}`.toLowerCase();
}

/** "the ongoing crackdown" goes on, whatever clause it stands in, unless that clause denies or only plans it. */
function goingOn(context: StatusContext, token: Token, standing: Standing): Standing {
  const adjective = dependents(context.tree, token.index, 'amod').find((word) =>
    context.words.modals.ongoing.has(word.form.toLowerCase()),
  );
  if (!adjective || standing.status !== 'occurred') return standing;
  const { form } = adjective;
  return {
    ...standing,
    status: 'ongoing',
    isStated: true,
    aspect: 'progressive',
    steps: [`${form}: ongoing`, ...standing.steps],
  };
}

/** A verb's lemma with its particle: "call off". */
export function lemmaOf(context: StatusContext, token: Token): string {
  return wholeLemma(context, token.index);
}

/** What a word makes of the clauses that it governs. */
export const clauseKinds = oncePerToken(
  (context: StatusContext, index: number): readonly OperatorKind[] =>
    context.words.clause.get(`${tokenAt(context.tree, index).upos} ${wholeLemma(context, index)}`) ?? NOTHING,
);

/** What a word makes of the nouns that it governs. */
export const nounKinds = oncePerToken(
  (context: StatusContext, index: number): readonly OperatorKind[] =>
    context.words.noun.get(`${tokenAt(context.tree, index).upos} ${wholeLemma(context, index)}`) ?? NOTHING,
);

const NOTHING: readonly OperatorKind[] = [];

const wholeLemma = oncePerToken(({ tree, words }: StatusContext, index: number): string => {
  const token = tokenAt(tree, index);
  const particle =
    dependent(tree, token.index, 'compound:prt') ??
    dependents(tree, token.index, 'advmod').find(
      (word) => words.modals.particles.has(word.form) && word.index === token.index + 1,
    );
  return particle ? `${token.lemma} ${particle.form.toLowerCase()}` : token.lemma;
});

function hasMark(tree: SyntaxTree, token: Token, ...forms: readonly string[]): boolean {
  return dependents(tree, token.index, 'mark', 'case').some((mark) => forms.includes(mark.form.toLowerCase()));
}

/** "will discuss the Russian attack": what is spoken or thought of, and known to both, has happened whenever it is spoken of. */
function isTopic(context: StatusContext, token: Token, verb: Token): boolean {
  const isKnown =
    dependent(context.tree, token.index, 'nmod:poss') !== undefined ||
    dependents(context.tree, token.index, 'det').some(({ feats }) => feats.Definite === 'Def');
  return isKnown && isRelation(token, 'obj') && firstOf(clauseKinds(context, verb.index), TELLING) !== undefined;
}

/** Whether what a clause says is still to come, or only possible. */
function isAhead({ status }: Standing): boolean {
  return status === 'planned' || status === 'possible';
}
