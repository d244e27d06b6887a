import type { ReactNode } from 'react';
import type { Event, Explanation, Span } from '../../../record/index.ts';
import { formatInterval } from './dates.ts';
import { PartyNames, type PartyOf, Stance, StatusLabel, Times } from './event-line.tsx';
import { ExplanationFor } from './explanation.tsx';
import { STATUS_MEANS } from './status-glyph.tsx';
import { Name, VisibleText } from './visible-text.tsx';

const QUADS = ['', 'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];
const TIME_BASES: Readonly<Record<Event['time']['basis'], string>> = {
  stated: 'as the text states',
  report: 'the report’s own day',
  inferred: 'worked out from the text',
  unknown: 'the text does not say',
};

interface EventDetailsProps {
  readonly event: Event;
  readonly partyOf: PartyOf;
  /** The explanation itself, or the API path that has it. */
  readonly explanation: Explanation | string | null;
  readonly isExplained: boolean;
  readonly onExplain: () => void;
  readonly onSpan?: (span: Span) => void;
}

/** Everything that the record holds of one event: status, who says so, the words it rests on, and why. */
export function EventDetails(props: EventDetailsProps) {
  const { event, partyOf, explanation, isExplained, onExplain, onSpan } = props;
  return (
    <div className="details">
      <dl className="facts">
        <Fact name="Status">
          <StatusLabel status={event.status} /> <span className="quiet">— {STATUS_MEANS[event.status]}</span>
        </Fact>
        <Fact name="Says who">
          <Attributions event={event} partyOf={partyOf} />
        </Fact>
        {event.hosts.length > 0 && (
          <Fact name="Host">
            <PartyNames ids={event.hosts} partyOf={partyOf} />
          </Fact>
        )}
        {event.mediators.length > 0 && (
          <Fact name="Mediator">
            <PartyNames ids={event.mediators} partyOf={partyOf} />
          </Fact>
        )}
        <Fact name="When">
          {formatInterval(event.time.from, event.time.to)}{' '}
          <span className="quiet">— {TIME_BASES[event.time.basis]}</span>
        </Fact>
        {event.place && (
          <Fact name="Where">
            <Name>{event.place.name}</Name>
            {event.place.country && <span className="quiet"> {event.place.country}</span>}
          </Fact>
        )}
        {event.count && (
          <Fact name="How often">
            <Times count={event.count} />
          </Fact>
        )}
        <Fact name="Coded">
          {event.type}
          {event.mode && ` ${event.mode}`}
          <br />
          <code>
            <VisibleText>{event.rule}</VisibleText>
          </code>
          {event.cameo && <span className="quiet"> CAMEO {event.cameo}</span>}
          {event.quad && <span className="quiet"> · {QUADS[event.quad]}</span>}
          <span className="quiet"> · confidence {event.confidence.toFixed(2)}</span>
        </Fact>
      </dl>
      <EvidenceList event={event} {...(onSpan ? { onSpan } : {})} />
      {explanation !== null && (
        <>
          <button type="button" className="text-button" aria-expanded={isExplained} onClick={onExplain}>
            {isExplained ? 'Hide why' : 'Why it stands so'}
          </button>
          {isExplained && <ExplanationFor explanation={explanation} partyOf={partyOf} />}
        </>
      )}
    </div>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt className="caps">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Attributions({ event, partyOf }: { readonly event: Event; readonly partyOf: PartyOf }) {
  if (event.attribution.length === 0) return <span className="quiet">the outlet, in its own voice</span>;
  return (
    <ul className="plain">
      {event.attribution.map(({ actor, stance }) => (
        <li key={`${actor} ${stance}`}>
          <Stance actor={actor} stance={stance} partyOf={partyOf} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceList({ event, onSpan }: { readonly event: Event; readonly onSpan?: (span: Span) => void }) {
  return (
    <div className="evidence">
      {event.evidence.map((span) => (
        <blockquote key={`${span.start}-${span.end}`}>
          <VisibleText>{span.text}</VisibleText>
          {onSpan && (
            <button type="button" className="text-button" onClick={() => onSpan(span)}>
              <span className="unseen">Show these words </span>in the text
            </button>
          )}
        </blockquote>
      ))}
    </div>
  );
}
