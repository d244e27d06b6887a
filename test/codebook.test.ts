import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codebook } from '../scripts/codebook.ts';
import { loadLexicon } from '../src/lexicon/index.ts';

it('docs/codebook.md is what the lexicon says (npm run docs:codebook writes it)', () => {
  expect(readFileSync(new URL('../docs/codebook.md', import.meta.url), 'utf8')).toBe(codebook(loadLexicon()));
});
