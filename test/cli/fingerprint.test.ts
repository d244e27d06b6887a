import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/cli/fingerprint.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

function packageWith(rule: string, model = 'weights'): URL {
  const root = temporaryFolder();
  for (const folder of ['lexicon/events', 'knowledge', 'models/core-en'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'lexicon/events/consult.yaml'), rule);
  writeFileSync(join(root, 'knowledge/states.csv'), 'id,name\n');
  writeFileSync(join(root, 'models/core-en/model.onnx'), model);
  return pathToFileURL(`${root}/`);
}

describe('the fingerprint of what a report is read with', () => {
  it('is the same for the same files, wherever they lie', async () => {
    expect(await fingerprint(packageWith('a rule'))).toBe(await fingerprint(packageWith('a rule')));
  });

  it('changes with a rule, and with a model of another size', async () => {
    const before = await fingerprint(packageWith('a rule'));
    expect(await fingerprint(packageWith('another'))).not.toBe(before);
    expect(await fingerprint(packageWith('a rule', 'other weights'))).not.toBe(before);
  });

  it('is twelve characters', async () => {
    expect(await fingerprint()).toMatch(/^[0-9a-f]{12}$/);
  });
});
