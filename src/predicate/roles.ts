import {
  caseOf,
  dependent,
  dependents,
  isHeadlinePlan,
  isRelation,
  type OperatorKind,
  oncePerToken,
  type Role,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import { clauseKinds, isClause, type StatusContext } from './standing.ts';

const MAX_DEPTH = 12;

/**
 * The deep roles of a verb: active and passive alike, with subjects shared by coordination, controlled ("agreed to send"),
 * or found through a relative clause. Source: PredPatt (White et al. 2016) for argument resolution over UD.
 */
export const verbRoles = oncePerToken((context: StatusContext, index: number): readonly Role[] => {
  const { tree } = context;
  const objects = objectRoles(context, index);
  const lifted = objects
    .filter((role) => role.relation === 'object')
    .flatMap((role) => liftedRoles(context, role.token, index));
  const subjects = subjectRoles(context, index);
  const holders = subjects.flatMap((subject) => holderRole(context, index, subject));
  const orderers = subjects.flatMap((subject) => ordererRole(context, index, subject));
  const conditions = conditionRoles(context, index);
  return distinct([
    ...subjects,
    ...holders,
    ...orderers,
    ...objects,
    ...obliqueRoles(tree, index),
    ...lifted,
    ...conditions,
  ]);
});

/** "threatened to close the border if Ghana …": the condition of what is threatened is the threat's own. */
function conditionRoles({ tree, words }: StatusContext, index: number): Role[] {
  return dependents(tree, index, 'xcomp', 'ccomp')
    .flatMap((content) => dependents(tree, content.index, 'advcl'))
    .map((clause) => ({ relation: prepositionOf(tree, clause), token: clause.index, how: 'shared' as const }))
    .filter(({ relation }) => words.modals.conditions.has(relation));
}

/** The roles that hang on an event noun itself: "Putin's visit to Beijing", "talks between A and B", "Russian invasion". */
export function nounRoles(context: StatusContext, index: number): readonly Role[] {
  const { tree } = context;
  const own = (relation: string, token: Token): Role => ({ relation, token: token.index, how: 'own' });
  const roles: Role[] = [
    ...dependents(tree, index, 'nmod:poss').map((token) => own('poss', token)),
    ...dependents(tree, index, 'amod').map((token) => own('adj', token)),
    ...dependents(tree, index, 'compound', 'nmod:unmarked').map((token) => own('compound', token)),
    ...dependents(tree, index, 'nmod', 'obl')
      .filter((token) => token.deprel !== 'nmod:poss' && token.deprel !== 'nmod:unmarked')
      .flatMap((token) => own(caseOf(tree, token.index) || 'bare', token)),
    ...dependents(tree, index, 'appos').map((token) => own('appos', token)),
    // "Germany is the largest donor to Mali": a noun that is said of somebody has him as its subject
    ...dependents(tree, index, 'nsubj').map((token) => own('subject', token)),
    ...dependents(tree, index, 'acl', 'ccomp', 'csubj').map((token) => own('complement', token)),
    ...dependents(tree, index, 'nmod').flatMap((token) => liftedRoles(context, token.index, index)),
  ];
  return distinct(roles);
}

/**
 * A phrase belongs to the happening even where the parser hangs it on a noun inside ("a visit by X to Y"). Not one that stands before its verb
 * and tells where somebody is from: "envoys from Oslo were expelled from Minsk".
 */
function liftedRoles({ tree, words: { carriers } }: StatusContext, index: number, trigger: number): Role[] {
  const isAhead = index < trigger;
  return dependents(tree, index, 'nmod')
    .filter(
      (token) =>
        carriers.lifted.has(caseOf(tree, token.index)) && !(isAhead && carriers.origins.has(caseOf(tree, token.index))),
    )
    .map((token) => ({ relation: caseOf(tree, token.index), token: token.index, how: 'shared' as const }));
}

/** "issued a declaration demanding …", "a resolution backing X was adopted by Y": the text does it for whoever issued it. */
function holderRole(context: StatusContext, index: number, subject: Role): Role[] {
  const { tree, words } = context;
  const noun = tokenAt(tree, subject.token);
  const isParticiple = subject.how === 'relative' && tokenAt(tree, index).head === noun.index;
  if (!isParticiple || noun.head < 0) return [];
  const isPassed = noun.deprel === 'nsubj:pass';
  const isMeans = isRelation(noun, 'obl') && words.carriers.means.has(caseOf(tree, noun.index));
  if (!isPassed && !isRelation(noun, 'obj') && !isMeans) return [];
  const holder = isPassed ? subjectRoles(context, noun.head)[0] : surfaceSubject(context, noun.head, 0);
  return holder ? [{ ...holder, relation: 'holder', how: 'controlled' }] : [];
}

/** "Niger ordered police to expel the envoy": the deed is that of whoever orders his own people to do it. */
function ordererRole(context: StatusContext, index: number, subject: Role): Role[] {
  const { head } = tokenAt(context.tree, index);
  if (subject.how !== 'controlled' || head < 0) return [];
  const kinds = clauseKinds(context, head);
  if (!kinds.includes('plan') || !kinds.includes('demand')) return [];
  const orderer = surfaceSubject(context, head, 0);
  return orderer && orderer.token !== subject.token ? [{ ...orderer, relation: 'orderer', how: 'controlled' }] : [];
}

function subjectRoles(context: StatusContext, index: number): Role[] {
  const { tree } = context;
  const subject = resolveSubject(context, index, 0);
  const fromPassive = dependents(tree, index, 'obl').filter(
    (phrase) => phrase.deprel === 'obl:agent' || (isPassive(context, index) && caseOf(tree, phrase.index) === 'by'),
  );
  if (fromPassive.length > 0)
    return fromPassive.map((phrase) => ({ relation: 'subject', token: phrase.index, how: 'own' }));
  if (subject) return [subject];
  return headlineSubject(context, index);
}

/** "London points finger at Tehran": what stands before the verb of a headline does it, though it be hung on the noun behind. */
function headlineSubject({ tree }: StatusContext, index: number): Role[] {
  if (tree.sentence.kind !== 'headline') return [];
  const before = dependents(tree, index, 'obj')
    .flatMap((object) => dependents(tree, object.index, 'compound', 'nmod', 'amod'))
    .find((token) => token.index < index && token.upos === 'PROPN');
  return before ? [{ relation: 'subject', token: before.index, how: 'own' }] : [];
}

/** Whether a verb form is passive, with or without its auxiliary ("adopted by 111 states"). */
export const isPassive = oncePerToken((context: StatusContext, index: number): boolean => {
  const { tree } = context;
  if (dependent(tree, index, 'nsubj:pass', 'aux:pass', 'csubj:pass') !== undefined) return true;
  const token = tokenAt(tree, index);
  if (isBarePassive(context, token)) return true;
  if (dependent(tree, index, 'nsubj') !== undefined) return false;
  if (token.feats.Voice === 'Pass') return true;
  const isParticiple = token.feats.VerbForm === 'Part' && token.feats.Tense === 'Past';
  return isParticiple && isRelation(token, 'acl') && dependent(tree, index, 'aux') === undefined;
});

/** Headlines leave out the auxiliary: "Opposition leader poisoned"; there a past form without an object is no active one. */
function isBarePassive({ tree, words }: StatusContext, token: Token): boolean {
  if (tree.sentence.kind !== 'headline' || !words.modals.passives.has(token.lemma)) return false;
  const isPast = token.feats.Tense === 'Past' || token.feats.VerbForm === 'Part';
  return isPast && dependent(tree, token.index, 'obj', 'iobj', 'aux', 'ccomp') === undefined;
}

function resolveSubject(context: StatusContext, index: number, depth: number): Role | null {
  const { tree } = context;
  const token = tokenAt(tree, index);
  if (isPassive(context, index)) return null;
  // of two, the nearer before the verb: in "an allegation Beijing denies" the parser takes the antecedent for a subject too, and in
  // "Serb forces killed three men, a council said" whoever speaks behind the comma
  const subjects = dependents(tree, index, 'nsubj').filter((child) => child.deprel !== 'nsubj:pass');
  const own = subjects.findLast((child) => child.index < index) ?? subjects.at(-1);
  if (own) return throughRelative(context, token, own, 'subject');
  if (token.head < 0 || depth > MAX_DEPTH) return null;
  return inheritedSubject(context, token, depth);
}

function inheritedSubject(context: StatusContext, token: Token, depth: number): Role | null {
  const { tree } = context;
  const governor = tokenAt(tree, token.head);
  if (isRelation(token, 'conj') && isClause(tree, governor)) {
    const shared = surfaceSubject(context, governor.index, depth + 1);
    return shared ? { ...shared, how: 'shared' } : null;
  }
  if (isRelation(token, 'xcomp') || isRelation(token, 'advcl') || isRelation(token, 'csubj')) {
    if (governor.upos === 'NOUN') return nounController(context, governor);
    const controller =
      objectController(context, token, governor) ??
      answerable(context, token, governor) ??
      surfaceSubject(context, governor.index, depth + 1);
    return controller ? { ...controller, relation: 'subject', how: 'controlled' } : null;
  }
  if (isRelation(token, 'acl') && !isRelation(token, 'acl:relcl'))
    return participleSubject(context, token, governor, depth);
  return null;
}

/** What stands in subject position, be the clause active or passive ("is expected to visit"). */
function surfaceSubject(context: StatusContext, index: number, depth: number): Role | null {
  const { tree } = context;
  const token = tokenAt(tree, index);
  const own = dependent(tree, index, 'nsubj');
  if (own) return throughRelative(context, token, own, 'subject');
  if (token.head < 0 || depth > MAX_DEPTH) return null;
  if (isRelation(token, 'acl') && isPassive(context, index))
    return { relation: 'subject', token: token.head, how: 'relative' };
  return inheritedSubject(context, token, depth);
}

/** Object control: "urged X to withdraw", "accused X of arming". */
const OBJECT_CONTROL: readonly OperatorKind[] = [
  'demand',
  'allegation',
  'refusal',
  'implicative',
  'possibility',
  'purpose',
];

function objectController(context: StatusContext, token: Token, governor: Token): Role | null {
  const { tree, words } = context;
  const kinds = clauseKinds(context, governor.index);
  if (!kinds.some((kind) => OBJECT_CONTROL.includes(kind))) return null;
  if (isPassive(context, governor.index)) return null;
  const asked = kinds.includes('demand')
    ? dependents(tree, governor.index, 'obl').find((phrase) => words.carriers.asked.has(caseOf(tree, phrase.index)))
    : undefined;
  const object = dependent(tree, governor.index, 'obj', 'iobj') ?? asked;
  return object && object.index < token.index ? { relation: 'subject', token: object.index, how: 'controlled' } : null;
}

/** "sanctions against X for supplying …", "thanked X for sending …": what follows "for" is the deed of X, not of whoever reacts to it. */
function answerable({ tree, words }: StatusContext, token: Token, governor: Token): Role | null {
  const isDeed = dependents(tree, token.index, 'mark').some((mark) => mark.form.toLowerCase() === 'for');
  const object = dependent(tree, governor.index, 'obj', 'iobj');
  if (!isRelation(token, 'advcl') || !isDeed || !object || object.index > token.index) return null;
  const aimed = dependents(tree, object.index, 'nmod').find((phrase) =>
    words.carriers.aimed.has(caseOf(tree, phrase.index)),
  );
  return { relation: 'subject', token: (aimed ?? object).index, how: 'controlled' };
}

/** "Beijing's refusal to condemn", "a Russian plan to send": the noun's owner does it; "the decision by X to …" too. */
function nounController({ tree, words }: StatusContext, noun: Token): Role | null {
  const owner =
    dependent(tree, noun.index, 'nmod:poss') ??
    dependents(tree, noun.index, 'nmod').find((phrase) => words.carriers.owned.has(caseOf(tree, phrase.index))) ??
    dependent(tree, noun.index, 'amod', 'compound');
  return owner ? { relation: 'subject', token: owner.index, how: 'controlled' } : null;
}

function participleSubject(context: StatusContext, token: Token, governor: Token, depth: number): Role | null {
  const { tree } = context;
  const isInfinitive = dependents(tree, token.index, 'mark').some((mark) => mark.form.toLowerCase() === 'to');
  if (!isInfinitive || isHeadlinePlan(tree, token))
    return { relation: 'subject', token: governor.index, how: 'relative' };
  const owner = nounController(context, governor);
  if (owner) return owner;
  // "has a plan to send", "expressed readiness to help": the verb above the noun
  if (governor.head < 0 || !(isRelation(governor, 'obj') || isRelation(governor, 'obl'))) return null;
  const controller = surfaceSubject(context, governor.head, depth + 1);
  return controller ? { ...controller, how: 'controlled' } : null;
}

/** A relative pronoun stands for what its clause modifies. */
function throughRelative({ tree, words }: StatusContext, verb: Token, token: Token, relation: string): Role {
  const isRelativePronoun =
    token.upos === 'PRON' && words.carriers.relative.has(token.form.toLowerCase()) && clauseNoun(tree, verb) !== null;
  return isRelativePronoun
    ? { relation, token: clauseNoun(tree, verb)!, how: 'relative' }
    : { relation, token: token.index, how: 'own' };
}

function clauseNoun(tree: SyntaxTree, verb: Token): number | null {
  let top = verb;
  while (isRelation(top, 'conj') && top.head >= 0) top = tokenAt(tree, top.head);
  return isRelation(top, 'acl:relcl') && top.head >= 0 ? top.head : null;
}

function objectRoles(context: StatusContext, index: number): Role[] {
  const { tree } = context;
  const token = tokenAt(tree, index);
  const role = (relation: string, child: Token): Role => ({ ...throughRelative(context, token, child, relation) });
  const passiveSubject = passiveObject(context, token);
  const own = dependents(tree, index, 'obj').map((child) => role('object', namedBy(context, child)));
  // "warned Japan": without a thing, the person is the object
  const indirect = dependents(tree, index, 'iobj').map((child) => role(own.length > 0 ? 'indirect' : 'object', child));
  const clauses = dependents(tree, index, 'xcomp', 'ccomp', 'csubj', 'advcl');
  // "told journalists he would come" has no infinitive, though its verb has the form of one
  const infinitives = clauses.filter(
    (clause) => isRelation(clause, 'xcomp') || (clause.feats.VerbForm === 'Inf' && !hasFiniteAuxiliary(tree, clause)),
  );
  const complements = [
    ...clauses.filter((clause) => !isRelation(clause, 'advcl')).map((child) => role('complement', child)),
    ...infinitives.map((child) => role('infinitive', child)),
  ];
  // "called for Israel to open the crossing": whose deed is called for
  const calledFor = clauses.flatMap((clause) =>
    dependents(tree, clause.index, 'mark').some((mark) => mark.form.toLowerCase() === 'for')
      ? dependents(tree, clause.index, 'nsubj').map(
          (child): Role => ({ relation: 'for', token: child.index, how: 'own' }),
        )
      : [],
  );
  complements.push(...calledFor);
  const objects = [...passiveSubject, ...own, ...indirect];
  return [...(objects.length > 0 ? objects : missingObject(context, token)), ...complements];
}

/** "Condemned what it called an attack by Sudan": the attack. */
function namedBy({ tree, words }: StatusContext, token: Token): Token {
  if (token.form.toLowerCase() !== 'what') return token;
  const clause = dependents(tree, token.index, 'acl:relcl').find(
    ({ index, lemma }) => words.modals.naming.has(lemma) && dependents(tree, index, 'nsubj').length > 0,
  );
  if (!clause) return token;
  const asNamed = dependents(tree, clause.index, 'obl', 'advcl').find(({ index }) => caseOf(tree, index) === 'as');
  return dependent(tree, clause.index, 'obj', 'xcomp') ?? asNamed ?? token;
}

function hasFiniteAuxiliary(tree: SyntaxTree, { index }: Token): boolean {
  return dependents(tree, index, 'aux').some(({ feats }) => feats.VerbForm === 'Fin');
}

function passiveObject(context: StatusContext, token: Token): Role[] {
  if (!isPassive(context, token.index)) return [];
  const subject = surfaceSubject(context, token.index, 0);
  return subject ? [{ ...subject, relation: 'object' }] : [];
}

/** The gap of an object relative ("the invasion that Russia launched"), and right-node raising ("condemned and rejected X"). */
function missingObject(context: StatusContext, token: Token): Role[] {
  const { tree, words } = context;
  const hasSubject = dependents(tree, token.index, 'nsubj').some(
    (child) => !words.carriers.relative.has(child.form.toLowerCase()),
  );
  const antecedent = clauseNoun(tree, token);
  if (antecedent !== null && hasSubject) return [{ relation: 'object', token: antecedent, how: 'relative' }];
  const next = dependents(tree, token.index, 'conj').find(
    (child) => isClause(tree, child) && child.index - token.index <= 4,
  );
  const shared =
    next && dependent(tree, next.index, 'nsubj') === undefined ? dependent(tree, next.index, 'obj') : undefined;
  return shared ? [{ relation: 'object', token: shared.index, how: 'shared' }] : [];
}

/** Phrases beside a verb; a gerund has some of a noun's ("fighting between A and B"). */
function obliqueRoles(tree: SyntaxTree, index: number): Role[] {
  return dependents(tree, index, 'obl', 'advcl', 'nmod')
    .filter((phrase) => phrase.deprel !== 'obl:agent' && phrase.deprel !== 'nmod:poss')
    .map((phrase) => ({ relation: prepositionOf(tree, phrase), token: phrase.index, how: 'own' as const }));
}

function prepositionOf(tree: SyntaxTree, phrase: Token): string {
  if (!isRelation(phrase, 'advcl')) return caseOf(tree, phrase.index) || 'bare';
  return dependents(tree, phrase.index, 'mark')[0]?.form.toLowerCase() ?? 'participle';
}

function distinct(roles: readonly Role[]): Role[] {
  return roles.filter(
    (role, position) =>
      roles.findIndex((other) => other.relation === role.relation && other.token === role.token) === position,
  );
}
