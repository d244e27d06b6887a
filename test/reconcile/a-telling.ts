import { handleOf, makeTelling, signatureOf, type Telling, type Turn } from '../../src/reconcile/index.ts';
import type { Attribution, Event } from '../../src/record/index.ts';

/** What a test says of a telling; the rest is a call of 12 May 2025 that one outlet reports on the day after. */
export interface TellingDraft {
  readonly report?: string;
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly text?: string;
  readonly number?: number;
  readonly type?: Event['type'];
  readonly equal?: true;
  readonly mode?: string | null;
  readonly status?: Event['status'];
  readonly who?: readonly string[];
  readonly whom?: readonly string[];
  /** `DAY`, `DAY/DAY`, or null for an event without a date. */
  readonly on?: string | null;
  readonly basis?: Event['time']['basis'];
  readonly at?: string | null;
  readonly country?: string | null;
  readonly says?: string;
  readonly count?: number;
  readonly attribution?: readonly Attribution[];
  readonly turn?: Turn | null;
}

/** A telling for tests. Parties are `NOR` for a state and `NOR:ada-holm` for somebody of it. */
export function aTelling(draft: TellingDraft = {}): Telling {
  const { report = 'r_1', number = 1, says = 'They spoke.', text = '' } = draft;
  const [from = null, to = from] = draft.on === null ? [] : (draft.on ?? '2025-05-12').split('/');
  const sentence = { start: number * 1000, end: number * 1000 + says.length, text: says };
  const event: Event = {
    id: `e${number}`,
    type: draft.type ?? 'CONSULT',
    ...(draft.equal && { equal: draft.equal }),
    mode: draft.mode === undefined ? 'phone' : draft.mode,
    status: draft.status ?? 'occurred',
    actors: (draft.who ?? ['NOR:ada-holm']).map(idOf),
    recipients: (draft.whom ?? ['SUD:bo-lind']).map(idOf),
    hosts: [],
    mediators: [],
    time: { from, to, basis: draft.basis ?? (from === null ? 'unknown' : 'stated') },
    place: draft.at ? { name: draft.at, country: draft.country ?? null, lat: null, lon: null } : null,
    contexts: [],
    count: draft.count === undefined ? null : { min: draft.count, max: draft.count },
    attribution: [...(draft.attribution ?? [])],
    trigger: { ...sentence, end: sentence.start + 4, text: says.slice(0, 4) },
    evidence: [sentence],
    rule: 'test',
    cameo: null,
    quad: null,
    confidence: 1,
  };
  const words = says.split(/\W+/).filter((word) => word.length > 4);
  return makeTelling(event, {
    id: `${report}/${event.id}`,
    handle: handleOf(report, event, 0),
    report: {
      id: report,
      outlet: draft.outlet === undefined ? 'Northport Gazette' : draft.outlet,
      published: draft.published === undefined ? '2025-05-13' : draft.published,
      signature: signatureOf(text),
    },
    partyOf: (id) => ({ id, country: COUNTRY.exec(id)?.[1] ?? null }),
    wording: {
      words: new Set(words.map((word) => word.toLowerCase().slice(0, 6))),
      names: new Set(words.filter((word) => /^[A-Z]/.test(word)).map((word) => word.toLowerCase().slice(0, 6))),
    },
    isPlaceState: false,
    turn: draft.turn ?? null,
  });
}

const COUNTRY = /^(?:per:)?([A-Z]{3})(?:-.*)?$/;

function idOf(party: string): string {
  return party.includes(':') && /^[A-Z]{3}:/.test(party) ? `per:${party.replace(':', '-')}` : party;
}
