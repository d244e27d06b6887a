/**
 * Reads texts that no reader should be given, through the whole pipeline: time, memory, and what the record says of lost quality.
 *
 *   npx tsx bench/robustness.ts [CASE ...]
 */
import { readFileSync } from 'node:fs';
import { openToolkit, readReport } from '../src/pipeline.ts';
import { makeReport } from '../src/read/index.ts';

const article = readFileSync(new URL('core.txt', import.meta.url), 'utf8').trim();
const long = fill(`${article}\n\n`, 200_000);
const page = long.slice(0, 20_000);
const words = long.replace(/[.!?;:"\n]/g, ' ').split(/\s+/);

const CASES: Readonly<Record<string, string>> = {
  '200,000 characters': long,
  'a sentence of 5,000 words': `${words.slice(0, 5000).join(' ')}.`,
  '25,000 words without a stop': words.slice(0, 25_000).join(' '),
  'all capitals': page.toUpperCase(),
  'emoji between the words': page.replace(/ /g, (_, at: number) => (at % 7 === 0 ? ' 😀🇺🇳 ' : ' ')),
  'Arabic and Chinese between the sentences': page.replace(
    /\. /g,
    '. قال الوزير إن الاجتماع سيعقد غدا في العاصمة. 外交部发言人表示会议将于明天举行。 ',
  ),
  'no spaces': page.replace(/\s+/g, ''),
  '200,000 letters': 'a'.repeat(200_000),
  'a word a line': page.replace(/ /g, '\n'),
  'marks of quotation alone': '"'.repeat(50_000),
  'a thousand times the same line': fill('• Norway’s minister met Kenya’s on Monday\n', 42_000),
  'stacked accents': page.slice(0, 3000).replace(/[a-z]/g, (letter) => `${letter}\u0301\u0302`),
};

const toolkit = await openToolkit();
console.log('| text | characters | seconds | memory, MB | events | problems |\n| --- | --- | --- | --- | --- | --- |');
for (const [name, text] of Object.entries(CASES)) {
  const wanted = process.argv.slice(2);
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = process.cpuUsage();
  const { record } = await readReport(makeReport({ text, published: '2023-03-01', source: name }), toolkit);
  const { user, system } = process.cpuUsage(began);
  const seconds = ((user + system) / 1e6).toFixed(1);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  const problems = tally(record.problems.map(({ code }) => code));
  console.log(`| ${name} | ${text.length} | ${seconds} | ${memory} | ${record.events.length} | ${problems} |`);
}

function fill(piece: string, chars: number): string {
  return piece.repeat(Math.ceil(chars / piece.length)).slice(0, chars);
}

function tally(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `\`${code}\` ${count}`).join(', ') || 'none';
}
