import { readFileSync } from 'node:fs';
import type { AnnotatedReport, Mention } from '../../src/document/index.ts';
import type { Actor } from '../../src/record/index.ts';

/** A party of a gold event, with the sentences that state the event. */
export interface GoldParty {
  readonly report: string;
  readonly event: string;
  readonly name: string;
  readonly country: string;
  readonly snippets: readonly string[];
}

interface GoldReading {
  readonly id?: string;
  readonly events: readonly {
    readonly id: string;
    readonly actors: readonly string[];
    readonly recipients?: readonly string[];
    readonly in: string | readonly string[];
  }[];
}

/** Reads gold readings (`chancery/gold@1`): one, or an array of them. */
export function readGoldParties(file: string, id: string): GoldParty[] {
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as GoldReading | GoldReading[];
  return [parsed].flat().flatMap((reading) =>
    reading.events.flatMap((event) =>
      [...event.actors, ...(event.recipients ?? [])].map((party) => {
        const [name = '', country = ''] = party.split('|');
        return { report: reading.id ?? id, event: event.id, name, country, snippets: [event.in].flat() };
      }),
    ),
  );
}

/** What became of a gold party: found with its country (and name), found otherwise, or not among the mentions of its sentences. */
export type Verdict = 'right' | 'wrong' | 'not in its sentences';

/** Looks for a party among the actors mentioned in the sentences that state its event. */
export function judgeParty(
  party: GoldParty,
  doc: AnnotatedReport,
  resolved: { readonly actors: readonly Actor[]; readonly mentions: readonly Mention[] },
  stateNames: (country: string) => readonly string[],
): Verdict {
  const { text } = doc.report;
  const sentences = doc.sentences.filter((sentence) =>
    party.snippets.some((snippet) =>
      occurrences(text, snippet).some((at) => at < sentence.end && at + snippet.length > sentence.start),
    ),
  );
  const here = resolved.mentions.filter((mention) => sentences.some((sentence) => sentence.index === mention.sentence));
  const actors = new Map(resolved.actors.map((actor) => [actor.id, actor]));
  const named = here.flatMap((mention) => mention.actors.map((id) => ({ mention, actor: actors.get(id)! })));
  if (named.some(({ actor, mention }) => isParty(party, actor, mention))) return 'right';
  const country = party.country && here.some((mention) => mention.place?.country === party.country);
  if (!party.name && country) return 'right';
  return named.length === 0 ||
    !mayBeNamed(party, sentences.map((sentence) => text.slice(sentence.start, sentence.end)).join(' '), stateNames)
    ? 'not in its sentences'
    : 'wrong';
}

function isParty(party: GoldParty, actor: Actor, mention: Mention): boolean {
  const isCountry = (party.country || null) === actor.country || (party.country === '' && actor.type !== 'state');
  if (party.name === '') return actor.country === party.country;
  const names = [
    actor.name,
    mention.text,
    ...actor.mentions.filter((other) => other.kind !== 'pronoun').map((other) => other.text),
  ];
  const isNamed = names.some((name) => sameName(fold(party.name), fold(name)));
  return isCountry && isNamed;
}

function sameName(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1));
}

/** Whether the words of the sentences may name the party at all: a word of its name, or any name of its state, stands there. */
function mayBeNamed(party: GoldParty, text: string, stateNames: (country: string) => readonly string[]): boolean {
  if (party.name === '') return stateNames(party.country).some((name) => ` ${fold(text)} `.includes(` ${fold(name)} `));
  return fold(party.name)
    .split(' ')
    .some((word) => word.length > 3 && fold(text).includes(word));
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}
