import { z } from 'zod';

/** A half-open range `[start, end)` of UTF-16 code units of `report.text`, with its words: `report.text.slice(start, end) === text`. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() });
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** An ISO 8601 calendar date, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();

/** An interval of days, inclusive on both ends; null is an open end. */
export const intervalSchema = z.object({ from: dateSchema.nullable(), to: dateSchema.nullable() });
export type Interval = Readonly<z.infer<typeof intervalSchema>>;
