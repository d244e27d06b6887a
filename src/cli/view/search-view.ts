import { dayWords, type Facet, type SearchHit, type SearchResult } from '../../ask/index.ts';
import { clean, hang, padTo, wrap } from './layout.ts';
import type { Style } from './style.ts';

const FACET_WIDTH = 9;

/** Reports that hold the words, with the place where they stand; then what the events in them are. */
export function searchView({ hits, total, facets }: SearchResult, style: Style): string {
  if (total === 0) return 'No report holds these words.\n';
  const reports = hits.map((hit) => hitLines(hit, style).join('\n')).join('\n\n');
  const facetLines = Object.entries(facets).flatMap(([name, values]) => facetLine(name, values, style));
  const count = `${total} ${total === 1 ? 'report' : 'reports'}${hits.length < total ? `, ${hits.length} shown` : ''}`;
  return `${[reports, [style.dim(count), ...facetLines].join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

function hitLines({ report, snippet, marks }: SearchHit, style: Style): readonly string[] {
  const about = [report.outlet, report.published && dayWords(report.published), report.source, report.id];
  const title = report.title === null ? [] : wrap(clean(report.title), style.columns).map(style.strong);
  return [
    ...title,
    ...wrap(clean(about.filter((words) => words !== null).join(' · ')), style.columns).map(style.dim),
    ...hang('  ', marked(snippet, marks, style), style.columns),
  ];
}

function marked(snippet: string, marks: SearchHit['marks'], style: Style): string {
  let text = '';
  let end = 0;
  for (const mark of marks) {
    const words = clean(snippet.slice(mark.start, mark.end)).split(' ').map(style.trigger).join(' ');
    text += clean(snippet.slice(end, mark.start)) + words;
    end = mark.end;
  }
  return text + clean(snippet.slice(end));
}

function facetLine(name: string, values: readonly Facet[], style: Style): readonly string[] {
  if (values.length === 0) return [];
  const words = values.map(({ value, count }) => `${clean(value)} ${style.dim(String(count))}`).join('  ');
  return hang(style.dim(padTo(name, FACET_WIDTH)), words, style.columns);
}
