/**
 * Coreference and linking on GUM: `tsx eval/actors/coreference.ts DATA [--train] [--errors]`; DATA holds treebank/gum-open-*.conllu.xz.
 * Gold mentions are those of persons, organisations and places; what we resolve are actors, so chains of anything else in them
 * ("the participants") count against us in LEA. Of the pronouns, all of the third person are counted that stand in such a chain behind
 * a mention that is no pronoun, named or not ("the driver … he"). One is right when the phrase that it was taken to point to stands in its
 * gold chain. Pronouns of the first and second person are not counted: quotations tell who speaks.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AnnotatedReport, Mention } from '../../src/document/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import type { Actor } from '../../src/record/index.ts';
import { type GoldDocument, readText, readTreebank } from '../core/treebank.ts';
import { openReader } from '../quotes/open-reader.ts';
import { addLea, type Chains, countLea, type LeaCounts, leaFigures, NO_COUNTS } from './chain-scores.ts';
import { type GoldMention, goldMentions } from './gold-chains.ts';
import { reportOf } from './gum-report.ts';
import { goldNumberOf, isAntecedent } from './pair-mentions.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { train: { type: 'boolean' }, errors: { type: 'boolean' } },
});
const [read, knowledge] = await Promise.all([openReader(), loadKnowledge()]);
const file = join(positionals[0] ?? '', `treebank/gum-open-${options.train ? 'train' : 'dev'}.conllu.xz`);

interface Tally {
  readonly lea: LeaCounts;
  /** `actors`: those given an actor; `stray`: given one where the gold has a thing or nothing. */
  readonly pronouns: Record<'all' | 'answered' | 'right' | 'ofNamed' | 'rightOfNamed' | 'actors' | 'stray', number>;
  /** `inBase`: the base knows the title. */
  readonly links: Record<'all' | 'found' | 'right' | 'inBase' | 'rightInBase', number>;
}

const NOTHING: Tally = {
  lea: NO_COUNTS,
  pronouns: { all: 0, answered: 0, right: 0, ofNamed: 0, rightOfNamed: 0, actors: 0, stray: 0 },
  links: { all: 0, found: 0, right: 0, inBase: 0, rightInBase: 0 },
};

/** Texts like those that the program is for. */
const NEWS_LIKE = new Set(['news', 'interview', 'speech']);
const THIRD_PERSON = /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/i;
const TYPES = new Set(['person', 'organization', 'place']);

const byGenre = new Map<string, Tally>();
for (const document of readTreebank(readText(file))) {
  const tally = await scoreDocument(document);
  const genre = document.id.split('_')[1]!;
  for (const key of ['all', ...(NEWS_LIKE.has(genre) ? ['news, interviews, speeches'] : []), genre])
    byGenre.set(key, add(byGenre.get(key) ?? NOTHING, tally));
}
const rows = [...byGenre].map(([genre, tally]) => ({ genre, ...tally }));
process.stdout.write(
  [
    '| GUM, pronouns | counted | right antecedent | answered | right of answered | of chains with a name | right of these | given an actor | astray: given one for a thing or nothing |',
    `|${' --- |'.repeat(9)}`,
    ...rows.map(pronounRow),
    '',
    '| GUM, chains and links | LEA P / R / F1 | Wikipedia-titled states, persons, bodies | found | right of found | known to the base | right of these |',
    `|${' --- |'.repeat(7)}`,
    ...rows.slice(0, 2).map(chainRow),
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
  const doc = await read(reportOf(document));
  const { actors, mentions } = doc;
  const pairs = pairUp(doc, actors, mentions, golds);
  return {
    lea: countLea(goldChains(golds), foundChains(pairs, golds)),
    pronouns: scorePronouns(document.id, doc, mentions, golds),
    links: scoreLinks(document.id, actors, pairs, golds),
  };
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
    const head = doc.sentences[mention.sentence]!.tokens[mention.head]!;
    const gold = goldNumberOf(golds, mention, head);
    if (key !== null) return [{ mention, key, gold }];
    const { antecedent } = mention.resolution;
    if (!antecedent) return [];
    // somebody unknown: the phrase and the pronouns that point to it are one
    const unknown = `unknown ${antecedent.start}`;
    const first = doc.sentences[antecedent.sentence]!.tokens[antecedent.head]!;
    return [
      { mention, key: unknown, gold: goldNumberOf(golds, antecedent, first) },
      { mention, key: unknown, gold },
    ];
  });
}

/** The actor, or several together; a place that is no state ("in Moscow") stands for itself. */
function keyOf(mention: Mention, actors: readonly Actor[]): string | null {
  const { place, reading } = mention;
  const isState = actors.some(({ id, name }) => mention.actors.includes(id) && name === place?.name);
  if (reading === 'place' && place !== null && !isState) return `place ${place.name}`;
  return mention.actors.length === 0 ? null : [...mention.actors].sort().join('+');
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
  mentions: readonly Mention[],
  golds: readonly GoldMention[],
): Tally['pronouns'] {
  const counts = { ...NOTHING.pronouns };
  const named = new Set(golds.filter(({ isName }) => isName).map(({ chain }) => chain));
  const pronouns = new Map(
    mentions.filter(({ kind }) => kind === 'pronoun').map((mention) => [mention.start, mention]),
  );
  const counted = golds.filter((gold) => isCounted(gold, golds));
  for (const gold of counted) {
    const antecedent = pronouns.get(gold.start)?.resolution.antecedent;
    const token = antecedent && doc.sentences[antecedent.sentence]!.tokens[antecedent.head]!;
    const isRight = antecedent && token ? isAntecedent(golds, gold, antecedent, token, antecedent.isSeveral) : false;
    counts.all += 1;
    if (antecedent) counts.answered += 1;
    if (isRight) counts.right += 1;
    if (named.has(gold.chain)) counts.ofNamed += 1;
    if (named.has(gold.chain) && isRight) counts.rightOfNamed += 1;
    if (options.errors && !isRight)
      tell(id, doc, gold, golds, antecedent ? doc.report.text.slice(antecedent.start, antecedent.end) : 'answered');
  }
  const places = new Set(golds.filter(({ type }) => TYPES.has(type)).map(({ start }) => start));
  for (const { start, text, actors } of pronouns.values()) {
    if (!THIRD_PERSON.test(text) || actors.length === 0) continue;
    counts.actors += 1;
    if (!places.has(start)) counts.stray += 1;
  }
  return counts;
}

/** Of the third person, for somebody or a place, behind a mention that says who it is. */
function isCounted(
  { isPronoun, type, words, chain, start, split }: GoldMention,
  golds: readonly GoldMention[],
): boolean {
  if (!isPronoun || !TYPES.has(type) || !THIRD_PERSON.test(words)) return false;
  return golds.some((other) => [chain, ...split].includes(other.chain) && !other.isPronoun && other.end <= start);
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
  const counts = { ...NOTHING.links };
  golds.forEach((gold, index) => {
    if (gold.title === null || gold.isPronoun || !isLinkable(gold)) return;
    const isKnown = knowledge.names.lookUp(plain(gold.title)).length > 0;
    const pair = pairs.find((one) => one.gold === index);
    const isRight =
      pair !== undefined && namesOf(pair, actors).some((name) => isTitle(name, gold.title!) || isShortFor(name, gold));
    counts.all += 1;
    if (pair) counts.found += 1;
    if (isRight) counts.right += 1;
    if (pair && isKnown) counts.inBase += 1;
    if (isRight && isKnown) counts.rightInBase += 1;
    if (options.errors && !isRight) {
      const known = isKnown ? 'known' : 'not in the base';
      process.stdout.write(`${id}: "${gold.words}" is ${gold.title} (${known}), not ${pair?.key ?? 'a mention'}\n`);
    }
  });
  return counts;
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

interface Row extends Tally {
  readonly genre: string;
}

function pronounRow({ genre, pronouns }: Row): string {
  const { all, answered, right, ofNamed, rightOfNamed, actors, stray } = pronouns;
  const cells = [
    all,
    share(right, all),
    answered,
    share(right, answered),
    ofNamed,
    share(rightOfNamed, ofNamed),
    actors,
    stray,
  ];
  return `| ${genre} | ${cells.join(' | ')} |`;
}

function chainRow({ genre, lea, links }: Row): string {
  const { precision, recall, f1 } = leaFigures(lea);
  const cells = [
    [precision, recall, f1].map((figure) => figure.toFixed(1)).join(' / '),
    links.all,
    links.found,
    share(links.right, links.found),
    links.inBase,
    share(links.rightInBase, links.inBase),
  ];
  return `| ${genre} | ${cells.join(' | ')} |`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
