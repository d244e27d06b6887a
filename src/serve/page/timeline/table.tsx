import { Fragment } from 'react';
import type { EventEntry } from '../../wire.ts';
import { formatDay, formatInterval } from '../parts/dates.ts';
import { Parties, partyLookup, SaysWho, StatusLabel, TypeLabel } from '../parts/event-line.tsx';
import { originOf } from '../parts/report-label.ts';
import { Name } from '../parts/visible-text.tsx';
import { Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { isAhead } from './lanes.ts';
import { RowDetails } from './row-details.tsx';

interface TableProps {
  readonly rows: readonly EventEntry[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** The same events as the chart shows, and those without a date, as a table. */
export function Table({ rows, selected, onSelect }: TableProps) {
  return (
    <table className="events">
      <caption className="unseen">Events, by date</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Status</th>
          <th scope="col">What</th>
          <th scope="col">Who</th>
          <th scope="col">Who says so</th>
          <th scope="col">Report</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <EventTableRow row={row} isSelected={row.id === selected} onSelect={onSelect} />
            {row.id === selected && (
              <tr className="details-row">
                <td colSpan={6}>
                  <RowDetails row={row} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface EventTableRowProps {
  readonly row: EventEntry;
  readonly isSelected: boolean;
  readonly onSelect: (id: string | null) => void;
}

function EventTableRow({ row, isSelected, onSelect }: EventTableRowProps) {
  const { event, report } = row;
  const partyOf = partyLookup(row.actors);
  const others = (row.happening?.reports ?? 1) - 1;
  const isDoubtful = event.status !== 'occurred' && event.status !== 'ongoing';
  return (
    <tr className={`${isSelected ? 'selected' : ''} ${isDoubtful ? 'doubtful' : ''}`} data-row={row.id}>
      <td className="when">
        {formatInterval(event.time.from, event.time.to)}
        {event.place && (
          <span className="quiet place">
            <Name>{event.place.name}</Name>
          </span>
        )}
      </td>
      <td>
        <StatusLabel status={event.status} />
        {isAhead(row) && <span className="quiet ahead"> ahead</span>}
      </td>
      <td>
        <button
          type="button"
          className="row-button"
          aria-expanded={isSelected}
          onClick={() => onSelect(isSelected ? null : row.id)}
        >
          <TypeLabel event={event} />
        </button>
      </td>
      <td>
        <Parties event={event} partyOf={partyOf} />
      </td>
      <td>
        {event.attribution.length > 0 ? (
          <SaysWho attribution={event.attribution} partyOf={partyOf} />
        ) : (
          <span className="quiet">the outlet</span>
        )}
      </td>
      <td className="report-cell">
        <Link to={withQuery(`/reports/${encodeURIComponent(report.id)}`, { event: event.id })}>
          <Name>{report.outlet ?? report.title ?? originOf(report)}</Name>
        </Link>{' '}
        <span className="quiet">{formatDay(report.published)}</span>
        {others > 0 && <span className="quiet"> and {others} more</span>}
      </td>
    </tr>
  );
}
