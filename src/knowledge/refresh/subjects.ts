import { qidOf } from '../compile-bodies.ts';
import type { SourceTables } from '../tables.ts';

/** What can be asked of Wikidata; each has its query in knowledge/wikidata. */
export const REFRESH_SUBJECTS = ['heads', 'foreign-ministers', 'defence-ministers', 'memberships', 'names'] as const;
export type RefreshSubject = (typeof REFRESH_SUBJECTS)[number];

/** Queries as they stand in knowledge/wikidata, with {{…}} where the values go. */
export type QueryTemplates = Readonly<Record<RefreshSubject, string>>;

/** What a refresh is to be about. */
export interface RefreshScope {
  readonly subjects: readonly RefreshSubject[];
  /** Codes of states; every state of the base when empty. */
  readonly states: readonly string[];
  /** Terms that ended before this day are not asked for. */
  readonly since: string;
}

/** A query to be asked page by page. */
export interface RefreshQuery {
  readonly subject: RefreshSubject;
  readonly query: string;
}

/** So few at once that the service answers well within its minute. */
const STATES_AT_ONCE = 25;
const PERSONS_AT_ONCE = 100;

/** The queries of a refresh, a batch of states (or persons) each. */
export function queriesFor(scope: RefreshScope, tables: SourceTables, templates: QueryTemplates): RefreshQuery[] {
  const states = statesIn(scope, tables);
  const organisations = tables['igos.csv'].flatMap(({ qid }) => qidOf(qid) ?? []);
  return scope.subjects.flatMap((subject) => {
    const batches =
      subject === 'names'
        ? batchesOf(personsIn(scope, tables, states), PERSONS_AT_ONCE).map((some) => ({ persons: entities(some) }))
        : batchesOf(states, STATES_AT_ONCE).map((some) => ({
            states: some.map((code) => `"${code}"`).join(' '),
            organisations: entities(organisations),
            since: scope.since,
          }));
    return batches.map((values) => ({ subject, query: filled(templates[subject], values) }));
  });
}

function statesIn({ states }: RefreshScope, tables: SourceTables): readonly string[] {
  const known = tables['states.csv'].filter(({ kind }) => kind === 'state').map(({ iso3 }) => iso3);
  return states.length > 0 ? states : known;
}

/** Those who have held the offices that a refresh knows since then. */
function personsIn({ since }: RefreshScope, tables: SourceTables, states: readonly string[]): readonly string[] {
  const asked = new Set(states);
  const rows = tables['offices.csv'].filter(
    ({ iso3, role, to }) => asked.has(iso3) && TERM_ROLES.includes(role) && (to === '' || to >= since),
  );
  return [...new Set(rows.flatMap(({ qid }) => qidOf(qid) ?? []))];
}

/** The roles that the queries give. */
export const TERM_ROLES: readonly string[] = [
  'head_of_state',
  'head_of_government',
  'foreign_minister',
  'defence_minister',
];

function entities(ids: readonly string[]): string {
  return ids.map((id) => `wd:${id}`).join(' ');
}

function batchesOf<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '');
}
