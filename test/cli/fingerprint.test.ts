import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/cli/fingerprint.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

function packageWith(rule: string, model = 'weights'): string {
  const root = temporaryFolder();
  for (const folder of ['lexicon/events', 'knowledge', 'models/core-en'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'lexicon/events/consult.yaml'), rule);
  writeFileSync(join(root, 'knowledge/states.csv'), 'id,name\n');
  writeFileSync(join(root, 'models/core-en/model.onnx'), model);
  return root;
}

describe('the fingerprint of what a report is read with', () => {
  it('is the same for the same files, wherever they lie', async () => {
    expect(await fingerprint([], packageWith('a rule'))).toBe(await fingerprint([], packageWith('a rule')));
  });

  it('changes with a rule, and with a model of another size', async () => {
    const before = await fingerprint([], packageWith('a rule'));
    expect(await fingerprint([], packageWith('another'))).not.toBe(before);
    expect(await fingerprint([], packageWith('a rule', 'other weights'))).not.toBe(before);
  });

  it('changes with somebody’s own rules or facts, wherever they lie', async () => {
    const root = packageWith('a rule');
    const ownRules = (rule: string) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'events'));
      writeFileSync(join(folder, 'events/mine.yaml'), rule);
      return folder;
    };
    const mine = await fingerprint([ownRules('mine')], root);
    expect(mine).not.toBe(await fingerprint([], root));
    expect(mine).not.toBe(await fingerprint([ownRules('mine too')], root));
    expect(mine).toBe(await fingerprint([ownRules('mine')], root));
  });

  it('says which place of rules is not there', async () => {
    await expect(fingerprint(['no/such/place'])).rejects.toThrow('There is no such place.');
  });

  it('is twelve characters', async () => {
    expect(await fingerprint()).toMatch(/^[0-9a-f]{12}$/);
  });
});
