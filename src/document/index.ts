export * from './annotated-report.ts';
export * from './conllu-columns.ts';
export * from './once-per-token.ts';
export * from './predication.ts';
export * from './resolved-report.ts';
export * from './syntax.ts';
export * from './token.ts';
