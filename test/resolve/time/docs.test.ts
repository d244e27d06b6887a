import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTimes } from '../../../src/resolve/time/index.ts';

const page = readFileSync(new URL('../../../docs/time.md', import.meta.url), 'utf8');
const table = page.split('| text | expression | value | days | days of the event |\n')[1]!.split('\n\n')[0]!;
const rows = table
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

const show = ({ from, to }: { from: string | null; to: string | null }) => `${from ?? ''}..${to ?? ''}`;

describe('docs/time.md', () => {
  it('lists thirty readings', () => expect(rows).toHaveLength(30));

  it.each(rows)('%stells the truth of: %s', (_, text, expression, value, days, event) => {
    const time = parseTimes(text!, { published: '2023-03-17' }).find((one) => one.text === expression);
    expect(time && { value: time.value, days: show(time), event: show(time.dates) }).toEqual({ value, days, event });
  });

  it('names every kind of problem', () => {
    const source = readFileSync(new URL('../../../src/resolve/time/check-times.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/'(time\/[a-z-]+)'/g)].map((match) => match[1]!);
    expect(codes.length).toBeGreaterThan(2);
    for (const code of codes) expect(page).toContain(code);
  });
});
