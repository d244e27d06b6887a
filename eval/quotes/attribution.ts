/**
 * Scores who vouches for events on short texts of our own: the event, its status, its speakers with their stances, in order.
 *
 *   npx tsx eval/quotes/attribution.ts [--verbose]
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readReport } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { Attribution, Event, ReportRecord } from '../../src/record/index.ts';
import { openKeptToolkit } from '../core/kept-session.ts';
import { fold } from '../gold/match-parties.ts';

const textSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  act: z.string(),
  status: z.string(),
  orStatus: z.string().optional(),
  who: z.array(z.string()),
});
type Text = z.infer<typeof textSchema>;
const probeSchema = z.strictObject({ published: z.iso.date(), texts: z.array(textSchema) });

interface Tally {
  all: number;
  read: number;
  status: number;
  who: number;
}

const isVerbose = process.argv.includes('--verbose');
const probe = probeSchema.parse(parse(readFileSync(new URL('attribution.yaml', import.meta.url), 'utf8')));
const toolkit = await openKeptToolkit();
const tallies = new Map<string, Tally>();
for (const wanted of probe.texts) {
  const report = makeReport({ text: wanted.text, published: probe.published, source: wanted.id });
  const { record } = await readReport(report, toolkit);
  const event = eventAt(record, wanted);
  const hasStatus = event !== null && [wanted.status, wanted.orStatus].includes(event.status);
  const hasSpeakers = event !== null && isSaidBy(record, event, wanted.who);
  for (const name of [wanted.id.split('-')[0]!, 'all']) {
    const tally = tallies.get(name) ?? { all: 0, read: 0, status: 0, who: 0 };
    tally.all += 1;
    if (event) tally.read += 1;
    if (hasStatus) tally.status += 1;
    if (hasSpeakers) tally.who += 1;
    tallies.set(name, tally);
  }
  if (isVerbose && !(hasStatus && hasSpeakers)) say(`${wanted.id}  ${told(event)}\n           ${wanted.text}`);
}
say('class       | events read | status right | speakers and stances right');
for (const [name, { all, read, status, who }] of tallies)
  say(`${name.padEnd(11)} | ${read} of ${all} | ${status} of ${all} | ${who} of ${all}`);

/** The event whose trigger the act is, or whose evidence and words hold it. */
function eventAt(record: ReportRecord, { act }: Text): Event | null {
  return record.events.find(({ trigger }) => trigger.text.includes(act)) ?? null;
}

function isSaidBy(record: ReportRecord, { attribution }: Event, who: readonly string[]): boolean {
  return attribution.length === who.length && attribution.every((entry, at) => isStand(record, entry, who[at]!));
}

function isStand(record: ReportRecord, { actor: id, stance }: Attribution, wanted: string): boolean {
  const [name, wantedStance] = [wanted.slice(0, wanted.lastIndexOf(' ')), wanted.slice(wanted.lastIndexOf(' ') + 1)];
  const actor = record.actors.find((other) => other.id === id);
  if (!actor || stance !== wantedStance) return false;
  if (actor.country === name) return true;
  return [actor.name, ...actor.mentions.map(({ text }) => text)].some((other) => fold(other).includes(fold(name)));
}

function told(event: Event | null): string {
  if (!event) return 'no such event';
  const who = event.attribution.map(({ actor, stance }) => `${actor} ${stance}`).join(', ');
  return `${event.status}, ${who || 'the outlet'}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
