import { z } from 'zod';
import { ChanceryError } from '../../problems.ts';

/** One row of an answer: each variable with its value, those that are unbound left out. */
export type AnswerRow = Readonly<Record<string, string>>;

const answerSchema = z.object({
  results: z.object({ bindings: z.array(z.record(z.string(), z.object({ value: z.string() }))) }),
});

/** The rows of an answer in SPARQL's JSON. Throws `refresh/bad-answer` for anything else, such as an answer cut short. Source: W3C SPARQL 1.1 Query Results JSON Format. */
export function readAnswer(text: string): readonly AnswerRow[] {
  const parsed = answerSchema.safeParse(parsedJson(text));
  if (!parsed.success) {
    throw new ChanceryError('refresh/bad-answer', 'The answer is not whole, or no SPARQL result in JSON.');
  }
  return parsed.data.results.bindings.map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value])),
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The id at the end of an entity's address: "http://www.wikidata.org/entity/Q148" → Q148; null for a blank node. */
export function entityOf(address: string | undefined): string | null {
  return /\/(Q\d+)$/u.exec(address ?? '')?.[1] ?? null;
}

/** A time as precise as Wikidata knows it (11 a day, 10 a month, 9 a year); '' where it is unknown or vaguer. */
export function dateOf(time: string | undefined, precision: string | undefined): string {
  const [day] = /^\d{4}-\d{2}-\d{2}/u.exec(time ?? '') ?? [];
  const length = { '11': 10, '10': 7, '9': 4 }[precision ?? ''];
  return day === undefined || length === undefined ? '' : day.slice(0, length);
}
