import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Mention } from '../../src/document/index.ts';
import type { Actor, Report } from '../../src/record/index.ts';
import { openReader } from '../quotes/open-reader.ts';

/** Scores actor resolution on the probes: exact words and exact actors. `tsx eval/actors/probe.ts [--verbose]` */
const PROBES = ['probe', 'probe-fresh', 'probe-second'] as const;
/** Every second entry of these is held back: scored, its mistakes never printed. */
const HALVED: readonly string[] = ['probe-fresh', 'probe-second'];

const answerSchema = z.union([z.string(), z.array(z.string())]);
const probeSchema = z.array(
  z.strictObject({
    date: z.iso.date().nullable(),
    outlet: z.string().optional(),
    tags: z.array(z.string()),
    text: z.string(),
    mentions: z.record(z.string(), answerSchema),
  }),
);
type Entry = z.infer<typeof probeSchema>[number];

interface Tally {
  right: number;
  all: number;
}

const verbose = process.argv.includes('--verbose');
const read = await openReader();

for (const probe of PROBES) {
  const entries = probeSchema.parse(parse(readFileSync(new URL(`${probe}.yaml`, import.meta.url), 'utf8')));
  const tallies = new Map<string, Tally>();
  for (const [index, entry] of entries.entries()) {
    const isHeldBack = HALVED.includes(probe) && index % 2 === 1;
    const half = HALVED.includes(probe) ? [isHeldBack ? 'held back' : 'open'] : [];
    for (const { words, answer, found, isRight } of await answersOf(entry, index)) {
      for (const tag of ['all', ...half, ...entry.tags]) count(tallies, tag, isRight);
      if (!verbose || isRight || isHeldBack) continue;
      const got = found ? `${found.actors.join(' + ')}${found.reading === 'place' ? ' (place)' : ''}` : 'no mention';
      process.stdout.write(`${entry.text}\n   ${words}: ${JSON.stringify(answer)} ≠ ${got}\n`);
    }
  }
  process.stdout.write(`${probe}: ${entries.length} sentences\n`);
  for (const [tag, { right, all }] of tallies)
    process.stdout.write(`${tag.padEnd(12)} ${right}/${all} ${((100 * right) / all).toFixed(1)} %\n`);
}

async function answersOf(entry: Entry, index: number) {
  const { actors, mentions } = await read(reportOf(entry, index));
  return Object.entries(entry.mentions).map(([words, answer]) => {
    const found = mentionOf(entry.text, words, mentions);
    return { words, answer, found, isRight: judge(answer, found, actors) };
  });
}

function count(tallies: Map<string, Tally>, tag: string, isRight: boolean): void {
  const tally = tallies.get(tag) ?? { right: 0, all: 0 };
  tallies.set(tag, { right: tally.right + (isRight ? 1 : 0), all: tally.all + 1 });
}

/** "Sarkozy#1" is the second time that the words stand in the text, as whole words. */
function mentionOf(text: string, words: string, mentions: readonly Mention[]): Mention | undefined {
  const [phrase = '', nth = '0'] = words.split('#');
  const start = placesOf(text, phrase)[Number(nth)] ?? -1;
  const end = start + phrase.length;
  const exact = mentions.filter((mention) => mention.start === start && mention.end === end);
  return exact.find((mention) => mention.actors.length > 0) ?? exact[0];
}

function placesOf(text: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const isWhole = !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + phrase.length] ?? ' ');
    if (isWhole) places.push(at);
  }
  return places;
}

/** `CHN`, `place CHN`, `per:name NOR` (with the country that it must have), `none`, or a list for a set. */
function judge(answer: string | readonly string[], found: Mention | undefined, actors: readonly Actor[]): boolean {
  if (answer === 'none') return found === undefined || found.actors.length === 0;
  if (!found) return false;
  const wanted = [answer].flat();
  if (wanted[0]!.startsWith('place ')) return found.reading === 'place' && found.place?.country === wanted[0]!.slice(6);
  const ids = wanted.map((value) => value.split(' ')[0]!);
  const isSame = ids.length === found.actors.length && ids.every((id) => found.actors.includes(id));
  const countries = wanted.map((value) => value.split(' ')[1]).filter((country) => country !== undefined);
  const hasCountry = countries.every(
    (country) => (actors.find((actor) => actor.id === ids[0])?.country ?? 'null') === country,
  );
  return isSame && hasCountry && (found.reading === 'party' || ids[0]!.startsWith('plc:'));
}

function reportOf(entry: Entry, index: number): Report {
  return {
    ...{ id: `r_probe${index}`, source: `probe.yaml#${index}`, url: null, outlet: entry.outlet ?? null },
    ...{ title: null, byline: null, language: 'en', dateline: null },
    published: {
      value: entry.date,
      basis: entry.date ? 'given' : 'unknown',
      from: entry.date,
      to: entry.date,
      reasons: [],
    },
    text: entry.text,
  };
}
