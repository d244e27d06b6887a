export { type PredicateWords, predicate, predicateSentence } from './predicate.ts';
export { spreadConjuncts } from './roles.ts';
