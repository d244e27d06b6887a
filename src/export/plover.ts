import {
  type Actor,
  codebookTypeSchema,
  type Event,
  type EventType,
  type ReportRecord,
  type Status,
} from '../record/index.ts';
import { storedEventId } from '../store/index.ts';
import type { RecordExporter } from './exporter.ts';
import { loadPloverHomes, type PloverHomes } from './load-plover-homes.ts';
import { type PloverParty, withHomes } from './plover-homes.ts';

/** One event as PLOVER has it. Source: PLOVER manual; docs/codebook for what it leaves open. */
export interface PloverRow {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly date: string | null;
  readonly event: EventType;
  readonly mode: string | null;
  readonly context: readonly string[];
  readonly actor: readonly PloverParty[];
  readonly recipient: readonly PloverParty[];
  readonly status: Status;
  readonly rule: string;
}

export const plover: RecordExporter = {
  over: 'records',
  name: 'plover',
  describes: 'PLOVER events, one a line',
  loses: 'who says so, negated events, statements, the finer modes, all but the first day of an interval',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  async *write(records) {
    const homes = loadPloverHomes();
    for await (const record of records()) {
      for (const row of ploverRows(record, homes)) yield `${JSON.stringify(row)}\n`;
    }
  },
};

/** The PLOVER rows of a record, in the order of its events. */
export function ploverRows(record: ReportRecord, homes = loadPloverHomes()): readonly PloverRow[] {
  return record.events.flatMap((event) => ploverRow(record, event, homes) ?? []);
}

function ploverRow(record: ReportRecord, event: Event, homes: PloverHomes): PloverRow | null {
  if (event.status === 'negated' || !isPlover(event.type)) return null;
  const stated = {
    actor: event.actors.map((id) => party(record, event, id)),
    recipient: event.recipients.map((id) => party(record, event, id)),
  };
  if (![...stated.actor, ...stated.recipient].some(({ code }) => code !== null)) return null;
  const { actor, recipient } = withHomes(event, stated, homes);
  return {
    id: storedEventId(record.report.id, event.id),
    source: record.report.source,
    text: event.evidence.map(({ text }) => text).join(' '),
    date: event.time.from ?? event.time.to ?? record.report.published.value,
    ...ploverCode(event),
    context: event.contexts,
    actor,
    recipient,
    status: event.status,
    rule: event.rule,
  };
}

/** Statements and the types of somebody's own lexicon are no PLOVER. */
function isPlover(type: EventType): boolean {
  return type !== 'STATEMENT' && codebookTypeSchema.safeParse(type).success;
}

/** Cooperation to come is an agreement in PLOVER, a retreat to come a concession, and a signature is support. */
const WHEN_PLANNED: Partial<Record<EventType, EventType>> = {
  CONSULT: 'AGREE',
  SUPPORT: 'AGREE',
  COOPERATE: 'AGREE',
  AID: 'AGREE',
  RETREAT: 'CONCEDE',
};

function ploverCode({ type, mode, status }: Event): { readonly event: EventType; readonly mode: string | null } {
  const whenPlanned = status === 'planned' ? WHEN_PLANNED[type] : undefined;
  if (whenPlanned) return { event: whenPlanned, mode: null };
  if (type === 'AGREE') return { event: mode === 'sign' && status !== 'planned' ? 'SUPPORT' : 'AGREE', mode: null };
  return { event: type, mode: ploverMode(type, mode) };
}

const TYPES_WITHOUT_MODES: readonly EventType[] = ['AGREE', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID'];
const CONSULT_MODES: Readonly<Record<string, string>> = {
  visit: 'visit',
  'third-party': 'third-party',
  multilateral: 'multilateral',
  phone: 'phone',
  video: 'phone',
};

function ploverMode(type: EventType, mode: string | null): string | null {
  if (mode === null || TYPES_WITHOUT_MODES.includes(type)) return null;
  return type === 'CONSULT' ? (CONSULT_MODES[mode] ?? null) : mode;
}

function party(record: ReportRecord, event: Event, id: string): PloverParty {
  const actor = record.actors.find((candidate) => candidate.id === id);
  if (!actor) return { text: id, code: null, sector: null };
  const code = actor.country ?? codeWithoutCountry(actor);
  return { text: wordsFor(actor, event), code, sector: actor.sector };
}

/** The words that name somebody where the event is told; else the first that do. A name goes before a role or pronoun. */
function wordsFor({ mentions, name }: Actor, { evidence }: Event): string {
  const inEvidence = mentions.filter(({ start, end }) =>
    evidence.some((span) => span.start <= start && end <= span.end),
  );
  const best = inEvidence.find(({ kind }) => kind === 'name') ?? inEvidence[0] ?? mentions[0];
  return best?.text ?? name;
}

/** PLOVER's codes for those who belong to no state; null for groups, which get none. */
function codeWithoutCountry({ type, sector }: Actor): string | null {
  if (type === 'igo') return 'IGO';
  if (type === 'armed-group') return 'IMG';
  if (type === 'organisation') return sector === 'BUS' ? 'MNC' : 'NGO';
  return null;
}
