import {
  type ActorCard,
  countWords,
  dayWords,
  STANCE_WORDS,
  STATUS_GLYPHS,
  type TimelineEntry,
  whatWords,
  whenWords,
} from '../../ask/index.ts';
import type { Event, Quotation, Span } from '../../record/index.ts';
import { clean, hang, padTo, widthOf } from './layout.ts';
import type { Style } from './style.ts';

const GAP = '  ';
const STATUS_WIDTH = 10;
const SHOWN_SENTENCES = 2;

/** How wide the column of dates must be for these entries. */
export function dateWidth(entries: readonly TimelineEntry[]): number {
  return Math.max(0, ...entries.map(({ event }) => widthOf(whenWords(event))));
}

/** An event on one line, or as many as it needs: when, status at a glance, who did what to whom, who says so; its id last. */
export function eventLine(entry: TimelineEntry, id: string, width: number, style: Style): readonly string[] {
  const says = saysWords(entry);
  const told = toldWords(entry);
  const notes = [says, told].filter((words) => words !== '').map(style.dim);
  const what = [happening(entry, style), ...notes].join(' · ');
  return hang(leftColumn(entry.event, width, style), `${what} ${style.dim(`[${id}]`)}`, style.columns);
}

/** An event with the sentences that it rests on under it: the trigger's first, and one more. */
export function eventBlock(entry: TimelineEntry, id: string, width: number, style: Style): readonly string[] {
  const { event } = entry;
  const margin = ' '.repeat(width + GAP.length + STATUS_WIDTH + GAP.length);
  const evidence = triggerFirst(event);
  const quotes = evidence
    .slice(0, SHOWN_SENTENCES)
    .flatMap((span) => hang(margin, `“${emphasised(span, event.trigger, style)}”`, style.columns));
  const left = evidence.length - SHOWN_SENTENCES;
  const more = left > 0 ? [margin + style.dim(`and ${left} more ${left === 1 ? 'sentence' : 'sentences'}`)] : [];
  return [...eventLine(entry, id, width, style), ...quotes, ...more];
}

function triggerFirst({ evidence, trigger }: Event): readonly Span[] {
  const holdsTrigger = ({ start, end }: Span) => start <= trigger.start && trigger.end <= end;
  return [...evidence.filter(holdsTrigger), ...evidence.filter((span) => !holdsTrigger(span))];
}

function leftColumn(event: Event, width: number, style: Style): string {
  const status = padTo(`${STATUS_GLYPHS[event.status]} ${event.status}`, STATUS_WIDTH);
  return padTo(whenWords(event), width) + GAP + style.status[event.status](status) + GAP;
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

/** In how many reports an event is told, by whom first, and what they do not agree on; empty when it is told once. */
export function toldWords({ happening }: TimelineEntry): string {
  if (happening === null || happening.tellings < 2) return '';
  const { first, reports, tellings, disputed } = happening;
  if (reports < 2) return `${tellings} events of one report`;
  const who = first.outlet
    ? `, first ${clean(first.outlet)}${first.published ? ` ${dayWords(first.published)}` : ''}`
    : '';
  return `${reports} reports${who}${disputed.length > 0 ? `, disputed: ${disputed.join(', ')}` : ''}`;
}

/** Somebody's name; a body's with its country, for every country has a ministry of foreign affairs. */
export function nameOf({ actors }: { readonly actors: readonly ActorCard[] }, id: string): string {
  const actor = actors.find((candidate) => candidate.id === id);
  if (!actor) return clean(id);
  const isBody = actor.type === 'government' && actor.country !== null;
  return clean(isBody ? `${actor.name} (${actor.country})` : actor.name);
}

/** The words of a span with the trigger in it made to stand out, word by word, so that lines can break between them. */
export function emphasised(span: Span, trigger: Span, style: Style): string {
  const start = trigger.start - span.start;
  const end = trigger.end - span.start;
  if (start < 0 || end > span.text.length) return clean(span.text);
  const marked = clean(span.text.slice(start, end)).split(' ').map(style.trigger).join(' ');
  return clean(span.text.slice(0, start)) + marked + clean(span.text.slice(end));
}

/** The words of a quotation, in quotation marks where they are the speaker's own and bring none. */
export function quotedWords({ text, kind }: Quotation): string {
  const words = clean(text);
  return kind === 'indirect' || OPENING_MARK.test(words) ? words : `“${words}”`;
}

const OPENING_MARK = /^[\p{Pi}"„]/u;
