import type { List, ReportEntry } from '../../wire.ts';
import { useResource } from '../api.ts';
import { Loaded } from '../parts/resource.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Link, usePlace } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { ReportList } from './report-list.tsx';

/** Every report, the newest first. */
export function ReportsView() {
  const { query } = usePlace();
  const cursor = query.get('cursor') ?? '';
  const reports = useResource<List<ReportEntry>>(withQuery('/reports', { cursor, limit: '40' }));
  return (
    <main id="main" className="reports">
      <ViewTitle>Reports</ViewTitle>
      <Loaded resource={reports}>
        {({ entries, total, next }) => (
          <>
            <p className="quiet" role="status">
              {total} {total === 1 ? 'report' : 'reports'}, the newest first
            </p>
            <ReportList reports={entries} />
            <p className="table-end">
              {next && <Link to={withQuery('/reports', { cursor: next })}>Older reports</Link>}
              {cursor && <Link to="/reports">The newest</Link>}
              <a href="/reports?format=csv" download>
                All as CSV
              </a>
              <a href="/reports?format=jsonl" download>
                All as JSON lines
              </a>
            </p>
          </>
        )}
      </Loaded>
    </main>
  );
}
