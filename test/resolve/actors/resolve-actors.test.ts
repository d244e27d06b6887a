import { describe, expect, it } from 'vitest';
import { resolveActors } from '../../../src/resolve/actors/index.ts';
import { annotatedReport, knowledge, mentionsOf, type ParseName } from './annotated.ts';

type Row = readonly [parse: ParseName, date: string | null, words: string, actor: string | undefined];

function check(rows: readonly Row[]): void {
  it.each(rows)('%s on %s: "%s" is %s', (parse, date, words, actor) => {
    expect(mentionsOf(parse, date)[words]).toBe(actor);
  });
}

describe('a role, a state and a date give the holder', () => {
  check([
    ['holder', '2023-05-10', 'The Chinese foreign minister', 'per:qin-gang'],
    ['holder', '2024-02-02', 'The Chinese foreign minister', 'per:wang-yi'],
    ['iran', '2022-01-01', 'The Iranian president', 'per:ebrahim-raisi'],
    ['iran', '2022-01-01', 'the supreme leader of Iran', 'per:ali-khamenei'],
  ]);

  it('leaves the office where no holder is known', () => {
    expect(mentionsOf('holder', '1960-01-01')['The Chinese foreign minister']).toBe('CHN.GOV/foreign-minister');
  });

  it('says which term decided, and by which source', () => {
    const { mentions } = resolveActors(annotatedReport('holder', '2023-05-10'), knowledge, []);
    const minister = mentions.find((mention) => mention.text === 'The Chinese foreign minister')!;
    expect(minister.resolution.how).toBe('role, state and date');
    expect(minister.resolution.facts[0]).toContain(
      'held office foreign_minister of CHN 2022-12-30..2023-07-25 (offices.csv',
    );
  });
});

describe('titles, appositions and counterparts go with the name', () => {
  check([
    ['titles', '2023-03-17', 'Wang Wenbin', 'per:wang-wenbin'],
    ['titles', '2023-03-17', 'Ukrainian President', 'per:volodymyr-zelenskyy'],
    ['titles', '2023-03-17', 'Volodymyr Zelensky', 'per:volodymyr-zelenskyy'],
    ['apposition', '2023-03-17', "Russia's foreign minister", 'per:sergey-lavrov'],
    ['counterpart', '2023-03-17', 'his Ukrainian counterpart', 'per:dmytro-kuleba'],
    ['counterpart', '2023-03-17', 'The two', 'per:qin-gang + per:dmytro-kuleba'],
    ['counterpartUnnamed', '2023-03-17', 'his Indian counterpart', 'per:s-jaishankar'],
  ]);
});

describe('later and shorter names', () => {
  check([
    ['shortNames', '2011-11-02', 'Sarkozy', 'per:nicolas-sarkozy'],
    ['shortNames', '2011-11-02', 'Merkel', 'per:angela-merkel'],
    ['local', '2023-03-17', 'Solbakken', 'per:arne-solbakken'],
    ['acronym', '2023-03-17', 'KPF', 'org:karibu-peace-forum'],
  ]);
});

describe('sets are opened into their members', () => {
  check([
    ['leaders', '2021-06-16', 'The two leaders', 'per:joe-biden + per:vladimir-putin'],
    ['states', '2020-10-10', 'Both sides', 'ARM + AZE'],
    ['koreas', '2018-09-19', 'The two Koreas', 'KOR + PRK'],
  ]);
});

describe('seats of government are parties or places by the clause', () => {
  check([
    ['seats', '2020-01-15', 'Beijing', 'CHN'],
    ['place', '2020-01-15', 'Washington', 'place USA'],
    ['motion', '2020-01-15', 'Cairo', 'place EGY'],
    ['motion', '2020-01-15', 'Khartoum', 'place SDN'],
  ]);
});

describe('bodies and groups', () => {
  check([
    ['body', '2023-03-17', "China's foreign ministry", 'CHN.GOV.MFA'],
    ['body', '2023-03-17', 'China', 'CHN'],
    ['ministry', '2023-03-17', 'The ministry', 'POL.GOV.MFA'],
    ['groups', '2023-03-17', 'Western officials', 'grp:western-officials'],
    ['groups', '2023-03-17', 'Russian forces', 'RUS.MIL'],
    ['regime', '2023-03-17', 'The regime', 'MMR'],
  ]);
});

describe('pronouns point to the one in the foreground', () => {
  check([
    ['they', '2023-03-17', 'They', 'IND + PAK'],
    ['it', '2023-03-17', 'it', 'CHN'],
    ['emptyIt', '2023-03-17', 'It', undefined],
    ['his', '2023-03-17', 'He', 'per:emmanuel-macron'],
    ['driver', '2022-10-02', 'He', 'nobody'],
    ['enablers', '2019-08-01', 'his', 'per:bashar-al-assad'],
  ]);
});

describe('role nouns find their holder', () => {
  check([
    ['military', '2021-08-01', "The leader of Cuba's military", 'CUB.MIL'],
    ['secretary', '2022-09-05', 'The Secretary', 'per:antony-blinken'],
    ['incoming', '2021-12-07', "Germany's incoming chancellor", 'per:olaf-scholz'],
    ['onlyKing', '2023-10-28', 'the king', 'per:abdallah-ii'],
  ]);
});

describe('ambiguous names are decided by cues', () => {
  check([
    ['georgiaState', '2021-01-06', 'Georgia', 'plc:us-georgia'],
    ['georgia', '2021-01-06', 'Georgia', 'GEO'],
    ['agreement', '2021-01-06', 'Paris', undefined],
  ]);
});

describe('persons whom no base knows', () => {
  it('come with the state and sector of their title', () => {
    const { actors } = resolveActors(annotatedReport('local', '2023-03-17'), knowledge, []);
    const person = actors.find((actor) => actor.id === 'per:arne-solbakken');
    expect(person).toMatchObject({
      type: 'person',
      name: 'Arne Solbakken',
      country: 'NOR',
      sector: 'GOV',
      office: 'mediator',
    });
  });

  it('have no state where the text gives none', () => {
    const { actors } = resolveActors(annotatedReport('unknown', '2023-03-17'), knowledge, []);
    expect(actors.find((actor) => actor.id === 'per:harriet-plimsoll')).toMatchObject({
      country: null,
      sector: null,
      office: null,
    });
  });
});

describe("an official outlet's own text", () => {
  it('calls its own president the President', () => {
    expect(mentionsOf('president', '2022-03-01', 'The White House')['The President']).toBe('per:joe-biden');
  });

  it('leaves the president open in the press', () => {
    expect(mentionsOf('president', '2022-03-01', 'Reuters')['The President']).toBeUndefined();
  });
});

describe('the result', () => {
  it('lists actors in the order of first mention, each with its mentions', () => {
    const { actors } = resolveActors(annotatedReport('leaders', '2021-06-16'), knowledge, []);
    expect(actors.map((actor) => actor.id).slice(0, 2)).toEqual(['per:joe-biden', 'per:vladimir-putin']);
    expect(actors[0]).toMatchObject({ office: 'president', country: 'USA', wikidata: 'Q6279' });
    expect(actors[0]!.mentions.map((mention) => mention.text)).toEqual(['Joe Biden', 'The two leaders', 'their']);
  });

  it('gives spans that stand in the text', () => {
    const doc = annotatedReport('counterpart', '2023-03-17');
    for (const { start, end, text } of resolveActors(doc, knowledge, []).mentions) {
      expect(doc.report.text.slice(start, end)).toBe(text);
    }
  });

  it('tells a title that the base gives to somebody else', () => {
    const { problems } = resolveActors(annotatedReport('titles', '2016-03-17'), knowledge, []);
    expect(problems.map((problem) => problem.code)).toEqual(['actors/title-differs']);
  });

  it('tells none of a lower office beside it: the alternate prime minister', () => {
    const { problems } = resolveActors(annotatedReport('alternate', '2021-07-31'), knowledge, []);
    expect(problems.map(({ span }) => span?.text)).toEqual(['Isaac Herzog']);
  });
});
