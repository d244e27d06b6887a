import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the language core costs, by bench/core.ts in a process of its own. */
export function costTable(): string[] {
  const printed = execFileSync('npx', ['tsx', 'bench/core.ts', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const { words, loadMs, wordsPerSecond, wordsPerCpuSecond, residentMb } = JSON.parse(printed);
  const bytes = readdirSync(`${ROOT}models/core-en`).map((name) => statSync(`${ROOT}models/core-en/${name}`).size);
  const megabytes = (bytes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(1);
  return [
    '| weights and tables on disk | load | words/s, one thread | words/s of CPU | resident memory of one process |',
    '| --- | --- | --- | --- | --- |',
    `| ${megabytes} MB | ${loadMs} ms | ${wordsPerSecond} | ${wordsPerCpuSecond} | ${residentMb} MB |`,
    '',
    `\`npx tsx bench/core.ts\`: raw text in, decoded sentences out, ${words} words, median of five; on this machine, with what else ran on it.`,
  ];
}
