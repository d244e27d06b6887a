import type { AnnotatedReport, TimeMention } from '../../document/index.ts';
import type { Problem } from '../../problems.ts';
import { anchor } from './anchor.ts';
import { formatDay, parseDay, weekdayOf } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import { recogniseWords } from './resolve-times.ts';
import { tenseOfToken } from './tense-parse.ts';
import type { CalendarTerm, Term } from './term.ts';

/**
 * What does not fit in a report's dates: a weekday beside a date that falls on another, a day that no calendar has, a date
 * after publication that is told as past. One problem each, with its words; never a lost report.
 */
export function checkTimes(doc: AnnotatedReport, times: readonly TimeMention[], grammar: TimeGrammar): Problem[] {
  return [...impossibleDays(doc, grammar), ...wrongWeekdays(doc, times, grammar), ...pastFutures(doc, times, grammar)];
}

function impossibleDays(doc: AnnotatedReport, grammar: TimeGrammar): Problem[] {
  return calendarTerms(doc, grammar)
    .filter(
      ({ term }) => term.day !== undefined && typeof term.month === 'number' && anchor(term, NOWHERE(grammar)) === null,
    )
    .map(({ span }) => problem('time/no-such-day', `No calendar has the day "${span.text}".`, span));
}

function wrongWeekdays(doc: AnnotatedReport, times: readonly TimeMention[], grammar: TimeGrammar): Problem[] {
  return calendarTerms(doc, grammar).flatMap(({ term, span }) => {
    if (term.weekday === undefined || term.day === undefined) return [];
    const day = parseDay(times.find((time) => time.start === span.start && time.end === span.end)?.value ?? null);
    if (day === null || weekdayOf(day) === term.weekday) return [];
    const message = `"${span.text}" does not fall on that day of the week: ${formatDay(day)} is a ${weekdayName(grammar, weekdayOf(day))}.`;
    return [problem('time/weekday-mismatch', message, span)];
  });
}

/**
 * Dates with their year only: one that was worked out ("one year later", "on Monday") cannot contradict the publication date that it
 * was worked out from.
 */
function pastFutures(doc: AnnotatedReport, times: readonly TimeMention[], grammar: TimeGrammar): Problem[] {
  const published = parseDay(doc.report.published.value);
  if (published === null) return [];
  const stated = calendarTerms(doc, grammar).filter(({ term }) => namesYear(term));
  const isStated = ({ start, end }: TimeMention) => stated.some(({ span }) => span.start === start && span.end === end);
  return times.filter(isStated).flatMap((time) => {
    const from = parseDay(time.from);
    const sentence = doc.sentences[time.sentence];
    if (from === null || from <= published || !sentence || !/^\d{4}(-\d\d){0,2}$/.test(time.value)) return [];
    if (time.mod !== null || tenseOfToken(sentence, time.first, grammar).direction !== 'past') return [];
    const span = { start: time.start, end: time.end, text: time.text };
    return [
      problem(
        'time/after-publication',
        `"${time.text}" is told as past, but lies after publication (${doc.report.published.value}).`,
        span,
      ),
    ];
  });
}

function namesYear({ year }: CalendarTerm): boolean {
  return typeof year === 'number' || (year?.op === 'calendar' && namesYear(year));
}

interface Stated {
  readonly term: CalendarTerm;
  readonly span: Problem['span'] & object;
}

function calendarTerms(doc: AnnotatedReport, grammar: TimeGrammar): Stated[] {
  return recogniseWords(doc, grammar).flatMap(({ term, span }) => {
    const calendar = calendarOf(term);
    return calendar ? [{ term: calendar, span }] : [];
  });
}

function calendarOf(term: Term): CalendarTerm | null {
  if (term.op === 'calendar') return term;
  return term.op === 'part' ? calendarOf(term.of) : null;
}

const NOWHERE = (grammar: TimeGrammar) => ({
  mode: 'news' as const,
  today: parseDay('2024-02-29'),
  direction: 'unknown' as const,
  because: '',
  focus: null,
  focusDay: null,
  sentenceDay: null,
  namedDays: new Map<string, number[]>(),
  holidays: grammar.holidays,
});

function weekdayName(grammar: TimeGrammar, weekday: number): string {
  for (const [word, entry] of grammar.vocabulary) {
    const name = entry.classes.get('WEEKDAY')?.find(({ value }) => value === weekday);
    if (name) return word.charAt(0).toUpperCase() + word.slice(1);
  }
  return String(weekday);
}

function problem(code: string, message: string, span: Problem['span']): Problem {
  return { code, message, span };
}
