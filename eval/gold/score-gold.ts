import type { Event, ReportRecord, Span } from '../../src/record/index.ts';
import { type Figures, figures } from '../report/figures.ts';
import { actorKey, distinctKeys, fold, goldKey, sameParties } from './match-parties.ts';
import { type AttributionTally, newAttributionTally, scoreAttribution } from './score-attribution.ts';

/** A gold reading, `chancery/gold@1`. */
export interface GoldReading {
  readonly id?: string;
  readonly published: string;
  readonly outlet?: string;
  readonly events: readonly GoldEvent[];
  readonly quotations: readonly { readonly speaker: string; readonly quote: string }[];
  readonly times: readonly { readonly in: string; readonly from: string | null; readonly to: string | null }[];
}

interface GoldEvent {
  readonly id?: string;
  readonly core?: boolean;
  readonly type: string;
  readonly orType?: readonly string[];
  readonly status: string;
  readonly orStatus?: readonly string[];
  readonly actors: readonly string[];
  readonly recipients?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly orInterval?: readonly (readonly [string | null, string | null])[];
  readonly in: string | readonly string[];
  readonly says?: readonly string[];
  readonly denies?: readonly string[];
}

/** Hits and totals over any number of reports. */
export interface GoldTally {
  readonly events: {
    gold: number;
    read: number;
    found: number;
    who: number;
    full: number;
    core: number;
    coreWho: number;
    status: number;
    dated: number;
    datedRight: number;
  };
  readonly quotations: { gold: number; read: number; found: number; speaker: number };
  readonly times: { gold: number; found: number; value: number };
  readonly attribution: AttributionTally;
  readonly notes: string[];
}

/** An empty tally. */
export function newTally(): GoldTally {
  return {
    events: { gold: 0, read: 0, found: 0, who: 0, full: 0, core: 0, coreWho: 0, status: 0, dated: 0, datedRight: 0 },
    quotations: { gold: 0, read: 0, found: 0, speaker: 0 },
    times: { gold: 0, found: 0, value: 0 },
    attribution: newAttributionTally(),
    notes: [],
  };
}

/** Adds one report's record to a tally. Same matching as the scorer that comes with the gold readings. */
export function scoreReading(gold: GoldReading, record: ReportRecord, tally: GoldTally): void {
  scoreEvents(gold, record, tally);
  scoreQuotations(gold, record, tally);
  scoreTimes(gold, record, tally);
}

/** Types whose parties are equal: compared without direction. */
export const SYMMETRIC: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

/** A gold event with the event of ours that fits it best, and how well: 1 found, 2 with its parties, 3 with status and time. */
export interface GoldMatch {
  readonly wanted: GoldEvent;
  readonly event: Event | null;
  readonly level: 0 | 1 | 2 | 3;
}

/** Matches the gold events of a report, in their order, each of ours at most once. */
export function matchEvents(gold: GoldReading, record: ReportRecord): readonly GoldMatch[] {
  const used = new Set<Event>();
  return gold.events.map((wanted) => {
    const spans = [wanted.in].flat().flatMap((snippet) => locateAll(record.report.text, snippet));
    const best = record.events
      .filter((event) => !used.has(event))
      .map((event) => ({ wanted, event, level: levelOf(wanted, event, spans, record) }))
      .filter(({ level }) => level > 0)
      .sort((a, b) => b.level - a.level)[0];
    if (!best) return { wanted, event: null, level: 0 };
    used.add(best.event);
    return best;
  });
}

function scoreEvents(gold: GoldReading, record: ReportRecord, tally: GoldTally): void {
  const matches = matchEvents(gold, record);
  tally.notes.push(...scoreAttribution(matches, record, tally.attribution));
  for (const { wanted, event, level } of matches) {
    tally.events.gold += 1;
    if (wanted.core) tally.events.core += 1;
    if (!event) {
      tally.notes.push(`missed ${wanted.type} ${wanted.status}: ${[wanted.in].flat()[0]}`);
      continue;
    }
    tally.events.found += 1;
    if (hasStatus(wanted, event)) tally.events.status += 1;
    if (isDated(wanted)) {
      tally.events.dated += 1;
      if (hasInterval(wanted, event)) tally.events.datedRight += 1;
      else
        tally.notes.push(
          `days ${daysOf(wanted)}, read ${daysOf(event.time)} (${event.time.basis}) of ${event.type} ${event.status}: ${[wanted.in].flat()[0]}`,
        );
    }
    if (level >= 2) tally.events.who += 1;
    if (level >= 2 && wanted.core) tally.events.coreWho += 1;
    if (level >= 3) tally.events.full += 1;
    else tally.notes.push(differenceNote(wanted, event, level));
  }
  tally.events.read += record.events.length;
  const matched = new Set(matches.map(({ event }) => event));
  tally.notes.push(...record.events.filter((event) => !matched.has(event)).map(extraNote));
}

function extraNote({ type, status, actors, recipients, hosts, rule, trigger, evidence }: Event): string {
  const parties = partiesNote(actors, [...recipients, ...hosts]);
  return `extra ${type} ${status}, ${parties} [${rule}: ${trigger.text}]: ${evidence[0]?.text}`;
}

function differenceNote(wanted: GoldEvent, event: Event, level: GoldMatch['level']): string {
  const at = `${[wanted.in].flat()[0]} [${event.rule}: ${event.trigger.text}]`;
  if (level === 1) {
    const gold = partiesNote(wanted.actors, wanted.recipients ?? []);
    const read = partiesNote(event.actors, [...event.recipients, ...event.hosts]);
    return `who differs, ${gold} ← ${read}: ${at}: ${event.evidence.map(({ text }) => text).join(' | ')}`;
  }
  if (!hasStatus(wanted, event)) return `status differs, ${wanted.status} ← ${event.status}: ${at}`;
  return `time differs, ${wanted.from} … ${wanted.to} ← ${event.time.from} … ${event.time.to}: ${at}`;
}

function partiesNote(actors: readonly string[], recipients: readonly string[]): string {
  return `${actors.join(', ')} → ${recipients.join(', ')}`;
}

function levelOf(wanted: GoldEvent, event: Event, spans: readonly Place[], record: ReportRecord): 0 | 1 | 2 | 3 {
  if (![wanted.type, ...(wanted.orType ?? [])].includes(event.type)) return 0;
  const evidence = [event.trigger, ...event.evidence];
  if (!spans.some((span) => evidence.some((other) => overlaps(span, other)))) return 0;
  if (!hasParties(wanted, event, record)) return 1;
  return hasStatus(wanted, event) && hasInterval(wanted, event) ? 3 : 2;
}

function hasParties(wanted: GoldEvent, event: Event, record: ReportRecord): boolean {
  const goldActors = distinctKeys(wanted.actors.map(goldKey));
  const goldRecipients = distinctKeys((wanted.recipients ?? []).map(goldKey));
  const actors = distinctKeys(event.actors.map((id) => actorKey(record, id)));
  const recipients = distinctKeys([...event.recipients, ...event.hosts].map((id) => actorKey(record, id)));
  if (SYMMETRIC.has(event.type)) {
    return sameParties(distinctKeys([...goldActors, ...goldRecipients]), distinctKeys([...actors, ...recipients]));
  }
  return sameParties(goldActors, actors) && (goldRecipients.length === 0 || sameParties(goldRecipients, recipients));
}

function hasStatus(wanted: GoldEvent, event: Event): boolean {
  return [wanted.status, ...(wanted.orStatus ?? [])].includes(event.status);
}

function isDated({ from, to }: GoldEvent): boolean {
  return from !== undefined || to !== undefined;
}

function daysOf({ from, to }: { readonly from?: string | null; readonly to?: string | null }): string {
  return `${from ?? ''}..${to ?? ''}`;
}

function hasInterval(wanted: GoldEvent, event: Event): boolean {
  if (!isDated(wanted)) return true;
  const intervals = [[wanted.from ?? null, wanted.to ?? null], ...(wanted.orInterval ?? [])];
  return intervals.some(([from, to]) => from === event.time.from && to === event.time.to);
}

const ENOUGH_OVERLAP = 0.8;

function scoreQuotations(gold: GoldReading, record: ReportRecord, tally: GoldTally): void {
  const used = new Set<unknown>();
  for (const wanted of gold.quotations) {
    const spans = locateAll(record.report.text, wanted.quote);
    if (spans.length === 0) continue;
    tally.quotations.gold += 1;
    const best = record.quotations
      .filter((quotation) => !used.has(quotation))
      .map((quotation) => ({ quotation, shared: Math.max(...spans.map((span) => overlapShare(span, quotation))) }))
      .filter(({ shared }) => shared >= ENOUGH_OVERLAP)
      .sort((a, b) => b.shared - a.shared)[0];
    if (!best) {
      tally.notes.push(`missed quotation: ${wanted.quote}`);
      continue;
    }
    used.add(best.quotation);
    tally.quotations.found += 1;
    if (isSpeaker(wanted.speaker, best.quotation.speaker, record)) tally.quotations.speaker += 1;
    else tally.notes.push(`wrong speaker: ${wanted.quote}`);
  }
  tally.quotations.read += record.quotations.filter((quotation) => quotation.kind !== 'indirect').length;
}

function isSpeaker(wanted: string, id: string | null, record: ReportRecord): boolean {
  const actor = record.actors.find((other) => other.id === id);
  if (!actor) return false;
  const [name = '', country = ''] = wanted.split('|');
  return name ? fold(actor.name).includes(fold(name).split(' ').at(-1)!) : actor.country === country;
}

function scoreTimes(gold: GoldReading, record: ReportRecord, tally: GoldTally): void {
  for (const wanted of gold.times) {
    const span = locateAll(record.report.text, wanted.in)[0];
    if (!span) continue;
    tally.times.gold += 1;
    const hits = record.times.filter((time) => overlaps(span, time));
    if (hits.length === 0) {
      tally.notes.push(`missed time: ${wanted.in}`);
      continue;
    }
    tally.times.found += 1;
    const whole = { from: hits[0]!.from, to: hits.at(-1)!.to };
    if ([...hits, whole].some((time) => time.from === wanted.from && time.to === wanted.to)) tally.times.value += 1;
    else tally.notes.push(`wrong time: ${wanted.in}`);
  }
}

type Place = Pick<Span, 'start' | 'end'>;

function locateAll(text: string, snippet: string): Place[] {
  const spans: Place[] = [];
  for (let start = text.indexOf(snippet); start >= 0; start = text.indexOf(snippet, start + 1)) {
    spans.push({ start, end: start + snippet.length });
  }
  return spans;
}

function overlaps(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}

function overlapShare(a: Place, b: Place): number {
  if (!overlaps(a, b)) return 0;
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Precision, recall and F1 of the three levels of events, and of quotations. */
export function goldFigures(tally: GoldTally): Record<'found' | 'who' | 'full' | 'quotations', Figures> {
  const { events, quotations } = tally;
  return {
    found: figures(events.found, events.gold, events.read),
    who: figures(events.who, events.gold, events.read),
    full: figures(events.full, events.gold, events.read),
    quotations: figures(quotations.found, quotations.gold, quotations.read),
  };
}
