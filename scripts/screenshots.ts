/**
 * Makes docs/images/reader.png and timeline.png: reads the samples (or the folder given) into a store of its own,
 * serves it, and photographs the page in Chromium. `npm run build` comes first.
 *
 *   npx tsx scripts/screenshots.ts [samples]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { openReader } from '../src/cli/open-reader.ts';
import { readInputs } from '../src/read/index.ts';
import type { ReportRecord } from '../src/record/index.ts';
import { startServer } from '../src/serve/index.ts';
import type { Overview } from '../src/serve/wire.ts';
import { openStore } from '../src/store/index.ts';

// From the root, so that what was read is called samples/… whoever makes the pictures.
process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const samples = process.argv[2] ?? 'samples';
const images = 'docs/images';
const folder = mkdtempSync(join(tmpdir(), 'chancery-screenshots-'));

const store = await openStore(join(folder, 'store.sqlite'), { mode: 'write' });
const records = await ingestSamples();
const server = await startServer({ store, port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  mkdirSync(images, { recursive: true });
  const report = records.reduce((best, record) => (record.events.length > best.events.length ? record : best));
  await photograph(browser, readerPath(report), 'reader.png', 1240);
  await photograph(browser, await timelinePath(), 'timeline.png', 900);
} finally {
  await browser.close();
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
}

async function ingestSamples(): Promise<readonly ReportRecord[]> {
  const reader = await openReader();
  const records: ReportRecord[] = [];
  for await (const result of readInputs([samples])) {
    // The folder's own page says what the samples are; it is no report.
    if (result.kind === 'failure' || result.report.source.endsWith('.md')) continue;
    const reading = await reader.read(result.report, result.problems);
    await store.ingest(reading, reader.version);
    records.push(reading.record);
  }
  return records;
}

/** A report in the reader, with an event open that somebody else vouches for: status, source and evidence in one picture. */
function readerPath({ report, events }: ReportRecord): string {
  const claimed = events.find(({ status, attribution }) => status === 'possible' && attribution.length > 0);
  return `page/reports/${report.id}?event=${(claimed ?? events[0])?.id ?? ''}`;
}

/** The timeline of the two who have most to do with one another. */
async function timelinePath(): Promise<string> {
  const { pairs } = (await (await fetch(`${server.url}overview`)).json()) as Overview;
  return `page/timeline?${pairs[0]?.ids.map((id) => `between=${encodeURIComponent(id)}`).join('&') ?? ''}`;
}

async function photograph(browser: Browser, path: string, name: string, height: number): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
  });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await page.evaluate('document.fonts.ready.then(() => window.scrollTo(0, 0))');
  await page.screenshot({ path: join(images, name) });
  await page.close();
}
