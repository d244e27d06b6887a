/**
 * Coreference and linking on GUM: `tsx eval/actors/coreference.ts DATA [--train] [--errors]`; DATA holds treebank/gum-open-*.conllu.xz.
 * Gold mentions are those of persons, organisations and places; what we resolve are actors, so chains of anything else in them
 * ("the participants") count against us. A pronoun is right when the latest mention before it that is no pronoun and that we give
 * the same actor stands in its gold chain.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { annotate } from '../../src/annotate/index.ts';
import type { AnnotatedReport, Mention } from '../../src/document/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import type { Actor } from '../../src/record/index.ts';
import { resolveActors } from '../../src/resolve/actors/index.ts';
import { openKeptSession } from '../core/kept-session.ts';
import { type GoldDocument, rawText, readText, readTreebank } from '../core/treebank.ts';
import { addLea, type Chains, countLea, type LeaCounts, leaFigures, NO_COUNTS } from './chain-scores.ts';
import { type GoldMention, goldMentions } from './gold-chains.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { train: { type: 'boolean' }, errors: { type: 'boolean' } },
});
const [session, knowledge] = await Promise.all([openKeptSession(), loadKnowledge()]);
const file = join(positionals[0] ?? '', `treebank/gum-open-${options.train ? 'train' : 'dev'}.conllu.xz`);

interface Tally {
  readonly lea: LeaCounts;
  readonly pronouns: Record<'all' | 'answered' | 'right' | 'ofNamed' | 'rightOfNamed', number>;
  readonly links: { readonly all: number; readonly found: number; readonly right: number };
}

const NOTHING: Tally = {
  lea: NO_COUNTS,
  pronouns: { all: 0, answered: 0, right: 0, ofNamed: 0, rightOfNamed: 0 },
  links: { all: 0, found: 0, right: 0 },
};

/** Texts like those that the program is for. */
const NEWS_LIKE = new Set(['news', 'interview', 'speech']);
const THIRD_PERSON = /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/i;
const TYPES = new Set(['person', 'organization', 'place']);

let [all, newsLike] = [NOTHING, NOTHING];
for (const document of readTreebank(readText(file))) {
  const tally = await scoreDocument(document);
  all = add(all, tally);
  if (NEWS_LIKE.has(document.id.split('_')[1]!)) newsLike = add(newsLike, tally);
}
await session.close();
process.stdout.write(
  [
    '| GUM | LEA P / R / F1 | pronouns | answered | right of answered | of chains with a name | right of these | Wikipedia-titled states, persons, bodies | found | right of found |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    rowOf('all', all),
    rowOf('news, interviews, speeches', newsLike),
    '',
  ].join('\n'),
);

/** A mention of ours with its gold mention, where it has one. */
interface Pair {
  readonly mention: Mention;
  readonly key: string;
  readonly gold: number | null;
}

async function scoreDocument(document: GoldDocument): Promise<Tally> {
  const golds = goldMentions(document);
  const doc = await annotate(reportOf(document), session);
  const { actors, mentions } = resolveActors(doc, knowledge);
  const pairs = pairUp(doc, actors, mentions, golds);
  return {
    lea: countLea(goldChains(golds), foundChains(pairs, golds)),
    pronouns: scorePronouns(document.id, doc, pairs, golds),
    links: scoreLinks(document.id, actors, pairs, golds),
  };
}

function reportOf(document: GoldDocument) {
  const published = { value: null, basis: 'unknown' as const, from: null, to: null, reasons: [] };
  const none = { url: null, outlet: null, title: null, byline: null, dateline: null };
  return { id: document.id, source: '-', ...none, language: 'en', published, text: rawText(document) };
}

/** Each resolved mention with the gold mention that has its head, the one of most equal length where several have. */
function pairUp(
  doc: AnnotatedReport,
  actors: readonly Actor[],
  mentions: readonly Mention[],
  golds: readonly GoldMention[],
): Pair[] {
  return mentions.flatMap((mention): Pair[] => {
    const key = keyOf(mention, actors);
    if (key === null) return [];
    const head = doc.sentences[mention.sentence]!.tokens[mention.head]!;
    const fitting = golds
      .map((gold, index) => ({ gold, index }))
      .filter(({ gold }) => gold.heads.some(({ start, end }) => start < head.end && head.start < end))
      .sort((one, other) => lengthBetween(one.gold, mention) - lengthBetween(other.gold, mention));
    return [{ mention, key, gold: fitting[0]?.index ?? null }];
  });
}

/** The actor, or several together; a place that is no state ("in Moscow") stands for itself. */
function keyOf(mention: Mention, actors: readonly Actor[]): string | null {
  const { place, reading } = mention;
  const isState = actors.some(({ id, name }) => mention.actors.includes(id) && name === place?.name);
  if (reading === 'place' && place !== null && !isState) return `place ${place.name}`;
  return mention.actors.length === 0 ? null : [...mention.actors].sort().join('+');
}

function lengthBetween(gold: GoldMention, mention: Mention): number {
  return Math.abs(gold.end - gold.start - (mention.end - mention.start));
}

function goldChains(golds: readonly GoldMention[]): Chains {
  const chains = new Map<string, number[]>();
  golds.forEach(({ chain, type }, index) => {
    if (TYPES.has(type)) chains.set(chain, [...(chains.get(chain) ?? []), index]);
  });
  return [...chains.values()];
}

/**
 * Chains of ours in the numbers of the gold mentions. What is no gold mention, or one that another actor has already, gets a number
 * of its own; title and name ("Professor Eastman") are one mention; mentions of other types of gold do not count.
 */
function foundChains(pairs: readonly Pair[], golds: readonly GoldMention[]): Chains {
  const chains = new Map<string, Set<number>>();
  const owners = new Map<number, string>();
  pairs.forEach(({ key, gold }, index) => {
    if (gold !== null && !TYPES.has(golds[gold]!.type)) return;
    const isFree = gold !== null && (owners.get(gold) ?? key) === key;
    if (isFree) owners.set(gold, key);
    chains.set(key, (chains.get(key) ?? new Set()).add(isFree ? gold : golds.length + index));
  });
  return [...chains.values()].map((chain) => [...chain]);
}

function scorePronouns(
  id: string,
  doc: AnnotatedReport,
  pairs: readonly Pair[],
  golds: readonly GoldMention[],
): Tally['pronouns'] {
  let [all, answered, right, ofNamed, rightOfNamed] = [0, 0, 0, 0, 0];
  const named = new Set(golds.filter(({ isName }) => isName).map(({ chain }) => chain));
  golds.forEach((gold, index) => {
    if (!gold.isPronoun || !TYPES.has(gold.type) || !THIRD_PERSON.test(gold.words)) return;
    if (!golds.some((other) => other.chain === gold.chain && !other.isPronoun && other.end <= gold.start)) return;
    all += 1;
    const pair = pairs.find((one) => one.gold === index);
    const isNamed = named.has(gold.chain);
    const before = pair && pairs.findLast((one) => isBefore(one, pair));
    if (pair) answered += 1;
    if (isNamed) ofNamed += 1;
    const isRight = before?.gold != null && golds[before.gold]!.chain === gold.chain;
    if (isRight) right += 1;
    if (isRight && isNamed) rightOfNamed += 1;
    if (options.errors && !isRight)
      tell(id, doc, gold, golds, before?.mention.text ?? (pair ? `${pair.key}?` : 'nobody'));
  });
  return { all, answered, right, ofNamed, rightOfNamed };
}

function isBefore(one: Pair, pair: Pair): boolean {
  return one.key === pair.key && one.mention.kind !== 'pronoun' && one.mention.end <= pair.mention.start;
}

function tell(id: string, doc: AnnotatedReport, gold: GoldMention, golds: readonly GoldMention[], said: string): void {
  const { text } = doc.report;
  const before = golds
    .filter((other) => other.chain === gold.chain && !other.isPronoun && other.end <= gold.start)
    .at(-1);
  const context = `${text.slice(Math.max(0, gold.start - 220), gold.start)}<<${gold.words}>>${text.slice(gold.end, gold.end + 60)}`;
  process.stdout.write(`${id}: ${gold.words} is "${before?.words}", not ${said}: ${context.replaceAll('\n', ' ')}\n`);
}

function scoreLinks(
  id: string,
  actors: readonly Actor[],
  pairs: readonly Pair[],
  golds: readonly GoldMention[],
): Tally['links'] {
  let [total, found, right] = [0, 0, 0];
  golds.forEach((gold, index) => {
    if (gold.title === null || gold.isPronoun || !isLinkable(gold)) return;
    total += 1;
    const pair = pairs.find((one) => one.gold === index);
    if (!pair) {
      if (options.errors) process.stdout.write(`${id}: no link of "${gold.words}" (${gold.title})\n`);
      return;
    }
    found += 1;
    const isRight = namesOf(pair, actors).some((name) => isTitle(name, gold.title!) || isShortFor(name, gold));
    if (isRight) right += 1;
    else if (options.errors) process.stdout.write(`${id}: "${gold.words}" is ${gold.title}, not ${pair.key}\n`);
  });
  return { all: total, found, right };
}

/** Persons (a title of one word is a people: "Americans"), and what the base knows as a state or an international body. */
function isLinkable({ type, title }: GoldMention): boolean {
  if (type === 'person') return title!.includes(' ');
  return knowledge.names
    .lookUp(plain(title!))
    .some(({ target }) => ['state', 'igo'].includes(knowledge.actorById(target)?.type ?? ''));
}

function namesOf({ mention, key }: Pair, actors: readonly Actor[]): readonly string[] {
  if (mention.actors.length === 0) return [key.replace(/^place /, '')];
  return mention.actors.flatMap((id) => [
    actors.find((actor) => actor.id === id)?.name ?? '',
    ...knowledge.namesOf(id),
  ]);
}

function isTitle(name: string, title: string): boolean {
  return plain(name) === plain(title);
}

/** "Cres Eastman", in a text that never calls him Creswell. */
function isShortFor(name: string, { type, title }: GoldMention): boolean {
  if (type !== 'person') return false;
  const [given, full] = [plain(name).split(' '), plain(title!).split(' ')];
  return given.length > 1 && given.at(-1) === full.at(-1) && full[0]!.startsWith(given[0]!.slice(0, 3));
}

function plain(name: string): string {
  return name
    .replace(/\s*\(.*\)$/, '')
    .replace(/^the /i, '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase();
}

function add(a: Tally, b: Tally): Tally {
  const sum = <K extends string>(x: Record<K, number>, y: Record<K, number>) =>
    Object.fromEntries(Object.keys(x).map((key) => [key, x[key as K] + y[key as K]])) as Record<K, number>;
  return { lea: addLea(a.lea, b.lea), pronouns: sum(a.pronouns, b.pronouns), links: sum(a.links, b.links) };
}

function rowOf(name: string, { lea, pronouns, links }: Tally): string {
  const { precision, recall, f1 } = leaFigures(lea);
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const cells = [
    [precision, recall, f1].map((figure) => figure.toFixed(1)).join(' / '),
    pronouns.all,
    pronouns.answered,
    share(pronouns.right, pronouns.answered),
    pronouns.ofNamed,
    share(pronouns.rightOfNamed, pronouns.ofNamed),
    links.all,
    links.found,
    share(links.right, links.found),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}
