import { readFileSync } from 'node:fs';
import { loadTimeGrammar, parseTimes } from '../src/resolve/time/index.ts';

// npx tsx bench/time.ts FILE: characters a second of CPU time, over the texts of a JSONL file (or one text file).
const [file, mode] = process.argv.slice(2);
if (!file) throw new Error('usage: npx tsx bench/time.ts FILE [news|narrative]');

const source = readFileSync(file, 'utf8');
const texts: string[] = file.endsWith('.jsonl')
  ? source
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).text)
  : [source];
const grammar = loadTimeGrammar();
const characters = texts.reduce((sum, text) => sum + text.length, 0);

for (let round = 1; round <= 4; round += 1) {
  const before = process.cpuUsage();
  let found = 0;
  for (const text of texts)
    found += parseTimes(text, {
      published: '2023-03-17',
      mode: mode === 'narrative' ? 'narrative' : 'news',
      grammar,
    }).length;
  const { user, system } = process.cpuUsage(before);
  const perSecond = Math.round(characters / ((user + system) / 1e6));
  console.log(
    `round ${round}: ${characters} characters, ${found} expressions, ${perSecond.toLocaleString('en')} characters/s of CPU`,
  );
}
