import { existsSync } from 'node:fs';
import { annotate, openSession } from '../../src/annotate/index.ts';
import type { AnnotatedReport, ResolvedReport } from '../../src/document/index.ts';
import type { Report } from '../../src/record/index.ts';

/** Opens the pipeline up to the stage that quotations need: parsed, and with actors and times where the resolvers exist. */
export async function openReader(): Promise<(report: Report) => Promise<ResolvedReport>> {
  const session = await openSession();
  const resolve = await openResolver();
  return async (report) => resolve(await annotate(report, session));
}

async function openResolver(): Promise<(report: AnnotatedReport) => ResolvedReport> {
  const url = new URL('./resolve-report.ts', import.meta.url);
  if (existsSync(url)) return (await import(url.href)).openResolver();
  return (report) => ({ ...report, actors: [], mentions: [], times: [] });
}

/** A report of which only the text is known, and its day when given. */
export function bareReport(text: string, source = 'eval', published: string | null = null): Report {
  const window = { value: published, from: published, to: published, reasons: [] };
  return {
    ...{
      id: 'r_eval',
      source,
      url: null,
      outlet: null,
      title: null,
      byline: null,
      language: 'en',
      dateline: null,
      text,
    },
    published: { ...window, basis: published ? 'given' : 'unknown' },
  };
}
