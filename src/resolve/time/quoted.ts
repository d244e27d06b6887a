import { anchor } from './anchor.ts';
import type { Anchored, Setting } from './anchor-all.ts';
import type { Day } from './civil.ts';
import { isSentenceEnd } from './tense.ts';
import type { Term } from './term.ts';
import type { Word } from './words.ts';

/** Words between quotation marks: `first` is the opening mark, `last` the closing one. */
interface Quoted {
  readonly first: number;
  readonly last: number;
}

/** How far from its quotation the day of speaking may stand, in words. */
const REACH = 14;

/**
 * Counts "today" and "in two days" inside a quotation from the day on which it was said, where the words around it name
 * that day: "We meet in two days," he said on Thursday. What he then "continued" or "added" was said on the same day.
 */
export function recountQuoted(anchored: readonly (Anchored | null)[], setting: Setting): (Anchored | null)[] {
  const quotations = quotationsOf(setting.words);
  if (quotations.length === 0) return [...anchored];
  const days = daysOfSpeech(quotations, anchored, setting);
  return anchored.map((one) => {
    if (!one || !countsFromSpeech(one.found.term)) return one;
    const quoted = quotations.findIndex(({ first, last }) => first < one.found.first && one.found.end <= last);
    const said = days[quoted];
    return said === undefined ? one : recount(one, said, setting);
  });
}

/** The day on which each quotation was said, where the text tells it. */
function daysOfSpeech(
  quotations: readonly Quoted[],
  anchored: readonly (Anchored | null)[],
  { words, grammar }: Setting,
): (Day | undefined)[] {
  const days: (Day | undefined)[] = [];
  for (const quoted of quotations) {
    const own = dayOfSpeech(quoted, anchored, words);
    days.push(own ?? (isContinued(quoted, words, grammar.tense.get('continuing')) ? days.at(-1) : undefined));
  }
  return days;
}

/** "Johnson continued, “…”", "“…,” he added". */
function isContinued({ first, last }: Quoted, words: readonly Word[], cues: ReadonlySet<string> | undefined): boolean {
  const before = words.slice(sentenceRun(words, first - 1, -1) + 1, first);
  const after = words.slice(last + 1, sentenceRun(words, last + 1, 1));
  return [...before, ...after].some(({ text }) => cues?.has(text));
}

function recount(one: Anchored, said: Day, setting: Setting): Anchored {
  const reading = anchor(one.found.term, {
    mode: 'news',
    today: said,
    direction: one.tense.direction === 'past' ? 'past' : 'future',
    because: 'the day of speaking',
    focus: null,
    focusDay: null,
    namedDays: new Map(),
    sentenceDay: null,
    holidays: setting.grammar.holidays,
  });
  if (!reading) return one;
  const reason = 'counted from the day on which it was said';
  return { ...one, reading: { ...reading, reason }, days: { from: reading.from, to: reading.to } };
}

/** Only what counts from the day of speaking by days. */
function countsFromSpeech(term: Term): boolean {
  if (term.op === 'ahead') return true;
  if (term.op === 'daypart') return term.day !== undefined && countsFromSpeech(term.day);
  return term.op === 'step' && term.from === undefined;
}

function quotationsOf(words: readonly Word[]): Quoted[] {
  const quotations: Quoted[] = [];
  let open: number | null = null;
  for (const [index, word] of words.entries()) {
    if (word.text === '“') open = index;
    else if (word.text === '”' || word.text === '"') {
      if (open !== null) quotations.push({ first: open, last: index });
      open = open === null && word.text === '"' ? index : null;
    }
  }
  return quotations;
}

/** A day named in what follows the closing mark, or stands before the opening one, in the same sentence. */
function dayOfSpeech(quoted: Quoted, anchored: readonly (Anchored | null)[], words: readonly Word[]): Day | undefined {
  const after = sentenceRun(words, quoted.last + 1, 1);
  const before = sentenceRun(words, quoted.first - 1, -1);
  const day = anchored.find((one) => {
    if (one?.reading.grain !== 'day' || one.reading.from === null || one.tense.direction !== 'past') return false;
    const at = one.found.first;
    return (at > quoted.last && at < after) || (at < quoted.first && at > before);
  });
  return day?.reading.from ?? undefined;
}

/** Where the sentence ends that a word lies in, going on or back, but no further than `REACH`. */
function sentenceRun(words: readonly Word[], start: number, step: 1 | -1): number {
  let index = start;
  while (words[index] && Math.abs(index - start) < REACH && !isSentenceEnd(words, index)) index += step;
  return index;
}
