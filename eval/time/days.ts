import { readFileSync } from 'node:fs';

/** Expected days of some words. */
export interface Expected {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether one of the expressions that touch a span, or all of them as a range, have the expected days. */
export function isRight(expected: Expected, times: readonly Expected[]): boolean {
  const hits = times.filter((time) => time.start < expected.end && time.end > expected.start);
  if (hits.length === 0) return false;
  const whole = { from: hits[0]!.from, to: hits.at(-1)!.to };
  return [...hits, whole].some(({ from, to }) => from === expected.from && to === expected.to);
}

/** The values of a JSONL file. */
export function linesOf(file: string) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
