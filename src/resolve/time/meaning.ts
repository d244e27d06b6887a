import type { Capture } from './match.ts';
import type { Term } from './term.ts';

/** What a part of a pattern stands for: a number, a code, or a term. */
export type Value = number | string | Term;

/** Puts the captured values into a rule's template. Null when a number cannot be worked out. */
export function build(template: unknown, captures: Capture | null): Value | null {
  const value = fill(template, captures);
  return value === undefined ? null : (value as Value);
}

function fill(template: unknown, captures: Capture | null): unknown {
  if (typeof template === 'string') return template.includes('$') ? lookUp(template, captures) : template;
  if (Array.isArray(template)) return template.map((entry) => fill(entry, captures));
  if (typeof template !== 'object' || template === null) return template;
  const filled: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(template)) {
    const value = fill(entry, captures);
    if (value !== undefined) filled[key] = value;
  }
  return reckon(filled);
}

function lookUp(reference: string, captures: Capture | null): unknown {
  const negative = reference.startsWith('-');
  const name = reference.slice(negative ? 2 : 1);
  for (let capture = captures; capture; capture = capture.before) {
    if (capture.name !== name) continue;
    return negative ? -Number(capture.value) : capture.value;
  }
  return undefined;
}

/** Works out sums, products and the short forms of templates; others stay as they are. */
function reckon(filled: Record<string, unknown>): unknown {
  if (filled.op === 'at') return { ...(filled.time as object), day: filled.day };
  if (filled.op === 'on') return { ...filled, op: 'calendar' };
  if (filled.op === 'military') return militaryClock(Number(filled.digits), filled.zone);
  if (filled.op !== 'sum' && filled.op !== 'product') return filled;
  const all = filled.of as unknown[];
  if (filled.op === 'product' && all.includes(undefined)) return undefined;
  const values = all.filter((value) => value !== undefined);
  if (values.some((value) => typeof value !== 'number')) return 'X';
  const numbers = values as number[];
  return filled.op === 'sum' ? numbers.reduce((a, b) => a + b, 0) : numbers.reduce((a, b) => a * b, 1);
}

/** "0830" is 8:30. Minutes above 59 are no clock. */
function militaryClock(digits: number, zone: unknown): unknown {
  const clock = { op: 'clock', hour: Math.floor(digits / 100), minute: digits % 100 };
  if (clock.minute > 59) return undefined;
  return zone === undefined ? clock : { ...clock, zone };
}
