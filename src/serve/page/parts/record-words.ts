import type { EventType, Status } from '../../../record/index.ts';

// Put in by vite.config.ts from the record's own lists, so that zod, which they stand beside, stays out of the browser.
declare const __EVENT_TYPES__: readonly EventType[];
declare const __STATUSES__: readonly Status[];

/** The event types in the order of the codebook. */
export const EVENT_TYPES = __EVENT_TYPES__;
export const STATUSES = __STATUSES__;
