import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Reading, ToolkitOptions } from '../pipeline.ts';
import { ChanceryError } from '../problems.ts';
import type { Report } from '../record/index.ts';
import { inOrder } from './in-order.ts';
import type { Answer, Task } from './worker.ts';

const FILE = import.meta.url.endsWith('.ts') ? './from-source.mjs' : './worker.js';
const WORKER = fileURLToPath(new URL(FILE, import.meta.url));

/** How many workers read, and with whose dictionaries. */
export interface PoolOptions extends ToolkitOptions {
  /** Threads that read, each with a model and dictionaries of its own (some 350 MB). */
  readonly workers: number;
}

/** Workers that read reports beside one another. What they read does not depend on how many they are. */
export interface Pool {
  /** One report's record, from whichever worker is free. */
  read(report: Report): Promise<Reading>;
  /** The parse of one report as CoNLL-U. */
  parse(report: Report): Promise<string>;
  /** The readings of many reports, in their order. */
  readAll(reports: AsyncIterable<Report>): AsyncGenerator<Reading>;
  close(): Promise<void>;
}

/** Opens a pool. A worker starts when there is something for it to read. Throws a ChanceryError for less than one worker. */
export function openPool({ workers, lexiconFolders = [], knowledgeFolders = [] }: PoolOptions): Pool {
  if (!Number.isInteger(workers) || workers < 1) {
    const hint = 'Give a whole number of workers, such as 2; more than the machine has cores is of no use.';
    throw new ChanceryError('workers/count', `${workers} workers cannot read.`, { hint });
  }
  const threads = new Piscina<Task, Answer>({
    filename: WORKER,
    workerData: { lexiconFolders, knowledgeFolders },
    minThreads: 0,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: 1,
  });
  const ask = async (task: Task) => opened(await threads.run(task));
  const read = async (report: Report) => (await ask({ kind: 'read', report })) as Reading;
  return {
    read,
    parse: async (report) => (await ask({ kind: 'parse', report })) as string,
    readAll: (reports) => inOrder(reports, 2 * workers, read),
    close: () => threads.destroy(),
  };
}

function opened(answer: Answer): Reading | string {
  if (answer.kind === 'done') return answer.value;
  throw new ChanceryError(answer.code, answer.message, answer.details);
}
