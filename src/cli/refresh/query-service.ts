import { type AnswerRow, readAnswer } from '../../knowledge/refresh/index.ts';
import { ChanceryError } from '../../problems.ts';
import { type AnswerCache, type CachedAnswer, digestOf } from './answer-cache.ts';

/** Wikidata's query service. */
export const WIKIDATA = 'https://query.wikidata.org/sparql';

export interface QueryServiceOptions {
  readonly endpoint: string;
  /** Who asks, as the user agent says. */
  readonly userAgent: string;
  readonly cache: AnswerCache;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  readonly rowsAPage?: number;
}

/** All rows of a query, and the day on which the oldest page was answered. */
export interface WholeAnswer {
  readonly rows: readonly AnswerRow[];
  readonly asof: string;
}

/** A SPARQL service that is asked politely: one request a second, later when it says so, nothing twice. */
export interface QueryService {
  /** Asks page by page until a page is not full. Throws `refresh/…` unless every page came whole. */
  askAll(query: string): Promise<WholeAnswer>;
  /** How many requests were sent, those that were asked again among them. */
  readonly sent: number;
}

const INTERVAL_MS = 1_000;
const REQUEST_TIMEOUT_MS = 90_000;
const ROWS_A_PAGE = 2_000;
const TRIES = 5;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Opens a query service. Nothing is asked before the first question. */
export function openQueryService(options: QueryServiceOptions): QueryService {
  const { endpoint, cache, now, wait, rowsAPage = ROWS_A_PAGE } = options;
  let sent = 0;
  let freeAt = 0;
  const inTurn = async () => {
    const ahead = freeAt - now().getTime();
    if (ahead > 0) await wait(ahead);
    freeAt = now().getTime() + INTERVAL_MS;
    sent += 1;
  };
  const ask = async (query: string): Promise<CachedAnswer> => {
    const digest = digestOf(endpoint, query);
    const kept = await cache.get(digest);
    if (kept) return kept;
    const text = await answered(options, query, inTurn);
    const answer = { at: now().toISOString(), text };
    await cache.put(digest, answer);
    return answer;
  };
  return {
    askAll: async (query) => {
      const rows: AnswerRow[] = [];
      let asof = now().toISOString();
      for (let page = 0; ; page += 1) {
        const answer = await ask(`${query.trim()}\nLIMIT ${rowsAPage} OFFSET ${page * rowsAPage}\n`);
        const some = readAnswer(answer.text);
        rows.push(...some);
        if (answer.at < asof) asof = answer.at;
        if (some.length < rowsAPage) return { rows, asof: asof.slice(0, 10) };
      }
    },
    get sent() {
      return sent;
    },
  };
}

/** The text of an answer that is whole; asks again where the service is busy, fails, or breaks off. */
async function answered(
  { endpoint, userAgent, wait, now }: QueryServiceOptions,
  query: string,
  inTurn: () => Promise<void>,
): Promise<string> {
  for (let tried = 1; ; tried += 1) {
    await inTurn();
    const { status, text, retryAfter } = await post(endpoint, userAgent, query);
    const isWhole = status === 200 && isReadable(text);
    if (isWhole) return text;
    const isWorthAnother = status === 429 || status >= 500 || status === 200;
    const waitMs = waitBefore(retryAfter, tried, now());
    if (isWorthAnother && tried < TRIES && waitMs <= LONGEST_WAIT_MS) await wait(waitMs);
    else throw refused(endpoint, status, tried, isWorthAnother ? waitMs : null);
  }
}

function isReadable(text: string): boolean {
  try {
    readAnswer(text);
    return true;
  } catch (error) {
    if (error instanceof ChanceryError) return false;
    throw error;
  }
}

/** As long as the service says (seconds, or a date), else twice as long each time. Source: RFC 9110, 10.2.3. */
function waitBefore(retryAfter: string | null, tried: number, now: Date): number {
  if (retryAfter !== null && /^\d+$/u.test(retryAfter)) return Number(retryAfter) * 1_000;
  const until = retryAfter === null ? Number.NaN : Date.parse(retryAfter);
  return Number.isNaN(until) ? 2_000 * 2 ** (tried - 1) : Math.max(0, until - now.getTime());
}

function refused(endpoint: string, status: number, tried: number, waitMs: number | null): ChanceryError {
  const at = { file: endpoint };
  if (waitMs === null) {
    const hint = 'The query is at fault, or the address is that of no SPARQL service.';
    return new ChanceryError('refresh/refused', `The service refused the query with status ${status}.`, { at, hint });
  }
  const what = status === 200 ? 'answers that break off' : `status ${status}`;
  const hint = `Nothing was taken; what was answered is kept. Try again in ${Math.ceil(waitMs / 60_000)} min or later, or ask for less (--states, --only).`;
  return new ChanceryError('refresh/unavailable', `The service gave ${what}, ${tried} times.`, { at, hint });
}

async function post(endpoint: string, userAgent: string, query: string) {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'user-agent': userAgent,
        accept: 'application/sparql-results+json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ query }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return { status: response.status, text: await response.text(), retryAfter: response.headers.get('retry-after') };
  } catch (cause) {
    throw new ChanceryError('refresh/no-network', `Cannot reach the service (${reasonOf(cause)}).`, {
      at: { file: endpoint },
      hint: 'kb refresh needs the network. Nothing was taken; what was answered before is kept.',
      cause,
    });
  }
}

/** "ENOTFOUND", "ECONNREFUSED": what lies beneath "fetch failed". */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { readonly cause?: unknown; readonly message?: string };
  const { code } = (cause ?? error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : (message ?? String(error));
}
