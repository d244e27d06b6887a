import { loadOverlaidTables } from '../../knowledge/index.ts';
import {
  type Answered,
  loadTemplates,
  type Proposals,
  propose,
  queriesFor,
  type RefreshOrigin,
  type RefreshScope,
} from '../../knowledge/refresh/index.ts';
import type { QueryService } from './query-service.ts';

/** What a service says beside the base, and when it said so. */
export interface Refreshed extends Proposals {
  readonly origin: RefreshOrigin;
}

/** Asks everything that a scope wants, and only then compares: half an answer gives nothing. */
export async function refresh(
  service: QueryService,
  endpoint: string,
  scope: RefreshScope,
  overlays: readonly string[],
  today: string,
  tell: (done: number, all: number) => void,
): Promise<Refreshed> {
  const tables = await loadOverlaidTables(overlays);
  const queries = queriesFor(scope, tables, await loadTemplates());
  const answers: Answered[] = [];
  let asof = today;
  for (const [done, { subject, query }] of queries.entries()) {
    tell(done, queries.length);
    const answer = await service.askAll(query);
    answers.push({ subject, rows: answer.rows });
    if (answer.asof < asof) asof = answer.asof;
  }
  return { ...propose(answers, tables, asof), origin: { endpoint, asof } };
}
