import { withQuery } from '../with-query.ts';

/** What the filters above the timeline ask for, as the address bar holds it. */
export interface Question {
  readonly one: string;
  readonly other: string;
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly q: string;
  readonly cursor: string;
}

/** Reads the question from the address; the names of its fields are those of the API. */
export function questionOf(query: URLSearchParams): Question {
  const [one = '', other = ''] = query.getAll('between').length > 0 ? query.getAll('between') : query.getAll('actor');
  return {
    one,
    other,
    types: query.getAll('type'),
    statuses: query.getAll('status'),
    since: query.get('since') ?? '',
    until: query.get('until') ?? '',
    q: query.get('q') ?? '',
    cursor: query.get('cursor') ?? '',
  };
}

/** The address of a question on `path`: the page's own, or the API's. */
export function addressOf(path: string, question: Question, more: Readonly<Record<string, string>> = {}): string {
  const { one, other, types, statuses, since, until, q, cursor } = question;
  const parties = one && other ? { between: [one, other] } : { actor: one || other };
  return withQuery(path, { ...parties, type: types, status: statuses, since, until, q, cursor, ...more });
}
