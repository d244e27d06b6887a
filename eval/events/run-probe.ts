import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { Event, ReportRecord } from '../../src/record/index.ts';
import { actorKey, distinctKeys, goldKey, type PartyKey, sameParties } from '../gold/match-parties.ts';
import { readLines } from '../gold/run.ts';
import { SYMMETRIC } from '../gold/score-gold.ts';
import { decimals, figures } from '../report/figures.ts';

/** A short passage of our own words, and every event that it tells; none for a near miss. */
interface Passage {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly gold: readonly Wanted[];
}

/** Parties are ISO 3166-1 alpha-3 codes or names; parties that are left out are not checked. */
interface Wanted {
  readonly type: string;
  readonly orType?: readonly string[];
  readonly mode?: string;
  readonly status: string;
  readonly orStatus?: readonly string[];
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  /** Right where it is read and no miss where it is not: debatable, or in the background. */
  readonly optional?: boolean;
}

interface Tally {
  passages: number;
  wanted: number;
  read: number;
  found: number;
  who: number;
  status: number;
  modes: number;
  mode: number;
  near: number;
  alarms: number;
  readonly mistakes: string[];
}

const OWN = fileURLToPath(new URL('.', import.meta.url));

/**
 * Reads the passages of every `probe-*.jsonl` here. Those with an even number are held back: their mistakes are counted and never read.
 */
export async function runProbes(toolkit: Toolkit): Promise<{ table: readonly string[]; open: readonly string[] }> {
  const files = readdirSync(OWN).filter((file) => /^probe-.*\.jsonl$/.test(file));
  const table = [
    '| probe | passages | events found P / R / F1 | parties right of found | status | mode | near misses read as events |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const mistakes: string[] = [];
  for (const file of files.sort()) {
    const passages = readLines<Passage>(join(OWN, file));
    const name = file.replace('.jsonl', '');
    const open = await tallyOf(passages.filter(isOpen), toolkit);
    const held = await tallyOf(
      passages.filter((passage) => !isOpen(passage)),
      toolkit,
    );
    table.push(row(`${name}, open`, open), row(`${name}, held back`, held));
    mistakes.push(...open.mistakes);
  }
  return { table, open: mistakes };
}

function isOpen({ id }: Passage): boolean {
  return Number(id.split('-').at(-1)) % 2 === 1;
}

async function tallyOf(passages: readonly Passage[], toolkit: Toolkit): Promise<Tally> {
  const tally: Tally = {
    passages: passages.length,
    wanted: 0,
    read: 0,
    found: 0,
    who: 0,
    status: 0,
    modes: 0,
    mode: 0,
    near: 0,
    alarms: 0,
    mistakes: [],
  };
  for (const passage of passages) {
    const { id, text, published } = passage;
    const { record } = await readReport(makeReport({ text, published, source: id }), toolkit);
    score(passage, record, tally);
  }
  return tally;
}

/** Adds a passage; each event of ours answers to one that is wanted at most, the one with its parties and status first. */
function score(passage: Passage, record: ReportRecord, tally: Tally): void {
  const left = new Set(record.events);
  for (const wanted of [...passage.gold].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false))) {
    const best = [...left]
      .filter((event) => [wanted.type, ...(wanted.orType ?? [])].includes(event.type))
      .map((event) => ({ event, who: hasParties(wanted, event, record), status: hasStatus(wanted, event) }))
      .sort((a, b) => Number(b.who) * 2 + Number(b.status) - Number(a.who) * 2 - Number(a.status))[0];
    if (wanted.optional) {
      if (best) left.delete(best.event);
      tally.read -= best ? 1 : 0;
      continue;
    }
    tally.wanted += 1;
    if (!best) {
      tally.mistakes.push(say('missed', passage, wanted, [...record.events], record));
      continue;
    }
    left.delete(best.event);
    tally.found += 1;
    if (best.who) tally.who += 1;
    if (best.status) tally.status += 1;
    if (!best.who || !best.status) {
      tally.mistakes.push(say(best.who ? 'status' : 'parties', passage, wanted, [best.event], record));
    }
    if (wanted.mode && best.event.type === wanted.type) {
      tally.modes += 1;
      if (best.event.mode === wanted.mode) tally.mode += 1;
      else tally.mistakes.push(say('mode', passage, wanted, [best.event], record));
    }
  }
  tally.read += record.events.length;
  for (const event of left) tally.mistakes.push(say('false', passage, null, [event], record));
  if (passage.gold.length === 0) {
    tally.near += 1;
    if (record.events.length > 0) tally.alarms += 1;
  }
}

function hasParties(wanted: Wanted, event: Event, record: ReportRecord): boolean {
  const actors = keysOf(event.actors, record);
  const recipients = keysOf([...event.recipients, ...event.hosts], record);
  if (SYMMETRIC.has(event.type)) {
    return isSame([...(wanted.actors ?? []), ...(wanted.recipients ?? [])], distinctKeys([...actors, ...recipients]));
  }
  return isSame(wanted.actors, actors) && isSame(wanted.recipients, recipients);
}

function keysOf(ids: readonly string[], record: ReportRecord): readonly PartyKey[] {
  return distinctKeys(ids.map((id) => actorKey(record, id)));
}

function isSame(wanted: readonly string[] | undefined, keys: readonly PartyKey[]): boolean {
  if (!wanted || wanted.length === 0) return true;
  return sameParties(
    distinctKeys(wanted.map((party) => goldKey(/^[A-Z]{3}$/.test(party) ? `|${party}` : party))),
    keys,
  );
}

function hasStatus(wanted: Wanted, event: Event): boolean {
  return [wanted.status, ...(wanted.orStatus ?? [])].includes(event.status);
}

function say(
  what: string,
  { id, text }: Passage,
  wanted: Wanted | null,
  read: readonly Event[],
  record: ReportRecord,
): string {
  const nameOf = (party: string) => record.actors.find((actor) => actor.id === party)?.country ?? party;
  const gave = read.map(
    ({ type, mode, status, actors, recipients, rule }) =>
      `${type}/${mode ?? ''} ${status} ${actors.map(nameOf).join(',')} > ${recipients.map(nameOf).join(',')} (${rule})`,
  );
  const gold = wanted
    ? `${wanted.type}/${wanted.mode ?? ''} ${wanted.status} ${wanted.actors?.join(',') ?? ''} > ${wanted.recipients?.join(',') ?? ''}`
    : '';
  return `${id} ${what}: ${gold} | read: ${gave.join('; ')} | ${text}`;
}

function row(name: string, tally: Tally): string {
  const { precision, recall, f1 } = figures(tally.found, tally.wanted, tally.read);
  const cells = [
    name,
    `${tally.passages}`,
    [precision, recall, f1].map(decimals).join(' / '),
    `${tally.who} of ${tally.found}`,
    `${tally.status} of ${tally.found}`,
    `${tally.mode} of ${tally.modes}`,
    `${tally.alarms} of ${tally.near}`,
  ];
  return `| ${cells.join(' | ')} |`;
}
