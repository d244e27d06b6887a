import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { entriesOfRecord } from '../../src/ask/index.ts';
import { explainedView } from '../../src/cli/view/explanation-view.ts';
import { clean, hang, wrap } from '../../src/cli/view/layout.ts';
import { recordView } from '../../src/cli/view/record-view.ts';
import { resolutionView } from '../../src/cli/view/resolution-view.ts';
import { styleFor } from '../../src/cli/view/style.ts';
import { timelineView } from '../../src/cli/view/timeline-view.ts';
import { callReading, sanctionReading } from '../store/readings.ts';

function style(columns: number, isColoured = false) {
  return styleFor({ columns, isColoured, isTerminal: isColoured, write: async () => {} });
}

describe('the view of a report', () => {
  it('shows at a glance what happened, in which status, and who says so', () => {
    expect(recordView(callReading().record, style(100))).toBe(`Norland and Sudmark speak at last
The Courier 🗞 · published 14 May 2025 · r_ca11.txt

Events
12 May 2025     ● occurred  Ada Holm → Bo Lind · phone call [e1]
                            “President Ada Holm of Norland telephoned Prime Minister Bo Lind of
                            Sudmark on Monday.”
19–25 May 2025  ○ planned   Ada Holm → Sudmark · visit · in Sudmark · says Norland [e2]
                            “She will visit Sudmark next week, her office said.”
undated         ◌ possible  Sudmark → rebels · military aid · alleged by Norland, denied by Sudmark
                            [e3]
                            “Sudmark is considering sending arms to the rebels, Norland alleged,
                            which Sudmark denies.”

Quotations
Bo Lind: “We never sent arms to the rebels,” [q1]

Times
“on Monday”  12 May 2025 2025-05-12

Problems
! A quotation mark is never closed. “Monday” [read/odd-quote]
`);
  });

  it('shows the sentence of the trigger and one more, and counts the rest', () => {
    const { record } = callReading();
    const [call, visit, arms] = record.events;
    const evidence = [arms!, visit!, call!, call!].map((event) => event.evidence[0]!);
    const view = recordView({ ...record, events: [{ ...call!, evidence }] }, style(200));
    expect(view.match(/“.*”|and \d+ more.*/g)).toEqual([
      `“${call!.evidence[0]!.text}”`,
      `“${call!.evidence[0]!.text}”`,
      'and 2 more sentences',
      '“We never sent arms to the rebels,”',
      '“on Monday”',
      '“Monday”',
    ]);
  });

  it('puts marks around words that are quoted, and names the country of a body', () => {
    const { record } = callReading();
    const quotation = { ...record.quotations[0]!, text: 'We never did', speaker: 'NOR.GOV' };
    const body = { ...record.actors[0]!, id: 'NOR.GOV', type: 'government' as const, name: 'Ministry of War' };
    const view = recordView({ ...record, actors: [...record.actors, body], quotations: [quotation] }, style(80));
    expect(view).toContain('Ministry of War (NOR): “We never did” [q1]');
  });

  it('is the same text in colours', () => {
    const plain = recordView(callReading().record, style(80));
    const coloured = recordView(callReading().record, style(80, true));
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('makes the trigger stand out in its sentence', () => {
    expect(recordView(callReading().record, style(200, true))).toContain(
      'Norland \u001b[1m\u001b[4mtelephoned\u001b[24m\u001b[22m Prime',
    );
  });

  it.each([60, 80, 120])('fits into %s columns', (columns) => {
    const lines = recordView(callReading().record, style(columns)).split('\n');
    expect(lines.filter((line) => [...line].length > columns)).toEqual([]);
  });

  it('counts what a report counts', () => {
    expect(recordView(sanctionReading().record, style(100))).toContain('Norland → Sudmark · meeting · 39 times');
  });

  it('says so when there is no event', () => {
    expect(recordView({ ...callReading().record, events: [] }, style(80))).toContain('Events\nnone found');
  });
});

describe('the view of a timeline', () => {
  it('is one line an event, with its outlet and id', () => {
    const view = timelineView(entriesOfRecord(sanctionReading().record), false, style(160));
    expect(view).toBe(
      `21 May 2021 – 21 May 2025  ● occurred  Norland → Sudmark · meeting · 39 times [Harbour Radio r_5a4c/e2]
20 May 2025                ● occurred  Norland → Sudmark · sanction: discontinue [Harbour Radio r_5a4c/e1]
`,
    );
  });
});

describe('the view of an explanation', () => {
  it('names the words, the rule, the parties and the reasons', () => {
    const { record, explanations } = callReading();
    const entry = entriesOfRecord(record)[0]!;
    const view = explainedView({ entry, judged: null, happening: null, explanation: explanations[0]! }, style(100));
    for (const words of [
      'Words',
      'Reads as     visit (verb, past)',
      'Actor        per:ada-holm',
      'Status       past tense: occurred',
      'Parse',
    ]) {
      expect(view).toContain(words);
    }
    const [party] = explanations[0]!.parties;
    const placed = { ...explanations[0]!, parties: [{ ...party!, role: 'actor (subject, own)' }] };
    expect(explainedView({ entry, judged: null, happening: null, explanation: placed }, style(100))).toContain(
      'Actor        per:ada-holm, from “telephoned”, by name (subject, own)',
    );
    expect(explainedView({ entry, explanation: null, judged: null, happening: null }, style(100))).toContain(
      'No explanation was kept',
    );
  });
});

describe('the layout', () => {
  it('keeps a report from steering the terminal', () => {
    expect(clean('a\u001b[31mred\u001b[0m\u0007 \u001b]0;title\u0007b\nc')).toBe('ared bc'.replace('bc', 'b c'));
  });

  it('wraps at blanks, and never inside a word', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('incomprehensibilities are long', 10)).toEqual(['incomprehensibilities', 'are long']);
    expect(hang('a: ', 'one two three four five six seven', 34)).toEqual([
      'a: one two three four five six',
      '   seven',
    ]);
  });
});

it('names who else was considered, and tells what was decided once', () => {
  const candidates = [
    { actor: 'SUD+NOR', name: 'Sudmark and Norland', score: 0.77 },
    { actor: 'per:ada-holm+per:bo-lind', name: 'Ada Holm and Bo Lind', score: 0.1 },
  ];
  const found = { start: 0, end: 4, text: 'they', kind: 'pronoun' as const, place: null, how: 'pronoun', facts: [] };
  const mention = { ...found, actors: ['NOR', 'SUD'], candidates, score: 0.77 };
  const view = resolutionView({ knowledge: 'k1', mentions: [mention] }, callReading().record, style(200));
  expect(view).toContain('rather than Ada Holm and Bo Lind (0.10)');
  expect(view).not.toContain('Sudmark and Norland');
});
