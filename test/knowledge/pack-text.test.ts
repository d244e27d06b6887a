import { describe, expect, it } from 'vitest';
import { groupNames } from '../../src/knowledge/group-names.ts';
import { indexNames } from '../../src/knowledge/name-index.ts';
import { type NameEntry, PACK_FORMAT, type Pack } from '../../src/knowledge/pack.ts';
import { packFrom, packText } from '../../src/knowledge/pack-text.ts';

const NAMES: readonly NameEntry[] = [
  ['norland', 'NOR', 'state', 'Norland'],
  ['norland bank', 'X-NB', 'organisation', 'Norland Bank'],
  ['京 odeby', 'X-O', 'group', '京 Ødeby'],
];
const CITIES: Pack['cities'] = [
  ['norland', 'Norland', 'SWE', 9, 0, 0],
  ['sudstad', 'Südstad', 'NOR', 5, 0, 0],
];
const PACK = {
  format: PACK_FORMAT,
  names: NAMES,
  cities: CITIES,
  terms: [],
  sounds: [],
  memberships: [],
  givenNames: { m: 'olav', f: '' },
  nameGroups: groupNames(NAMES, CITIES),
} as unknown as Pack;

describe('a pack', () => {
  it('comes back from its text as it was', () => {
    const { nameGroups, ...tables } = PACK;
    const read = packFrom(packText(PACK))!;
    expect({ ...read }).toMatchObject(tables);
    expect(read.nameGroups.size).toBe(nameGroups.size);
    expect(indexNames(read.nameGroups).lookUp('京 Ødeby')).toEqual([
      { target: 'X-O', form: 'group', surface: '京 Ødeby' },
    ]);
  });

  it('is none when of another version', () => {
    expect(packFrom(packText({ ...PACK, format: 'chancery/knowledge@0' as typeof PACK_FORMAT }))).toBeNull();
  });
});

describe('groupNames', () => {
  const names = indexNames(PACK.nameGroups);

  it('keeps a city only under a name that nothing else has', () => {
    expect(names.lookUp('Norland').map(({ target }) => target)).toEqual(['NOR']);
    expect(names.lookUp('Südstad').map(({ target }) => target)).toEqual(['city:Südstad']);
  });

  it('lets the longest phrase of a first word win', () => {
    const found = names.match('The Norland Bank of Norland.');
    expect(found.map(({ senses }) => senses[0]!.target)).toEqual(['X-NB', 'NOR']);
  });

  it('counts names, not their senses', () => {
    expect(names.size()).toBe(4);
  });
});
