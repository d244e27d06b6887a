import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_FOLDER } from '../../src/annotate/load.ts';
import { openSession } from '../../src/annotate/session.ts';
import type { ChanceryError } from '../../src/problems.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

async function faultOf(folder: string): Promise<ChanceryError> {
  return openSession(folder).then(
    () => expect.fail('The session opened.'),
    (fault: ChanceryError) => fault,
  );
}

describe('openSession', () => {
  it('says where it looked when there is no model', async () => {
    const fault = await faultOf(join(tmpdir(), 'chancery-no-model'));
    expect(fault.code).toBe('model/missing');
    expect(fault.describe()).toContain('chancery-no-model');
    expect(fault.details.hint).toBeDefined();
  });

  describe.skipIf(!existsSync(join(MODEL_FOLDER, 'model.onnx')))('with the files of a model', () => {
    function copyWith(name: string, content: string): string {
      const folder = temporaryFolder();
      for (const file of readdirSync(MODEL_FOLDER)) {
        if (file !== name) symlinkSync(join(MODEL_FOLDER, file), join(folder, file));
      }
      writeFileSync(join(folder, name), content);
      return folder;
    }

    it.each([
      ['model.onnx', 'not a model', 'model/corrupt'],
      ['config.json', '{', 'model/malformed'],
      ['config.json', '{"name": "core-en"}', 'model/malformed'],
      ['lemmas.json', '[]', 'model/malformed'],
      ['vocab.txt', 'one\ntwo\n', 'model/malformed'],
    ])('names %s when it holds %j', async (name, content, code) => {
      const fault = await faultOf(copyWith(name, content));
      expect(fault.code).toBe(code);
      expect(fault.details.at?.file).toContain(name);
    });
  });
});
