import { annotate } from '../../src/annotate/index.ts';
import type { ResolvedReport } from '../../src/document/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import type { Report } from '../../src/record/index.ts';
import { resolveActors } from '../../src/resolve/actors/index.ts';
import { loadTimeGrammar, resolveTimes } from '../../src/resolve/time/index.ts';
import { openKeptSession } from '../core/kept-session.ts';

/** Opens the pipeline up to the stage that quotations need: parsed, with actors and times. */
export async function openReader(): Promise<(report: Report) => Promise<ResolvedReport>> {
  const [session, knowledge] = [await openKeptSession(), await loadKnowledge()];
  const grammar = loadTimeGrammar();
  return async (report) => {
    const annotated = await annotate(report, session);
    const times = resolveTimes(annotated, grammar);
    const { actors, mentions, unresolved } = resolveActors(annotated, knowledge, times);
    return { ...annotated, actors, mentions, unresolved, times };
  };
}

/** A report of which only the text is known, and its day when given. */
export function bareReport(text: string, source = 'eval', published: string | null = null): Report {
  const window = { value: published, from: published, to: published, reasons: [] };
  return {
    ...{ id: 'r_eval', source, url: null, outlet: null, title: null, byline: null },
    ...{ language: 'en', dateline: null, text },
    published: { ...window, basis: published ? 'given' : 'unknown' },
  };
}
