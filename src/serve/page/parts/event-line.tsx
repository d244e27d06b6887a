import { Fragment } from 'react';
import { countWords, STANCE_WORDS, whatWords } from '../../../ask/wording.ts';
import type { Attribution, Event } from '../../../record/index.ts';
import type { ActorCard } from '../../wire.ts';
import { formatInterval } from './dates.ts';
import { plainText } from './hidden-characters.ts';
import { StatusGlyph } from './status-glyph.tsx';
import { Name } from './visible-text.tsx';

/** What is known of somebody, wherever it comes from: a record's actor or a list's card. */
export type Party = Pick<ActorCard, 'id' | 'name' | 'type' | 'country'>;

/** How to name whoever an event speaks of by id. */
export type PartyOf = (id: string) => Party;

/** Looks parties up by id; an id that nobody explains stands for itself. */
export function partyLookup(parties: readonly Party[]): PartyOf {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return (id) => byId.get(id) ?? { id, name: id, type: 'group', country: null };
}

/** What happened, in small capitals: `phone call`. */
export function TypeLabel({ event }: { readonly event: Pick<Event, 'type' | 'mode'> }) {
  return <span className="caps type-label">{whatWords(event)}</span>;
}

/** A status in a word with its shape. */
export function StatusLabel({ status }: { readonly status: Event['status'] }) {
  return (
    <span className={`status status-${status}`}>
      <StatusGlyph status={status} /> <span className="caps">{status}</span>
    </span>
  );
}

/** Who acts on whom: `Xi Jinping → Vladimir Putin`. */
export function Parties({ event, partyOf }: { readonly event: Event; readonly partyOf: PartyOf }) {
  return (
    <span className="parties">
      {event.actors.length > 0 ? <PartyNames ids={event.actors} partyOf={partyOf} /> : <i>somebody</i>}
      {event.recipients.length > 0 && (
        <>
          {' '}
          <span aria-hidden="true">→</span>
          <span className="unseen"> to </span> <PartyNames ids={event.recipients} partyOf={partyOf} />
        </>
      )}
    </span>
  );
}

export function PartyNames({ ids, partyOf }: { readonly ids: readonly string[]; readonly partyOf: PartyOf }) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && (index === ids.length - 1 ? ' and ' : ', ')}
      <Name>{partyOf(id).name}</Name>
    </Fragment>
  ));
}

/** When and where, in one line: `20–22 Mar 2023, Moscow`. */
export function WhenWhere({ event }: { readonly event: Event }) {
  return (
    <span className="when">
      {formatInterval(event.time.from, event.time.to)}
      {event.time.basis === 'inferred' && <span title="worked out, not stated"> (inferred)</span>}
      {event.place && (
        <span className="place">
          , <Name>{event.place.name}</Name>
        </span>
      )}
    </span>
  );
}

/** On whose word an event stands: `Kremlin says; denied by Kyiv`. The outlet's own words need none. */
export function SaysWho(props: { readonly attribution: readonly Attribution[]; readonly partyOf: PartyOf }) {
  const { attribution, partyOf } = props;
  if (attribution.length === 0) return null;
  return (
    <span className="says">
      {attribution.map(({ actor, stance }, index) => (
        <Fragment key={`${actor} ${stance}`}>
          {index > 0 && '; '}
          <span className={`stance stance-${stance}`}>
            <Stance actor={actor} stance={stance} partyOf={partyOf} />
          </span>
        </Fragment>
      ))}
    </span>
  );
}

/** `Kremlin says`, but `denied by Kyiv`: only he who asserts comes before his verb. */
export function Stance(props: Attribution & { readonly partyOf: PartyOf }) {
  const { actor, stance, partyOf } = props;
  const name = <Name>{partyOf(actor).name}</Name>;
  if (stance === 'asserts')
    return (
      <>
        {name} {STANCE_WORDS[stance]}
      </>
    );
  return (
    <>
      {STANCE_WORDS[stance]} {name}
    </>
  );
}

/** How often, when the text counts. */
export function Times({ count }: { readonly count: Event['count'] }) {
  return count && countWords(count);
}

/** An event in one sentence, for a label that is heard and not seen. */
export function sayEvent(event: Event, partyOf: PartyOf): string {
  const names = (ids: readonly string[]) => ids.map((id) => partyOf(id).name).join(', ');
  const whom = event.recipients.length > 0 ? ` to ${names(event.recipients)}` : '';
  const when = formatInterval(event.time.from, event.time.to);
  return plainText(`${event.status}: ${whatWords(event)}, ${names(event.actors)}${whom}, ${when}`);
}
