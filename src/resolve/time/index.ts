export { type Precision, precisionOf } from '../../record/index.ts';
export { checkTimes } from './check-times.ts';
export {
  type AnchorFinder,
  type AnchorSources,
  anchorFor,
  type EventAnchor,
  makeAnchorFinder,
  type OfficeStart,
} from './event-anchors.ts';
export type { TimeGrammar } from './grammar.ts';
export { type DatedFact, type InferredDate, inferPublished } from './infer-published.ts';
export { findLandmarks, type Landmark, type LandmarkMention } from './landmarks.ts';
export { loadTimeGrammar } from './load.ts';
export { type DatedExpression, type ParseTimesOptions, parseTimes } from './parse-times.ts';

export { resolveTimes } from './resolve-times.ts';
