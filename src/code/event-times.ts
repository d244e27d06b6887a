import {
  ancestorsOf,
  caseOf,
  dependents,
  isMarkedBy,
  isRelation,
  namesAccount,
  type Predication,
  type SyntaxTree,
  subtreeOf,
  type TimeMention,
  type Token,
  tokenAt,
  uncrossedHead,
} from '../document/index.ts';
import type { EventRule, Lexicon } from '../lexicon/index.ts';
import type { EventTime, Published, Status } from '../record/index.ts';
import { type CodingContext, type EventAnchor, hasTrait, mentionsHeadedBy } from './coding-context.ts';

/** When an event is, and why we say so. */
export interface DatedTime {
  readonly time: EventTime;
  readonly reason: string;
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const MAX_DEPTH = 8;

/** So many words lie at most between what is ranked and "since" ("the first visit by a British foreign secretary since"). */
const MAX_RANK_REACH = 8;

/**
 * Dates a predication by the time expressions that its clause governs in the parse; failing those, by the clause that it
 * is part of; failing that, by a dated fact it names. Null when the text does not date it.
 */
export function statedTime(context: CodingContext, predication: Predication, rule: EventRule): DatedTime | null {
  const tree = context.trees[predication.sentence]!;
  const index = predication.trigger;
  const times = context.report.times.filter(
    (time) =>
      time.sentence === predication.sentence &&
      isDating(time) &&
      !countsFrom(context, tree, time) &&
      !isOfBeginning(context, tree, time, index) &&
      !isOfSource(tree, time, index) &&
      !isOfOther(context.lexicon.words, tree, time, predication, rule),
  );
  const anchored = context.anchorOf(predication.sentence, index);
  // "ahead of the summit on Friday": the day is the summit's
  const others = anchored ? subtreeOf(tree, anchored.phrase).filter((token) => token !== anchored.phrase) : [];
  const own = timesOf(tree, times, index, predication.carrier).filter(
    (time) => anchored?.phrase === index || !others.includes(headOf(tree, time).index),
  );
  if (own.length > 0) return stated(own);
  const occasion = occasionTime(context.lexicon.words, tree, times, predication);
  if (occasion) return occasion;
  const isLandmark = anchored?.phrase === index;
  if (anchored && !isLandmark) return inferred(context, predication, anchored);
  const inherited = inheritedTimes(tree, times, predication.carrier ?? index, context.lexicon.words).filter(
    (time) => hasTrait(context, rule, 'equal') || !isOfAnother(context, predication, time),
  );
  if (inherited.length > 0) return stated(inherited);
  return anchored ? inferred(context, predication, anchored) : null;
}

/** What has occurred after something else lies between that and the report. Source: coding.md, point 13. */
function inferred(context: CodingContext, predication: Predication, anchored: EventAnchor): DatedTime {
  const { from, to, reason } = anchored;
  const published = context.report.report.published.to;
  const isPast = predication.status === 'occurred' || predication.status === 'negated';
  const last = to === null && from !== null && isPast && published !== null && from <= published ? published : to;
  return { time: { from, to: last, basis: 'inferred' }, reason };
}

/** Durations ("for three days") and sets say how long or how often, not when. */
function isDating(time: TimeMention): boolean {
  return time.dates.from !== null || time.dates.to !== null;
}

/** "for the first time since 2014", "the worst attack since May": the words count or compare, and date nothing. */
function countsFrom({ lexicon }: CodingContext, tree: SyntaxTree, time: TimeMention): boolean {
  const since = tree.sentence.tokens[time.first - 1];
  if (!since || !lexicon.words.since.has(since.form.toLowerCase())) return false;
  return tree.sentence.tokens.slice(0, since.index).some((token) => {
    const isRank = isRelation(token, 'amod') && (token.feats.NumType === 'Ord' || token.feats.Degree === 'Sup');
    if (!isRank || isRelation(tokenAt(tree, token.head), 'nsubj')) return false;
    return since.index - token.head <= MAX_RANK_REACH;
  });
}

/** "They met for the first time since the invasion in February": the date is that of what it is counted from, wherever the parser hangs it. */
function isOfBeginning({ lexicon }: CodingContext, tree: SyntaxTree, time: TimeMention, trigger: number): boolean {
  const before = tree.sentence.tokens.slice(0, time.first - 1);
  const since = before.findLast(({ form }) => lexicon.words.since.has(form.toLowerCase()));
  if (!since || trigger > since.index) return false;
  return !before.slice(since.index).some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'PUNCT');
}

/**
 * "According to a tweet on Monday, Russia attacked": the day in the phrase of a source, or right behind it wherever the parse hangs
 * it, is the saying's. Not "according to officials, on Monday", nor the day of what is told inside the phrase.
 */
function isOfSource(tree: SyntaxTree, time: TimeMention, trigger: number): boolean {
  const { tokens } = tree.sentence;
  return tokens.some(({ index: source }) => {
    if (source >= time.first || !namesAccount(tree, source)) return false;
    const phrase = subtreeOf(tree, source);
    if (phrase.includes(trigger)) return false;
    if (phrase.includes(headOf(tree, time).index)) return true;
    const last = phrase.findLast((index) => index < time.first)!;
    const between = tokens.slice(last + 1, time.first);
    return tokenAt(tree, last).upos !== 'PUNCT' && between.every(({ upos }) => upos === 'ADP');
  });
}

function stated(times: readonly TimeMention[]): DatedTime {
  const days = times.map((time) => time.dates).reduce(narrow);
  const reason = times.map((time) => `"${time.text}": ${time.reason}`).join('; ');
  return { time: { ...days, basis: 'stated' }, reason };
}

/** Two expressions of one clause: where they overlap, both hold ("on Monday … this week"); else from the first to the last. */
function narrow(a: Days, b: Days): Days {
  const from = laterOf(a.from, b.from);
  const to = earlierOf(a.to, b.to);
  if (from === null || to === null || from <= to) return { from, to };
  return { from: earlierOf(a.from, b.from), to: laterOf(a.to, b.to) };
}

function laterOf(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : a > b ? a : b;
}

function earlierOf(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : a < b ? a : b;
}

/** Time expressions whose nearest governing clause or event noun is the given token (or the verb that carries it). */
function timesOf(
  tree: SyntaxTree,
  times: readonly TimeMention[],
  index: number,
  carrier: number | null,
): readonly TimeMention[] {
  return times.filter((time) => {
    const governor = governorOf(tree, time, index);
    return governor === index || (carrier !== null && governor === carrier);
  });
}

/**
 * "condemned Friday's attack", "left the 2015 deal": a date before a noun is the noun's own. It is the event's as well where the noun
 * is that event or its occasion ("at the December summit"), or comes about by it ("signed the 2015 deal").
 */
function isOfOther(
  words: Lexicon['words'],
  tree: SyntaxTree,
  time: TimeMention,
  { trigger, carrier }: Predication,
  rule: EventRule,
): boolean {
  const head = headOf(tree, time);
  if (head.head <= head.index || head.head === trigger || head.head === carrier) return false;
  const noun = tokenAt(tree, head.head);
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') return false;
  if (isRelation(noun, 'obl')) {
    const preposition = caseOf(tree, noun.index);
    // "since the February 2021 coup": the date of what it all began with
    return !words.occasionPrepositions.has(preposition) && !words.since.has(preposition);
  }
  const isMade = rule.event.type === 'AGREE' && isRelation(noun, 'obj');
  const isOccasion = words.together.has(noun.lemma.toLowerCase()) && (noun.head === trigger || noun.head === carrier);
  return !isMade && !isOccasion;
}

/**
 * "a visit planned for May", "in a statement issued on Monday", "at the summit that begins tomorrow": the date of the noun that
 * the event is, or of the occasion on which it is done.
 */
function occasionTime(
  words: Lexicon['words'],
  tree: SyntaxTree,
  times: readonly TimeMention[],
  { trigger, carrier }: Predication,
): DatedTime | null {
  const heads = [trigger, ...(carrier === null ? [] : [carrier])];
  const occasions = heads
    .flatMap((head) => dependents(tree, head, 'obl'))
    .filter((noun) => words.occasionPrepositions.has(caseOf(tree, noun.index)));
  for (const noun of [tokenAt(tree, trigger), ...occasions]) {
    for (const clause of dependents(tree, noun.index, 'acl', 'acl:relcl', 'appos')) {
      const verbs = [clause, ...dependents(tree, clause.index, 'xcomp')];
      const isBeginning = verbs.some(({ lemma }) => words.beginning.has(lemma.toLowerCase()));
      if (!isBeginning && !verbs.some(({ lemma }) => words.takingPlace.has(lemma.toLowerCase()))) continue;
      const own = verbs.flatMap(({ index }) => timesOf(tree, times, index, null));
      if (own.length === 0) continue;
      const dated = stated(own);
      return isBeginning ? { ...dated, time: { ...dated.time, to: null } } : dated;
    }
  }
  return null;
}

/** The head that a time expression hangs on: the first token above it that heads a clause, or is the trigger itself. */
function governorOf(tree: SyntaxTree, time: TimeMention, trigger: number): number | null {
  const above = uncrossedHead(tree.sentence.tokens, headOf(tree, time).index);
  if (above < 0) return null;
  for (const token of [tokenAt(tree, above), ...ancestorsOf(tree, above)]) {
    if (token.index === trigger) return token.index;
    if (token.index >= time.first && token.index <= time.last) continue;
    if (token.upos === 'VERB' || token.upos === 'AUX' || dependents(tree, token.index, 'cop').length > 0) {
      return token.index;
    }
    if (!isTransparent(token)) return token.index;
  }
  return null;
}

/** A date may hang on a noun inside the phrase ("a summit in Central Asia in September"). */
function isTransparent(token: Token): boolean {
  return (
    isRelation(token, 'obl') ||
    isRelation(token, 'obj') ||
    isRelation(token, 'nmod') ||
    isRelation(token, 'appos') ||
    isRelation(token, 'xcomp') ||
    isRelation(token, 'advmod')
  );
}

function headOf(tree: SyntaxTree, time: TimeMention): Token {
  for (let index = time.first; index <= time.last; index += 1) {
    const token = tokenAt(tree, index);
    if (token.head < time.first || token.head > time.last) return token;
  }
  return tokenAt(tree, time.last);
}

/** A part of a larger happening shares its date (not "after the attack", "about the war"): infinitives, participles, coordinated verbs, "when" clauses. */
function inheritedTimes(
  tree: SyntaxTree,
  times: readonly TimeMention[],
  index: number,
  words: Lexicon['words'],
  depth = 0,
): readonly TimeMention[] {
  const token = tokenAt(tree, index);
  if (token.head < 0 || depth > MAX_DEPTH) return [];
  const governor = tokenAt(tree, token.head);
  // "in February last year, when …": the clause hangs on the date itself
  const modified = times.filter((time) => governor.index >= time.first && governor.index <= time.last);
  if (isRelation(token, 'acl:relcl') && modified.length > 0) return modified;
  if (!sharesTime(tree, token, words)) return [];
  const own = timesOf(tree, times, governor.index, null);
  return own.length > 0 ? own : inheritedTimes(tree, times, governor.index, words, depth + 1);
}

function sharesTime(tree: SyntaxTree, token: Token, words: Lexicon['words']): boolean {
  if (isRelation(token, 'xcomp') || isRelation(token, 'conj')) return true;
  if (isRelation(token, 'obj')) return true;
  if (isRelation(token, 'obl') || isRelation(token, 'nmod'))
    return words.together.has(token.lemma) || !isMarkedBy(tree, token.index, words.apart);
  if (!isRelation(token, 'advcl')) return false;
  const mark = dependents(tree, token.index, 'mark', 'advmod')[0]?.form.toLowerCase();
  return mark === undefined || mark === 'when' || mark === 'while' || mark === 'as' || mark === 'to' || mark === 'by';
}

/**
 * "They discussed Russia's war on Monday", "will discuss the Russian war on Monday": what somebody else does is not of that day; visits and
 * meetings may be ("Putin's visit on 6 December"), and so may what stands before the day ("the Russian attack on 6 December").
 */
function isOfAnother(context: CodingContext, { sentence, trigger }: Predication, time: TimeMention): boolean {
  const tree = context.trees[sentence]!;
  if (dependents(tree, trigger, 'nmod:poss').some(({ upos }) => upos !== 'PRON')) return true;
  const { to } = context.report.report.published;
  const isAhead = to !== null && time.dates.from !== null && time.dates.from > to;
  const doers = dependents(tree, trigger, 'amod', 'compound');
  return (
    (isAhead || time.first < trigger) &&
    doers.some(({ index }) => mentionsHeadedBy(context, sentence, index).length > 0)
  );
}

/** Where the text gives no date, the report's own bounds it: what has occurred lies before it, what is planned after it. */
export function reportTime(status: Status, published: Published): DatedTime {
  const { from, to } = published;
  if (from === null && to === null) {
    return { time: { from: null, to: null, basis: 'unknown' }, reason: 'the text gives no date' };
  }
  const reason = 'no date in the text; bounded by the date of the report';
  switch (status) {
    case 'planned':
    case 'possible':
      return { time: { from, to: null, basis: 'report' }, reason };
    case 'occurred':
    case 'negated':
    case 'ongoing':
      return { time: { from: null, to, basis: 'report' }, reason };
  }
}
