import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { grammarPackText, readGrammarPack, readGrammarParts } from '../../../src/resolve/time/load.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const GRAMMAR = 'about: mine\nclasses:\n  DAYS: { list: [someday] }\nrules: []\n';

/** A folder with one grammar file, and its pack, made `later` seconds after it. */
function packedFolder(later: number) {
  const folder = temporaryFolder();
  const [file, pack] = [join(folder, 'mine.yaml'), join(folder, 'pack.json')];
  const url = pathToFileURL(`${folder}/`);
  writeFileSync(file, GRAMMAR);
  writeFileSync(pack, grammarPackText(readGrammarParts(url)));
  utimesSync(file, 1000, 1000);
  utimesSync(pack, 1000 + later, 1000 + later);
  return { url, pack: pathToFileURL(pack) };
}

describe('the pack of the time grammar', () => {
  it('holds what its files hold', () => {
    const { url, pack } = packedFolder(1);
    const contents = readGrammarPack(pack, url)?.map(({ file, content }) => ({ file, content }));
    expect(contents).toEqual(readGrammarParts(url).map(({ file, content }) => ({ file, content })));
  });

  it('is passed over where it is older than a file, or missing', () => {
    const { url, pack } = packedFolder(-1);
    expect(readGrammarPack(pack, url)).toBeNull();
    expect(readGrammarPack(new URL('none.json', url), url)).toBeNull();
  });
});
