import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadQuotationLexicon } from '../../src/quote/index.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const REST =
  'parentheticals: [as]\nagents: [by]\nowners: [of]\naddressees: [to]\ndoubts: [so-called]\nexchanges: [ask]\npartners: [with]\nexchanged: [letter]\n';

/** A lexicon folder with these files. */
function folder(files: Readonly<Record<string, string>>): URL {
  const path = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return pathToFileURL(`${path}/`);
}

describe('the quotation lexicon', () => {
  test('is shipped whole, each cue in one class', () => {
    const lexicon = loadQuotationLexicon();
    expect(lexicon.cues.verbs.get('say')?.[0]?.cueClass.class).toBe('say');
    expect(lexicon.cues.verbs.get('point')?.[0]?.with).toEqual(['out']);
    expect(lexicon.channels.length).toBeGreaterThan(10);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a missing file', {}, 'lexicon/not-found'],
    ['a file that is no YAML', { 'cues.yaml': 'classes: [' }, 'lexicon/not-yaml'],
    ['an unknown field', { 'cues.yaml': `classes: []\n${REST}colour: red\n` }, 'lexicon/wrong-shape'],
    [
      'a cue in two classes',
      {
        'cues.yaml': `classes:\n  - { class: a, content: [], indirect: true, verbs: [say] }\n  - { class: b, content: [], indirect: true, verbs: [say] }\n${REST}`,
      },
      'lexicon/duplicate-cue',
    ],
  ])('refuses %s', (_name, files, code) => {
    expect(() => loadQuotationLexicon(folder(files))).toThrowError(expect.objectContaining({ code }));
  });
});
