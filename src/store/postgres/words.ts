/**
 * What stands between words. PostgreSQL's own parser would take "Xi/Putin" for a path and "U.S." for a host;
 * with blanks instead, it finds the same words as SQLite's.
 */
export const SEPARATORS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~¡«»¿‐‑‒–—―‘’‚“”„†•…‹›';
export const BLANKS = ' '.repeat(SEPARATORS.length);

const BETWEEN = new RegExp(`[\\s${SEPARATORS.replace(/[\\\]^-]/g, '\\$&')}]+`, 'u');

/** Words and phrases as `to_tsquery` takes them: each must be there; a star at the end of a word stands for any ending. */
export function queryExpression(words: readonly string[]): string {
  return words
    .map(phrase)
    .filter((part) => part !== '')
    .join(' & ');
}

function phrase(words: string): string {
  const isPrefix = words.length > 1 && words.endsWith('*');
  const quoted = words
    .split(BETWEEN)
    .filter((word) => word !== '')
    .map((word) => `'${word}'`);
  if (quoted.length === 0) return '';
  return `(${quoted.join(' <-> ')}${isPrefix ? ':*' : ''})`;
}
