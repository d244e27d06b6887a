import type { SingleBar } from 'cli-progress';
import type { ChanceryError } from '../problems.ts';
import type { Terminal } from './terminal.ts';

/** How many reports were used so far, and how many inputs could not be. */
export interface Tally {
  readonly reports: number;
  readonly failures: number;
}

/** Tells on standard error how far a command has come, and what failed on the way. */
export interface Progress {
  readonly tally: Tally;
  advance(source: string): void;
  fail(error: ChanceryError): Promise<void>;
  stop(): void;
}

/** Between two lines on a standard error that is no screen; a command that ends sooner prints none. */
const LINE_EVERY_MS = 5_000;

interface Shown {
  update(source: string): void;
  clear(): void;
}

const SILENT: Shown = { update: () => {}, clear: () => {} };

/** Starts telling. On a screen it is one line that changes; `isSilent` where the command prints its results there as it goes. */
export async function startProgress(terminal: Terminal, isSilent: boolean): Promise<Progress> {
  const tally = { reports: 0, failures: 0 };
  const show = isSilent ? SILENT : terminal.err.isTerminal ? await movingLine(tally) : plainLines(terminal, tally);
  return {
    tally,
    advance: (source) => {
      tally.reports += 1;
      show.update(source);
    },
    fail: async (error) => {
      tally.failures += 1;
      show.clear();
      await terminal.err.write(`chancery: ${error.describe()}\n`);
      if (terminal.env.CHANCERY_DEBUG)
        await terminal.err.write(`${(error.details.cause as Error)?.stack ?? error.stack}\n`);
    },
    stop: () => show.clear(),
  };
}

async function movingLine(tally: Tally): Promise<Shown> {
  const { default: progress } = await import('cli-progress');
  const bar: SingleBar = new progress.SingleBar({
    format: '{value} read · {failures} failed · {duration_formatted} · {source}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let isStarted = false;
  return {
    update: (source) => {
      if (!isStarted) bar.start(0, 0, { failures: 0, source });
      isStarted = true;
      bar.update(tally.reports, { failures: tally.failures, source });
    },
    clear: () => {
      if (isStarted) bar.stop();
      isStarted = false;
    },
  };
}

function plainLines({ err, now }: Terminal, tally: Tally): Shown {
  const startMs = now().getTime();
  let lastMs = startMs;
  return {
    update: () => {
      const nowMs = now().getTime();
      if (nowMs - lastMs < LINE_EVERY_MS) return;
      lastMs = nowMs;
      const perSecond = (tally.reports / Math.max(1, nowMs - startMs)) * 1_000;
      void err.write(`${tally.reports} read, ${tally.failures} failed, ${perSecond.toFixed(1)} a second\n`);
    },
    clear: () => {},
  };
}
