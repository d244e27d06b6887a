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
  ])('%s', async (_claim, text, trigger, days) => expect(await daysOf(text, trigger)).toBe(days));
});
