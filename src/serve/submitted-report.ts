import { z } from '@hono/zod-openapi';
import { ChanceryError, type Problem } from '../problems.ts';
import { readInputs, readReport } from '../read/index.ts';
import type { Report } from '../record/index.ts';

/** A report as somebody sends it: its text (or HTML), and what is known of it. */
export const submissionSchema = z
  .strictObject({
    text: z.string().min(1).openapi({ description: 'The text, or a whole HTML page.' }),
    published: z.string().optional().openapi({ example: '2023-03-17' }),
    title: z.string().optional(),
    outlet: z.string().optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  })
  .openapi('Submission');
export type Submission = z.infer<typeof submissionSchema>;

export interface SubmittedReport {
  readonly report: Report;
  readonly problems: readonly Problem[];
}

/** What `report.source` says of a report that came by this way and has no address. */
const SOURCE = 'pasted';

/** Makes a report of what was sent, as the command line would of the same bytes. Throws where it holds none, or several. */
export async function submittedReport(submission: Submission): Promise<SubmittedReport> {
  const { text, title, published, outlet, url } = submission;
  const source = url ?? SOURCE;
  // A title that is given says that the text is just that; else the input's kind is recognised first.
  if (title !== undefined) return readReport({ text, title, published, outlet, url, source });
  const { report, problems } = await onlyReport(submission);
  return { report: { ...report, source, url: url ?? report.url }, problems };
}

async function onlyReport({ text, published, outlet }: Submission): Promise<SubmittedReport> {
  const found: SubmittedReport[] = [];
  const given = { ...(published !== undefined && { published }), ...(outlet !== undefined && { outlet }) };
  for await (const result of readInputs(['-'], { ...given, stdin: bytesOf(text) })) {
    if (result.kind === 'failure') throw result.error;
    found.push(result);
    if (found.length > 1) break;
  }
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  throw new ChanceryError('serve/one-report', `There ${only ? 'are several reports' : 'is no report'} in it.`, {
    hint: 'Send one report at a time; "chancery ingest" takes files of many.',
  });
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
