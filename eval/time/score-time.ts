/**
 * Scores time expressions on MEANTIME and WikiWars (all, and by halves of the documents), and on our own probe.
 *
 *   npx tsx eval/time/score-time.ts --data FOLDER
 *
 * Definitions are TempEval-3's: strict = same span, relaxed = overlapping span, value F1 = relaxed F1 × accuracy of the value over
 * the relaxed matches. A gold value that is empty is a wildcard.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type DatedExpression, loadTimeGrammar, parseTimes } from '../../src/resolve/time/index.ts';
import { decimals, figures } from '../report/figures.ts';

interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly interval?: { readonly start: string | null; readonly end: string | null };
}

interface GoldDocument {
  readonly doc: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timexes: readonly GoldTime[];
}

const GRAMMAR = loadTimeGrammar();
const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });

function load(file: string): GoldDocument[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function read(document: GoldDocument, mode: 'news' | 'narrative'): DatedExpression[] {
  return parseTimes(document.text, { published: document.dct || null, mode, grammar: GRAMMAR });
}

function shared(a: GoldTime | DatedExpression, b: GoldTime | DatedExpression): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function bestFor(gold: GoldTime, found: readonly DatedExpression[]): DatedExpression | undefined {
  const same = found.find((time) => time.start === gold.start && time.end === gold.end);
  if (same) return same;
  const overlapping = found.filter((time) => shared(gold, time) > 0);
  return overlapping.sort((a, b) => shared(gold, b) - shared(gold, a))[0];
}

function tableRow(name: string, documents: readonly GoldDocument[], mode: 'news' | 'narrative'): string {
  let gold = 0,
    found = 0,
    strict = 0,
    relaxed = 0,
    relaxedFound = 0,
    types = 0,
    rightValues = 0;
  for (const document of documents) {
    const times = read(document, mode);
    gold += document.timexes.length;
    found += times.length;
    relaxedFound += times.filter((time) => document.timexes.some((other) => shared(time, other) > 0)).length;
    for (const wanted of document.timexes) {
      const best = bestFor(wanted, times);
      if (!best) continue;
      relaxed += 1;
      if (best.start === wanted.start && best.end === wanted.end) strict += 1;
      if (best.type === wanted.type) types += 1;
      if (wanted.value === '' || wanted.value === best.value) rightValues += 1;
    }
  }
  const recall = relaxed / gold;
  const precision = relaxedFound / found;
  const relaxedF1 = (2 * precision * recall) / (precision + recall);
  const cells = [
    name,
    gold,
    decimals(figures(strict, gold, found).f1),
    decimals(relaxedF1),
    decimals((relaxedF1 * types) / relaxed),
    decimals((relaxedF1 * rightValues) / relaxed),
  ];
  return `| ${cells.join(' | ')} |`;
}

function halves(name: string, file: string, mode: 'news' | 'narrative'): string[] {
  const documents = load(join(values.data, 'time', file));
  return [
    tableRow(name, documents, mode),
    tableRow(
      '… odd documents',
      documents.filter((_document, index) => index % 2 === 0),
      mode,
    ),
    tableRow(
      '… even documents',
      documents.filter((_document, index) => index % 2 === 1),
      mode,
    ),
  ];
}

function probeLine(): string {
  const documents = load(fileURLToPath(new URL('probe.jsonl', import.meta.url)));
  let all = 0,
    exact = 0;
  for (const document of documents) {
    const times = read(document, 'news');
    for (const wanted of document.timexes) {
      const best = bestFor(wanted, times);
      all += 1;
      if (best && best.from === wanted.interval?.start && best.to === wanted.interval?.end) exact += 1;
    }
  }
  return `Our own probe: ${exact} of ${all} intervals exact (${decimals(exact / all)}).`;
}

const lines = [
  '| set | gold | strict F1 | relaxed F1 | type F1 | value F1 |',
  '| --- | --- | --- | --- | --- | --- |',
  ...halves('MEANTIME', 'meantime.jsonl', 'news'),
  ...halves('WikiWars (narrative)', 'wikiwars.jsonl', 'narrative'),
  '',
  probeLine(),
];
process.stdout.write(`${lines.join('\n')}\n`);
