import { useState } from 'react';
import type { EventEntry } from '../../wire.ts';
import { Accounts } from '../parts/accounts.tsx';
import { formatDay } from '../parts/dates.ts';
import { EventDetails } from '../parts/event-details.tsx';
import { Parties, partyLookup, TypeLabel } from '../parts/event-line.tsx';
import { originOf } from '../parts/report-label.ts';
import { Name } from '../parts/visible-text.tsx';
import { Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';

/** One event of the timeline in full, with the way to its report. */
export function RowDetails({ row }: { readonly row: EventEntry }) {
  const [isExplained, setExplained] = useState(false);
  const { event, report } = row;
  const partyOf = partyLookup(row.actors);
  return (
    <div className="row-details">
      <p className="row-details-head">
        <TypeLabel event={event} /> <Parties event={event} partyOf={partyOf} />
      </p>
      <EventDetails
        event={event}
        partyOf={partyOf}
        explanation={`/events/${row.id}/explain`}
        isExplained={isExplained}
        onExplain={() => setExplained(!isExplained)}
      />
      {row.happening && row.happening.tellings > 1 && <Accounts id={row.happening.id} />}
      <p className="quiet">
        <Link to={withQuery(`/reports/${encodeURIComponent(report.id)}`, { event: event.id })}>Open in the report</Link>
        : <Name>{originOf(report)}</Name>, {formatDay(report.published)}
      </p>
    </div>
  );
}
