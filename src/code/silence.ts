import { ancestorsOf, caseOf, dependents, isRelation, type Sentence, type Token, tokenAt } from '../document/index.ts';
import type { Actor } from '../record/index.ts';
import type { Candidate } from './candidate.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';
import type { Party } from './party.ts';

/**
 * Leaves out acts in surroundings where the names of states stand for teams: words of sport around them, or a verb that takes
 * the name for many people ("Italy host Switzerland"). Whoever is named with an office is no team ("Before the match, Ireland's
 * prime minister met …").
 */
export function dropSilenced(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { sentences } = context.report;
  const played = new Set(
    candidates.filter((one) => hasTrait(context, one.rule, 'played') && areBareStates(context, one)),
  );
  if (played.size === 0) return candidates;
  const { telling } = context.lexicon.words.silence;
  const toldOf = new Set(sentences.filter((one) => countOf(context, one, telling) > 0).map((one) => one.paragraph));
  const isSilent = (one: Sentence) => toldOf.has(one.paragraph) || isVaguelySilent(context, one);
  return candidates.filter(
    (one) => !played.has(one) || !(isSilent(sentences[one.predication.sentence]!) || hasManyForOne(context, one)),
  );
}

/**
 * Leaves out acts with one party where the report names nobody of another side and the sentence no matter between states:
 * "Canada's parliament rejected a bill" is no diplomacy. Source: coding.md, "appointments … domestic law".
 */
export function dropLonely(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { international, homeSectors } = context.lexicon.words;
  const sides = new Set([...context.actors.values()].flatMap((actor) => sideOf(actor) ?? []));
  const isOfNoSide = ({ actor }: Party) => {
    const other = actorById(context, actor);
    return other?.type === 'group' && other.country === null && homeSectors.has(other.sector ?? '');
  };
  const isLonely = ({ rule, actors, recipients, predication }: Candidate) => {
    if (rule.atHome || !hasTrait(context, rule, 'between') || !recipients.every(isOfNoSide) || actors.length !== 1)
      return false;
    const mine = sideOf(actorById(context, actors[0]!.actor));
    const strangers = recipients.map(({ actor }) => actor);
    if (mine === null || [...sides].some((side) => side !== mine && !strangers.includes(side))) return false;
    return countOf(context, context.report.sentences[predication.sentence]!, international) === 0;
  };
  return candidates.filter((candidate) => !isLonely(candidate));
}

/**
 * Leaves out dealings of firms and bodies that act for nobody ("the carmaker signed with its rival"), and of private people of
 * two sides among themselves ("scientists from Chile and Japan will meet").
 */
export function dropDealings(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { privateSectors } = context.lexicon.words;
  const isPrivate = (actor: Actor | null) => isFirm(actor) || privateSectors.has(actor?.sector?.split('.')[0] ?? '');
  return candidates.filter(({ rule, actors, recipients }) => {
    const parties = [...actors, ...recipients].map((party) => actorById(context, party.actor));
    if (parties.length === 0 || !hasTrait(context, rule, 'between')) return true;
    return !parties.every(isFirm) && !(parties.length > 1 && parties.every(isPrivate));
  });
}

function isFirm(actor: Actor | null): boolean {
  if (actor?.sector?.startsWith(BUSINESS)) return true;
  return actor?.type === 'organisation' && actor.sector === null;
}

/** PLOVER's sector of firms. */
const BUSINESS = 'BUS';

/**
 * Leaves out what a work is about ("an exhibition on the siege"), what happens in it ("in the novel the king attacks"), what one
 * that makes things up tells, what anybody imagines ("suppose that Norway attacked") and what a pupil is to tell ("name the
 * treaty that ended the war").
 */
export function dropMadeUp(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { works, fictions, imaginings, tasks } = context.lexicon.words;
  const { quantities } = context.lexicon.operators.carriers;
  return candidates.filter(({ predication }) => {
    const tree = context.trees[predication.sentence]!;
    const lemmaOf = (token: Token) => token.lemma.toLowerCase();
    const trigger = tokenAt(tree, predication.trigger);
    const isTopic =
      isRelation(trigger, 'nmod') &&
      TOPIC.has(caseOf(tree, trigger.index)) &&
      works.has(lemmaOf(tokenAt(tree, trigger.head))) &&
      // "a series of meetings" counts them
      !(caseOf(tree, trigger.index) === 'of' && quantities.has(lemmaOf(tokenAt(tree, trigger.head))));
    const isIn = (token: Token) => caseOf(tree, token.index) === 'in';
    const isTold = [trigger, ...ancestorsOf(tree, trigger.index)].some(
      ({ index }) =>
        dependents(tree, index, 'obl').some(
          (token) => isIn(token) && (works.has(lemmaOf(token)) || fictions.has(lemmaOf(token))),
        ) || dependents(tree, index, 'nsubj').some((token) => fictions.has(lemmaOf(token))),
    );
    const isImagined = ancestorsOf(tree, trigger.index).some(
      (token) =>
        (imaginings.has(lemmaOf(token)) && dependents(tree, token.index, 'aux:pass').length === 0) ||
        (token.index === 0 && tasks.has(lemmaOf(token)) && dependents(tree, token.index, 'nsubj').length === 0),
    );
    return !isTopic && !isTold && !isImagined;
  });
}

/** Leaves out what a question asks ("Will Norway attack?") and what a quiz puts to its readers; what it takes for granted stays. */
export function dropAsked(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { sentences } = context.report;
  const asked = new Set(sentences.filter(({ tokens }) => isAsking(tokens)).map(({ index }) => index));
  const quizzes = quizParagraphs(context);
  return candidates.filter(({ predication }) => {
    if (quizzes.has(sentences[predication.sentence]!.paragraph)) return false;
    if (!asked.has(predication.sentence)) return true;
    const tree = context.trees[predication.sentence]!;
    const verb = tokenAt(tree, predication.carrier ?? predication.trigger);
    return ![verb, ...ancestorsOf(tree, verb.index)].every(
      (token) => token.head < 0 || ASKED_WITH.some((relation) => isRelation(token, relation)),
    );
  });
}

/** Clauses that are asked together with the one above them. */
const ASKED_WITH = ['conj', 'xcomp', 'ccomp'] as const;

function isAsking(tokens: readonly Token[]): boolean {
  return tokens.findLast(({ form }) => !CLOSING.test(form))?.form.endsWith('?') ?? false;
}

const CLOSING = /^["”’')\]]+$/u;

/** Paragraphs that a pattern of `quizzes` in lexicon/coding.yaml fits. */
function quizParagraphs({ report, lexicon }: CodingContext): ReadonlySet<number> {
  const texts = new Map<number, string>();
  for (const { paragraph, start, end } of report.sentences) {
    texts.set(paragraph, `${texts.get(paragraph) ?? ''} ${report.report.text.slice(start, end)}`);
  }
  return new Set(
    [...texts].flatMap(([paragraph, text]) =>
      lexicon.words.quizzes.some((pattern) => pattern.test(text)) ? paragraph : [],
    ),
  );
}

/** Leaves out history: what the text dates to a time long before the report. Source: lexicon/coding.yaml, `history`. */
export function dropHistory(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { published } = context.report.report;
  const day = published.value ?? published.from;
  if (day === null) return candidates;
  const bound = String(Number(day.slice(0, 4)) - context.lexicon.words.history.years).padStart(4, '0');
  return candidates.filter(({ dated }) => !dated?.time.to || dated.time.to.slice(0, 4) >= bound);
}

const TOPIC = new Set(['on', 'about', 'of']);

/** Whom somebody acts for: a state, or an international body, armed group or people without one. */
function sideOf(actor: Actor | null): string | null {
  if (!actor || actor.type === 'place') return null;
  if (actor.country !== null) return actor.country;
  return actor.type === 'person' || actor.type === 'organisation' ? null : actor.id;
}

/** One telling word in the paragraph is enough; of words that are also said elsewhere it takes two in the sentence. */
function isVaguelySilent(context: CodingContext, sentence: Sentence): boolean {
  const { vague, patterns } = context.lexicon.words.silence;
  const text = context.report.report.text.slice(sentence.start, sentence.end);
  return countOf(context, sentence, vague) + patterns.filter((pattern) => pattern.test(text)).length >= 2;
}

function countOf({ trees }: CodingContext, { index }: Sentence, words: ReadonlySet<string>): number {
  const found = new Set<string>();
  const { lemmas, forms } = trees[index]!;
  for (const [position, lemma] of lemmas.entries()) {
    const word = words.has(lemma) ? lemma : forms[position]!;
    if (words.has(word)) found.add(word);
  }
  return found.size;
}

/** States by name, or people of theirs ("Spain's women"): nobody with an office, no body, no person. */
function areBareStates(context: CodingContext, { actors, recipients }: Candidate): boolean {
  const types = [...actors, ...recipients].map((party) => actorById(context, party.actor)?.type);
  return types.length > 0 && types.every((type) => type === 'state' || type === 'group');
}

/** "Poland meet Brazil": in a statement, a bare present form after one singular name. Headlines shorten and prove nothing. */
function hasManyForOne(context: CodingContext, { predication }: Candidate): boolean {
  const tree = context.trees[predication.sentence]!;
  if (tree.sentence.kind === 'headline') return false;
  const verb = tokenAt(tree, predication.carrier ?? predication.trigger);
  if (verb.upos !== 'VERB' || verb.head >= 0 || verb.feats.Tense !== 'Pres' || verb.form !== verb.lemma) return false;
  if (dependents(tree, verb.index, 'aux').length > 0) return false;
  return dependents(tree, verb.index, 'nsubj').some(
    (name) =>
      name.upos === 'PROPN' &&
      name.feats.Number === 'Sing' &&
      !name.form.endsWith('s') &&
      dependents(tree, name.index, 'conj').length === 0,
  );
}
