export * from './agreement.ts';
export * from './apply-reviews.ts';
export * from './decide.ts';
export * from './decision.ts';
export * from './difference.ts';
export * from './gold.ts';
export { anchorOf, findAnchor, placesOf } from './quote-anchor.ts';
export * from './seen.ts';
