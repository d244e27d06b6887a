import type { Event, Explanation, ReportRecord, Span } from '../../../record/index.ts';
import type { PartyOf } from '../parts/event-line.tsx';
import { EventNote } from './event-note.tsx';
import { RefNote } from './ref-note.tsx';
import { SegmentText } from './segment-text.tsx';
import type { Paragraph } from './segments.ts';
import type { ReaderState } from './use-reader-state.ts';

interface BlockProps {
  readonly block: Paragraph;
  readonly record: ReportRecord;
  readonly state: ReaderState;
  readonly cursorAt: number | null;
  readonly partyOf: PartyOf;
  readonly explanationOf: (eventId: string) => Explanation | string | null;
  readonly onSpan: (span: Span) => void;
}

/** A paragraph, and after it in reading order the notes on what it says. */
export function Block({ block, record, state, cursorAt, partyOf, explanationOf, onSpan }: BlockProps) {
  const { report } = record;
  const isTitle =
    block.start === 0 && report.title !== null && report.text.slice(0, block.end).trim() === report.title.trim();
  const Text = isTitle ? 'h1' : 'p';
  const events = state.layers.has('events') ? record.events.filter((event) => isIn(block, event)) : [];
  const { pointed } = state;
  const isPointedHere =
    pointed !== null && pointed.kind !== 'event' && pointed.at >= block.start && pointed.at < block.end;
  return (
    <section className="block">
      <Text {...(isTitle ? { tabIndex: -1 } : {})}>
        {block.segments.map((segment) => (
          <SegmentText key={segment.start} segment={segment} record={record} state={state} cursorAt={cursorAt} />
        ))}
      </Text>
      {(events.length > 0 || isPointedHere) && (
        <div className="notes">
          {isPointedHere && (
            <RefNote pointed={pointed} record={record} partyOf={partyOf} onClose={() => state.point(null)} />
          )}
          {events.map((event) => (
            <EventNote
              key={event.id}
              event={event}
              partyOf={partyOf}
              state={state}
              explanation={explanationOf(event.id)}
              onSpan={onSpan}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function isIn({ start, end }: Paragraph, { trigger }: Event): boolean {
  return trigger.start >= start && trigger.start < end;
}
