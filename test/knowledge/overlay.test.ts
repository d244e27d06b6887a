import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkKnowledge, loadKnowledge, overlaySchema, who } from '../../src/knowledge/index.ts';
import { loadTables } from '../../src/knowledge/load.ts';
import { loadOverlays } from '../../src/knowledge/load-overlays.ts';
import { layOver } from '../../src/knowledge/overlay.ts';
import type { SourceTables } from '../../src/knowledge/tables.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const [, EXAMPLE] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/knowledge.md', 'utf8'))!;

function fileOf(yaml: string, name = 'mine.yaml'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, yaml);
  return path;
}

let shipped: SourceTables;
beforeAll(async () => {
  shipped = await loadTables();
});

async function laidOver(...yamls: readonly string[]): Promise<SourceTables> {
  return layOver(shipped, await loadOverlays(yamls.map((yaml) => fileOf(yaml))));
}

it('the worked example of docs/knowledge.md adds, changes, keeps and takes away as it says', async () => {
  const file = fileOf(EXAMPLE!, 'sudmark.yaml');
  const knowledge = await loadKnowledge({ overlays: [file] });
  const [minister] = who(knowledge, 'foreign minister of Sudmark', '2026-04-01');
  expect(minister).toMatchObject({ name: 'Ada Bergström', standing: 'held', isUnverified: false });
  expect(minister!.term).toMatchObject({ file: 'sudmark.yaml', source: 'Sudmark Gazette 2026/14', isOwn: true });
  expect(knowledge.names.lookUp('Sudstad')).toMatchObject([{ target: 'X-SUDMARK', form: 'seat' }]);
  expect(knowledge.membershipsOf('X-SUDMARK')).toMatchObject([{ organisation: 'igo:un', source: 'own' }]);
  expect(knowledge.actorById('X-SUDMARK')?.source).toBe('sudmark.yaml:2');
  expect(knowledge.landmarks.find(({ id }) => id === 'sudstad-accord')).toMatchObject({ actors: ['X-SUDMARK', 'NOR'] });
  expect(who(knowledge, 'foreign minister of Norway', '2024-01-01')[0]!.term).toMatchObject({
    position: 'Minister of Foreign Affairs',
    from: '2023-10-16',
    source: 'regjeringen.no',
  });
  expect(knowledge.namesOf('igo:au')).toEqual(expect.arrayContaining(['African Union', 'Continental Union']));
  expect(knowledge.names.lookUp('Foggy Bottom')).toEqual([]);
  expect(knowledge.version).not.toBe((await loadKnowledge()).version);
  expect(await checkKnowledge([file])).toEqual([]);
}, 60_000);

describe('an overlay', () => {
  it('goes before the shipped facts where two hold an office at once', async () => {
    const row = '{ iso3: RUS, role: foreign_minister, holder: Ivan Own, from: 2001-01-01, asof: 2026-11-24 }';
    const knowledge = await loadKnowledge({ overlays: [fileOf(`- { add: offices, row: ${row} }\n`)] });
    expect(who(knowledge, 'foreign minister of Russia', '2020-01-01').map(({ name }) => name)).toEqual([
      'Ivan Own',
      'Sergey Lavrov',
    ]);
  });

  it('may change what an earlier one added', async () => {
    const added = '- { add: people, row: { name: Ada Own, iso3: NOR, aliases: [A. Own] } }\n';
    const changed =
      '- { patch: people, where: { name: Ada Own }, set: { aliases: { add: [Ada B. Own], drop: [A. Own] } } }\n';
    const rows = (await laidOver(added, changed))['people.csv'];
    expect(rows.at(-1)).toMatchObject({ name: 'Ada Own', aliases: ['Ada B. Own'], iso3: 'NOR' });
  });

  it('takes several rows at once only when told to', async () => {
    const retract = '- { retract: memberships, where: { igo: igo:aes }';
    await expect(laidOver(`${retract} }\n`)).rejects.toThrow(
      expect.objectContaining({ code: 'knowledge/several-facts' }),
    );
    const { 'memberships.csv': rows } = await laidOver(`${retract}, every: true }\n`);
    expect(rows.filter(({ igo }) => igo === 'igo:aes')).toEqual([]);
  });

  it('comes from a folder, file by file by name', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'b.yaml'), '- { patch: people, where: { name: Ada Own }, set: { gender: f } }\n');
    writeFileSync(join(folder, 'a.yaml'), '- { add: people, row: { name: Ada Own } }\n');
    writeFileSync(join(folder, 'notes.txt'), 'no facts');
    expect((await loadOverlays([folder])).map(({ file }) => file.slice(-6))).toEqual(['a.yaml', 'b.yaml']);
  });

  it('is checked like the base, with its own file and line', async () => {
    const file = fileOf('\n- { add: people, row: { name: Ada Own, iso3: QQQ } }\n');
    expect(await checkKnowledge([file])).toEqual([
      { severity: 'error', file, line: 2, message: 'QQQ is no state of states.csv.' },
    ]);
  });

  it.each([
    ['an entry of no known kind', '- { alter: people }\n', 1, 'knowledge/bad-entry', /begins with add, patch, retract/],
    ['a table that there is not', '- { add: persons, row: {} }\n', 1, 'knowledge/bad-entry', /no table of knowledge/],
    [
      'a field that there is not',
      '- add: people\n  row: { name: A B,\n    nam: x }\n',
      2,
      'knowledge/bad-entry',
      /nam/,
    ],
    ['a field that is needed', '- add: people\n  row: { iso3: NOR }\n', 2, 'knowledge/bad-entry', /name/],
    [
      'a date that is none',
      '- add: offices\n  row:\n    iso3: NOR\n    role: x\n    holder: A B\n    from: May\n',
      6,
      'knowledge/bad-entry',
      /not a date/,
    ],
    [
      'a list where none belongs',
      '- patch: people\n  where: { name: Xi Jinping }\n  set: { gender: { add: [m] } }\n',
      3,
      'knowledge/bad-entry',
      /set.gender/,
    ],
    [
      'what is there already',
      '\n- { add: igos, row: { id: igo:au, name: AU } }\n',
      2,
      'knowledge/already-there',
      /igos.csv:\d+/,
    ],
    [
      'conditions that fit nothing',
      '- { retract: offices, where: { iso3: NOR, role: foreign_minister, holder: A B } }\n',
      1,
      'knowledge/no-such-fact',
      /No row of offices.csv/,
    ],
    ['no conditions', '- { retract: offices, where: {} }\n', 1, 'knowledge/bad-entry', /names no field/],
    ['what is no list', 'a: 1\n', undefined, 'knowledge/not-a-list', /list of entries/],
    ['what is no YAML', '- add: [\n', 2, 'knowledge/bad-yaml', /./],
  ])('is refused with file and line for %s', async (_what, yaml, line, code, message) => {
    const file = fileOf(yaml);
    const failure = await loadOverlays([file])
      .then((facts) => layOver(shipped, facts))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
    expect((failure as { details: { at: object } }).details.at).toMatchObject(line ? { file, line } : { file });
  });

  it('says what is there instead of what it asks for', async () => {
    await expect(
      laidOver('- { retract: offices, where: { iso3: NOR, role: foreign_minister, holder: Nobody } }\n'),
    ).rejects.toMatchObject({ details: { expected: expect.arrayContaining(['holder Espen Barth Eide']) } });
  });

  it('is missed where it is not', async () => {
    await expect(loadOverlays(['no/such/place'])).rejects.toThrow('There is no such place.');
    await expect(loadOverlays([temporaryFolder()])).rejects.toThrow('There are no facts here.');
  });

  it('has a JSON Schema that names every table', () => {
    const schema = JSON.stringify(overlaySchema());
    for (const table of ['offices', 'people', 'landmarks']) expect(schema).toContain(`"const":"${table}"`);
  });
});
