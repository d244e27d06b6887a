export type { Fetcher, FetcherOptions } from './fetch/fetcher.ts';
export { USER_AGENT } from './fetch/user-agent.ts';
export { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
export { makeReport, type ReportFields, reportId } from './make-report.ts';
export { normaliseText } from './normalise.ts';
export { parsePublished } from './parse-date.ts';
export { type ReadOptions, readInputs } from './read-inputs.ts';
export { type ReadResult, readReport } from './read-result.ts';
export { INPUT_KINDS, type InputKind, READERS, type Reader } from './readers.ts';
