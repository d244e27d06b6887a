import { beforeAll, describe, expect, it } from 'vitest';
import { divideReport } from '../../src/annotate/divide.ts';
import { loadSegmentation } from '../../src/annotate/load.ts';
import type { SegmentationRules } from '../../src/annotate/segmentation-rules.ts';
import type { Report } from '../../src/record/index.ts';
import { reportOf } from './report-of.ts';

let rules: SegmentationRules;
beforeAll(async () => {
  rules = await loadSegmentation();
});

function divided(report: Report): [string, string][] {
  const { sentences } = divideReport(report, rules);
  return sentences.map(({ kind, words }) => [kind, report.text.slice(words[0]!.start, words.at(-1)!.end)]);
}

describe('divideReport', () => {
  it.each<[string, 'headline' | 'text']>([
    ['Talks on trade', 'headline'],
    ['Putin: no talks before spring', 'headline'],
    ['The talks failed.', 'text'],
    ['“We will not talk.”', 'text'],
    ['The parties agreed to:', 'text'],
    ['open an office;', 'text'],
    ['• an office for trade', 'text'],
    ['2. An office for trade', 'text'],
    [`${'word '.repeat(45)}word`, 'text'],
  ])('takes %j, alone in its paragraph, as %s', (text, kind) => {
    expect(divided(reportOf(text))[0]![0]).toBe(kind);
  });

  it('takes the title as a headline even where it has a stop', () => {
    const report = reportOf('Will they talk?\n\nThey will.', { title: 'Will they talk?' });
    expect(divided(report)).toEqual([
      ['headline', 'Will they talk?'],
      ['text', 'They will.'],
    ]);
  });

  it.each([
    ['OSLO — The talks opened.', 'OSLO'],
    ['OSLO, March 3 (Agency) - The talks opened.', 'OSLO'],
    ['OSLO (Agency) -- The talks opened.', 'OSLO'],
    ['Oslo\nAgency\n—\nThe talks opened.', 'Oslo'],
    ['OSLO The talks opened.', 'OSLO'],
  ])('leaves the dateline out: %j', (text, place) => {
    const dateline = { start: 0, end: place.length, text: place, place: null };
    expect(divided(reportOf(text, { dateline }))).toEqual([['text', 'The talks opened.']]);
  });

  it('passes over a paragraph in another language and says so', () => {
    const foreign =
      'Les ministres des deux pays se sont réunis vendredi dans la capitale pour parler du commerce et de la frontière.';
    const report = reportOf(`The ministers met.\n\n${foreign}\n\n中国外交部发言人\n\nThey left.`);
    expect(divided(report).map(([, text]) => text)).toEqual(['The ministers met.', 'They left.']);
    const { problems } = divideReport(report, rules);
    expect(problems.map(({ code, span }) => [code, span?.text])).toEqual([
      ['language/foreign-passage', foreign],
      ['language/foreign-passage', '中国外交部发言人'],
    ]);
  });

  it('takes a list of names for no other language', () => {
    const names = 'Goran Petrović, Marko Kovač, Ana Jovanović, Zoran Babić, Vesna Pavlović, Dragan Ilić, Milica Simić.';
    const report = reportOf(`The following members were listed:\n\n${names}`);
    expect(divideReport(report, rules).problems).toEqual([]);
  });

  it('passes over a sentence in another script inside an English paragraph', () => {
    const report = reportOf('The ministers met in Doha. 外交部发言人表示会议将于明天举行。 They left on Monday.');
    expect(divided(report).map(([, text]) => text)).toEqual(['The ministers met in Doha.', 'They left on Monday.']);
    expect(divideReport(report, rules).problems[0]!.span!.text).toBe('外交部发言人表示会议将于明天举行。');
  });

  it('takes thousands of words without a stop, but not tens of thousands of marks', () => {
    expect(divided(reportOf('word '.repeat(5000)))).toHaveLength(1);
    const { sentences, problems } = divideReport(reportOf(`${'a-'.repeat(10_000)}\n\nThey met.`), rules);
    expect(sentences).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['annotate/no-sentence']);
  });
});
