import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseDiffView } from '../../src/cli/view/base-diff-view.ts';
import { styleFor } from '../../src/cli/view/style.ts';
import { compareBases, loadBase } from '../../src/knowledge/index.ts';
import { PACK_FORMAT, type Pack } from '../../src/knowledge/pack.ts';
import { packText } from '../../src/knowledge/pack-text.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

type Term = readonly [role: string, from: string, to: string];

function aPack(terms: readonly Term[], names: readonly string[] = [], line = 2): Pack {
  const state = { id: 'NOR', name: 'Norland', type: 'state', country: 'NOR', sector: 'GOV', wikidata: null };
  return {
    format: PACK_FORMAT,
    version: 'x',
    asof: '',
    actors: [{ ...state, source: `states.csv:${line}` }],
    persons: [['per:ada', 'Ada', null, 'NOR', 'GOV', null, 4, ['ada']]],
    terms: terms.map(([role, from, to]) => [0, role, 'NOR', '', from, to, 'curated', '', 0]),
    termFiles: [['offices.csv', false]],
    names: names.map((name) => [name.toLowerCase(), 'NOR', 'state', name]),
    nameGroups: new Map(),
    memberships: [],
    leaders: [],
    regions: [],
    cities: [],
    capitals: [],
    landmarks: [],
    roleNouns: [],
    agents: [],
    bodies: [],
    outlets: [],
    givenNames: { m: '', f: '' },
    sounds: [],
    cues: {} as Pack['cues'],
  } as Pack;
}

const PLAIN = styleFor({ columns: 100, isColoured: false, isTerminal: false, write: async () => {} });

describe('two bases', () => {
  it('that hold the same facts do not differ, whatever line they stand on', () => {
    expect(compareBases(aPack([], [], 2), aPack([], [], 9))).toEqual([]);
    expect(baseDiffView([], PLAIN)).toBe('Both hold the same facts.\n');
  });

  it('tell a term that ended as a change of that term, beside others of the same holder', () => {
    const before = aPack([
      ['foreign_minister', '2010', '2012'],
      ['foreign_minister', '2020-01-01', ''],
    ]);
    const after = aPack([
      ['foreign_minister', '2010', '2012'],
      ['foreign_minister', '2020-01-01', '2026-05-12'],
    ]);
    expect(compareBases(before, after)).toEqual([
      {
        change: 'changed',
        kind: 'office',
        about: 'Norland',
        words: 'Ada, foreign minister',
        fields: [{ field: 'to', before: '', after: '2026-05-12' }],
      },
    ]);
  });

  it('pair the term that begins on the same day, not the first', () => {
    const before = aPack([['foreign_minister', '2020-01-01', '']]);
    const after = aPack([
      ['foreign_minister', '2010', '2012'],
      ['foreign_minister', '2020-01-01', '2021'],
    ]);
    expect(compareBases(before, after).map(({ change, fields }) => [change, fields[0]!.after])).toEqual([
      ['changed', '2021'],
      ['gained', '2010'],
    ]);
  });

  it('are told by kind, offices before names, with what is gained, lost and changed', () => {
    const changes = compareBases(
      aPack([['defence_minister', '2020', '']], ['Norland']),
      aPack([], ['Kingdom of Norland']),
    );
    expect(baseDiffView(changes, PLAIN)).toBe(`Offices
  − Norland: Ada, defence minister, 2020 to … (source curated)

Names
  + Norland: “Kingdom of Norland” (state)
  − Norland: “Norland” (state)

1 gained, 2 lost, 0 changed.
`);
  });
});

describe('a base', () => {
  it('is read from a compiled pack', async () => {
    const file = join(temporaryFolder(), 'pack.json');
    writeFileSync(file, packText(aPack([['foreign_minister', '2020', '']])));
    const pack = await loadBase(file);
    expect(pack).toEqual(aPack([['foreign_minister', '2020', '']]));
  });

  it('that is no pack of this version, or not there, is refused', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'old.json'), '{"format": "chancery/knowledge@1"}');
    writeFileSync(join(folder, 'broken.json'), '{');
    mkdirSync(join(folder, 'empty'));
    await expect(loadBase(join(folder, 'old.json'))).rejects.toMatchObject({ code: 'knowledge/not-a-pack' });
    await expect(loadBase(join(folder, 'broken.json'))).rejects.toMatchObject({ code: 'knowledge/not-a-pack' });
    await expect(loadBase(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'knowledge/missing-file' });
    await expect(loadBase(join(folder, 'empty'))).rejects.toMatchObject({ code: 'knowledge/no-overlay' });
  });
});
