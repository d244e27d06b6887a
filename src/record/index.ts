export * from './actor.ts';
export * from './event.ts';
export * from './explanation.ts';
export * from './quotation.ts';
export * from './report.ts';
export * from './report-record.ts';
export * from './span.ts';
export * from './time-expression.ts';
