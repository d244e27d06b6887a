export * from './annotated-report.ts';
export * from './resolved-report.ts';
export * from './token.ts';
