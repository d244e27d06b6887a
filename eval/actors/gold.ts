import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import type { Report } from '../../src/record/index.ts';
import { openReader } from '../quotes/open-reader.ts';
import { type GoldParty, judgeParty, readGoldParties, type Verdict } from './gold-parties.ts';

/**
 * Of the parties of gold events that their sentences name, how many resolve to the right state and, for persons, the right name.
 * `tsx eval/actors/gold.ts DATA [--verbose]`; DATA holds gold/dev.json and reports/dev.jsonl; beside it may lie seed/.
 */
const [data, flag] = process.argv.slice(2);
if (data === undefined) {
  process.stderr.write('usage: tsx eval/actors/gold.ts DATA [--verbose]\n');
  process.exit(2);
}
const [read, knowledge] = await Promise.all([openReader(), loadKnowledge()]);
const parties = [
  ...readGoldParties(join(data, 'gold/dev.json'), ''),
  ...readGoldParties(join(data, '../seed/expected.json'), 'seed'),
];
const tally: Record<Verdict, number> = { right: 0, wrong: 0, 'not in its sentences': 0 };
for (const report of readReports(data)) {
  const mine = parties.filter((party) => party.report === report.id);
  if (mine.length === 0) continue;
  const resolved = await read(report);
  for (const party of mine) {
    const verdict = judgeParty(party, resolved, resolved, stateNames);
    tally[verdict]++;
    if (verdict !== 'right' && flag === '--verbose') process.stdout.write(line(party, verdict));
  }
}
const named = tally.right + tally.wrong;
process.stdout.write(
  `${tally.right} of ${named} parties named in their sentences, ${((100 * tally.right) / named).toFixed(1)} %; `,
);
process.stdout.write(`${tally['not in its sentences']} not named there\n`);

function line(party: GoldParty, verdict: Verdict): string {
  return `${verdict}: ${party.report} ${party.event} ${party.name}|${party.country} — ${party.snippets[0]}\n`;
}

function stateNames(country: string): readonly string[] {
  return knowledge.namesOf(country);
}

function readReports(folder: string): Report[] {
  const lines = readFileSync(join(folder, 'reports/dev.jsonl'), 'utf8').trim().split('\n');
  const reports = lines.map((raw) => {
    const { id, title, text, published, outlet } = JSON.parse(raw) as Record<
      'id' | 'title' | 'text' | 'published' | 'outlet',
      string
    >;
    return makeReport(id, text.startsWith(title) ? text : `${title}\n\n${text}`, published, outlet);
  });
  const seed = readFileSync(join(folder, '../seed/report.txt'), 'utf8').replace(/^Hong-Kong\nCNN\n—\n/u, '');
  return [...reports, makeReport('seed', seed, '2023-03-17', 'CNN')];
}

function makeReport(id: string, text: string, date: string, outlet: string): Report {
  return {
    ...{ id, source: id, url: null, outlet, title: null, byline: null, language: 'en', dateline: null, text },
    published: { value: date, basis: 'given', from: date, to: date, reasons: [] },
  };
}
