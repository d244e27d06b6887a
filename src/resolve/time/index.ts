export type { TimeGrammar } from './grammar.ts';
export { loadTimeGrammar } from './load.ts';
export { type DatedExpression, type ParseTimesOptions, parseTimes } from './parse-times.ts';
export { resolveTimes } from './resolve-times.ts';
