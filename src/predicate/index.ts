export { type PredicateWords, predicate } from './predicate.ts';
