import { z } from 'zod';
import { problemSchema } from '../problems.ts';
import { actorSchema } from './actor.ts';
import { eventSchema } from './event.ts';
import { quotationSchema } from './quotation.ts';
import { reportSchema } from './report.ts';
import { timeExpressionSchema } from './time-expression.ts';

export const RECORD_SCHEMA = 'chancery/record@1';

/** The wire form of one report's record: what `chancery read --json` prints, the API returns and the exports are made from. */
export const reportRecordSchema = z.object({
  schema: z.literal(RECORD_SCHEMA),
  report: reportSchema,
  actors: z.array(actorSchema),
  times: z.array(timeExpressionSchema),
  quotations: z.array(quotationSchema),
  events: z.array(eventSchema),
  problems: z.array(problemSchema),
});
export type ReportRecord = Readonly<z.infer<typeof reportRecordSchema>>;
