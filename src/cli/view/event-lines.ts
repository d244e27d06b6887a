import {
  type ActorCard,
  countWords,
  daysWords,
  STANCE_WORDS,
  STATUS_GLYPHS,
  type TimelineEntry,
  whatWords,
} from '../../ask/index.ts';
import type { Event, Span } from '../../record/index.ts';
import { clean, hang, padTo, widthOf } from './layout.ts';
import type { Style } from './style.ts';

const GAP = '  ';
const STATUS_WIDTH = 10;

/** How wide the column of dates must be for these entries. */
export function dateWidth(entries: readonly TimelineEntry[]): number {
  return Math.max(0, ...entries.map(({ event }) => widthOf(whenWords(event))));
}

/** An event on one line, or as many as it needs: when, status at a glance, who did what to whom, who says so; its id last. */
export function eventLine(entry: TimelineEntry, id: string, width: number, style: Style): readonly string[] {
  const says = saysWords(entry);
  const what = [happening(entry, style), ...(says ? [style.dim(says)] : [])].join(' · ');
  return hang(leftColumn(entry.event, width, style), `${what} ${style.dim(`[${id}]`)}`, style.columns);
}

/** An event with the sentences that it rests on under it. */
export function eventBlock(entry: TimelineEntry, id: string, width: number, style: Style): readonly string[] {
  const { event } = entry;
  const margin = ' '.repeat(width + GAP.length + STATUS_WIDTH + GAP.length);
  const quotes = event.evidence.flatMap((span) =>
    hang(margin, `“${emphasised(span, event.trigger, style)}”`, style.columns),
  );
  return [...eventLine(entry, id, width, style), ...quotes];
}

function leftColumn(event: Event, width: number, style: Style): string {
  const status = padTo(`${STATUS_GLYPHS[event.status]} ${event.status}`, STATUS_WIDTH);
  return padTo(whenWords(event), width) + GAP + style.status[event.status](status) + GAP;
}

/** Dates that the text does not state carry a sign of it. */
function whenWords({ time: { from, to, basis } }: Event): string {
  const isStated = basis === 'stated' || (from === null && to === null);
  return isStated ? daysWords(from, to) : `≈ ${daysWords(from, to)}`;
}

function happening(entry: TimelineEntry, style: Style): string {
  const { event } = entry;
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(entry, id)).join(', ');
  const whom = event.recipients.length > 0 ? ` → ${named(event.recipients)}` : '';
  const hosts = event.hosts.filter((host) => ![...event.actors, ...event.recipients].includes(host));
  return [
    style.strong(named(event.actors) || 'nobody named') + style.strong(whom),
    whatWords(event),
    ...(event.count ? [countWords(event.count)] : []),
    ...(event.place ? [`in ${clean(event.place.name)}`] : []),
    ...(hosts.length > 0 ? [`hosted by ${named(hosts)}`] : []),
    ...(event.mediators.length > 0 ? [`mediated by ${named(event.mediators)}`] : []),
  ].join(' · ');
}

/** Who stands for it: "says China, denied by Russia"; empty for the outlet's own words. */
export function saysWords(entry: TimelineEntry): string {
  return entry.event.attribution
    .map(({ actor, stance }) => `${STANCE_WORDS[stance]} ${nameOf(entry, actor)}`)
    .join(', ');
}

export function nameOf({ actors }: { readonly actors: readonly ActorCard[] }, id: string): string {
  return clean(actors.find((actor) => actor.id === id)?.name ?? id);
}

/** The words of a span with the trigger in it made to stand out, word by word, so that lines can break between them. */
export function emphasised(span: Span, trigger: Span, style: Style): string {
  const start = trigger.start - span.start;
  const end = trigger.end - span.start;
  if (start < 0 || end > span.text.length) return clean(span.text);
  const marked = clean(span.text.slice(start, end)).split(' ').map(style.trigger).join(' ');
  return clean(span.text.slice(0, start)) + marked + clean(span.text.slice(end));
}
