import { countWords, whatWords } from '../../../ask/wording.ts';
import type { Contact, ContactsWire } from '../../wire.ts';
import { useResource } from '../api.ts';
import { formatInterval } from '../parts/dates.ts';
import { originOf } from '../parts/report-label.ts';
import { Name } from '../parts/visible-text.tsx';
import { Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';

/** How often, when first, last and next two have met, visited, called or written, beside what reports claim of it. */
export function ContactsSummary({ between }: { readonly between: readonly [string, string] }) {
  const contacts = useResource<ContactsWire>(withQuery('/contacts', { between }));
  if (contacts.state !== 'ready') return null;
  const { total, byMode, first, last, next, claimed } = contacts.answer;
  if (total === 0 && next === null && claimed.length === 0) return null;
  const kinds = byMode.map(({ mode, count }) => `${count} × ${whatWords({ type: 'CONSULT', mode })}`);
  return (
    <dl className="contacts">
      <div>
        <dt className="caps">Contacts in the record</dt>
        <dd>
          {total} {kinds.length > 0 && <span className="quiet">({kinds.join(', ')})</span>}
        </dd>
      </div>
      <Dated name="First" contact={first} />
      <Dated name="Last" contact={last} />
      <Dated name="Next planned" contact={next} />
      {claimed.map(({ id, event, report }) => (
        <div key={id}>
          <dt className="caps">
            <Name>{originOf(report)}</Name> counts
          </dt>
          <dd>
            <Link to={withQuery(`/reports/${encodeURIComponent(report.id)}`, { event: event.id })}>
              {event.count && countWords(event.count)}
            </Link>{' '}
            <span className="quiet">{formatInterval(event.time.from, event.time.to)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Dated({ name, contact }: { readonly name: string; readonly contact: Contact | null }) {
  if (!contact) return null;
  const entry = contact.entries[0];
  return (
    <div>
      <dt className="caps">{name}</dt>
      <dd>
        {entry ? (
          <Link to={withQuery(`/reports/${encodeURIComponent(entry.report.id)}`, { event: entry.event.id })}>
            {formatInterval(contact.from, contact.to)}
          </Link>
        ) : (
          formatInterval(contact.from, contact.to)
        )}{' '}
        <span className="quiet">{whatWords({ type: 'CONSULT', mode: contact.mode })}</span>
      </dd>
    </div>
  );
}
