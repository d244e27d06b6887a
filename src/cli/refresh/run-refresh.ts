import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { overlayText, REFRESH_SUBJECTS, type RefreshScope } from '../../knowledge/refresh/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { Cli } from '../cli.ts';
import { printJson, type REFRESHED } from '../options.ts';
import { programVersion } from '../program.ts';
import { refreshView } from '../view/refresh-view.ts';
import { styleFor } from '../view/style.ts';
import { answerCache, writeWhole } from './answer-cache.ts';
import { openQueryService, WIKIDATA } from './query-service.ts';
import { refresh } from './refresh.ts';

/** What the command line says of a refresh. */
export interface RunRefreshOptions {
  readonly contact: string;
  readonly only?: readonly (typeof REFRESHED)[number][];
  readonly states?: string;
  readonly since: string;
  readonly take?: string;
  readonly endpoint?: string;
  readonly cache?: string;
  readonly again?: boolean;
  readonly json?: boolean;
  readonly knowledge: readonly string[];
}

const DAY_MS = 86_400_000;

/** Asks, shows what is new, and takes it only where a file is named for it. */
export async function runRefresh(cli: Cli, options: RunRefreshOptions): Promise<void> {
  const { out, err, now, env } = cli.terminal;
  const { take, endpoint = WIKIDATA, again = false } = options;
  const scope = scopeOf(options);
  if (take !== undefined) await refuseExisting(take);
  const folder = options.cache ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'chancery', 'wikidata');
  const oldest = again ? now() : new Date(now().getTime() - DAY_MS);
  const service = openQueryService({
    endpoint,
    userAgent: `chancery/${programVersion()} (${options.contact})`,
    cache: answerCache(folder, oldest),
    now,
    wait: async (ms) => void (await wait(ms)),
  });
  const today = now().toISOString().slice(0, 10);
  const refreshed = await refresh(service, endpoint, scope, options.knowledge, today, (done, all) => {
    if (err.isTerminal) void err.write(`\r${done} of ${all} queries answered`);
  });
  if (err.isTerminal) await err.write('\r\x1b[K');
  if (options.json) await printJson(cli, refreshed);
  else await out.write(refreshView(refreshed, styleFor(out)));
  const taken = refreshed.proposals.filter(({ entry }) => entry !== null);
  if (take === undefined) {
    if (taken.length > 0) await err.write('Nothing was taken. Give --take FILE to write it down.\n');
    return;
  }
  await writeWhole(take, overlayText(taken, refreshed.origin));
  await err.write(`${taken.length} facts were taken into ${take}. Read with them: --knowledge ${take}\n`);
}

function scopeOf({ only, states, since }: RunRefreshOptions): RefreshScope {
  const codes = states === undefined ? [] : states.split(',').map((code) => code.trim());
  const odd = codes.find((code) => !/^[A-Z]{3}$/u.test(code));
  if (odd !== undefined) {
    throw new ChanceryError('refresh/bad-state', `"${odd}" is no code of a state.`, { expected: ['CHN,RUS'] });
  }
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(since)) {
    throw new ChanceryError('refresh/bad-date', `"${since}" is no day.`, { expected: ['2000-01-01'] });
  }
  return { subjects: only ?? REFRESH_SUBJECTS, states: codes, since };
}

/** A file of facts is never written over: it may hold what a person has decided. */
async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found) return;
  throw new ChanceryError('refresh/file-exists', 'There is such a file already.', {
    at: { file },
    hint: `Name a new one; what the old one holds is taken into account with --knowledge ${file}.`,
  });
}
