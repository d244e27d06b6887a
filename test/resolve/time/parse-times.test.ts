import { describe, expect, it } from 'vitest';
import { parseTimes } from '../../../src/resolve/time/index.ts';

/** Each expression of a text as "words = value from..to". */
function read(
  text: string,
  published: string | { from: string; to: string } | null = '2023-03-17',
  mode?: 'narrative',
) {
  return parseTimes(text, { published, ...(mode && { mode }) }).map(
    ({ text: words, value, from, to }) => `${words} = ${value} ${from ?? ''}..${to ?? ''}`,
  );
}

/** The days that the first expression of a text gives to an event. */
function dates(text: string, published = '2023-03-17'): string {
  const [time] = parseTimes(text, { published });
  return `${time?.dates.from ?? ''}..${time?.dates.to ?? ''}`;
}

describe('what an expression gives to an event', () => {
  it.each([
    ['The treaty must be ratified by 2024.', '2023-03-17..2024-12-31'],
    ['Talks have stalled since March 2022.', '2022-03-01..2023-03-17'],
    ['He has held the post since 2007.', '2007-01-01..2023-03-17'],
    ['The ban will hold starting Thursday.', '2023-03-23..'],
    ['The duty will apply from May.', '2023-05-01..'],
    ['The truce will hold until Friday.', '..2023-03-17'],
    ['After May 11 they will go on.', '2023-05-12..'],
    ['The visit will take place from Monday to Wednesday.', '2023-03-20..2023-03-22'],
    ['It was signed in early August.', '2022-08-01..2022-08-10'],
    ['It was signed in mid-2009.', '2009-05-01..2009-08-31'],
    ['They met earlier this month.', '2023-03-01..2023-03-17'],
    ['They negotiated over the last four years.', '2019-03-17..2023-03-17'],
    ['It was launched more than a year ago.', '..2022-03-17'],
    ['They met three years ago.', '2020-01-01..2020-12-31'],
    ['They met two weeks ago.', '2023-02-27..2023-03-05'],
    ['They met three days ago.', '2023-03-14..2023-03-14'],
    ['They will meet in two weeks.', '2023-03-27..2023-04-02'],
    ['They will meet in three months.', '2023-06-01..2023-06-30'],
    ['They met in the past week.', '2023-03-10..2023-03-17'],
    ['They will vote later this year.', '2023-03-17..2023-12-31'],
    ['In recent weeks it grew worse.', '..2023-03-17'],
    ['They recently met.', '..2023-03-17'],
    ['By 2004 the war had ended.', '..2004-12-31'],
    ['They left before 5 March 2023.', '..2023-03-04'],
    ['They talked for three weeks.', '..'],
    ['She will travel from March 16 to 20.', '2023-03-16..2023-03-20'],
    ['She will travel from March 1 to 16.', '2024-03-01..2024-03-16'],
    ['On Wednesday Oslo ordered him to leave.', '2023-03-15..2023-03-15'],
    ['Oslo ordered him to leave on Wednesday.', '2023-03-22..2023-03-22'],
    ['It must leave within 48 hours.', '2023-03-17..2023-03-19'],
    ['It reopened after Nowruz of 2020.', '2020-03-21..'],
  ])('%s', (text, expected) => expect(dates(text)).toBe(expected));
});

describe('ranges', () => {
  it.each([
    [
      'They met from Friday to Sunday.',
      '2023-03-15',
      ['Friday = 2023-03-10 2023-03-10..2023-03-10', 'Sunday = 2023-03-12 2023-03-12..2023-03-12'],
    ],
    [
      'They will meet from Friday to Sunday.',
      '2023-03-15',
      ['Friday = 2023-03-17 2023-03-17..2023-03-17', 'Sunday = 2023-03-19 2023-03-19..2023-03-19'],
    ],
    [
      'It ran between November and February.',
      '2023-03-15',
      ['November = 2022-11 2022-11-01..2022-11-30', 'February = 2023-02 2023-02-01..2023-02-28'],
    ],
    [
      'It will run March 30–April 2.',
      '2023-03-15',
      ['March 30 = 2023-03-30 2023-03-30..2023-03-30', 'April 2 = 2023-04-02 2023-04-02..2023-04-02'],
    ],
  ])('%s', (text, published, expected) => expect(read(text, published)).toEqual(expected));

  it('give both ends the whole range', () => {
    const times = parseTimes('They will meet 20–22 March.', { published: '2023-03-17' });
    expect(times.map(({ dates: days }) => days)).toEqual([
      { from: '2023-03-20', to: '2023-03-22' },
      { from: '2023-03-20', to: '2023-03-22' },
    ]);
  });
});

describe('tense', () => {
  it.each([
    ['The minister arrived on Thursday.', '2023-03-16'],
    ['The minister will arrive on Thursday.', '2023-03-23'],
    ['The minister is due to arrive on Thursday.', '2023-03-23'],
    ['The minister is to arrive on Thursday.', '2023-03-23'],
    ['They agreed to meet on Thursday.', '2023-03-23'],
    ['A meeting scheduled for Thursday was announced.', '2023-03-23'],
    ['The Kremlin said on Thursday that he will go.', '2023-03-16'],
    ['He said he will meet her, who arrived on Thursday.', '2023-03-16'],
    ['It will be signed on Thursday, he said.', '2023-03-23'],
    ['On Thursday they will sign it.', '2023-03-23'],
    ['On Thursday they signed it.', '2023-03-16'],
    ['There is a Thursday deadline.', '2023-03-23'],
    ['The market stays shut until Thursday.', '2023-03-23'],
  ])('%s', (text, day) => expect(parseTimes(text, { published: '2023-03-17' })[0]?.from).toBe(day));
});

describe('anchors in the text', () => {
  it.each([
    ['He came on 3 May 2001. The same day he left.', 'The same day = 2001-05-03 2001-05-03..2001-05-03'],
    [
      'Sales fell in January, against the same month last year.',
      'the same month last year = 2022-01 2022-01-01..2022-01-31',
    ],
    [
      'On 9/11 the towers fell; of those lost on September 11 many were foreign.',
      'September 11 = 2001-09-11 2001-09-11..2001-09-11',
    ],
    [
      'The attacks of September 11, 2001 changed it. She honoured the lives lost on September 11.',
      'September 11 = 2001-09-11 2001-09-11..2001-09-11',
    ],
    ['“We meet in two days,” he told them on Wednesday.', 'two days = 2023-03-17 2023-03-17..2023-03-17'],
    ['“I fear war,” he said on Wednesday. He added, “We vote today.”', 'today = 2023-03-15 2023-03-15..2023-03-15'],
    ['“I fear war,” he said on Wednesday. She wrote, “We vote today.”', 'today = 2023-03-17 2023-03-17..2023-03-17'],
    [
      'It fell at 3 p.m. local time (1400 UTC) on Monday.',
      '3 p.m. local time = 2023-03-13T15:00 2023-03-13..2023-03-13',
    ],
    ['He resumed his duties this autumn.', 'this autumn = 2022-FA 2022-09-01..2022-11-30'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));
});

describe('the publication window', () => {
  const march = { from: '2023-03-01', to: '2023-03-31' };

  it('leaves stated dates as they are', () => {
    expect(read('They met on 3 May 2001.', march)).toEqual(['3 May 2001 = 2001-05-03 2001-05-03..2001-05-03']);
  });

  it('keeps what is the same at both of its ends', () => {
    expect(read('They met last month.', march)).toEqual(['last month = 2023-02 2023-02-01..2023-02-28']);
  });

  it('makes relative dates as wide as it is itself', () => {
    expect(read('They met yesterday.', march)).toEqual(['yesterday = 2023-XX-XX 2023-02-28..2023-03-30']);
  });

  it('when unknown leaves relative dates open', () => {
    expect(read('They met last week, on Friday, in May and in 2019.', null)).toEqual([
      'last week = XXXX-WXX ..',
      'Friday = XXXX-WXX-5 ..',
      'May = XXXX-05 ..',
      '2019 = 2019 2019-01-01..2019-12-31',
    ]);
  });
});

describe('a narrative', () => {
  it.each([
    ['War began on 1 September 1939. In October Warsaw fell.', 'October = 1939-10 1939-10-01..1939-10-31'],
    ['They attacked in December 1941. In January they landed.', 'January = 1942-01 1942-01-01..1942-01-31'],
    ['He fled on 20 June 1791. Two days later he was caught.', 'Two days later = 1791-06-22 1791-06-22..1791-06-22'],
    ['Athens fell in 404 BC. In spring it rose.', '404 BC = BC0404 ..'],
  ])('counts from the last date named: %s', (text, expected) =>
    expect(read(text, '2020-01-01', 'narrative')).toContain(expected),
  );
});

describe('silence', () => {
  it.each([
    'They may march on, and prices could fall in the second city.',
    'Theresa May resigned.',
    'Resolution 1929 and flight 1549 are known.',
    'A $2008 fine; some 1999 soldiers; 1,945 tons; version 2.12.',
    'The A380 and the Boeing 737-800 landed.',
    'A 22-year-old man came first.',
    'Bloody Sunday is remembered.',
    '',
  ])('in "%s"', (text) => expect(read(text)).toEqual([]));
});

describe('any text', () => {
  it('gives spans that hold their own words, in text order', () => {
    const text = 'On Friday, 4 April 2003, at 6:40 p.m. (GMT +8), he said “today” — 20–22 March, Q3 2004, ’82.';
    const times = parseTimes(text, { published: '2003-04-05' });
    expect(times.every(({ start, end, text: words }) => text.slice(start, end) === words)).toBe(true);
    expect(times.map(({ start }) => start)).toEqual(times.map(({ start }) => start).toSorted((a, b) => a - b));
  });

  it('stays inside the years that the record can hold', () => {
    for (const published of ['0001-01-02', '9999-12-30']) {
      const times = parseTimes('They met last year, next year, a century ago and will meet in ten years.', {
        published,
      });
      for (const { from, to } of times)
        for (const day of [from, to]) expect(day === null || /^\d{4}-\d\d-\d\d$/.test(day)).toBe(true);
    }
  });

  it('takes no longer for a long line of triggers than for plain text', () => {
    const text = 'the end of the first half of the last week of the '.repeat(1500);
    const before = performance.now();
    parseTimes(text, { published: '2023-03-17' });
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
