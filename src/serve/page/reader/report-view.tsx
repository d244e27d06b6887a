import type { ReportRecord } from '../../../record/index.ts';
import { useResource } from '../api.ts';
import { Loaded } from '../parts/resource.tsx';
import { useWindowTitle } from '../parts/view-title.tsx';
import { go, usePlace } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { Reader } from './reader.tsx';

/** A report of the store, in the reader; the open event stands in the address. */
export function ReportView({ id }: { readonly id: string }) {
  const record = useResource<ReportRecord>(`/reports/${encodeURIComponent(id)}/record`);
  return (
    <main id="main">
      <Loaded resource={record}>{(answer) => <StoredReport record={answer} />}</Loaded>
    </main>
  );
}

function StoredReport({ record }: { readonly record: ReportRecord }) {
  const { query } = usePlace();
  const { id, title, outlet } = record.report;
  const path = `/reports/${encodeURIComponent(id)}`;
  useWindowTitle(title ?? outlet ?? 'Report');
  return (
    <Reader
      record={record}
      explanationOf={(eventId) => `/events/${encodeURIComponent(id)}/${encodeURIComponent(eventId)}/explain`}
      openEvent={query.get('event')}
      onOpenEvent={(event) => go(withQuery(path, { event }), { replace: true })}
    />
  );
}
