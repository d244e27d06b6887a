import { describe, expect, it } from 'vitest';
import type { AnnotatedReport } from '../../../src/document/index.ts';
import { checkTimes, loadTimeGrammar, resolveTimes } from '../../../src/resolve/time/index.ts';
import { makeReport } from '../../helpers/conllu.ts';

const grammar = loadTimeGrammar();

/** A hand-made report with its publication date. */
function published(doc: AnnotatedReport, date: string): AnnotatedReport {
  return {
    ...doc,
    report: { ...doc.report, published: { value: date, basis: 'given', from: date, to: date, reasons: [] } },
  };
}

function read(text: string, conllu: string, date = '2023-03-17') {
  return resolveTimes(published(makeReport(text, conllu), date), grammar);
}

describe('the parse', () => {
  it('gives each expression its sentence and its tokens', () => {
    const [time] = read(
      'They met on Thursday.',
      `1 They they PRON 2 nsubj
       2 met meet VERB 0 root Tense=Past|VerbForm=Fin
       3 on on ADP 4 case
       4 Thursday Thursday PROPN 2 obl
       5 . . PUNCT 2 punct`,
    );
    expect(time).toMatchObject({ text: 'Thursday', sentence: 0, first: 3, last: 3, from: '2023-03-16' });
    expect(time?.reason).toBe('the last one up to the publication date, for "met"');
  });

  it('decides the direction by what governs the expression, not by the nearest verb', () => {
    const [time] = read(
      'Talks that failed will resume Thursday.',
      `1 Talks talk NOUN 5 nsubj
       2 that that PRON 3 nsubj
       3 failed fail VERB 1 acl:relcl Tense=Past|VerbForm=Fin
       4 will will AUX 5 aux VerbForm=Fin
       5 resume resume VERB 0 root VerbForm=Inf
       6 Thursday Thursday PROPN 5 obl:tmod
       7 . . PUNCT 5 punct`,
    );
    expect(time?.from).toBe('2023-03-23');
  });

  it.each([
    ['is', 'expected', 'Tense=Pres|VerbForm=Fin', '2023-05'],
    ['was', 'expected', 'Tense=Past|VerbForm=Fin', '2023-05'],
  ])('reads what %s %s to happen in May as ahead', (be, plan, feats, month) => {
    const [time] = read(
      `It ${be} ${plan} to start in May.`,
      `1 It it PRON 3 nsubj:pass
       2 ${be} be AUX 3 aux:pass ${feats}
       3 ${plan} expect VERB 0 root Tense=Past|VerbForm=Part
       4 to to PART 5 mark
       5 start start VERB 3 xcomp VerbForm=Inf
       6 in in ADP 7 case
       7 May May PROPN 5 obl
       8 . . PUNCT 3 punct`,
    );
    expect(time?.value).toBe(month);
  });

  it('reads what was agreed for a month just past as that month', () => {
    const [time] = read(
      'They agreed to meet in February.',
      `1 They they PRON 2 nsubj
       2 agreed agree VERB 0 root Tense=Past|VerbForm=Fin
       3 to to PART 4 mark
       4 meet meet VERB 2 xcomp VerbForm=Inf
       5 in in ADP 6 case
       6 February February PROPN 4 obl
       7 . . PUNCT 2 punct`,
    );
    expect(time?.value).toBe('2023-02');
  });

  it('keeps silent where the part of speech is another', () => {
    const times = read(
      'In May they may march.',
      `1 In in ADP 2 case
       2 May May PROPN 5 obl
       3 they they PRON 5 nsubj
       4 may may AUX 5 aux VerbForm=Fin
       5 march march VERB 0 root VerbForm=Inf
       6 . . PUNCT 5 punct`,
    );
    expect(times.map(({ text }) => text)).toEqual(['May']);
  });

  it('counts "the following day" from the day told, not from one that only names a deal', () => {
    const times = read(
      'They met on Wednesday on the November 27 deal. They left the following day.',
      `1 They they PRON 2 nsubj
       2 met meet VERB 0 root Tense=Past|VerbForm=Fin
       3 on on ADP 4 case
       4 Wednesday Wednesday PROPN 2 obl
       5 on on ADP 9 case
       6 the the DET 9 det
       7 November November PROPN 9 compound
       8 27 27 NUM 7 nummod
       9 deal deal NOUN 2 obl
       10 . . PUNCT 2 punct

       1 They they PRON 2 nsubj
       2 left leave VERB 0 root Tense=Past|VerbForm=Fin
       3 the the DET 5 det
       4 following following ADJ 5 amod
       5 day day NOUN 2 obl:tmod
       6 . . PUNCT 2 punct`,
    );
    expect(times.at(-1)).toMatchObject({ text: 'the following day', from: '2023-03-16' });
  });
});

describe('what does not fit', () => {
  const check = (text: string, conllu: string) => {
    const doc = published(makeReport(text, conllu), '2023-03-17');
    return checkTimes(doc, resolveTimes(doc, grammar), grammar).map(({ code, message }) => `${code}: ${message}`);
  };

  /** "They met on MONTH DAY, YEAR." with an optional weekday before the month. */
  const meeting = (date: string) => {
    const words = date.split(/(?<=,)|\s|(?=,)/).filter((word) => word.trim());
    const rows = words.map(
      (word, index) => `${index + 4} ${word} ${word} PROPN ${index === 0 ? 2 : 4} ${index === 0 ? 'obl' : 'flat'}`,
    );
    return `1 They they PRON 2 nsubj\n2 met meet VERB 0 root Tense=Past|VerbForm=Fin\n3 on on ADP 4 case\n${rows.join('\n')}`;
  };

  it.each([
    [
      'Monday, March 14, 2023',
      'time/weekday-mismatch: "Monday, March 14, 2023" does not fall on that day of the week: 2023-03-14 is a Tuesday.',
    ],
    ['February 30, 2022', 'time/no-such-day: No calendar has the day "February 30, 2022".'],
    [
      'April 4, 2024',
      'time/after-publication: "April 4, 2024" is told as past, but lies after publication (2023-03-17).',
    ],
  ])('is a problem: %s', (date, problem) => expect(check(`They met on ${date}`, meeting(date))).toEqual([problem]));

  it.each(['Tuesday, March 14, 2023', 'February 28, 2022'])('is no problem: %s', (date) =>
    expect(check(`They met on ${date}`, meeting(date))).toEqual([]),
  );

  it('is no problem where the date was worked out: One year later', () => {
    const conllu = [
      '1 One one NUM 2 nummod',
      '2 year year NOUN 3 obl:npmod',
      '3 later later ADV 6 advmod',
      '4 they they PRON 6 nsubj',
      '5 have have AUX 6 aux Tense=Pres|VerbForm=Fin',
      '6 met meet VERB 0 root Tense=Past|VerbForm=Part',
    ].join('\n');
    expect(check('One year later they have met', conllu)).toEqual([]);
  });
});
