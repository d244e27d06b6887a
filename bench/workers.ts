/**
 * Reads the reports of a JSONL file with one worker and with more, and says how long it took and whether the bytes agree.
 *
 *   npx tsx bench/workers.ts FILE [--reports 200] [--workers 1,2]
 *
 * A file of fewer reports is gone through again, each time with other ids, until there are enough.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeReport, openPool, type Report } from '../src/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reports: { type: 'string', default: '200' }, workers: { type: 'string', default: '1,2' } },
});
const file = positionals[0];
if (!file) throw new Error('usage: npx tsx bench/workers.ts FILE [--reports 200] [--workers 1,2]');
const rows = readFileSync(file, 'utf8').trim().split('\n');

async function* reports(): AsyncGenerator<Report> {
  for (let at = 0; at < Number(values.reports); at++) {
    const { text, title, published } = JSON.parse(rows[at % rows.length]!);
    yield { ...makeReport({ text, title, published, source: file! }), id: `r_${at}` };
  }
}

const hashes = new Set<string>();
for (const workers of values.workers.split(',').map(Number)) {
  const pool = openPool({ workers });
  const first = (await reports().next()).value as Report;
  await Promise.all(Array.from({ length: workers }, () => pool.read(first)));
  const before = process.cpuUsage();
  const began = performance.now();
  const hash = createHash('sha256');
  for await (const reading of pool.readAll(reports())) hash.update(JSON.stringify(reading));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  hashes.add(hash.digest('hex'));
  console.log(
    `${workers} workers: ${values.reports} reports in ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU, resident ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
  await pool.close();
}
console.log(hashes.size === 1 ? `byte for byte the same: ${[...hashes][0]!.slice(0, 16)}` : 'THE BYTES DIFFER');
