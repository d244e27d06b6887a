import type { EventEntry, HappeningWire } from '../../wire.ts';
import { useResource } from '../api.ts';
import { Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';
import { formatDay, formatInterval } from './dates.ts';
import { StatusLabel, TypeLabel } from './event-line.tsx';
import { originOf } from './report-label.ts';
import { Loaded } from './resource.tsx';
import { Name, VisibleText } from './visible-text.tsx';

type Telling = HappeningWire['tellings'][number];

/** Every account of a happening: its life, what the accounts do not agree on, each in its own words, and why it was joined. */
export function Accounts({ id }: { readonly id: string }) {
  const resource = useResource<HappeningWire>(`/happenings/${encodeURIComponent(id)}`);
  return <Loaded resource={resource}>{(happening) => <AllAccounts happening={happening} />}</Loaded>;
}

function AllAccounts({ happening }: { readonly happening: HappeningWire }) {
  const { card, steps, disagreements, tellings, lead } = happening;
  const originById = new Map(tellings.map(({ entry }) => [entry.id, originOf(entry.report)]));
  const nameOf = new Map(tellings.flatMap(({ entry }) => entry.actors.map(({ id, name }) => [id, name] as const)));
  const origins = (events: readonly string[]) => [...new Set(events.map((id) => originById.get(id) ?? id))].join(', ');
  return (
    <section className="accounts" aria-label="Accounts">
      <h2 className="caps">
        {tellings.length} accounts in {card.reports} {card.reports === 1 ? 'report' : 'reports'}
      </h2>
      <ol className="life plain">
        {steps.map(({ stage, since, events }) => (
          <li key={stage}>
            <b>{stage}</b> {formatDay(since)} <Name>{origins(events)}</Name>
          </li>
        ))}
      </ol>
      {disagreements.map(({ field, versions }) => (
        <p key={field} className="disagreement">
          <b className="caps">{field} disputed</b>{' '}
          {versions.map(({ value, events }, index) => (
            <span key={value}>
              {index > 0 && <span className="quiet"> against </span>}
              <VisibleText>{nameOf.get(value) ?? value}</VisibleText>{' '}
              <span className="quiet">
                (<Name>{origins(events)}</Name>)
              </span>
            </span>
          ))}
        </p>
      ))}
      <ol className="plain">
        {tellings.map((telling) => (
          <li key={telling.entry.id} className={telling.isCounted ? 'account' : 'account uncounted'}>
            <Account telling={telling} isLead={telling.entry.id === lead} toOrigin={(to) => originById.get(to) ?? to} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Account(props: {
  readonly telling: Telling;
  readonly isLead: boolean;
  readonly toOrigin: (id: string) => string;
}) {
  const { telling, isLead, toOrigin } = props;
  const { entry, isCounted } = telling;
  const { event, report } = entry;
  return (
    <>
      <p className="account-head">
        <Link to={withQuery(`/reports/${encodeURIComponent(report.id)}`, { event: event.id })}>
          <Name>{originOf(report)}</Name>, {formatDay(report.published)}
        </Link>{' '}
        <StatusLabel status={event.status} /> <TypeLabel event={event} />{' '}
        {formatInterval(event.time.from, event.time.to)}
        {isLead && <span className="quiet"> · stands for it in lists</span>}
        {!isCounted && <span className="quiet"> · an earlier version, not counted</span>}
      </p>
      <Words entry={entry} />
      <Why telling={telling} toOrigin={toOrigin} />
    </>
  );
}

/** The sentence that states the event. */
function Words({ entry: { event } }: { readonly entry: EventEntry }) {
  const { trigger, evidence } = event;
  const stating = evidence.find(({ start, end }) => start <= trigger.start && trigger.end <= end) ?? evidence[0]!;
  return (
    <div className="evidence">
      <blockquote>
        <VisibleText>{stating.text}</VisibleText>
      </blockquote>
    </div>
  );
}

function Why({
  telling: { joined },
  toOrigin,
}: {
  readonly telling: Telling;
  readonly toOrigin: (id: string) => string;
}) {
  if (joined === null) return null;
  return (
    <details className="quiet">
      <summary>
        Joined to the account of <Name>{toOrigin(joined.to)}</Name>
        {joined.score === null ? ' by a person’s decision' : `, ${Math.round(joined.score * 100)} % alike`}
      </summary>
      <ul className="plain">
        {joined.reasons.map(({ aspect, score, because }) => (
          <li key={aspect}>
            {aspect} {score === null ? '✕' : score.toFixed(2)} <VisibleText>{because}</VisibleText>
          </li>
        ))}
      </ul>
    </details>
  );
}
