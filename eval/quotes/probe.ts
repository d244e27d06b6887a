/**
 * Scores quotations on the probe, by class: words, kind, speaker, addressee, channel.
 *
 *   npx tsx eval/quotes/probe.ts [--verbose]
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readReport } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { Quotation, ReportRecord } from '../../src/record/index.ts';
import { openKeptToolkit } from '../core/kept-session.ts';
import { fold } from '../gold/match-parties.ts';

const wantedSchema = z.strictObject({
  say: z.string(),
  kind: z.enum(['direct', 'mixed', 'indirect']),
  by: z.string(),
  land: z.string().optional(),
  to: z.string().optional(),
  channel: z.string().optional(),
});
type Wanted = z.infer<typeof wantedSchema>;
const probeSchema = z.strictObject({
  published: z.iso.date(),
  texts: z.array(z.strictObject({ id: z.string(), text: z.string(), quotations: z.array(wantedSchema) })),
});

const MEASURES = ['words', 'kind', 'speaker', 'addressee', 'channel', 'indirect'] as const;
type Measure = (typeof MEASURES)[number];
interface Tally {
  extra: number;
  readonly right: Record<Measure, number>;
  readonly all: Record<Measure, number>;
}

/** Share of the words that both have which makes two quotations the same. Source: the scorer of the gold readings. */
const ENOUGH = 0.8;

const isVerbose = process.argv.includes('--verbose');
const probe = probeSchema.parse(parse(readFileSync(new URL('probe.yaml', import.meta.url), 'utf8')));
const toolkit = await openKeptToolkit();
const tallies = new Map<string, Tally>();
for (const { id, text, quotations } of probe.texts) {
  const { record } = await readReport(makeReport({ text, published: probe.published, source: id }), toolkit);
  for (const name of [id.split('-')[0]!, 'all']) {
    if (!tallies.has(name)) tallies.set(name, { extra: 0, right: counts(), all: counts() });
    score(record, quotations, tallies.get(name)!, name === 'all' && isVerbose ? (line) => say(`${id}  ${line}`) : null);
  }
}
say('class       | direct and mixed: found, false | kind | speaker | addressee | channel | indirect found');
for (const [name, tally] of tallies) say(lineOf(name, tally));

function counts(): Record<Measure, number> {
  return { words: 0, kind: 0, speaker: 0, addressee: 0, channel: 0, indirect: 0 };
}

function score(
  record: ReportRecord,
  quotations: readonly Wanted[],
  tally: Tally,
  tell: ((line: string) => void) | null,
): void {
  const taken = new Set<Quotation>();
  const judge = (measure: Measure, isRight: boolean, line: string) => {
    tally.all[measure] += 1;
    if (isRight) tally.right[measure] += 1;
    else tell?.(`${measure}: ${line}`);
  };
  for (const wanted of quotations) {
    const found = bestFor(record, wanted, taken);
    judge(wanted.kind === 'indirect' ? 'indirect' : 'words', found !== null, `missed ${wanted.say}`);
    if (found) taken.add(found);
    if (wanted.kind !== 'indirect')
      judge('kind', found?.kind === wanted.kind, `${found?.kind} not ${wanted.kind}: ${wanted.say}`);
    judge(
      'speaker',
      found !== null && isSpeaker(record, found, wanted),
      `${found?.speaker} “${found?.speakerMention?.text}” not ${wanted.by}: ${wanted.say}`,
    );
    if (wanted.to)
      judge(
        'addressee',
        isNamed(record, found?.addressee, wanted.to),
        `${found?.addressee} not ${wanted.to}: ${wanted.say}`,
      );
    if (wanted.channel)
      judge('channel', found?.channel === wanted.channel, `${found?.channel} not ${wanted.channel}: ${wanted.say}`);
  }
  for (const extra of record.quotations
    .filter(({ kind }) => kind !== 'indirect')
    .filter((other) => !taken.has(other))) {
    tally.extra += 1;
    tell?.(`false: ${extra.kind} ${extra.text}`);
  }
}

function bestFor(record: ReportRecord, wanted: Wanted, taken: ReadonlySet<Quotation>): Quotation | null {
  const start = record.report.text.indexOf(wanted.say);
  if (start < 0) throw new Error(`the probe's text does not hold “${wanted.say}”`);
  const isWanted = ({ kind }: Quotation) => (kind === 'indirect') === (wanted.kind === 'indirect');
  const shares = record.quotations
    .filter((quotation) => isWanted(quotation) && !taken.has(quotation))
    .map((quotation) => ({ quotation, share: shareOf(quotation, { start, end: start + wanted.say.length }) }))
    .filter(({ share }) => share >= ENOUGH);
  return shares.sort((a, b) => b.share - a.share)[0]?.quotation ?? null;
}

function shareOf(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The speaker by his name, or the words that name him; of unnamed sources the country too. */
function isSpeaker(record: ReportRecord, { speaker, speakerMention }: Quotation, { by, land }: Wanted): boolean {
  const actor = record.actors.find(({ id }) => id === speaker);
  const isHim = isNamed(record, speaker, by) || (speakerMention !== null && isSame(speakerMention.text, by));
  return isHim && (land === undefined || actor?.country === land);
}

function isNamed(record: ReportRecord, id: string | null | undefined, name: string): boolean {
  const actor = record.actors.find((other) => other.id === id);
  return (
    actor !== undefined && [actor.name, ...actor.mentions.map(({ text }) => text)].some((other) => isSame(other, name))
  );
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  return one.length > 0 && (one === other || ` ${other} `.includes(` ${one} `) || ` ${one} `.includes(` ${other} `));
}

function lineOf(name: string, { right, all, extra }: Tally): string {
  const of = (measure: Measure) => (all[measure] === 0 ? '–' : `${right[measure]} of ${all[measure]}`);
  const cells = [`${of('words')}, ${extra}`, of('kind'), of('speaker'), of('addressee'), of('channel'), of('indirect')];
  return `${name.padEnd(11)} | ${cells.join(' | ')}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
