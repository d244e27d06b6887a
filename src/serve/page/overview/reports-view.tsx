import { type FormEvent, useState } from 'react';
import type { List, ReportEntry } from '../../wire.ts';
import { useResource } from '../api.ts';
import { Loaded } from '../parts/resource.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { go, Link, usePlace } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { ReportList } from './report-list.tsx';
import { SearchHits } from './search-hits.tsx';

/** Every report, the newest first, or those that hold the words that are asked for. */
export function ReportsView() {
  const { query } = usePlace();
  const words = query.get('q') ?? '';
  return (
    <main id="main" className="reports">
      <ViewTitle>Reports</ViewTitle>
      <SearchForm key={words} words={words} />
      {words === '' ? <AllReports cursor={query.get('cursor') ?? ''} /> : <SearchHits words={words} />}
    </main>
  );
}

function SearchForm({ words }: { readonly words: string }) {
  const [draft, setDraft] = useState(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(withQuery('/reports', { q: draft.trim() }));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known everywhere
    <form className="search-form" role="search" onSubmit={submit}>
      <input
        type="search"
        data-search=""
        aria-label="Words in the reports"
        placeholder="Words, “phrases”, actor:CHN type:AID date:2023-03"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <button type="submit" className="primary">
        Search
      </button>
    </form>
  );
}

function AllReports({ cursor }: { readonly cursor: string }) {
  const reports = useResource<List<ReportEntry>>(withQuery('/reports', { cursor, limit: '40' }));
  return (
    <Loaded resource={reports}>
      {({ entries, total, next }) => (
        <>
          <p className="quiet" role="status">
            {total} {total === 1 ? 'report' : 'reports'}, the newest first
          </p>
          <ReportList reports={entries} heading="h2" />
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
  );
}
