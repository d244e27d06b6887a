import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadTimeGrammar, parseTimes } from '../src/resolve/time/index.ts';

// npx tsx bench/time.ts FILE [news|narrative]: characters a second of processor time (all threads of the process, V8's compiler
// included) over the texts of a JSONL file or one text file: warm, in four rounds; cold, each time in a new process that has only
// loaded the grammar, over the first 0.1, 0.3 and 1 million characters (the texts begin anew when they are used up).

const COLD_RUNS = 5;
const COLD_SIZES = [100_000, 300_000, 1_000_000];

const [file, mode = 'news', coldSize] = process.argv.slice(2);
if (!file || (mode !== 'news' && mode !== 'narrative'))
  throw new Error('usage: npx tsx bench/time.ts FILE [news|narrative]');
const source = readFileSync(file, 'utf8');
const texts: readonly string[] = file.endsWith('.jsonl')
  ? source
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).text)
  : [source];
const grammar = loadTimeGrammar();

/** Characters a second over some texts, read once. */
function speedOver(some: readonly string[]): number {
  const before = process.cpuUsage();
  for (const text of some) parseTimes(text, { published: '2023-03-17', mode: mode as 'news' | 'narrative', grammar });
  const { user, system } = process.cpuUsage(before);
  return some.reduce((sum, text) => sum + text.length, 0) / ((user + system) / 1e6);
}

function firstTexts(size: number): string[] {
  const some: string[] = [];
  for (let length = 0, index = 0; length < size; index += 1) {
    some.push(texts[index % texts.length]!);
    length += some.at(-1)!.length;
  }
  return some;
}

/** The speeds of new processes over so many characters, the slowest first. */
function coldSpeeds(size: number): number[] {
  const script = fileURLToPath(import.meta.url);
  const runs = Array.from({ length: COLD_RUNS }, () =>
    spawnSync(process.execPath, ['--import', 'tsx', script, file!, mode, String(size)], { encoding: 'utf8' }),
  );
  return runs.map(({ stdout }) => Number(stdout)).sort((a, b) => a - b);
}

const inMillions = (speed: number) => (speed / 1e6).toFixed(2);

if (coldSize) console.log(speedOver(firstTexts(Number(coldSize))));
else {
  for (const size of COLD_SIZES) {
    const speeds = coldSpeeds(size);
    const median = speeds[Math.floor(speeds.length / 2)]!;
    console.log(
      `cold, first ${size / 1e6} M characters: ${inMillions(median)} M characters/s (${inMillions(speeds[0]!)} to ${inMillions(speeds.at(-1)!)} in ${COLD_RUNS} processes)`,
    );
  }
  for (let round = 1; round <= 4; round += 1)
    console.log(`warm, round ${round}: ${inMillions(speedOver(texts))} M characters/s`);
}
