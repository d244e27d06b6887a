import {
  ancestorsOf,
  caseOf,
  dependents,
  isRelation,
  type SyntaxTree,
  type TimeMention,
  type Token,
  tokenAt,
} from '../document/index.ts';
import { daysBetween } from '../text/days.ts';
import type { Candidate, Happening } from './candidate.ts';
import { actorById, type CodingContext, hasTrait, mentionsHeadedBy } from './coding-context.ts';
import type { DatedTime } from './event-times.ts';
import type { Party } from './party.ts';

/** A place in the text that tells what somebody did on a certain day. */
interface Telling {
  readonly start: number;
  readonly paragraph: number;
  readonly actors: readonly string[];
  readonly dated: DatedTime;
}

/** A day is taken on over so many paragraphs, and only a day so shortly before the report: what is older is background. */
const MAX_PARAGRAPHS = 3;
const MAX_DAYS_BEFORE = 14;
/** "on 20 and 21 March" still says when. */
const MAX_DAYS_LONG = 3;

/**
 * What somebody said without a date, told in the simple past, was said on the day on which the text last told of him: "On
 * Monday the minister arrived. … He condemned the attack." A headline takes the day of the sentence that it sums up. Another
 * day named between ends it. Source: coding.md, "speech inside a dated meeting or call".
 */
export function carryDays(context: CodingContext, happenings: readonly Happening[]): readonly Happening[] {
  const tellings = [...clauseTellings(context), ...happenings.flatMap((happening) => tellingOf(context, happening))];
  return happenings.map((happening) => {
    if (isDoneByWriting(context, happening)) return dateBy(happening, writingTime(context));
    if (!isUndatedSpeech(happening)) return happening;
    if (!isToldAsPast(context, happening.lead)) return happening;
    const telling = isInHeadline(context, happening.lead)
      ? firstTelling(tellings)
      : lastTelling(context, tellings, happening.lead);
    return dateByTelling(context, happening, telling);
  });
}

function dateByTelling(context: CodingContext, happening: Happening, telling: Telling | undefined): Happening {
  if (!telling || !happening.lead.actors.every(({ actor }) => isAmong(context, actor, telling.actors)))
    return happening;
  const { time, reason } = telling.dated;
  return dateBy(happening, { time: { ...time, basis: 'inferred' }, reason: `told along with ${reason}` });
}

function dateBy(happening: Happening, dated: DatedTime | null): Happening {
  return dated ? { ...happening, lead: { ...happening.lead, dated } } : happening;
}

/** "We condemn", "we are designating six firms", "United States and allies impose sanctions": a government does it by its own text. */
function isDoneByWriting(context: CodingContext, happening: Happening): boolean {
  const { predication, actors, rule } = happening.lead;
  const own = context.ownVoices.map(({ id }) => id);
  const isOwn = ({ actor }: Party) => isAmong(context, actor, own);
  return (
    own.length > 0 &&
    (isUndatedSpeech(happening) || (hasTrait(context, rule, 'by-decree') && isUndatedNews(happening))) &&
    // "Announcing Sanctions on …" heads such a text
    (predication.tense === 'present' || (predication.tense === 'none' && isInHeadline(context, happening.lead))) &&
    predication.sources.length === 0 &&
    actors.some(isOwn) &&
    actors.every((party) => isOwn(party) || actorById(context, party.actor)?.type === 'group')
  );
}

/** Told without a date as done, or as being done ("we are imposing sanctions"). */
function isUndatedNews({ lead, others }: Happening): boolean {
  const isDone = lead.status.status === 'occurred' || lead.status.status === 'ongoing';
  return isDone && lead.count === null && [lead, ...others].every((mention) => !mention.dated);
}

function writingTime({ report }: CodingContext): DatedTime | null {
  const { value } = report.report.published;
  return value === null
    ? null
    : { time: { from: value, to: value, basis: 'inferred' }, reason: 'done by the text itself, on its day' };
}

/** Not what goes on ("airlines offer flights"), and not what is put into a time of its own ("during his trip he called for"). */
function isToldAsPast(context: CodingContext, lead: Candidate): boolean {
  const { predication } = lead;
  const tree = context.trees[predication.sentence]!;
  if (predication.tense === 'present') return isInHeadline(context, lead);
  return !dependents(tree, predication.carrier ?? predication.trigger, 'obl').some(({ index }) =>
    context.lexicon.words.meanwhile.has(caseOf(tree, index)),
  );
}

function isUndatedSpeech({ lead, others }: Happening): boolean {
  return (
    lead.rule.present === 'occurred' &&
    lead.status.status === 'occurred' &&
    lead.actors.length > 0 &&
    lead.count === null &&
    lead.predication.aspect !== 'perfect' &&
    [lead, ...others].every((mention) => !mention.dated)
  );
}

function isInHeadline(context: CodingContext, { predication }: Candidate): boolean {
  return context.report.sentences[predication.sentence]!.kind === 'headline';
}

function firstTelling(tellings: readonly Telling[]): Telling | undefined {
  return [...tellings].sort((a, b) => a.start - b.start)[0];
}

function lastTelling(
  context: CodingContext,
  tellings: readonly Telling[],
  { predication }: Candidate,
): Telling | undefined {
  const { paragraph } = context.report.sentences[predication.sentence]!;
  const before = tellings.filter(({ start }) => start < predication.span.start);
  const last = before.sort((a, b) => a.start - b.start).at(-1);
  return last && paragraph - last.paragraph <= MAX_PARAGRAPHS ? last : undefined;
}

/** Main clauses of the body that a day dates, with their subjects. */
function clauseTellings(context: CodingContext): Telling[] {
  return context.report.times.flatMap((time) => {
    const sentence = context.report.sentences[time.sentence];
    const tree = context.trees[time.sentence];
    if (!sentence || !tree || sentence.kind === 'headline' || !isCalendarTime(time) || !isNews(context, time.dates))
      return [];
    const verb = verbOver(context, tree, time);
    if (!verb || !isMainPast(tree, verb)) return [];
    const dated = { time: { ...time.dates, basis: 'stated' as const }, reason: `"${time.text}": ${time.reason}` };
    return [{ start: verb.start, paragraph: sentence.paragraph, actors: subjectsOf(context, tree, verb), dated }];
  });
}

/** An event with a day of its own tells what its parties did on it. */
function tellingOf(context: CodingContext, { lead, others }: Happening): Telling[] {
  if (lead.status.status !== 'occurred') return [];
  const actors = [...lead.actors, ...(lead.rule.event.type === 'CONSULT' ? lead.recipients : [])].map(
    ({ actor }) => actor,
  );
  return [lead, ...others].flatMap(({ dated, predication }) => {
    const sentence = context.report.sentences[predication.sentence]!;
    if (!dated || sentence.kind === 'headline' || !isNews(context, dated.time)) return [];
    return [{ start: predication.span.start, paragraph: sentence.paragraph, actors, dated }];
  });
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

function isNews(context: CodingContext, { from, to }: Days): boolean {
  const published = context.report.report.published.value;
  if (from === null || to === null || published === null || to > published) return false;
  return daysBetween(from, to) < MAX_DAYS_LONG && daysBetween(from, published) <= MAX_DAYS_BEFORE;
}

/** "currently", "now" name no day. */
function isCalendarTime({ value }: TimeMention): boolean {
  return /^\d/.test(value);
}

/** The verb that a day stands beside, also by way of an occasion ("in a speech at the White House today, he presented"). */
function verbOver({ lexicon }: CodingContext, tree: SyntaxTree, time: TimeMention): Token | undefined {
  const above = ancestorsOf(tree, time.first).filter(({ index }) => index < time.first || index > time.last);
  const isOccasion = (noun: Token) =>
    isRelation(noun, 'nmod') ||
    (isRelation(noun, 'obl') && lexicon.words.occasionPrepositions.has(caseOf(tree, noun.index)));
  return above.find((token) => token.upos === 'VERB' || (isNoun(token) && !isOccasion(token)));
}

function isNoun({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN';
}

/** Not in a relative or an adverbial clause, which tell of something else. */
function isMainPast(tree: SyntaxTree, verb: Token): boolean {
  if (verb.upos !== 'VERB' || verb.feats.Tense !== 'Past') return false;
  return verb.head < 0 || (isRelation(verb, 'conj') && tokenAt(tree, verb.head).head < 0);
}

/** The subject with whatever is joined to it ("the minister and his counterparts"). */
function subjectsOf(context: CodingContext, tree: SyntaxTree, verb: Token): readonly string[] {
  const heads = tree.sentence.tokens.filter((token) => {
    const top = isRelation(token, 'conj') ? tokenAt(tree, token.head) : token;
    return top.head === verb.index && isRelation(top, 'nsubj');
  });
  return heads.flatMap(({ index }) =>
    mentionsHeadedBy(context, tree.sentence.index, index).flatMap(({ actors }) => actors),
  );
}

/** Whether somebody, or one who acts for the same state, is among these. */
function isAmong(context: CodingContext, actor: string, others: readonly string[]): boolean {
  if (others.includes(actor)) return true;
  const own = actorById(context, actor);
  return (
    own?.country != null &&
    others.some((id) => {
      const other = actorById(context, id);
      return other?.country === own.country && !(own.type === 'person' && other.type === 'person');
    })
  );
}
