import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { officesView } from '../../src/cli/view/offices-view.ts';
import { styleFor } from '../../src/cli/view/style.ts';
import { whoHeld } from '../../src/cli/who-held.ts';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/index.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ran } from './run-cli.ts';

describe('who held an office', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await loadKnowledge();
  }, 60_000);

  it.each([
    ['foreign minister of China', 'Qin Gang'],
    ["China's foreign minister", 'Qin Gang'],
    ['Chinese foreign minister', 'Qin Gang'],
    ['president of Ukraine', 'Volodymyr Zelenskyy'],
    ['secretary-general of the United Nations', 'António Guterres'],
  ])('is known of the %s on 17 March 2023', (words, name) => {
    expect(whoHeld(knowledge, words, '2023-03-17')[0]?.person).toBe(name);
  });

  it('is told for a person too, with the table that says so', () => {
    const offices = whoHeld(knowledge, 'Qin Gang', '2023-03-17');
    expect(offices).toContainEqual(expect.objectContaining({ of: 'China', standing: 'held' }));
    const view = officesView(
      offices,
      styleFor({ columns: 80, isColoured: false, isTerminal: false, write: async () => {} }),
    );
    expect(view).toMatch(/^Qin Gang {2}.* · China · 2022-12-30 to 2023-07-25 · held \[per:qin-gang\] .*\.csv/m);
  });

  it.each(['harbour master of Atlantis', 'minister', 'China'])('is not guessed for %s', (words) => {
    expect(whoHeld(knowledge, words, '2023-03-17')).toEqual([]);
  });
});

describe('chancery kb', () => {
  it('who: ends with 1 when it knows nobody', async () => {
    const { code, out } = await ran(['kb', 'who', 'harbour master of Atlantis']);
    expect(code).toBe(1);
    expect(out).toContain('knows nobody');
  });

  it('diff: tells one’s own facts against the shipped base', async () => {
    const file = join(temporaryFolder(), 'mine.yaml');
    writeFileSync(file, '- { patch: igos, where: { id: igo:au }, set: { aliases: { add: [Union of Test] } } }\n');
    expect((await ran(['kb', 'diff', file])).out).toContain('+ African Union: “Union of Test” (igo)\n');
    expect(JSON.parse((await ran(['kb', 'diff', file, '--json'])).out)).toContainEqual(
      expect.objectContaining({ change: 'gained', kind: 'name', words: '“Union of Test” (igo)' }),
    );
  }, 60_000);

  it('check: reads every table', async () => {
    expect((await ran(['kb', 'check'])).out).toMatch(/in order: \d+ persons/);
  });
});
