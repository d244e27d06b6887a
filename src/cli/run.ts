import { CommanderError } from 'commander';
import { ChanceryError } from '../problems.ts';
import { type Cli, EXIT, type ExitCode, type ReaderOptions, type ReaderSource } from './cli.ts';
import { buildProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line, as in `runCli(['timeline', '--actor', 'CHN'], terminal, readers)`. Never throws. */
export async function runCli(words: readonly string[], terminal: Terminal, readers: ReaderSource): Promise<ExitCode> {
  let ended: ExitCode = EXIT.fine;
  const cli: Cli = {
    terminal,
    readerVersion: once((options: ReaderOptions = {}) => readers.version(options)),
    loadReader: once((options: ReaderOptions = {}) => readers.open(options)),
    end: (code) => {
      ended = code;
    },
  };
  try {
    await buildProgram(cli).parseAsync(words, { from: 'user' });
    return ended;
  } catch (error) {
    return reportError(error, terminal);
  }
}

function once<Options, Value>(make: (options?: Options) => Promise<Value>): (options?: Options) => Promise<Value> {
  let made: Promise<Value> | undefined;
  return (options) => {
    made ??= make(options);
    return made;
  };
}

async function reportError(error: unknown, { err, env }: Terminal): Promise<ExitCode> {
  // Commander has printed its own message by now; its help and version come here too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.failed;
  if (env.CHANCERY_DEBUG) await err.write(`${stackOf(error)}\n`);
  if (error instanceof ChanceryError) {
    await err.write(`chancery: ${error.describe()}\n`);
    return EXIT.failed;
  }
  await err.write(`chancery: ${faultMessage(error)}\n`);
  return EXIT.fault;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function faultMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `A fault of the program: ${message}\n  Please report it with the output of the same command under CHANCERY_DEBUG=1.`;
}
