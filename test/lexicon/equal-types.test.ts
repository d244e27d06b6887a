import { expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/index.ts';
import { EQUAL_TYPES, EVENT_TYPES } from '../../src/record/index.ts';

it('lets the parties of the same types be equal where reports are read and where they are joined', () => {
  const { codes } = loadLexicon();
  expect(EVENT_TYPES.filter((type) => codes[type]?.traits.includes('equal'))).toEqual(EQUAL_TYPES);
});
