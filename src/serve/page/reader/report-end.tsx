import type { ReportRecord, Span } from '../../../record/index.ts';
import { formatDay } from '../parts/dates.ts';
import type { PartyOf } from '../parts/event-line.tsx';
import { Name, VisibleText } from '../parts/visible-text.tsx';
import type { ReaderState } from './use-reader-state.ts';

interface ReportEndProps {
  readonly record: ReportRecord;
  readonly state: ReaderState;
  readonly partyOf: PartyOf;
  readonly onSpan: (span: Span) => void;
}

/** What stands after the text: who is in it, who said what, why it is dated so, and what was odd. */
export function ReportEnd(props: ReportEndProps) {
  const { record } = props;
  return (
    <footer className="report-end">
      <Cast {...props} />
      <Said {...props} />
      <DateReasons record={record} />
      <Problems record={record} />
      <p className="quiet source">
        Read from <Name>{record.report.source}</Name>, kept as <code>{record.report.id}</code>.
      </p>
    </footer>
  );
}

function Cast({ record, state, onSpan }: ReportEndProps) {
  if (record.actors.length === 0) return null;
  const actors = [...record.actors].sort((a, b) => b.mentions.length - a.mentions.length);
  return (
    <section>
      <h2 className="caps">Who is in it</h2>
      <ul className="cast">
        {actors.map((actor) => (
          <li key={actor.id}>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                const first = actor.mentions[0];
                state.point({ kind: 'actor', id: actor.id, at: first?.start ?? 0 });
                if (first) onSpan(first);
              }}
            >
              <Name>{actor.name}</Name>
            </button>
            <span className="quiet">
              {' '}
              {[actor.office, actor.country].filter(Boolean).join(', ')}{' '}
              {actor.mentions.length > 1 && `×${actor.mentions.length}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ record, state, partyOf, onSpan }: ReportEndProps) {
  if (record.quotations.length === 0) return null;
  return (
    <section>
      <h2 className="caps">Who said what</h2>
      <ul className="said">
        {record.quotations.map((quotation) => (
          <li key={quotation.id}>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                state.point({ kind: 'quotation', id: quotation.id, at: quotation.start });
                onSpan(quotation);
              }}
            >
              {quotation.speaker ? <Name>{partyOf(quotation.speaker).name}</Name> : 'Somebody'}
            </button>{' '}
            <span className="quiet">{quotation.kind}</span>
            <blockquote>
              <VisibleText>{quotation.text}</VisibleText>
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DateReasons({ record }: { readonly record: ReportRecord }) {
  const { reasons } = record.report.published;
  if (reasons.length === 0) return null;
  return (
    <section>
      <h2 className="caps">Why it is dated so</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.bound} ${reason.date} ${reason.because}`}>
            {reason.bound === 'from' ? 'not before' : 'not after'} {formatDay(reason.date)}:{' '}
            <Name>{reason.because}</Name>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ record }: { readonly record: ReportRecord }) {
  if (record.problems.length === 0) return null;
  return (
    <section>
      <h2 className="caps">Noted while reading</h2>
      <ul>
        {record.problems.map((problem) => (
          <li key={`${problem.code} ${problem.span?.start ?? ''} ${problem.message}`}>
            <Name>{problem.message}</Name> <code>{problem.code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
