export { extractQuotations, findQuotationProblems } from './extract-quotations.ts';
export type { QuotationFinding } from './finding.ts';
export { loadQuotationLexicon } from './load.ts';
export type { QuotationLexicon } from './quotation-lexicon.ts';
