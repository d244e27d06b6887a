import { join } from 'node:path';
import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import { readLines } from '../gold/run.ts';
import { decimals, halfInterval } from '../report/figures.ts';

interface IdleText {
  readonly id: string;
  readonly class: string;
  readonly published: string;
  readonly text: string;
}

/** Reads texts that tell of no event; every event is a false alarm. */
export async function runIdle(
  data: string,
  toolkit: Toolkit,
): Promise<{ table: readonly string[]; alarms: readonly string[] }> {
  const texts = readLines<IdleText>(join(data, 'idle/idle-dev.jsonl'));
  const alarms: string[] = [];
  const byClass = new Map<string, { texts: number; alarms: number }>();
  for (const { class: name, published, text, id } of texts) {
    const { record } = await readReport(makeReport({ text, published, source: id }), toolkit);
    const counts = byClass.get(name) ?? { texts: 0, alarms: 0 };
    const isAlarm = record.events.length > 0;
    byClass.set(name, { texts: counts.texts + 1, alarms: counts.alarms + (isAlarm ? 1 : 0) });
    if (isAlarm)
      alarms.push(`${name}: ${text} → ${record.events.map((event) => `${event.type} by ${event.rule}`).join(', ')}`);
  }
  const share = alarms.length / texts.length;
  const loud = [...byClass]
    .filter(([, counts]) => counts.alarms > 0)
    .map(([name, counts]) => `${name} ${counts.alarms} of ${counts.texts}`);
  return {
    table: [
      `${alarms.length} of ${texts.length} texts give an event: ${decimals(share)} ± ${decimals(halfInterval(share, texts.length))}. By class: ${loud.join(', ') || 'none'}.`,
    ],
    alarms,
  };
}
