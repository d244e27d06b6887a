import { beforeAll, describe, expect, it } from 'vitest';
import { openToolkit, readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';

let toolkit: Toolkit;

beforeAll(async () => {
  toolkit = await openToolkit();
});

/** The days of the event whose trigger is the given word, in a report of 30 March 2023. */
async function daysOf(text: string, trigger: string): Promise<string | undefined> {
  const report = makeReport({ text, source: 'test', published: '2023-03-30' });
  const { record } = await readReport(report, toolkit);
  const time = record.events.find((event) => event.trigger.text === trigger)?.time;
  return time && `${time.from ?? ''}..${time.to ?? ''} ${time.basis}`;
}

describe('the time of an event', () => {
  it.each([
    ['is that of its own clause', 'Duda met Scholz in Berlin on March 22.', 'met', '2023-03-22..2023-03-22 stated'],
    [
      'is not that of the summit it came ahead of',
      'Macron called Zelensky ahead of the March 22 summit in Lviv.',
      'called',
      '..2023-03-21 inferred',
    ],
    [
      'ends with the report, when it came after something else',
      'Duda held a summit with Zelensky on March 22. After the summit, Macron called Zelensky.',
      'called',
      '2023-03-22..2023-03-30 inferred',
    ],
    [
      'is that of the landmark it names, whatever the day of the sentence',
      "Scholz visited Kyiv on Monday, a year after Russia's invasion of Ukraine.",
      'invasion',
      '2022-02-24..2022-02-24 inferred',
    ],
    [
      'is not that on which others will speak of it',
      'Duda and Scholz will discuss the Russian attack on Odesa on Friday.',
      'attack',
      '..2023-03-30 report',
    ],
    [
      'is not that on which others decried it',
      'On Tuesday Poland condemned the Russian attack on Odesa.',
      'attack',
      '..2023-03-30 report',
    ],
    [
      'is not that of talks about it',
      'The ministers spoke on Tuesday at talks about the attack on Odesa by Russia.',
      'attack',
      '..2023-03-30 report',
    ],
    [
      'is not that of the answer to it',
      'Poland recalled its envoy on Tuesday in response to an attack on Odesa.',
      'attack',
      '..2023-03-30 report',
    ],
    [
      'is not that from which it is counted',
      'Duda met Scholz for the first time since 2021.',
      'met',
      '..2023-03-30 report',
    ],
    [
      'is not that of what it is counted from',
      'Duda met Scholz for the first time since the invasion of Ukraine in February 2022.',
      'met',
      '..2023-03-30 report',
    ],
    [
      'is that of a clause on its own noun',
      "Macron's visit to Warsaw, planned for May, was announced by Duda on Monday.",
      'visit',
      '2023-05-01..2023-05-31 stated',
    ],
    [
      'is that of the occasion on which it was done',
      'In a statement issued on Tuesday, Poland condemned Belarus.',
      'condemned',
      '2023-03-28..2023-03-28 stated',
    ],
    [
      'is not that of the source on whose word it stands',
      'According to a tweet on Monday, Belarus attacked Poland.',
      'attacked',
      '..2023-03-30 report',
    ],
    [
      'is not that of a source behind it',
      'Belarus attacked Poland, according to a statement on Monday.',
      'attacked',
      '..2023-03-30 report',
    ],
    [
      'is that which stands apart from the source',
      'According to officials, on Monday Belarus attacked Poland.',
      'attacked',
      '2023-03-27..2023-03-27 stated',
    ],
    [
      'is its own where the source comes after it',
      'Belarus attacked Poland on Monday, according to a tweet.',
      'attacked',
      '2023-03-27..2023-03-27 stated',
    ],
    [
      'begins with an occasion of which only the beginning is told',
      'Duda is scheduled to meet Scholz at a conference which begins tomorrow.',
      'meet',
      '2023-03-31.. stated',
    ],
    [
      'is not that of the act at which it is aimed',
      "France condemned Monday's attack on Kyiv.",
      'condemned',
      '..2023-03-30 report',
    ],
    [
      'is not the day on which somebody told of it',
      'Russia and Ukraine will hold talks in Istanbul on Sunday, Turkey said on Wednesday.',
      'talks',
      '2023-04-02..2023-04-02 stated',
    ],
    [
      'is not that on which others spoke of it',
      "On Tuesday, Duda and Scholz discussed Belarus's attacks on Lithuania.",
      'attacks',
      '..2023-03-30 report',
    ],
    [
      'is not that of a summit that is only spoken of',
      "They discussed the outcome of the March 22 summit and Poland's pledge to Ukraine.",
      'pledge',
      '..2023-03-30 report',
    ],
    [
      'is no day after the report, when it is past',
      'Macron cut short his visit and decided to return to Paris on Friday, as Poland condemned Belarus.',
      'condemned',
      '..2023-03-30 report',
    ],
    [
      'is the day last told of whoever speaks',
      'On Monday, Duda arrived in Kyiv.\n\nHe condemned Russia and called for talks.',
      'condemned',
      '2023-03-27..2023-03-27 inferred',
    ],
    [
      'is no day that was told of somebody else',
      'On Monday, Scholz arrived in Kyiv.\n\nDuda condemned Russia.',
      'condemned',
      '..2023-03-30 report',
    ],
  ])('%s', async (_claim, text, trigger, days) => expect(await daysOf(text, trigger)).toBe(days));
});

it('takes no part of a time for a place', async () => {
  const text = 'Talks between Japan and Vietnam will resume in March.';
  const { record } = await readReport(makeReport({ text, source: 'test', published: '2025-01-09' }), toolkit);
  expect(record.events.map(({ place }) => place)).toEqual([null]);
});
