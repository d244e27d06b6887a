import type { Event, EventType } from '../record/index.ts';

/**
 * One party of a PLOVER row: the words that name it, an ISO 3166 alpha-3 or PLOVER code, and its sector. `basis` stands only
 * where the text gives no state, so that the code is that of the state where it happens; the text of a party that is left
 * unsaid is empty.
 */
export interface PloverParty {
  readonly text: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly basis?: 'home';
}

export interface PloverSides {
  readonly actor: readonly PloverParty[];
  readonly recipient: readonly PloverParty[];
}

/** Acts that happen within a state unless somebody from outside is named. */
const AT_HOME: ReadonlySet<EventType> = new Set(['PROTEST', 'COERCE', 'ASSAULT', 'CONCEDE', 'RETREAT', 'MOBILIZE']);
/** Codes of bodies that belong to no state. */
const STATELESS: ReadonlySet<string> = new Set(['IGO', 'IMG', 'NGO', 'MNC']);
/** Sectors of those who are up against their own state. */
const AGAINST_HOME: ReadonlySet<string> = new Set(['REB', 'OPP']);

/**
 * Codes domestic parties as PLOVER does: whoever is named without a state, and an opponent or attacker who is left unsaid,
 * belongs to the state where it happens. Source: PLOVER manual, actors; the gold records code "a bombing in Iraq" IRQ.
 */
export function withHomes(event: Event, sides: PloverSides): PloverSides {
  const home = event.place?.country ?? null;
  const left = (side: readonly PloverParty[], other: readonly PloverParty[]) =>
    home ?? (AT_HOME.has(event.type) ? onlyState(side.length > 0 ? [...side, ...other] : other) : null);
  const actor = sides.actor.map((party) => settle(party, left(sides.actor, sides.recipient)));
  const recipient = sides.recipient.map((party) => settle(party, left(sides.recipient, sides.actor)));
  return {
    actor: actor.length > 0 ? actor : unsaid(isUnclaimed(event) ? home : null),
    recipient:
      recipient.length > 0 ? recipient : unsaid(isAgainstHome(event, actor) ? (home ?? onlyState(actor)) : null),
  };
}

function settle(party: PloverParty, home: string | null): PloverParty {
  return party.code === null && home !== null ? { ...party, code: home, basis: 'home' } : party;
}

function unsaid(code: string | null): readonly PloverParty[] {
  return code === null ? [] : [{ text: '', code, sector: null, basis: 'home' }];
}

function isUnclaimed({ type }: Event): boolean {
  return type === 'ASSAULT' || type === 'COERCE';
}

function isAgainstHome({ type }: Event, actor: readonly PloverParty[]): boolean {
  if (type === 'PROTEST') return true;
  return AT_HOME.has(type) && actor.some(({ sector }) => AGAINST_HOME.has(sector ?? ''));
}

/** The one state among some parties, or null. */
function onlyState(parties: readonly PloverParty[]): string | null {
  const states = new Set(parties.flatMap(({ code }) => (code !== null && !STATELESS.has(code) ? code : [])));
  return states.size === 1 ? [...states][0]! : null;
}
