export type { AnnotatedReport, NameSpan, Sentence, Token } from '../document/index.ts';
export { annotate, annotateText, annotateWords } from './annotate.ts';
export { sentenceLines, toConllu } from './conllu.ts';
export { identifyLanguage } from './language.ts';
export { openSession, type Session } from './session.ts';
