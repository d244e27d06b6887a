import type { CitedReport } from '../ask/index.ts';
import type { TimelineExporter } from './exporter.ts';

/** A report as citation managers take it. Source: CSL-JSON, schema of citation-style-language 1.0.2. */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly source?: string;
}

/** The citation of a report; what is not known is left out. */
export function cslItem({ id, title, outlet, published, url, source }: CitedReport): CslItem {
  return {
    id,
    type: 'article-newspaper',
    ...(title !== null && { title }),
    ...(outlet !== null && { 'container-title': outlet }),
    ...(published !== null && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
    ...(url !== null ? { URL: url } : { source }),
  };
}

/** The reports that tell the events, each once: for Zotero, pandoc and the like. */
export const csl: TimelineExporter = {
  over: 'timeline',
  name: 'csl',
  describes: 'the reports behind the events as CSL-JSON citations, each once',
  loses: 'the events; bylines',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  async *write(timeline) {
    const seen = new Set<string>();
    yield '[';
    for await (const { report } of timeline()) {
      if (seen.has(report.id)) continue;
      yield `${seen.size > 0 ? ',' : ''}\n${JSON.stringify(cslItem(report))}`;
      seen.add(report.id);
    }
    yield '\n]\n';
  },
};
