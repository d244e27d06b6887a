import type { Event, Explanation, Span } from '../../../record/index.ts';
import { EventDetails } from '../parts/event-details.tsx';
import { Parties, type PartyOf, SaysWho, TypeLabel, WhenWhere } from '../parts/event-line.tsx';
import { StatusGlyph } from '../parts/status-glyph.tsx';
import type { ReaderState } from './use-reader-state.ts';

interface EventNoteProps {
  readonly event: Event;
  readonly partyOf: PartyOf;
  readonly state: ReaderState;
  readonly explanation: Explanation | string | null;
  readonly onSpan: (span: Span) => void;
}

/** An event as a note in the margin: a few lines, and all that is known of it when it is opened. */
export function EventNote({ event, partyOf, state, explanation, onSpan }: EventNoteProps) {
  const key = `event:${event.id}`;
  const isOpen = state.pointed?.kind === 'event' && state.pointed.id === event.id;
  const tone = state.relations.lit.has(key) ? 'lit' : state.relations.echoes.has(key) ? 'echo' : '';
  const at = event.trigger.start;
  return (
    <div
      className={`note event-note ${tone} ${isOpen ? 'open' : ''}`}
      data-note={key}
      data-at={at}
      onPointerEnter={() => state.hover({ kind: 'event', id: event.id })}
      onPointerLeave={() => state.hover(null)}
    >
      <button
        type="button"
        className="note-line"
        aria-expanded={isOpen}
        onClick={() => state.point(isOpen ? null : { kind: 'event', id: event.id, at })}
        onFocus={() => state.hover({ kind: 'event', id: event.id })}
        onBlur={() => state.hover(null)}
      >
        <span className={`note-head status-${event.status}`}>
          <StatusGlyph status={event.status} /> <span className="caps note-status">{event.status}</span>{' '}
          <TypeLabel event={event} />
        </span>
        <span className="note-parties">
          <Parties event={event} partyOf={partyOf} />
        </span>
        <span className="note-when">
          <WhenWhere event={event} />
        </span>
        {!isOpen && event.attribution.length > 0 && (
          <span className="note-says">
            <SaysWho attribution={event.attribution} partyOf={partyOf} />
          </span>
        )}
      </button>
      {isOpen && (
        <EventDetails
          event={event}
          partyOf={partyOf}
          explanation={explanation}
          isExplained={state.isExplained}
          onExplain={state.toggleExplained}
          onSpan={onSpan}
        />
      )}
    </div>
  );
}
