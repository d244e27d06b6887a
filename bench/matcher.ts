import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { compileFolders, createKnowledge, loadKnowledge, PACK_FILE } from '../src/knowledge/index.ts';

/**
 * How fast names of the knowledge base are found in text, how long the compiled base takes to load, how much memory it holds.
 * One thread, processor time. Run: npm run build && node --expose-gc --import tsx bench/matcher.ts [TEXT…]; without files, the samples.
 */
const MEGABYTES = 4;
const ROUNDS = 5;

const files = process.argv.length > 2 ? process.argv.slice(2) : ['samples/moscow-and-kyiv.txt'];
const sample = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const text = sample.repeat(Math.ceil((MEGABYTES * 1e6) / sample.length));

const before = memory();
const loads = await repeat(async () => void (await loadKnowledge()));
const knowledge = await loadKnowledge();
knowledge.holderOf('head_of_state', 'FRA', '2020-01-01');
knowledge.placeByName('Paris');
knowledge.personsBySurname('Macron');
const held = memory() - before;
const scans = await repeat(async () => void knowledge.names.match(text));
const found = knowledge.names.match(sample).length;
const pack = await compileFolders();
const opened = await repeat(async () => void createKnowledge(pack));

console.log(`processor        ${cpus()[0]?.model ?? 'unknown'}, node ${process.version}`);
console.log(
  `base             ${pack.terms.length} terms of office, ${pack.persons.length} persons, ${knowledge.names.size()} names`,
);
console.log(
  `load             ${best(loads)} ms (${(readFileSync(PACK_FILE).length / 1e6).toFixed(1)} MB; of it ${best(opened)} ms the index of names)`,
);
console.log(`memory           ${(held / 1e6).toFixed(0)} MB, with every index made`);
console.log(
  `scan             ${((text.length / 1e6 / best(scans)) * 1000).toFixed(1)} MB/s (${found} names in ${(sample.length / 1e3).toFixed(1)} kB)`,
);

async function repeat(work: () => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1_000);
  }
  return times;
}

/** Processor time of the fastest of several rounds, in ms: others may use the machine too. */
function best(times: readonly number[]): number {
  return Math.round(Math.min(...times));
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
