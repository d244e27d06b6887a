import { countWords, STANCE_WORDS, STATUS_GLYPHS, type TimelineEntry, whatWords, whenWords } from '../ask/index.ts';
import { STATUSES } from '../record/index.ts';
import { cslItem } from './csl.ts';
import { nameOf, partiesWords, yearOf } from './entry-words.ts';
import type { TimelineExporter } from './exporter.ts';
import { HTML_STYLE } from './html-style.ts';
import { escapeXml } from './xml.ts';

/** A page to read, print or put on a server: one file, no script, every event with a note that quotes its words. */
export const html: TimelineExporter = {
  over: 'timeline',
  name: 'html',
  describes: 'a chronology as one page to read or print, with footnotes and CSL-JSON citations of the reports',
  loses: 'quotations, time expressions, the ids of actors, rules and codes, where in the text everything stands',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  async *write(timeline) {
    yield HEAD;
    const reports = new Map<string, Cited>();
    let number = 0;
    for await (const { year, entries } of byYear(timeline())) {
      const notes = entries.map((entry) => ({ entry, number: ++number, cited: cite(reports, entry) }));
      yield `<section>\n<h2>${year}</h2>\n<ol class="events">\n${notes.map(eventItem).join('')}</ol>\n`;
      yield `<h3>Notes on ${year}</h3>\n<ol class="notes">\n${notes.map(noteItem).join('')}</ol>\n</section>\n`;
    }
    yield* endOfPage([...reports.values()]);
  },
};

type Report = TimelineEntry['report'];
interface Cited {
  readonly number: number;
  readonly report: Report;
}
interface Note {
  readonly entry: TimelineEntry;
  readonly number: number;
  readonly cited: Cited;
}

/** Nothing is fetched and nothing runs, whatever a report says. */
const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Chancery">
<title>Chronology</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>Chronology</h1>
<p class="legend">${STATUSES.map((status) => `${STATUS_GLYPHS[status]} ${status}`).join(' · ')}. ≈ stands before days that the text does not state. Where no speaker is named, the outlet says so in its own voice.</p>
</header>
<main>
`;

async function* byYear(timeline: AsyncIterable<TimelineEntry>) {
  let year: string | null = null;
  let entries: TimelineEntry[] = [];
  for await (const entry of timeline) {
    if (year !== null && yearOf(entry) !== year) {
      yield { year, entries };
      entries = [];
    }
    year = yearOf(entry);
    entries.push(entry);
  }
  if (year !== null) yield { year, entries };
}

/** A report's number in the list at the end; a new one is added. */
function cite(reports: Map<string, Cited>, { report }: TimelineEntry): Cited {
  const cited = reports.get(report.id) ?? { number: reports.size + 1, report };
  reports.set(report.id, cited);
  return cited;
}

function eventItem({ entry, number }: Note): string {
  const { event } = entry;
  const status = `${STATUS_GLYPHS[event.status]} ${event.status}`;
  const about = [
    whatWords(event),
    ...(event.count ? [countWords(event.count)] : []),
    ...(event.place ? [`in ${event.place.name}`] : []),
    ...event.attribution.map(({ actor, stance }) => `${STANCE_WORDS[stance]} ${nameOf(entry, actor)}`),
  ];
  const words = `<span class="parties">${isolated(partiesWords(entry))}</span>, ${about.map(isolated).join(', ')}`;
  const link = `<sup><a href="#note-${number}" aria-label="Note ${number}">${number}</a></sup>`;
  return `<li id="event-${number}" class="${event.status}">${whenTag(entry)}<div>${words} <span class="status">${status}</span>${link}</div></li>\n`;
}

function whenTag({ event: { time } }: TimelineEntry): string {
  const words = escapeXml(whenWords({ time }));
  const day = time.from ?? time.to;
  if (day === null) return `<span class="undated">${words}</span>`;
  return `<time datetime="${day}">${words}</time>`;
}

function noteItem({ entry, number, cited }: Note): string {
  const quotes = entry.event.evidence.map(({ text }) => `<q>${isolated(text.replace(/\s+/g, ' '))}</q>`);
  const source = `<a href="#report-${cited.number}">${isolated(shortName(cited.report))}</a>`;
  const back = `<a class="number" href="#event-${number}" aria-label="Back to event ${number}">${number}</a>`;
  return `<li id="note-${number}">${back}${quotes.join(' … ')} — ${source} <code>${escapeXml(entry.id)}</code></li>\n`;
}

function shortName({ outlet, published, source }: Report): string {
  return [outlet ?? source, published].filter((part) => part !== null).join(', ');
}

function* endOfPage(reports: readonly Cited[]): Generator<string> {
  yield '<section>\n<h2>Reports</h2>\n<ol class="reports">\n';
  for (const cited of reports) yield reportItem(cited);
  yield '</ol>\n</section>\n</main>\n<script type="application/vnd.citationstyles.csl+json">[\n';
  for (const [index, { report }] of reports.entries()) yield `${index > 0 ? ',\n' : ''}${scriptJson(cslItem(report))}`;
  yield '\n]</script>\n</body>\n</html>\n';
}

function reportItem({ number, report }: Cited): string {
  const { title, outlet, published, source, url } = report;
  const named = [title, outlet, published].filter((part) => part !== null).map(isolated);
  const where = isWebAddress(url)
    ? `<a href="${escapeXml(url)}" rel="noreferrer">${escapeXml(url)}</a>`
    : isolated(source);
  return `<li id="report-${number}"><span class="number">${number}</span>${[...named, where].join(', ')}</li>\n`;
}

/** Whether a link to it leads to a page: not, say, to a script. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}

/** Words of a report, so that marks of writing direction in them do not reach beyond them. */
function isolated(text: string): string {
  return `<bdi>${escapeXml(text)}</bdi>`;
}

/** JSON inside a page: nothing in it can end the element that holds it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
