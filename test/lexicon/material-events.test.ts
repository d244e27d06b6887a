import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openToolkit, readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { ReportRecord } from '../../src/record/index.ts';

const linesOf = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

let toolkit: Toolkit;
beforeAll(async () => {
  toolkit = await openToolkit();
});

async function recordOf(text: string): Promise<ReportRecord> {
  return (await readReport(makeReport({ text, published: '2025-11-12', source: 'test' }), toolkit)).record;
}

describe('material events in varied words', () => {
  it.each(linesOf('material-events.txt').map((line) => line.split(' | ')))(
    '%s by %s to %s: %s',
    async (type, actor, recipient, text) => {
      const record = await recordOf(text!);
      const isAmong = (code: string, ids: readonly string[]) =>
        code === '' || ids.some((id) => (record.actors.find((known) => known.id === id)?.country ?? id) === code);
      const found = record.events.map((event) => ({
        type: event.type,
        actor: isAmong(actor!, event.actors) ? actor : event.actors,
        recipient: isAmong(recipient!, event.recipients) ? recipient : event.recipients,
      }));
      expect(found).toContainEqual({ type, actor, recipient });
    },
  );

  it.each(linesOf('no-events.txt'))('makes no event of: %s', async (text) => {
    expect((await recordOf(text)).events).toEqual([]);
  });
});
