/**
 * Words and phrases as SQLite's full-text search takes them: each must be there; a star at the end of a word stands for any ending.
 * Everything is quoted, so nothing that a person types is read as an operator. Source: SQLite FTS5, section 3.
 */
export function matchExpression(words: readonly string[]): string {
  return words.map(quoted).join(' AND ');
}

function quoted(words: string): string {
  const isPrefix = words.length > 1 && words.endsWith('*');
  const bare = isPrefix ? words.slice(0, -1) : words;
  return `"${bare.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`;
}
