/**
 * Scores quotations on the openly licensed attributions of `quotes/gum-dev`.
 *
 *   npx tsx eval/quotes/score-quotes.ts --data DIR [--parses own|gold] [--genre news] [--verbose] [--out FILE]
 *
 * A third of the documents (by hash of their name) is held back and reported apart: rules are never tuned on it. The gold takes a clause with
 * some words in marks as one "mixed" attribution; our record gives the clause and the words, so the words in a clause of ours are left out here.
 *
 * The gold is a discourse treebank's: inside somebody's quotation it takes "I think …" and "they say …" as attributions of their own, all of whose
 * words are in marks, so "direct". The row `outside` leaves those to one side, by offsets alone: their speaker stands inside the same marks.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ResolvedReport } from '../../src/document/index.ts';
import { extractQuotations, loadQuotationLexicon, type QuotationFinding } from '../../src/quote/index.ts';
import { goldReport, readTreebank } from './gold-parses.ts';
import { bareReport, openReader } from './open-reader.ts';
import { match, type QuoteRow, type ScoredQuote, scoreQuotes, trim } from './quote-scores.ts';

type Reader = (row: QuoteRow) => Promise<ResolvedReport | null>;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    parses: { type: 'string', default: 'own' },
    genre: { type: 'string' },
    out: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const unpack = (file: string) =>
  execFileSync('xz', ['-dc', join(options.data, file)], { encoding: 'utf8', maxBuffer: 1 << 28 });

const gold: QuoteRow[] = unpack('quotes/gum-dev.jsonl.xz')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((row: QuoteRow) => !options.genre || row.doc.includes(`_${options.genre}_`));

/** Whether a document belongs to the third that is held back. */
const isHeldBack = (row: QuoteRow) => createHash('sha256').update(row.doc).digest()[0]! % 3 === 0;

function goldReader(): Reader {
  const files = ['treebank/gum-open-train.conllu.xz', 'treebank/gum-open-dev.conllu.xz'];
  const documents = new Map(files.flatMap((file) => [...readTreebank(unpack(file))]));
  return async ({ doc, text }) => (documents.has(doc) ? goldReport(text, documents.get(doc)!) : null);
}

/** The pipeline's own parse, with actors and times where the resolvers exist. */
async function ownReader(): Promise<Reader> {
  const readReport = await openReader();
  return ({ doc, text }) => readReport(bareReport(text, doc));
}

/** Our quotations in the gold's convention. */
function asRows(findings: readonly QuotationFinding[]): ScoredQuote[] {
  const kinds = new Map(findings.map((finding) => [finding.id, finding.kind]));
  return findings
    .filter(({ kind, within }) => kind !== 'mixed' || within === null || kinds.get(within) !== 'indirect')
    .map(({ start, end, kind, speakerMention }) => ({
      ...{ start, end, kind, speaker: speakerMention?.text ?? null },
      ...{ speakerStart: speakerMention?.start ?? null, speakerEnd: speakerMention?.end ?? null },
    }));
}

/** A document in which what a quoted speaker says of himself, or of others, inside his marks is of a kind of its own. */
function withOwnApart(row: QuoteRow): QuoteRow {
  const isOwn = (quote: ScoredQuote) => {
    const { start, end } = trim(row.text, quote);
    const [from, to] = [Math.min(end, quote.speakerEnd ?? end), Math.max(start, quote.speakerStart ?? start)];
    return typeof quote.speakerStart === 'number' && !/["“”«»]/u.test(row.text.slice(from, to));
  };
  return { ...row, quotes: row.quotes.map((quote) => (isOwn(quote) ? { ...quote, kind: 'own' } : quote)) };
}

function report(name: string, rows: readonly QuoteRow[], system: readonly QuoteRow[]): void {
  const ofMarks = system.map((row) => ({ ...row, quotes: row.quotes.filter((quote) => quote.kind === 'direct') }));
  const direct = scoreQuotes(rows, ofMarks, ['direct']);
  const outside = scoreQuotes(rows.map(withOwnApart), ofMarks, ['direct']);
  const all = scoreQuotes(rows, system, null);
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
  for (const [kind, score] of [
    ['direct', direct],
    ['outside', outside],
    ['all', all],
  ] as const) {
    const counts = `gold ${score.gold} system ${score.system} matched ${score.overlap}`;
    console.log(
      `${name.padEnd(10)} ${kind.padEnd(7)} overlap F1 ${percent(score.overlapF1)}  attributed F1 ${percent(score.attributedF1)}  ${counts}`,
    );
  }
}

function showMistakes(row: QuoteRow, found: readonly ScoredQuote[]): void {
  const [wanted, ours] = [row.quotes, found].map((quotes) => quotes.map((quote) => trim(row.text, quote)));
  const pairs = match(wanted!, ours!, 0.5);
  const words = (quote: ScoredQuote) => row.text.slice(quote.start, quote.end).replaceAll('\n', ' ⏎ ');
  console.log(`== ${row.doc}`);
  for (const quote of wanted!)
    if (!pairs.some(([a]) => a === quote)) console.log(`  missed ${quote.kind} [${quote.speaker}] ${words(quote)}`);
  for (const quote of ours!)
    if (!pairs.some(([, b]) => b === quote)) console.log(`  extra ${quote.kind} [${quote.speaker}] ${words(quote)}`);
  for (const [a, b] of pairs)
    if (!sameWords(a, b))
      console.log(`  speaker ${a.kind} [${a.speaker}] ours [${b.speaker}] ${words(b).slice(0, 80)}`);
}

const sameWords = (a: ScoredQuote, b: ScoredQuote) =>
  (a.speakerStart ?? null) === null
    ? (b.speakerStart ?? null) === null
    : (b.speakerStart ?? null) !== null && a.speakerStart! < b.speakerEnd! && b.speakerStart! < a.speakerEnd!;

const read = options.parses === 'gold' ? goldReader() : await ownReader();
const lexicon = loadQuotationLexicon();
const system: QuoteRow[] = [];
for (const row of gold) {
  const resolved = await read(row);
  const quotes = resolved ? asRows(extractQuotations(resolved, lexicon)) : [];
  system.push({ ...row, quotes });
  if (options.verbose && !isHeldBack(row)) showMistakes(row, quotes);
}
const isNews = (row: QuoteRow) => row.doc.includes('_news_');
/** Documents that the parser was not trained on; of the others it knows the sentences. */
const unseen = readTreebank(unpack('treebank/gum-open-dev.conllu.xz'));
const isUnseen = (row: QuoteRow) => unseen.has(row.doc);
const parts = {
  open: (row: QuoteRow) => !isHeldBack(row),
  'held back': isHeldBack,
  news: isNews,
  unseen: isUnseen,
  whole: () => true,
};
for (const [name, isPart] of Object.entries(parts)) report(name, gold.filter(isPart), system.filter(isPart));
if (options.out) writeFileSync(options.out, `${system.map((row) => JSON.stringify(row)).join('\n')}\n`);
