import { beforeAll, describe, expect, it } from 'vitest';
import { readSentence } from '../../src/check-lexicon.ts';
import { openToolkit, type Toolkit } from '../../src/pipeline.ts';

let toolkit: Toolkit;
beforeAll(async () => {
  toolkit = await openToolkit();
});

/** Type, status and attribution of every event: "AID possible CHN:denies". */
async function stands(text: string): Promise<readonly string[]> {
  const { record } = await readSentence(toolkit, text, '2023-03-17');
  return record.events.map(({ type, status, attribution }) =>
    [type, status, ...attribution.map(({ actor, stance }) => `${actor}:${stance}`)].join(' '),
  );
}

describe('who says so', () => {
  it.each([
    [
      'Western officials voiced concern that China is considering arming Russia, an allegation Beijing denies.',
      ['ACCUSE occurred', 'AID possible grp:western-officials:alleges CHN:denies', 'STATEMENT occurred'],
    ],
    [
      'Western officials have begun to express concern that China is considering providing lethal military aid to Russia, an allegation Beijing denies.',
      ['ACCUSE occurred', 'AID possible grp:western-officials:alleges CHN:denies', 'STATEMENT occurred'],
    ],
    ['A person close to the talks said that Hungary sent arms to Serbia.', ['AID occurred grp:person:asserts']],
    ['According to two witnesses, Chad shelled a Sudanese village.', ['ASSAULT occurred grp:witnesses:asserts']],
    ['A German source said that Hungary sent arms to Serbia.', ['AID occurred DEU:asserts']],
    ['Hungary has reportedly sent arms to Serbia.', ['AID possible']],
    [
      'Guterres raised concerns about Israel’s bombing of Gaza.',
      ['ACCUSE occurred', 'ASSAULT occurred per:antonio-guterres:asserts'],
    ],
    ['The Kremlin announced a visit by Xi Jinping to Moscow next week.', ['CONSULT planned RUS.GOV.PRES:asserts']],
    // what the outlet tells first itself needs nobody's word; a headline may only sum up
    ['France expelled six Russian diplomats. Paris said that it had expelled them for spying.', ['SANCTION occurred']],
    ['Iran denied that it had sent drones to Russia.', ['STATEMENT occurred', 'AID negated IRN:denies']],
    [
      'Moscow rejected the claim that Russia attacked a Ukrainian hospital.',
      ['STATEMENT occurred', 'ASSAULT negated RUS:denies'],
    ],
    [
      'Ukraine accused Belarus of shelling a border village, a charge Minsk rejected.',
      ['ACCUSE occurred', 'ASSAULT occurred UKR:alleges BLR:denies', 'STATEMENT occurred'],
    ],
    [
      'France says Azerbaijan attacked Armenia. Azerbaijan denies it.',
      ['ASSAULT occurred FRA:asserts AZE:denies', 'STATEMENT occurred'],
    ],
    [
      'France says Azerbaijan attacked Armenia. Two soldiers died. The road is closed. Azerbaijan denies it.',
      ['ASSAULT occurred FRA:asserts AZE:denies', 'STATEMENT occurred'],
    ],
    ['Russia called the accusation that it had poisoned the envoy baseless.', ['ASSAULT negated RUS:denies']],
    ['Israel’s alleged attack on Iran worried France.', ['ASSAULT possible']],
    ['Pakistan’s so-called invasion of India was discussed in the press.', ['ASSAULT possible']],
    ['Pakistan’s “invasion” of India was discussed in the press.', ['ASSAULT possible']],
    ['Pakistan’s invasion of India was discussed in the press.', ['ASSAULT occurred']],
    // asked only not to be: that says nothing of its being possible
    ['Washington urged China not to arm Russia.', ['REQUEST occurred']],
    ['The United States warned China against supplying weapons to Russia.', ['THREATEN occurred']],
    ['Washington urged China to arm Russia.', ['REQUEST occurred', 'AID possible']],
  ])('%s', async (text, expected) => {
    expect(await stands(text)).toEqual(expected);
  });
});
