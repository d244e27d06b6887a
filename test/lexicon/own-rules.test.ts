import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLexicon, readSentence } from '../../src/check-lexicon.ts';
import { LEXICON_FILES, lexiconSchema, loadLexicon } from '../../src/lexicon/index.ts';
import { openToolkit } from '../../src/pipeline.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const [, EXAMPLE] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/lexicon.md', 'utf8'))!;

function fileOf(yaml: string): string {
  const path = join(temporaryFolder(), 'mine.yaml');
  writeFileSync(path, yaml);
  return path;
}

function rule(id: string, more = ''): string {
  return `- id: ${id}
  because: a test
  event: { type: SUPPORT }
  trigger: { verb: [praise] }
  examples: [{ text: A. }]
  counterexamples: [{ text: B., because: c }]
${more}`;
}

it('the worked example of docs/lexicon.md does as it says, and gives events of a new type', async () => {
  const toolkit = await openToolkit({ lexiconFolders: [fileOf(EXAMPLE!)] });
  const rules = toolkit.lexicon.rules.filter(({ isOwn }) => isOwn);
  expect(rules).toHaveLength(2);
  expect(await checkLexicon(toolkit, rules)).toEqual([]);
  const { record } = await readSentence(toolkit, 'Russia and Ukraine swapped prisoners at the border.');
  expect(record.events).toMatchObject([
    { type: 'X-HOSTAGE-SWAP', equal: true, rule: 'x-hostage-swap.verb', quad: 2, actors: ['RUS'], recipients: ['UKR'] },
  ]);
});

describe('rules of one’s own', () => {
  it('replace shipped rules of the same id, and are tried first', () => {
    const { rules, index } = loadLexicon([fileOf(rule('support.praise') + rule('support.mine'))]);
    expect(rules.find(({ id }) => id === 'support.praise')!.because).toBe('a test');
    expect(index.get('verb praise')!.map(({ id }) => id)).toEqual(['support.praise', 'support.mine']);
  });

  it('come from a folder, with classes of their own', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'events'));
    writeFileSync(join(folder, 'classes.yaml'), 'praising: [extol, laud]\n');
    writeFileSync(join(folder, 'events/a.yaml'), rule('support.mine').replace('[praise]', '["@praising"]'));
    expect(loadLexicon([folder]).index.get('verb extol')!.at(0)!.id).toBe('support.mine');
  });

  it('take a shipped rule away', () => {
    const { rules } = loadLexicon([fileOf('- { without: consult.summit, because: not studied }\n')]);
    expect(rules.some(({ id }) => id === 'consult.summit')).toBe(false);
  });

  it.each([
    ['a key that there is not', rule('a.b', '  where:\n    head: { object: [x] }\n'), 8, 'lexicon/bad-entry'],
    ['a type that nobody declared', rule('a.b').replace('SUPPORT', 'X-NEW'), 1, 'lexicon/unknown-type'],
    ['a type that is no name', rule('a.b').replace('SUPPORT', 'Swap'), 3, 'lexicon/bad-entry'],
    ['a mode that the type has not', rule('a.b').replace('SUPPORT', 'CONSULT, mode: vist'), 1, 'lexicon/unknown-mode'],
    ['a class that is nowhere', rule('a.b').replace('[praise]', '["@praisers"]'), 1, 'lexicon/unknown-class'],
    ['two rules of one id', rule('a.b') + rule('a.b'), 7, 'lexicon/duplicate-rule'],
    ['a rule to do without that is nowhere', '\n- { without: a.b, because: c }\n', 2, 'lexicon/unknown-rule'],
    ['what is no list', 'a: 1\n', undefined, 'lexicon/not-a-list'],
    ['what is no YAML', '- id: [\n', 2, 'lexicon/bad-yaml'],
  ])('are refused with file and line for %s', (_what, yaml, line, code) => {
    const file = fileOf(yaml);
    expect(() => loadLexicon([file])).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ at: line ? { file, line } : { file } }) }),
    );
  });
});

describe('lexicon/schema', () => {
  it.each(LEXICON_FILES)('%s.json is what the program says (npm run docs:schema writes it)', (kind) => {
    expect(JSON.parse(readFileSync(`lexicon/schema/${kind}.json`, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(lexiconSchema(kind))),
    );
  });
});
