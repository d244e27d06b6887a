import {
  caseOf,
  dependents,
  growTree,
  isRelation,
  type OperatorKind,
  type Predication,
  type ResolvedReport,
  type Role,
  type Sentence,
  type TimeMention,
  type Token,
  tokenAt,
} from '../document/index.ts';
import type { OperatorWords } from '../lexicon/index.ts';
import { isPassive, nounRoles, verbRoles } from './roles.ts';
import { sourcesOf } from './sources.ts';
import {
  governingOperator,
  isCarried,
  isClause,
  isCounted,
  lemmaOf,
  type StatusContext,
  standingOf,
} from './standing.ts';

/** What the predication layer needs of the lexicon: the operators, and which nouns name happenings. */
export interface PredicateWords {
  readonly operators: OperatorWords;
  readonly eventNouns: ReadonlySet<string>;
}

/** Every verb, event noun and light-verb phrase of a report in its normal form, in text order. */
export function predicate(report: ResolvedReport, words: PredicateWords): readonly Predication[] {
  return report.sentences.flatMap((sentence) => predicateSentence(report, sentence, words));
}

/** The predications of one sentence. */
function predicateSentence(
  { report, times }: ResolvedReport,
  sentence: Sentence,
  words: PredicateWords,
): readonly Predication[] {
  const context: StatusContext = { tree: growTree(sentence), words: words.operators };
  const mine = times.filter((time) => time.sentence === sentence.index && time.type !== 'DURATION');
  return sentence.tokens.flatMap((token) => {
    if (isPresence(context, token)) return [presenceForm(report.text, context, token, mine)];
    if (isObligation(context, token)) return [obligationForm(report.text, context, token)];
    // "March" in "in March 2003" is no march
    const isDate = token.upos !== 'VERB' && mine.some((time) => time.first <= token.index && token.index <= time.last);
    const lemma = isDate ? null : triggerLemma(context, token, words);
    if (lemma === null) return [];
    const form = normalForm(report.text, context, token, lemma);
    return [{ ...form, roles: form.roles.map((role) => asTime(throughPronoun(context, token, role, words), mine)) }];
  });
}

/** "on Sunday" says when, not on what. */
function asTime(role: Role, times: readonly TimeMention[]): Role {
  const isTime = times.some((time) => time.first <= role.token && role.token <= time.last);
  return isTime && role.relation !== 'subject' && role.relation !== 'object' ? { ...role, relation: 'time' } : role;
}

/** "Imposed sanctions on Mali but lifted them": a pronoun that takes up the happening which the clause before has for its object. */
function throughPronoun({ tree }: StatusContext, verb: Token, role: Role, { eventNouns }: PredicateWords): Role {
  const pronoun = tokenAt(tree, role.token);
  if (role.relation !== 'object' || pronoun.upos !== 'PRON' || !isRelation(verb, 'conj')) return role;
  const before = dependents(tree, verb.head, 'obj', 'nsubj:pass').find(
    ({ index, feats }) => eventNouns.has(tree.lemmas[index]!) && feats.Number === pronoun.feats.Number,
  );
  return before && pronoun.feats.Person === '3' ? { ...role, token: before.index, how: 'shared' } : role;
}

/**
 * "Modi is in Washington for talks", "our hearts are with the people of Nepal",
 * "Iran was behind the attack": being somewhere, with the copula for its verb.
 */
function isPresence({ tree }: StatusContext, token: Token): boolean {
  if (!isRelation(token, 'cop') || dependents(tree, token.head, 'nsubj').length === 0) return false;
  const relation = caseOf(tree, token.head);
  const { upos } = tokenAt(tree, token.head);
  if (relation === 'behind') return true;
  return upos === 'PROPN' ? relation !== '' : upos === 'NOUN' && relation === 'with';
}

function presenceForm(text: string, context: StatusContext, copula: Token, times: readonly TimeMention[]): Predication {
  const place = tokenAt(context.tree, copula.head);
  const relation = caseOf(context.tree, place.index);
  const roles: readonly Role[] = [...verbRoles(context, place.index), { relation, token: place.index, how: 'own' }];
  const form = normalForm(text, context, place, `be ${relation}`);
  // "is due in Kigali": the parser takes the adjective for a preposition
  const isDue =
    context.words.clause.get(`ADJ ${relation.split(' ')[0]}`)?.includes('plan') && form.status === 'ongoing';
  return {
    ...form,
    ...(isDue ? { status: 'planned' as const, isStatusStated: true } : {}),
    trigger: copula.index,
    span: { start: copula.start, end: copula.end, text: text.slice(copula.start, copula.end) },
    kind: 'verb',
    carrier: place.index,
    carrierLemma: null,
    roles: roles.map((role) => asTime(role, times)),
  };
}

function isObligation(context: StatusContext, token: Token): boolean {
  return isRelation(token, 'aux') && token.head >= 0 && context.words.modals.obligation.has(token.form.toLowerCase());
}

/** "X said that Y must do Z": the modal is a demand of the speaker to whoever must. It is a fact, whatever becomes of Z. */
function obligationForm(text: string, context: StatusContext, token: Token): Predication {
  const { tree } = context;
  const verb = token.head;
  const sources = sourcesOf(context, verb);
  const speaker = sources.at(-1)?.token ?? null;
  const asked = verbRoles(context, verb).filter((role) => role.relation === 'subject');
  return {
    sentence: tree.sentence.index,
    trigger: token.index,
    span: { start: token.start, end: token.end, text: text.slice(token.start, token.end) },
    lemma: token.form.toLowerCase(),
    kind: 'verb',
    carrier: null,
    carrierLemma: null,
    roles: [
      ...(speaker === null ? [] : [{ relation: 'speaker', token: speaker, how: 'own' as const }]),
      ...asked.map((role) => ({ ...role, relation: 'object' })),
      { relation: 'complement', token: verb, how: 'own' },
    ],
    status: 'occurred',
    isStatusStated: true,
    tense: 'present',
    aspect: 'simple',
    operators: [],
    sources: [],
    steps: [`"${token.form}" said of another side asks it to act`],
  };
}

/** Event nouns may be compounds ("phone call", "peace talks"): the longest listed one that ends in the token counts. */
function triggerLemma(context: StatusContext, token: Token, words: PredicateWords): string | null {
  const { tree } = context;
  if (token.upos === 'VERB') return lemmaOf(context, token);
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.upos !== 'ADJ') return null;
  const lemma = tree.lemmas[token.index]!;
  for (const { index } of dependents(tree, token.index, 'compound', 'amod')) {
    const compound = `${tree.lemmas[index]} ${lemma}`;
    if (words.eventNouns.has(compound)) return compound;
  }
  if (token.upos === 'ADJ') return isClause(tree, token) || isRelation(token, 'xcomp') ? lemma : null;
  return words.eventNouns.has(lemma) ? lemma : null;
}

function normalForm(text: string, context: StatusContext, token: Token, lemma: string): Predication {
  const { tree } = context;
  const standing = standingOf(context, token.index);
  const carrier = token.upos === 'VERB' ? null : carrierOf(context, token);
  return {
    sentence: tree.sentence.index,
    trigger: token.index,
    span: { start: token.start, end: token.end, text: text.slice(token.start, token.end) },
    lemma,
    kind: token.upos === 'VERB' || token.upos === 'ADJ' ? 'verb' : carrier ? 'light-verb' : 'noun',
    carrier: carrier?.index ?? null,
    carrierLemma: carrier ? lemmaOf(context, carrier) : null,
    roles: rolesOf(context, token, carrier),
    status: standing.status,
    isStatusStated: standing.isStated,
    tense: standing.tense,
    aspect: standing.aspect,
    operators: standing.operators,
    sources: sourcesOf(context, token.index),
    steps: standing.steps,
  };
}

function carrierOf(context: StatusContext, token: Token): Token | null {
  if (token.head < 0) return null;
  const governor = tokenAt(context.tree, token.head);
  if (isRelation(token, 'conj') && !isClause(context.tree, governor)) return carrierOf(context, governor);
  if (isCounted(context, token)) return carrierOf(context, governor);
  return isClause(context.tree, governor) && isCarried(context, token, governor) ? governor : null;
}

/** An event noun has its own roles and, when a verb carries it, that verb's. */
function rolesOf(context: StatusContext, token: Token, carrier: Token | null): readonly Role[] {
  if (token.upos === 'VERB' || token.upos === 'ADJ')
    return [...verbRoles(context, token.index), ...announcerRole(context, token)];
  const own = nounRoles(context, token.index);
  if (!carrier) return [...own, ...impliedSubject(context, token, own)];
  const carried = verbRoles(context, carrier.index).filter((role) => role.token !== token.index);
  return [...own, ...carried.filter((role) => !own.some((other) => other.token === role.token))];
}

/** What one plans, seeks, begins or shuns is a deed of one's own; what one demands, tells or denies may be another's. */
const OWN_DEEDS: ReadonlySet<OperatorKind> = new Set([
  'plan',
  'possibility',
  'desire',
  'attempt',
  'consideration',
  'refusal',
  'cancellation',
  'postponement',
  'phase',
]);

/**
 * "After talks with Rice, he signed …", "he seeks talks with Rice": without a doer of its own, a happening beside a clause,
 * or under a verb that plans, seeks or refuses it, is its subject's too.
 */
function impliedSubject(context: StatusContext, token: Token, own: readonly Role[]): readonly Role[] {
  const { tree } = context;
  const hasDoer = own.some(({ relation }) => relation === 'poss' || relation === 'by' || relation === 'between');
  if (hasDoer || token.head < 0) return [];
  const isBeside = isRelation(token, 'obl') && context.words.carriers.beside.has(caseOf(tree, token.index));
  const kind = governingOperator(context, token);
  if (!isBeside && !(kind && OWN_DEEDS.has(kind)) && !isDecided(context, token)) return [];
  const subjects = verbRoles(context, token.head).filter((role) => role.relation === 'subject');
  return subjects.map((role) => ({ ...role, how: isBeside ? ('beside' as const) : ('shared' as const) }));
}

/** "Russia announced the expulsion of two diplomats": what one announces or orders without saying whose it is is one's own. */
function isDecided({ tree, words }: StatusContext, token: Token): boolean {
  const verb = tokenAt(tree, token.head);
  return isRelation(token, 'obj') && verb.upos === 'VERB' && words.modals.deciding.has(verb.lemma);
}

/** "X announced that assets had been frozen": a measure without a doer may be that of whoever announces it. */
function announcerRole(context: StatusContext, token: Token): readonly Role[] {
  const roles = verbRoles(context, token.index);
  if (!isPassive(context, token.index) || roles.some(({ relation }) => relation === 'subject')) return [];
  const speaker = sourcesOf(context, token.index).at(-1)?.token;
  return speaker == null ? [] : [{ relation: 'speaker', token: speaker, how: 'controlled' }];
}
