import type { Command } from 'commander';
import { ChanceryError, type Problem } from '../problems.ts';
import type { ReadOptions } from '../read/index.ts';
import type { Report } from '../record/index.ts';
import type { Cli, ExplainedReading, Reader } from './cli.ts';
import type { Progress } from './progress.ts';

/** What the options of `addInputOptions` give. */
export interface InputOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly as?: string;
}

/** The inputs and how to read them, with the same meaning in every command that reads. */
export function addInputOptions(command: Command): Command {
  return command
    .argument('<input...>', 'a file, a folder, a URL, or - for standard input')
    .option('--published <date>', 'publication date of reports that do not state one, such as 2023-03-17')
    .option('--outlet <name>', 'outlet of reports that do not name one')
    .option('--as <kind>', 'the kind of the inputs, where it is not recognised (text, html, jsonl, …)');
}

/** A report as it was found, not read yet, and what was odd about the finding. */
export interface FoundReport {
  readonly report: Report;
  readonly problems: readonly Problem[];
}

/** Every report of the inputs. What cannot be had is told and counted, and stops nothing else. */
export async function* foundReports(
  cli: Cli,
  inputs: readonly string[],
  options: InputOptions,
  progress: Progress,
): AsyncGenerator<FoundReport> {
  const { readInputs } = await import('../read/index.ts');
  for await (const result of readInputs(inputs, await readOptions(cli, options))) {
    if (result.kind === 'failure') {
      await progress.fail(result.error);
      continue;
    }
    yield result;
    progress.advance(result.report.source);
  }
}

async function readOptions({ terminal }: Cli, { published, outlet, as }: InputOptions): Promise<ReadOptions> {
  const { INPUT_KINDS } = await import('../read/index.ts');
  const kind = INPUT_KINDS.find((candidate) => candidate === as);
  if (as !== undefined && !kind) {
    throw new ChanceryError('cli/unknown-kind', `'${as}' is no kind of input.`, { expected: INPUT_KINDS });
  }
  return {
    stdin: terminal.stdin,
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(kind && { as: kind }),
  };
}

/** How many reports may wait for a worker or for their turn: enough that none is idle while a long report is read. */
export function underWay(workers: number): number {
  return workers === 1 ? 1 : 2 * workers;
}

/** The reading of a report; null where Chancery fails on it, which is told and counted, so that an archive is read to its end. */
export async function readFound(
  reader: Reader,
  found: FoundReport,
  progress: Progress,
): Promise<ExplainedReading | null> {
  try {
    return await reader.read(found.report, found.problems);
  } catch (error) {
    await progress.fail(asFailure(error, found.report.source));
    return null;
  }
}

function asFailure(error: unknown, file: string): ChanceryError {
  if (error instanceof ChanceryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ChanceryError('read/fault', `Chancery failed on this report: ${message}`, {
    at: { file },
    hint: 'Please report it with the text that was read.',
    cause: error,
  });
}
