import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openToolkit, type Reading, readReport, type Toolkit } from '../src/pipeline.ts';
import { makeReport } from '../src/read/index.ts';
import { reportRecordSchema, type Span } from '../src/record/index.ts';

const SAMPLES = fileURLToPath(new URL('../samples/', import.meta.url));
const files = readdirSync(SAMPLES).filter((file) => file.endsWith('.txt'));

let toolkit: Toolkit;
const readings = new Map<string, Reading>();

const read = (file: string) =>
  readReport(makeReport({ text: readFileSync(`${SAMPLES}${file}`, 'utf8'), source: file }), toolkit);

beforeAll(async () => {
  toolkit = await openToolkit();
  for (const file of files) readings.set(file, await read(file));
});

/** Every span of a record, wherever it stands. */
function spansOf(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value && 'text' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansOf)];
}

describe.each(files)('the record of %s', (file) => {
  it('is what the schema says', () => {
    expect(reportRecordSchema.parse(readings.get(file)!.record)).toEqual(readings.get(file)!.record);
  });

  it('has the words of every span', () => {
    const { record } = readings.get(file)!;
    const wrong = spansOf(record).filter(({ start, end, text }) => record.report.text.slice(start, end) !== text);
    expect(wrong).toEqual([]);
  });

  it('has events, each with a rule of the lexicon, evidence that holds its trigger, known actors and an explanation', () => {
    const { record, explanations } = readings.get(file)!;
    const rules = new Set(toolkit.lexicon.rules.map((rule) => rule.id));
    const actors = new Set(record.actors.map((actor) => actor.id));
    expect(record.events.length).toBeGreaterThan(0);
    for (const event of record.events) {
      expect(rules).toContain(event.rule);
      const { trigger } = event;
      expect(event.evidence.some((span) => span.start <= trigger.start && trigger.end <= span.end)).toBe(true);
      const named = [...event.actors, ...event.recipients, ...event.attribution.map((entry) => entry.actor)];
      expect(named.filter((id) => !actors.has(id))).toEqual([]);
      expect(explanations.some((explanation) => explanation.event === event.id)).toBe(true);
    }
  });

  it('is the same bytes when it is read again', async () => {
    expect(JSON.stringify(await read(file))).toBe(JSON.stringify(readings.get(file)));
  });
});

describe('the record of the sample week', () => {
  const find = (type: string, status: string) =>
    readings
      .get('moscow-and-kyiv.txt')!
      .record.events.filter((event) => event.type === type && event.status === status);

  it('keeps the delivery of arms a possibility that some allege and China denies', () => {
    const [arms] = find('AID', 'possible');
    expect(arms).toMatchObject({ actors: ['CHN'], recipients: ['RUS'] });
    expect(arms!.attribution.map((entry) => entry.stance)).toEqual(['alleges', 'denies']);
  });

  it('knows that the call did not take place', () => {
    expect(find('CONSULT', 'negated')).toMatchObject([
      { actors: ['per:xi-jinping'], recipients: ['per:volodymyr-zelenskyy'] },
    ]);
  });
});

describe('odd reports', () => {
  const odd: readonly [claim: string, text: string][] = [
    ['one word', 'Word'],
    ['only marks', '?!… ---'],
    ['emoji and other scripts', '🙂 会议 اجتماع 🙂 in Moscow'],
    ['capitals throughout', 'XI JINPING MEETS VLADIMIR PUTIN IN MOSCOW'],
    ['a sentence without end', 'China and Russia and '.repeat(300)],
    ['no spaces at all', 'x'.repeat(20_000)],
    ['unbalanced marks', '“He said “that and left (the [room'],
  ];
  it.each(odd)('are read without a fault: %s', async (_claim, text) => {
    const { record } = await readReport(makeReport({ text, source: 'odd', published: '2024-01-01' }), toolkit);
    expect(record.report.text.length).toBeGreaterThan(0);
  });
});

describe('an undated report', () => {
  it('gets the window that its own text allows, with reasons', () => {
    const { published } = readings.get('undated.txt')!.record.report;
    expect(published.basis).toBe('inferred');
    // Qin Gang was foreign minister of China from 2022-12-30 to 2023-07-25
    expect(published).toMatchObject({ from: '2022-12-30', to: '2023-07-25' });
    expect(published.reasons.length).toBeGreaterThan(0);
  });
});
