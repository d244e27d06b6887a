import type { Actor, Quotation, ReportRecord, TimeExpression } from '../../../record/index.ts';
import { formatInterval } from '../parts/dates.ts';
import { Fact } from '../parts/event-details.tsx';
import type { PartyOf } from '../parts/event-line.tsx';
import { Name, VisibleText } from '../parts/visible-text.tsx';
import { Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { keyOf } from './marks.ts';
import type { Pointed } from './use-reader-state.ts';

interface RefNoteProps {
  readonly pointed: Pointed;
  readonly record: ReportRecord;
  readonly partyOf: PartyOf;
  readonly onClose: () => void;
}

/** What is known of an actor, a time or a quotation that somebody pressed in the text. */
export function RefNote({ pointed, record, partyOf, onClose }: RefNoteProps) {
  const { kind, id } = pointed;
  const actor = kind === 'actor' ? record.actors.find((one) => one.id === id) : undefined;
  const time = kind === 'time' ? record.times[Number(id)] : undefined;
  const quotation = kind === 'quotation' ? record.quotations.find((one) => one.id === id) : undefined;
  return (
    <div className="note ref-note open lit" data-note={keyOf(pointed)} data-at={pointed.at} aria-live="polite">
      {actor && <ActorFacts actor={actor} record={record} />}
      {time && <TimeFacts time={time} />}
      {quotation && <QuotationFacts quotation={quotation} partyOf={partyOf} />}
      <button type="button" className="text-button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}

function ActorFacts({ actor, record }: { readonly actor: Actor; readonly record: ReportRecord }) {
  const events = record.events.filter(({ actors, recipients }) => [...actors, ...recipients].includes(actor.id)).length;
  return (
    <>
      <p className="caps">{actor.type.replaceAll('-', ' ')}</p>
      <p className="note-parties">
        <Name>{actor.name}</Name>
      </p>
      <dl className="facts">
        {actor.office && <Fact name="Office">{actor.office}</Fact>}
        {actor.country && <Fact name="Country">{actor.country}</Fact>}
        {actor.sector && <Fact name="Sector">{actor.sector}</Fact>}
        <Fact name="Named">
          {actor.mentions.length} {actor.mentions.length === 1 ? 'time' : 'times'}, in {events}{' '}
          {events === 1 ? 'event' : 'events'} of this report
        </Fact>
        <Fact name="Id">
          <code>
            <VisibleText>{actor.id}</VisibleText>
          </code>
          {actor.wikidata && <span className="quiet"> Wikidata {actor.wikidata}</span>}
        </Fact>
      </dl>
      <p>
        <Link to={withQuery('/timeline', { actor: actor.id })}>Timeline of this actor</Link>
      </p>
    </>
  );
}

function TimeFacts({ time }: { readonly time: TimeExpression }) {
  return (
    <>
      <p className="caps">{time.type.toLowerCase()}</p>
      <p className="note-parties">
        <Name>{time.text}</Name>
      </p>
      <dl className="facts">
        <Fact name="Days">{formatInterval(time.from, time.to)}</Fact>
        <Fact name="TIMEX3">
          <code>{time.value}</code>
          {time.mod && <span className="quiet"> {time.mod.toLowerCase()}</span>}
        </Fact>
      </dl>
    </>
  );
}

function QuotationFacts({ quotation, partyOf }: { readonly quotation: Quotation; readonly partyOf: PartyOf }) {
  const { speaker, addressee, cue, channel, time } = quotation;
  return (
    <>
      <p className="caps">{quotation.kind} quotation</p>
      <p className="note-parties">{speaker ? <Name>{partyOf(speaker).name}</Name> : <i>speaker unknown</i>}</p>
      <dl className="facts">
        {cue && (
          <Fact name="Cue">
            <Name>{cue.text}</Name>
          </Fact>
        )}
        {addressee && (
          <Fact name="To">
            <Name>{partyOf(addressee).name}</Name>
          </Fact>
        )}
        {channel && (
          <Fact name="By">
            <Name>{channel}</Name>
          </Fact>
        )}
        {time && <Fact name="When">{formatInterval(time.from, time.to)}</Fact>}
      </dl>
    </>
  );
}
