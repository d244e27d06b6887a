import { z } from 'zod';
import { dateSchema, spanSchema } from './span.ts';

/** A time expression: TIMEX3 type, value and mod, and the days that it stands for. Source: TIMEX3 guidelines (TimeML 1.2.1). */
export const timeExpressionSchema = spanSchema.extend({
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string(),
  mod: z.string().nullable(),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
});
export type TimeExpression = Readonly<z.infer<typeof timeExpressionSchema>>;
