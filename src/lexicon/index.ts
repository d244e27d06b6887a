export * from './coding-words.ts';
export * from './confidence.ts';
export * from './event-rule.ts';
export { type Lexicon, loadLexicon } from './load.ts';
export * from './off-topic.ts';
export * from './operators.ts';
export { LEXICON_FILES, type LexiconFile, lexiconSchema } from './schemas.ts';
