import {
  conjunctsOf,
  isRelation,
  type Predication,
  type Role,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import type { CodingContext } from './coding-context.ts';
import { headLemmas } from './head-lemmas.ts';

/** Whether a predication is what a rule asks for by its own words and form, whoever its parties are. */
export function fitsRule(context: CodingContext, rule: EventRule, predication: Predication): boolean {
  return fitsTrigger(rule, predication) && fitsConditions(context, rule, predication);
}

function fitsTrigger(rule: EventRule, predication: Predication): boolean {
  const { carriedBy } = rule.trigger;
  if (!carriedBy || predication.kind === 'verb') return true;
  return predication.carrierLemma !== null && carriedBy.includes(predication.carrierLemma);
}

function fitsConditions(context: CodingContext, rule: EventRule, predication: Predication): boolean {
  const { where } = rule;
  const tree = context.trees[predication.sentence]!;
  const roles = rolesAsOfVerb(rule, predication);
  const has = (relation: string) => roles.some((role) => role.relation === relation);
  if (where.statuses && !where.statuses.includes(predication.status)) return false;
  if (where.tenses && !where.tenses.includes(predication.tense)) return false;
  if (rule.onlyFacts && predication.status !== 'occurred' && predication.status !== 'ongoing') return false;
  if (where.has && !where.has.every(has)) return false;
  if (where.hasAny && !where.hasAny.some(has)) return false;
  if (where.hasNot?.some(has)) return false;
  const isHeadedBy = (token: number, lemmas: ReadonlySet<string>) =>
    headLemmas(context, tree, token).some((lemma) => lemmas.has(lemma));
  for (const relation in where.heads) {
    const lemmas = where.heads[relation]!;
    const isHeaded = roles.some(
      (role) => role.relation === relation && conjunctsOf(tree, role.token).some((token) => isHeadedBy(token, lemmas)),
    );
    if (!isHeaded) return false;
  }
  for (const relation in where.notHeads) {
    const lemmas = where.notHeads[relation]!;
    if (roles.some((role) => role.relation === relation && isHeadedBy(role.token, lemmas))) return false;
  }
  if (where.number && tokenAt(tree, predication.trigger).feats.Number !== where.number) return false;
  return fitsWords(context, rule, predication);
}

/** "The lifting of sanctions": for a rule of a verb and its noun, the noun's of-phrase is what the verb would have for its object. */
function rolesAsOfVerb({ trigger }: EventRule, { kind, roles }: Predication): readonly Role[] {
  if (kind === 'verb' || !trigger.verb || roles.some(({ relation }) => relation === 'object')) return roles;
  return [
    ...roles,
    ...roles.filter(({ relation }) => relation === 'of').map((role) => ({ ...role, relation: 'object' })),
  ];
}

function fitsWords(context: CodingContext, rule: EventRule, predication: Predication): boolean {
  const { words, notWords } = rule.where;
  if (!words && !notWords) return true;
  const tree = context.trees[predication.sentence]!;
  const lemmas = clauseOf(tree, predication.carrier ?? predication.trigger).map((index) => tree.lemmas[index]!);
  if (words && !lemmas.some((lemma) => words.has(lemma))) return false;
  return !notWords || !lemmas.some((lemma) => notWords.has(lemma));
}

/** The tokens of a clause without those of the clauses inside it. */
function clauseOf(tree: SyntaxTree, index: number): readonly number[] {
  const inner = (tree.children[index] ?? []).filter(
    (child) => !isClause(tokenAt(tree, child)) && !isRelation(tokenAt(tree, child), 'conj'),
  );
  return [index, ...inner.flatMap((child) => clauseOf(tree, child))];
}

const CLAUSES = ['conj', 'advcl', 'ccomp', 'parataxis', 'acl'] as const;

function isClause(token: Token): boolean {
  return token.upos === 'VERB' && CLAUSES.some((relation) => isRelation(token, relation));
}
