import { describe, expect, it } from 'vitest';
import { checkKnowledge, loadKnowledge, who } from '../../src/knowledge/index.ts';

const knowledge = await loadKnowledge();

describe('offices are known by date', () => {
  it.each([
    ['foreign_minister', 'CHN', '2022-12-29', 'per:wang-yi'],
    ['foreign_minister', 'CHN', '2022-12-31', 'per:qin-gang'],
    ['head_of_state', 'USA', '2009-01-21', 'per:barack-obama'],
    ['leader', 'TUR', '2012-01-01', 'per:recep-tayyip-erdogan'],
    ['leader', 'CHN', '2020-01-01', 'per:xi-jinping'],
    ['igo_head', 'igo:nato', '2023-01-01', 'per:jens-stoltenberg'],
  ])('%s of %s on %s is %s', (role, seat, date, person) => {
    expect(knowledge.holderOf(role, seat, date)[0]?.person).toBe(person);
  });

  it('takes a term after the day that anyone looked as unconfirmed', () => {
    expect(knowledge.holderOf('foreign_minister', 'RUS', '2030-01-01')[0]?.standing).toBe('unconfirmed');
  });

  it('knows nobody before the tables begin', () => {
    expect(knowledge.holderOf('foreign_minister', 'CHN', '1900-01-01')).toEqual([]);
  });
});

describe('who', () => {
  it.each([
    ['foreign minister of China', '2023-03-17', 'Qin Gang'],
    ['president of Iran', '2022-01-01', 'Ebrahim Raisi'],
    ['US secretary of state', '2010-05-05', 'Hillary Clinton'],
    ['pope', '2020-01-01', 'Francis'],
    ['prime minister of Spain', '2023-03-17', 'Pedro Sánchez'],
  ])('answers "%s" on %s with %s', (words, date, name) => {
    expect(who(knowledge, words, date)[0]?.name).toBe(name);
  });

  it('gives the offices of a person, and how each stands to the day', () => {
    const terms = who(knowledge, 'Qin Gang', '2023-03-17');
    expect(terms.map(({ term, standing }) => `${term.role} ${standing}`)).toContain('foreign_minister held');
  });

  it('shows what only one hand-written source gives', () => {
    expect(who(knowledge, 'foreign minister of China', '2023-03-17')[0]?.isUnverified).toBe(true);
  });

  it('answers nothing to words that name no office', () => {
    expect(who(knowledge, 'the weather of China', '2023-03-17')).toEqual([]);
  });
});

describe('names in a text', () => {
  const found = (text: string) => knowledge.names.match(text).map((match) => text.slice(match.start, match.end));

  it('takes the longest that fits', () => {
    expect(found('The UN Security Council met the Secretary.')).toEqual(['UN Security Council']);
    expect(found('South Korea and North Korea')).toEqual(['South Korea', 'North Korea']);
  });

  it('keeps the case of acronyms and of words that are also English', () => {
    expect(found('It told us that turkey is who it is.')).toEqual([]);
    expect(found('WHO told the US')).toEqual(['WHO', 'US']);
  });

  it('finds spellings with other accents, hyphens and blanks', () => {
    expect(found('Mevlut Cavusoglu met Kim Jong Un')).toEqual(['Mevlut Cavusoglu', 'Kim Jong Un']);
  });

  it('does not join words over a comma or a full stop', () => {
    expect(found('He left Sri. Lanka won.')).toEqual([]);
  });

  it('knows persons by the sound of their names', () => {
    expect(knowledge.personsBySound('Wolodymyr Selenskyj')).toEqual([]);
    expect(knowledge.personsBySound('Vladimir Zelenskiy')).toEqual(['per:volodymyr-zelenskyy']);
  });
});

describe('names of the news', () => {
  it.each([
    ['State Duma', 'RUS.LEG'],
    ['Federation Council', 'RUS.LEG'],
    ['Verkhovna Rada', 'UKR.LEG'],
    ['Lok Sabha', 'IND.LEG'],
    ["National People's Congress", 'CHN.LEG'],
    ['Sejm', 'POL.LEG'],
    ['Federal Reserve', 'USA.GOV.CB'],
    ['Bank of Russia', 'RUS.GOV.CB'],
    ['GRU', 'RUS.main-intelligence-directorate'],
    ['Nord Stream 2', 'plc:nord-stream'],
    ['Law and Justice', 'org:pis'],
  ])('%s is %s', (name, id) => {
    expect(knowledge.names.lookUp(name).map(({ target }) => target)).toContain(id);
  });

  it.each([
    ['Mokgweetsi Masisi', 'BWA', '2020-01-01', 'head_of_state'],
    ['Javier Milei', 'ARG', '2024-06-01', 'head_of_state'],
    ['Michelle Bachelet', 'CHL', '2015-01-01', 'head_of_state'],
    ['Omar al-Bashir', 'SDN', '2018-01-01', 'head_of_state'],
    ['Péter Szijjártó', 'HUN', '2024-06-01', 'foreign_minister'],
    ['Gebran Bassil', 'LBN', '2018-01-01', 'foreign_minister'],
  ])('%s held an office of %s on %s', (name, country, day, role) => {
    const [found] = knowledge.names.lookUp(name).filter(({ form }) => form === 'person');
    const offices = knowledge.officesOf(found!.target, day);
    expect(offices.map((term) => `${term.country} ${term.role}`)).toContain(`${country} ${role}`);
  });
});

it('a capital that acts is named as its government, not as leaders', () => {
  expect(knowledge.toActor('FJI.GOV')?.name).toBe('government of Fiji');
});

describe('places', () => {
  it.each([
    ['Moscow', 'RUS'],
    ['Geneva', 'CHE'],
    ['St. Petersburg', 'RUS'],
    ['Central Asia', null],
    ['Gaza', 'PSE'],
  ])('%s lies in %s', (name, country) => {
    expect(knowledge.placeByName(name)?.country).toBe(country);
  });

  it('can be told apart by their state', () => {
    expect(knowledge.placeByName('Paris', 'USA')?.country).toBe('USA');
    expect(knowledge.placeByName('Nowhereville')).toBeNull();
  });
});

describe('membership by date', () => {
  it('counts Sweden in NATO from its accession on', () => {
    expect(knowledge.memberStates('igo:nato', '2024-03-06')).not.toContain('SWE');
    expect(knowledge.memberStates('igo:nato', '2024-03-07')).toContain('SWE');
  });
});

describe('outlets and states as actors', () => {
  it('knows for whom an official outlet speaks', () => {
    expect(knowledge.outletActor('The White House')?.id).toBe('USA.GOV.PRES');
    expect(knowledge.outletActor('Reuters')).toBeNull();
  });

  it('gives every state the bodies that states have', () => {
    expect(knowledge.toActor('FJI.GOV.MFA')).toMatchObject({ type: 'government', country: 'FJI', sector: 'GOV' });
    expect(knowledge.toActor('FJI.NONSENSE')).toBeNull();
  });
});

it('has tables in which everything holds together', async () => {
  expect(await checkKnowledge()).toEqual([]);
});

it('names a body so that a reader sees whose it is', () => {
  expect(knowledge.actorById('RUS.GOV.MFA')?.name).toBe('Ministry of Foreign Affairs (Russia)');
  expect(knowledge.actorById('RUS.GOV.CB')?.name).toBe('Bank of Russia');
});
