import { type FormEvent, useState } from 'react';
import type { Overview, Pair } from '../../wire.ts';
import { useResource } from '../api.ts';
import { formatDay, formatInterval } from '../parts/dates.ts';
import { Loaded } from '../parts/resource.tsx';
import { STATUS_MEANS, StatusGlyph } from '../parts/status-glyph.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Name } from '../parts/visible-text.tsx';
import { go, Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { ReportList } from './report-list.tsx';

/** The first screen: how much the record holds, of what, and where to begin. */
export function OverviewView() {
  const overview = useResource<Overview>('/overview');
  return (
    <main id="main" className="overview">
      <Loaded resource={overview}>
        {(answer) => (answer.reports === 0 ? <Empty /> : <Holds overview={answer} />)}
      </Loaded>
    </main>
  );
}

function Empty() {
  return (
    <>
      <ViewTitle>The record is empty</ViewTitle>
      <p className="lede">
        Fill it with <code>chancery ingest INPUT…</code>, or <Link to="/read">read a text</Link> here without keeping
        it.
      </p>
    </>
  );
}

function Holds({ overview }: { readonly overview: Overview }) {
  const { reports, events, quotations, actors, published } = overview;
  return (
    <>
      <ViewTitle>What the record holds</ViewTitle>
      <p className="lede">
        <Count of={events} one="event" more="events" /> and <Count of={quotations} one="quotation" more="quotations" />,
        with <Count of={actors} one="actor" more="actors" />, from <Count of={reports} one="report" more="reports" />
        {published.from && ` published ${published.from === published.to ? 'on' : 'between'} ${span(published)}`}.
      </p>
      <WhoForm />
      <div className="columns">
        <section>
          <h2 className="caps">Latest reports</h2>
          <ReportList reports={overview.latest} heading="h3" />
          <p>
            <Link to="/reports">All reports</Link>
          </p>
        </section>
        <section>
          <h2 className="caps">Who deals with whom</h2>
          <Pairs pairs={overview.pairs} />
          <h2 className="caps">In which status</h2>
          <ul className="tally">
            {overview.byStatus.map(({ status, events: count }) => (
              <li key={status} className={`status-${status}`}>
                <Link to={withQuery('/timeline', { status })}>
                  <StatusGlyph status={status} /> {status}
                </Link>
                <span className="quiet"> {STATUS_MEANS[status]}</span>
                <span className="count">{count}</span>
              </li>
            ))}
          </ul>
          <h2 className="caps">Of which type</h2>
          <ul className="tally">
            {overview.byType.map(({ type, events: count }) => (
              <li key={type}>
                <Link to={withQuery('/timeline', { type })}>{type.toLowerCase()}</Link>
                <span className="count">{count}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function span({ from, to }: Overview['published']): string {
  return from === to ? formatDay(from) : `${formatDay(from)} and ${formatDay(to)}`;
}

function Count({ of, one, more }: { readonly of: number; readonly one: string; readonly more: string }) {
  return (
    <>
      <b>{of.toLocaleString('en-GB')}</b> {of === 1 ? one : more}
    </>
  );
}

/** The question most people come with: what has this one had to do with that one? */
function WhoForm() {
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parties = one && other ? { between: [one, other] } : { actor: one || other };
    go(withQuery('/timeline', parties));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known everywhere
    <form className="who" role="search" aria-label="Timeline of one or two actors" onSubmit={submit}>
      <label>
        What has{' '}
        <input data-search="" value={one} onChange={(event) => setOne(event.target.value)} aria-label="Actor" />
      </label>{' '}
      <label>
        had to do with{' '}
        <input value={other} onChange={(event) => setOther(event.target.value)} aria-label="Other actor" />
      </label>{' '}
      <button type="submit" className="primary">
        Show the timeline
      </button>
    </form>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  if (pairs.length === 0) return <p className="quiet">Nobody yet.</p>;
  return (
    <ul className="tally">
      {pairs.map(({ ids, names, events, first, last }) => (
        <li key={ids.join(' ')}>
          <Link to={withQuery('/timeline', { between: ids })}>
            <Name>{names[0]}</Name> and <Name>{names[1]}</Name>
          </Link>
          <span className="quiet"> {formatInterval(first, last)}</span>
          <span className="count">{events}</span>
        </li>
      ))}
    </ul>
  );
}
