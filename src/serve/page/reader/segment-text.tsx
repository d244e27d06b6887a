import { whatWords } from '../../../ask/wording.ts';
import type { ReportRecord } from '../../../record/index.ts';
import { assertNever } from '../parts/assert-never.ts';
import { formatInterval } from '../parts/dates.ts';
import { plainText } from '../parts/hidden-characters.ts';
import { StatusGlyph } from '../parts/status-glyph.tsx';
import { VisibleText } from '../parts/visible-text.tsx';
import { keyOf, type Mark } from './marks.ts';
import { keysOver, type Segment } from './segments.ts';
import type { ReaderState } from './use-reader-state.ts';

interface SegmentTextProps {
  readonly segment: Segment;
  readonly record: ReportRecord;
  readonly state: ReaderState;
  /** Offset of the one mark that Tab leads to. */
  readonly cursorAt: number | null;
}

/** A stretch of text, dressed in the layers that lie over it, and pressable where it stands for something. */
export function SegmentText({ segment, record, state, cursorAt }: SegmentTextProps) {
  const { lead, isStop } = segment;
  const classes = classesOf(segment, state);
  const text = <VisibleText>{segment.text}</VisibleText>;
  if (!lead) {
    return (
      <span className={classes} data-start={segment.start}>
        {text}
      </span>
    );
  }
  const press = () => state.point(isPointed(lead, state) ? null : { kind: lead.kind, id: lead.id, at: segment.start });
  const event = lead.kind === 'event' ? record.events.find(({ id }) => id === lead.id) : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element would not break across lines with its text
    <span
      role="button"
      className={`${classes} mark mark-${lead.kind} ${event ? `status-${event.status}` : ''} ${event && segment.text.length < 24 ? 'short' : ''}`}
      data-start={segment.start}
      {...(isStop ? { 'data-stop': '' } : {})}
      tabIndex={isStop && cursorAt === segment.start ? 0 : -1}
      aria-pressed={isPointed(lead, state)}
      title={plainText(titleOf(lead, record))}
      onClick={press}
      onPointerEnter={() => state.hover(lead)}
      onPointerLeave={() => state.hover(null)}
      onFocus={() => state.hover(lead)}
      onBlur={() => state.hover(null)}
      onKeyDown={(key) => {
        if (key.key !== 'Enter' && key.key !== ' ') return;
        key.preventDefault();
        press();
      }}
    >
      {event && isStop && <StatusGlyph status={event.status} size={11} />}
      {text}
    </span>
  );
}

function classesOf(segment: Segment, { layers, relations }: ReaderState): string {
  const keys = keysOver(segment);
  const isQuoted = layers.has('quotations') && segment.marks.some(({ kind }) => kind === 'quotation');
  return [
    isQuoted && 'quoted',
    layers.has('actors') && segment.marks.some(({ kind }) => kind === 'actor') && 'actor',
    layers.has('times') && segment.marks.some(({ kind }) => kind === 'time') && 'time',
    keys.some((key) => relations.lit.has(key)) && 'lit',
    segment.marks.some((mark) => mark.kind !== 'evidence' && relations.lit.has(keyOf(mark))) && 'lit-mark',
    keys.some((key) => relations.echoes.has(key)) && 'echo',
  ]
    .filter(Boolean)
    .join(' ');
}

function isPointed(mark: Mark, { pointed }: ReaderState): boolean {
  return pointed !== null && keyOf(pointed) === keyOf(mark);
}

function titleOf({ kind, id }: Mark, record: ReportRecord): string {
  switch (kind) {
    case 'event':
    case 'evidence': {
      const event = record.events.find((one) => one.id === id);
      return event ? `Event: ${whatWords(event)}, ${event.status}` : '';
    }
    case 'actor': {
      const actor = record.actors.find((one) => one.id === id);
      return actor ? [`Actor: ${actor.name}`, actor.office, actor.country].filter(Boolean).join(', ') : '';
    }
    case 'time': {
      const time = record.times[Number(id)];
      return time ? `Time: ${formatInterval(time.from, time.to)}` : '';
    }
    case 'quotation': {
      const speaker = record.quotations.find((one) => one.id === id)?.speaker;
      return `Quotation: ${record.actors.find((one) => one.id === speaker)?.name ?? 'speaker unknown'}`;
    }
    default:
      return assertNever(kind);
  }
}
