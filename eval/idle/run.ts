import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { Event, ReportRecord } from '../../src/record/index.ts';
import { readLines } from '../gold/run.ts';
import { decimals, halfInterval } from '../report/figures.ts';

interface IdleText {
  readonly id: string;
  readonly class: string;
  readonly published: string;
  readonly text: string;
}

/** A text that says the words of an idle one of an event. */
interface LoudText extends IdleText {
  readonly type: Event['type'];
  readonly parties: readonly string[];
}

/** A text that was read wrongly, and what came of it. */
export interface Mistake {
  readonly id: string;
  readonly class: string;
  readonly text: string;
  readonly gave: string;
}

interface Tally {
  readonly texts: number;
  readonly mistakes: readonly Mistake[];
}

const OWN = fileURLToPath(new URL('.', import.meta.url));

/**
 * Reads texts that tell of no event, where every event is a false alarm, and texts with the same words that do tell of one.
 * Of our own texts those with an even number are held back: their mistakes are counted and never read.
 */
export async function runIdle(
  data: string,
  toolkit: Toolkit,
): Promise<{ table: readonly string[]; open: readonly Mistake[] }> {
  const shared = await readAll(readLines<IdleText>(join(data, 'idle/idle-dev.jsonl')), toolkit, isAlarm);
  const own = readLines<IdleText>(join(OWN, 'idle.jsonl'));
  const tuning = await readAll(readLines<IdleText>(join(OWN, 'tuning.jsonl')), toolkit, isAlarm);
  const news = readLines<IdleText>(join(OWN, 'news.jsonl'));
  const pairs = readLines<LoudText>(join(OWN, 'pairs.jsonl'));
  const idle = await readHalves(own, toolkit, isAlarm);
  const newsRead = await readHalves(news, toolkit, isAlarm);
  const fresh = await readHalves(readLines<IdleText>(join(OWN, 'fresh.jsonl')), toolkit, isAlarm);
  const quiet = await readHalves(readLines<IdleText>(join(OWN, 'quiet.jsonl')), toolkit, isAlarm);
  const amid = await readAll(readLines<LoudText>(join(OWN, 'loud.jsonl')), toolkit, isMissed);
  const loud = await readHalves(pairs, toolkit, isMissed);
  const spoken = await readHalves(readLines<LoudText>(join(OWN, 'spoken.jsonl')), toolkit, isMissed);
  return {
    table: [
      '| texts | read wrongly | share | by class |',
      '| --- | --- | --- | --- |',
      row('idle, shared', shared),
      row('idle, our own, for tuning', tuning),
      row('idle, our own, open', idle.open),
      row('idle, our own, held back', idle.held),
      row('idle, in the manner of news, open', newsRead.open),
      row('idle, in the manner of news, held back', newsRead.held),
      row('idle, the latest, open', fresh.open),
      row('idle, the latest, held back', fresh.held),
      row('idle, written last, open', quiet.open),
      row('idle, written last, held back', quiet.held),
      row('events amid the words of other matters, for tuning: missed', amid),
      row('the same words of an event, open: missed', loud.open),
      row('the same words of an event, held back: missed', loud.held),
      row('the words of those written last of an event, open: missed', spoken.open),
      row('the words of those written last of an event, held back: missed', spoken.held),
    ],
    open: [
      ...shared.mistakes,
      ...tuning.mistakes,
      ...idle.open.mistakes,
      ...newsRead.open.mistakes,
      ...fresh.open.mistakes,
      ...quiet.open.mistakes,
      ...amid.mistakes,
      ...loud.open.mistakes,
      ...spoken.open.mistakes,
    ],
  };
}

function isOpen({ id }: IdleText): boolean {
  return Number(id.split('-').at(-1)) % 2 === 1;
}

function isAlarm(_text: IdleText, record: ReportRecord): boolean {
  return record.events.length > 0;
}

/** Found is an event of the type with all the parties, in whatever roles. */
function isMissed({ type, parties }: LoudText, record: ReportRecord): boolean {
  const countryOf = (id: string) => record.actors.find((actor) => actor.id === id)?.country ?? id;
  return !record.events.some((event) => {
    const found = [...event.actors, ...event.recipients, ...event.hosts].map(countryOf);
    return event.type === type && parties.every((party) => found.includes(party));
  });
}

async function readHalves<Text extends IdleText>(
  texts: readonly Text[],
  toolkit: Toolkit,
  isWrong: (text: Text, record: ReportRecord) => boolean,
): Promise<{ open: Tally; held: Tally }> {
  const held = texts.filter((text) => !isOpen(text));
  return {
    open: await readAll(texts.filter(isOpen), toolkit, isWrong),
    held: await readAll(held, toolkit, isWrong),
  };
}

async function readAll<Text extends IdleText>(
  texts: readonly Text[],
  toolkit: Toolkit,
  isWrong: (text: Text, record: ReportRecord) => boolean,
): Promise<Tally> {
  const mistakes: Mistake[] = [];
  for (const idle of texts) {
    const { id, class: name, published, text } = idle;
    const { record } = await readReport(makeReport({ text, published, source: id }), toolkit);
    if (isWrong(idle, record)) mistakes.push({ id, class: name, text, gave: record.events.map(sayEvent).join('; ') });
  }
  return { texts: texts.length, mistakes };
}

function sayEvent({ type, status, actors, recipients, rule }: Event): string {
  return `${type} ${status} ${actors.join('+')} → ${recipients.join('+')} (${rule})`;
}

function row(name: string, { texts, mistakes }: Tally): string {
  const share = mistakes.length / texts;
  const classes = new Map<string, number>();
  for (const mistake of mistakes) classes.set(mistake.class, (classes.get(mistake.class) ?? 0) + 1);
  const loud = [...classes].map(([kind, count]) => `${kind} ${count}`).join(', ');
  const measured = `${decimals(share)} ± ${decimals(halfInterval(share, texts))}`;
  return `| ${name} | ${mistakes.length} of ${texts} | ${measured} | ${loud || 'none'} |`;
}
