import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { peersTable } from '../../../eval/core/peers-table.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const system = (name: string, f1: number) => ({
  name,
  names: { uner: { precision: 0.7, recall: 0.8, f1 } },
  wordsPerSecond: 5000,
  wordsPerCpuSecond: 5100,
});

it('lists our core and its peers side by side, a row a system, figures in percent', () => {
  const file = join(temporaryFolder(), 'peers.json');
  const systems = [system('ours', 0.7468), system('theirs', 0.604)];
  writeFileSync(file, JSON.stringify({ date: '2026-11-24', spacy: '3.8', words: 1864, systems }));
  expect(peersTable(pathToFileURL(file)).slice(3)).toEqual([
    '| system | uner | words/s | words/s of CPU |',
    '| --- | --- | --- | --- |',
    '| ours | 70.0 / 80.0 / 74.7 | 5000 | 5100 |',
    '| theirs | 70.0 / 80.0 / 60.4 | 5000 | 5100 |',
  ]);
});
