import type { Event } from '../record/index.ts';
import type { PloverHomes } from './load-plover-homes.ts';

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

/**
 * Codes domestic parties as PLOVER does: whoever is named without a state, and an opponent or attacker who is left unsaid,
 * belongs to the state where it happens.
 */
export function withHomes(event: Event, sides: PloverSides, homes: PloverHomes): PloverSides {
  const home = event.place?.country ?? null;
  const left = (side: readonly PloverParty[], other: readonly PloverParty[]) =>
    home ??
    (homes.atHome.includes(event.type) ? onlyState(side.length > 0 ? [...side, ...other] : other, homes) : null);
  const actor = sides.actor.map((party) => settle(party, left(sides.actor, sides.recipient)));
  const recipient = sides.recipient.map((party) => settle(party, left(sides.recipient, sides.actor)));
  return {
    actor: actor.length > 0 ? actor : unsaid(homes.unclaimed.includes(event.type) ? home : null),
    recipient:
      recipient.length > 0
        ? recipient
        : unsaid(isAgainstHome(event, actor, homes) ? (home ?? onlyState(actor, homes)) : null),
  };
}

function settle(party: PloverParty, home: string | null): PloverParty {
  return party.code === null && home !== null ? { ...party, code: home, basis: 'home' } : party;
}

function unsaid(code: string | null): readonly PloverParty[] {
  return code === null ? [] : [{ text: '', code, sector: null, basis: 'home' }];
}

function isAgainstHome({ type }: Event, actor: readonly PloverParty[], homes: PloverHomes): boolean {
  if (homes.opposed.includes(type)) return true;
  return homes.atHome.includes(type) && actor.some(({ sector }) => homes.againstHome.includes(sector ?? ''));
}

/** The one state among some parties, or null. */
function onlyState(parties: readonly PloverParty[], { stateless }: PloverHomes): string | null {
  const states = new Set(parties.flatMap(({ code }) => (code !== null && !stateless.includes(code) ? code : [])));
  return states.size === 1 ? [...states][0]! : null;
}
