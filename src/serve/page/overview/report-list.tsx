import type { ReportEntry } from '../../wire.ts';
import { formatDay } from '../parts/dates.ts';
import { originOf } from '../parts/report-label.ts';
import { Name } from '../parts/visible-text.tsx';
import { Link } from '../router.tsx';

interface ReportListProps {
  readonly reports: readonly ReportEntry[];
  /** The level under the heading that the list stands under. */
  readonly heading: 'h2' | 'h3';
}

/** Reports as a newspaper's index would list them. */
export function ReportList({ reports, heading: Heading }: ReportListProps) {
  return (
    <ul className="report-list">
      {reports.map((report) => (
        <li key={report.id}>
          <p className="kicker caps">
            <Name>{originOf(report)}</Name> · {formatDay(report.published)}
          </p>
          <Heading className={report.title ? '' : 'untitled'}>
            <Link to={`/reports/${encodeURIComponent(report.id)}`}>
              <Name>{report.title ?? report.opening}</Name>
            </Link>
          </Heading>
          {report.title && (
            <p className="opening">
              <Name>{report.opening}</Name>
            </p>
          )}
          <p className="quiet">
            {report.events} {report.events === 1 ? 'event' : 'events'}, {report.quotations}{' '}
            {report.quotations === 1 ? 'quotation' : 'quotations'}, {report.actors}{' '}
            {report.actors === 1 ? 'actor' : 'actors'}
          </p>
        </li>
      ))}
    </ul>
  );
}
