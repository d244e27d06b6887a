import type { EventRule } from './lexicon/index.ts';
import { type Reading, readReport, type Toolkit } from './pipeline.ts';
import { makeReport } from './read/index.ts';
import type { Event } from './record/index.ts';

/** An example that a rule does not live up to. */
export interface RuleFault {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly message: string;
}

/** Day on which every example counts as published, unless the text says otherwise. */
const EXAMPLES_PUBLISHED = '2026-06-15';

/**
 * Reads every example and counterexample of the rules. An example must give an event by its rule, as expected; a
 * counterexample must give none by it.
 */
export async function checkLexicon(toolkit: Toolkit, rules: readonly EventRule[]): Promise<readonly RuleFault[]> {
  const faults: RuleFault[] = [];
  for (const rule of rules) {
    for (const example of rule.examples) {
      const message = faultOfExample(rule, example, await readSentence(toolkit, example.text));
      if (message) faults.push({ rule: rule.id, file: rule.file, text: example.text, message });
    }
    for (const { text } of rule.counterexamples) {
      const { record } = await readSentence(toolkit, text);
      const wrong = record.events.find((event) => event.rule === rule.id);
      if (wrong)
        faults.push({ rule: rule.id, file: rule.file, text, message: `should be silent, gives ${say(wrong, record)}` });
    }
  }
  return faults;
}

/** Reads one sentence as a report of its own. */
export async function readSentence(toolkit: Toolkit, text: string, published = EXAMPLES_PUBLISHED): Promise<Reading> {
  return readReport(makeReport({ text, published, source: 'sentence' }), toolkit);
}

function faultOfExample(rule: EventRule, example: EventRule['examples'][number], reading: Reading): string | null {
  const { record } = reading;
  const expected = { type: rule.event.type, ...example.gives };
  const mine = record.events.filter((event) => event.type === expected.type);
  if (mine.length === 0)
    return `gives no ${expected.type}: ${record.events.map((event) => say(event, record)).join('; ') || 'no event'}`;
  const fits = (event: Event) =>
    (expected.mode === undefined || event.mode === expected.mode) &&
    (expected.status === undefined || event.status === expected.status) &&
    (expected.actors === undefined || sameParties(expected.actors, event.actors, record)) &&
    (expected.recipients === undefined || sameParties(expected.recipients, event.recipients, record));
  if (mine.some(fits)) return null;
  return `gives ${mine.map((event) => say(event, record)).join('; ')}`;
}

function sameParties(expected: readonly string[], ids: readonly string[], record: Reading['record']): boolean {
  const found = ids.map((id) => countryOf(id, record));
  return expected.length === found.length && expected.every((party) => found.includes(party) || ids.includes(party));
}

function countryOf(id: string, record: Reading['record']): string {
  return record.actors.find((actor) => actor.id === id)?.country ?? id;
}

function say(event: Event, record: Reading['record']): string {
  const parties = (ids: readonly string[]) => ids.map((id) => countryOf(id, record)).join('+') || '–';
  const mode = event.mode ? `.${event.mode}` : '';
  return `${event.type}${mode} ${event.status} ${parties(event.actors)} → ${parties(event.recipients)} (${event.rule})`;
}
