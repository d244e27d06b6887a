export { codeEvents } from './code-events.ts';
export {
  type ActorFacts,
  type AnchorFinder,
  actorById,
  type CodingContext,
  makeCodingContext,
  type Voice,
} from './coding-context.ts';
export { type ConfidenceFeatures, probabilityOf } from './confidence.ts';
export { findUncovered, type Uncovered } from './find-uncovered.ts';
export { offTopicness, type TopicFeatures, topicFeatures } from './topic.ts';
