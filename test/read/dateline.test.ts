import { describe, expect, it } from 'vitest';
import { parseDateline } from '../../src/read/dateline.ts';

const read = (text: string) => {
  const dateline = parseDateline(text, 0);
  return dateline && [dateline.span.text, dateline.place, dateline.outlet];
};

describe('parseDateline', () => {
  it.each([
    ['Hong-Kong\nCNN\n—\nThe two ministers met.', 'Hong-Kong\nCNN\n—', 'Hong-Kong', 'CNN'],
    ['Washington\nCNN\n—\nThe senators voted.', 'Washington\nCNN\n—', 'Washington', 'CNN'],
    ['MOSCOW, March 20 (Reuters) - The envoy left.', 'MOSCOW, March 20 (Reuters) -', 'MOSCOW', 'Reuters'],
    [
      'BEIJING/MOSCOW, March 20 (Reuters) - The envoy left.',
      'BEIJING/MOSCOW, March 20 (Reuters) -',
      'BEIJING/MOSCOW',
      'Reuters',
    ],
    ['GENEVA (AP) - Talks began.', 'GENEVA (AP) -', 'GENEVA', 'AP'],
    ['GENEVA (AP) _ Talks began.', 'GENEVA (AP) _', 'GENEVA', 'AP'],
    ['WASHINGTON — The president spoke.', 'WASHINGTON —', 'WASHINGTON', null],
    ['BEIJING, 17 March (Xinhua) -- The premier spoke.', 'BEIJING, 17 March (Xinhua) --', 'BEIJING', 'Xinhua'],
    ['Kyiv, Ukraine — Officials met.', 'Kyiv, Ukraine —', 'Kyiv, Ukraine', null],
    ['CARACAS, Venezuela (AP) — Officials met.', 'CARACAS, Venezuela (AP) —', 'CARACAS, Venezuela', 'AP'],
    ['MOSCOW, March 20. /TASS/. The ministry replied.', 'MOSCOW, March 20. /TASS/.', 'MOSCOW', 'TASS'],
    ['VIENNA. March 20 (Interfax) - The delegations met.', 'VIENNA. March 20 (Interfax) -', 'VIENNA', 'Interfax'],
    ['TEHRAN, March 20, IRNA – The minister flew out.', 'TEHRAN, March 20, IRNA –', 'TEHRAN', 'IRNA'],
    [
      'New Delhi [India], March 20 (ANI): The envoy left.',
      'New Delhi [India], March 20 (ANI):',
      'New Delhi, India',
      'ANI',
    ],
    ['ISLAMABAD: The prime minister left.', 'ISLAMABAD:', 'ISLAMABAD', null],
    ['RIO DE JANEIRO (AFP) – Ministers met.', 'RIO DE JANEIRO (AFP) –', 'RIO DE JANEIRO', 'AFP'],
    ['Sharm el-Sheikh, Egypt (CNN) — Leaders met.', 'Sharm el-Sheikh, Egypt (CNN) —', 'Sharm el-Sheikh, Egypt', 'CNN'],
    ['St. Louis, Mo. (AP) — The consul spoke.', 'St. Louis, Mo. (AP) —', 'St. Louis, Mo.', 'AP'],
    ['(Reuters) - Two envoys met.', '(Reuters) -', null, 'Reuters'],
    ['Geneva, 20 March 2023 – The office said so.', 'Geneva, 20 March 2023 –', 'Geneva', null],
    [
      'KRAMATORSK — Shells fell on the eastern city for a third day, its mayor said on Friday.',
      'KRAMATORSK —',
      'KRAMATORSK',
      null,
    ],
  ])('reads %j', (text, span, place, outlet) => {
    expect(read(text)).toEqual([span, place, outlet]);
  });

  it('takes a known place on a line of its own above a paragraph', () => {
    const body = 'The foreign minister on Friday received his Greek counterpart in the capital.';
    expect(read(`ANKARA\n\n${body}`)).toEqual(['ANKARA', 'ANKARA', null]);
  });

  it('keeps the date with its year', () => {
    expect(parseDateline('ABU DHABI, 20th March, 2023 (WAM) -- The envoy left.', 0)?.date).toEqual({
      year: 2023,
      month: 3,
      day: 20,
    });
  });

  it.each([
    'Xi Jinping will fly to Moscow next week.',
    'BREAKING — The talks have ended.',
    'NATO — The alliance met on Friday.',
    'SECRETARY OF STATE: Thank you all.',
    'China — the larger of the two — declined.',
    'The minister, in Moscow — her second visit — agreed.',
    'Moscow and Beijing signed the deal on March 20.',
    'Friday - The day of the talks.',
    'BIG MISTAKE - The food was cold.',
    'OBSERVATION--The pressure to name somebody is great, and it grows with every day of the talks.',
    'UK: Applying for the visa is simple.',
    'Russia — Ukraine’s neighbour — said so.',
    'Washington\nA short line.',
    'Two envoys (of three) - The third was ill.',
  ])('stays silent on %j', (text) => {
    expect(read(text)).toBeNull();
  });
});
