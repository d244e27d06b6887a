import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { ReportRecord } from '../../src/record/index.ts';
import { inCapitals } from '../core/capitals.ts';
import { decimals } from '../report/figures.ts';
import { type GoldReading, type GoldTally, goldFigures, newTally, scoreReading } from './score-gold.ts';

/** A line of the development reports. */
export interface GoldReport {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly outlet: string;
  readonly url: string;
  readonly dateline?: string;
}

/** Reads every report that has a gold reading; a split by id is reported, but no part is unseen: mistakes on all of them were read while rules were written. */
export async function runGold(data: string, toolkit: Toolkit): Promise<readonly string[]> {
  const golds = JSON.parse(readFileSync(join(data, 'gold/dev.json'), 'utf8')) as GoldReading[];
  const reports = readLines<GoldReport>(join(data, 'reports/dev.jsonl'));
  const tallies = { seen: newTally(), apart: newTally(), all: newTally(), capitals: newTally(), seed: newTally() };
  const withSeed = newTally();
  for (const gold of golds) {
    const report = reports.find((other) => other.id === gold.id)!;
    const { record } = await readReport(makeReport({ ...report, source: `dev.jsonl#${report.id}` }), toolkit);
    scoreReading(gold, record, tallies.all);
    scoreReading(gold, record, withSeed);
    const capitals = await readReport(makeReport(reportInCapitals(report)), toolkit);
    scoreReading(goldInCapitals(gold), capitals.record, tallies.capitals);
    scoreReading(gold, record, /[37]$/.test(report.id) ? tallies.apart : tallies.seen);
  }
  const heldBack = newTally();
  for (const gold of heldBackReadings()) {
    const report = reports.find((other) => other.id === gold.id)!;
    const { record } = await readReport(makeReport({ ...report, source: `dev.jsonl#${report.id}` }), toolkit);
    scoreReading(gold, record, heldBack);
  }
  const seed = await readSeed(join(data, '../seed'), toolkit);
  for (const tally of [tallies.seed, withSeed]) if (seed) scoreReading(seed.gold, seed.record, tally);
  return [
    '| set | events found P / R / F1 | who F1 | full F1 | status right of found | days right of dated | core with parties | quotations F1 | with speaker | times right |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    row('gold reports, all 38', tallies.all),
    row('… all 38 written in capitals', tallies.capitals),
    row('… id not ending in 3 or 7', tallies.seen),
    row('… id ending in 3 or 7 (mistakes read too)', tallies.apart),
    ...(seed ? [row('the founding report', tallies.seed), row('gold reports and the founding report', withSeed)] : []),
    row('held back: 13 reports coded blind, mistakes not read', heldBack),
    '',
    'Who vouches for the events that were found, and who denies them; a doer on his own act is not counted against us.',
    '',
    '| set | speakers named by gold and read | read beyond gold | events in the outlet’s own voice, read so |',
    '| --- | --- | --- | --- |',
    attributionRow('gold reports, all 38', tallies.all),
    ...(seed ? [attributionRow('the founding report', tallies.seed)] : []),
    attributionRow('held back: 13 reports', heldBack),
  ];
}

function reportInCapitals({ title, text, ...rest }: GoldReport) {
  return { ...rest, title: inCapitals(title), text: inCapitals(text), source: `dev.jsonl#${rest.id}` };
}

/** What a gold reading quotes, as a report in capitals has it. */
function goldInCapitals(gold: GoldReading): GoldReading {
  return {
    ...gold,
    events: gold.events.map((event) => ({ ...event, in: [event.in].flat().map(inCapitals) })),
    quotations: gold.quotations.map((quotation) => ({ ...quotation, quote: inCapitals(quotation.quote) })),
    times: gold.times.map((time) => ({ ...time, in: inCapitals(time.in) })),
  };
}

/** Readings that nobody reads the mistakes of; they say what new reports are worth to us. */
function heldBackReadings(): readonly GoldReading[] {
  const file = new URL('held-back.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly readings: readonly GoldReading[] }).readings;
}

async function readSeed(folder: string, toolkit: Toolkit): Promise<{ gold: GoldReading; record: ReportRecord } | null> {
  if (!existsSync(join(folder, 'report.txt'))) return null;
  const gold = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as GoldReading;
  const text = readFileSync(join(folder, 'report.txt'), 'utf8');
  const { record } = await readReport(makeReport({ text, published: gold.published, source: 'report.txt' }), toolkit);
  return { gold, record };
}

function row(name: string, tally: GoldTally): string {
  const { found, who, full, quotations } = goldFigures(tally);
  const { events, times } = tally;
  const cells = [
    name,
    [found.precision, found.recall, found.f1].map(decimals).join(' / '),
    decimals(who.f1),
    decimals(full.f1),
    `${events.status} of ${events.found}`,
    `${events.datedRight} of ${events.dated}`,
    `${events.coreWho} of ${events.core}`,
    decimals(quotations.f1),
    `${tally.quotations.speaker} of ${tally.quotations.gold}`,
    `${times.value} of ${times.gold}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function attributionRow(name: string, { attribution }: GoldTally): string {
  const { right, gold, wrong, read, ownVoiceRight, ownVoice } = attribution;
  return `| ${name} | ${right} of ${gold} | ${wrong} of ${read} | ${ownVoiceRight} of ${ownVoice} |`;
}

/** Lines of JSON. */
export function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
