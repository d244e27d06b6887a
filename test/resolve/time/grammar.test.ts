import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../../../src/problems.ts';
import { compileGrammar } from '../../../src/resolve/time/grammar.ts';
import { readGrammarParts, readPart } from '../../../src/resolve/time/load.ts';

/** The error that a grammar file gives; fails when it gives none. */
function faultOf(source: string): ChanceryError {
  try {
    compileGrammar([...readGrammarParts(), readPart('mine.yaml', source)]);
  } catch (error) {
    if (error instanceof ChanceryError) return error;
    throw error;
  }
  throw new Error('no fault');
}

const rule = (fields: string) => `about: mine\nrules:\n  - { id: mine, gives: day, ${fields} }\n`;

describe('a faulty grammar file', () => {
  it.each([
    ['an unknown class', rule('pattern: NOCLASS, means: 1'), 'lexicon/unknown-class'],
    ['an unknown phrase', rule('pattern: <nophrase>, means: 1'), 'lexicon/unknown-phrase'],
    ['an open bracket', rule('pattern: "[the day", means: 1'), 'lexicon/bad-pattern'],
    ['an unknown meaning', rule('pattern: the day, means: { op: nonsense }'), 'lexicon/bad-entry'],
    ['an unknown field', rule('pattern: the day, means: 1, colour: red'), 'lexicon/bad-entry'],
    ['no YAML', 'about: [', 'lexicon/bad-yaml'],
    ['a doubled id', `${rule('pattern: the day, means: 1').replace('id: mine', 'id: day.iso')}`, 'lexicon/double-id'],
  ])('with %s says so', (_what, source, code) => {
    const fault = faultOf(source);
    expect(fault.code).toBe(code);
    expect(fault.details.at?.file).toBe('lexicon/time/mine.yaml');
  });

  it('tells the line of the rule', () => {
    expect(faultOf(rule('pattern: NOCLASS, means: 1')).details.at?.line).toBe(3);
    expect(faultOf(rule('pattern: the day, means: { op: nonsense }')).details.at?.line).toBe(3);
  });
});
