/** What became known of a happening, step by step. */
export const STAGES = ['considered', 'planned', 'confirmed', 'postponed', 'cancelled', 'denied', 'occurred'] as const;
export type Stage = (typeof STAGES)[number];

/** What the reports of one happening may not agree on; `whether` it took place at all, `initiator` who called whom. */
export const DISPUTED_FIELDS = ['date', 'place', 'mode', 'initiator', 'whether'] as const;
export type DisputedField = (typeof DISPUTED_FIELDS)[number];
