import { once } from 'node:events';

/** One of the two streams that a command writes to. */
export interface Output {
  readonly isTerminal: boolean;
  readonly isColoured: boolean;
  /** How many characters fit on a line. */
  readonly columns: number;
  /** Resolves when there is room for more. */
  write(piece: string | Uint8Array): Promise<void>;
}

/** Everything of the outside world that a command uses, so that tests can bring their own. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Resolves when the person at the keyboard, or the machine, wants the program to end. */
  readonly untilStopped: () => Promise<void>;
}

type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** A line of text that nobody looks at on a screen is broken here. */
const COLUMNS_WITHOUT_SCREEN = 100;
const FEWEST_COLUMNS = 40;

/** The terminal that the process was started from. */
export function processTerminal(): Terminal {
  const { env } = process;
  return {
    out: outputTo(process.stdout, env),
    err: outputTo(process.stderr, env),
    stdin: process.stdin,
    env,
    now: () => new Date(),
    untilStopped: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {}),
  };
}

function outputTo(stream: Stream, env: Terminal['env']): Output {
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    isColoured: wantsColour(isTerminal, env),
    columns: Math.max(FEWEST_COLUMNS, stream.columns ?? (Number(env.COLUMNS) || COLUMNS_WITHOUT_SCREEN)),
    write: async (piece) => {
      if (!stream.write(piece)) await once(stream, 'drain');
    },
  };
}

/** Colours on a screen only. Source: no-color.org, force-color.org. */
function wantsColour(isTerminal: boolean, env: Terminal['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}
