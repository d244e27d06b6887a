import type { Kysely } from 'kysely';
import { ChanceryError } from '../../problems.ts';
import type { MergeDecision } from '../../reconcile/index.ts';
import type { Tables } from '../tables.ts';

/** A decision on a merge as it was noted: by whom, when, and whether it was taken back since. */
export interface NotedDecision extends MergeDecision {
  readonly number: number;
  readonly by: string;
  readonly at: string;
  readonly isRevoked: boolean;
}

/** The decisions that hold, in the order in which they were taken. */
export async function decisionsIn(db: Kysely<Tables>): Promise<readonly MergeDecision[]> {
  return (await notedDecisions(db)).filter(({ isRevoked }) => !isRevoked);
}

/** Every decision that was ever taken, the first one first. Taking one back is noted too, and not shown as one of its own. */
export async function notedDecisions(db: Kysely<Tables>): Promise<readonly NotedDecision[]> {
  const rows = await db.selectFrom('merge_decisions').selectAll().orderBy('number').execute();
  const revoked = new Set(rows.flatMap(({ revokes }) => revokes ?? []));
  return rows
    .filter(({ revokes }) => revokes === null)
    .map(({ number, decided_by, decided_at, kind, handles }) => ({
      number,
      by: decided_by,
      at: decided_at,
      kind,
      groups: JSON.parse(handles) as string[][],
      isRevoked: revoked.has(number),
    }));
}

/** Notes a decision; its number. */
export async function noteDecision(
  db: Kysely<Tables>,
  { kind, groups }: MergeDecision,
  by: string,
  at: string,
): Promise<number> {
  const row = { decided_by: by, decided_at: at, kind, handles: JSON.stringify(groups), revokes: null };
  const { number } = await db.insertInto('merge_decisions').values(row).returning('number').executeTakeFirstOrThrow();
  return number;
}

/** Notes that a decision is taken back; the tellings that it was about. Throws when there is no such decision. */
export async function revokeDecision(
  db: Kysely<Tables>,
  number: number,
  by: string,
  at: string,
): Promise<readonly string[]> {
  const noted = (await notedDecisions(db)).find((decision) => decision.number === number && !decision.isRevoked);
  if (!noted) {
    throw new ChanceryError('store/unknown-decision', `No decision of number ${number} holds.`, {
      hint: "'chancery merge log' lists them.",
    });
  }
  const row = { decided_by: by, decided_at: at, kind: noted.kind, handles: '[]', revokes: number };
  await db.insertInto('merge_decisions').values(row).execute();
  return noted.groups.flat();
}
