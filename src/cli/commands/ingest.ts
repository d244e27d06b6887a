import { Command } from 'commander';
import type { IngestOutcome, Reading, Store } from '../../store/index.ts';
import { inOrder } from '../../workers/in-order.ts';
import { type Cli, EXIT } from '../cli.ts';
import { addInputOptions, type FoundReport, foundReports, type InputOptions, readFound, underWay } from '../inputs.ts';
import { keepReading } from '../keep-reading.ts';
import { knowledgeOption, lexiconOption, storeOption, withStore, workersOption } from '../options.ts';
import { type Progress, startProgress } from '../progress.ts';

interface IngestOptions extends InputOptions {
  readonly store: string;
  readonly again?: boolean;
  readonly lexicon: readonly string[];
  readonly knowledge: readonly string[];
  readonly workers: number;
}

/** `chancery ingest`: reads reports into the store. The same command again goes on where it stopped. */
export function ingestCommand(cli: Cli): Command {
  return addInputOptions(new Command('ingest'))
    .description('read reports into the store; the same again changes nothing')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addOption(workersOption())
    .addOption(storeOption())
    .option('--again', 'read also what this version has read before')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: IngestOptions) => {
      await withStore(options.store, 'write', (store) => ingestAll(cli, store, inputs, options));
    });
}

const EXAMPLES = `
Examples:
  chancery ingest archive/ --store china-russia.sqlite
  chancery ingest statement.txt --published 2023-03-17`;

type Outcomes = Record<IngestOutcome, number>;

async function ingestAll(cli: Cli, store: Store, inputs: readonly string[], options: IngestOptions): Promise<void> {
  const progress = await startProgress(cli.terminal, false);
  const outcomes: Outcomes = { added: 0, replaced: 0, unchanged: 0 };
  try {
    for await (const { found, reading } of read(cli, store, inputs, options, progress)) {
      const outcome = await keep(cli, store, found, reading, options, progress);
      if (outcome) outcomes[outcome] += 1;
    }
  } finally {
    progress.stop();
    await cli.terminal.out.write(`${summary(outcomes, progress)} ${options.store}\n`);
  }
  if (progress.tally.failures > 0) cli.end(EXIT.findings);
}

interface Read {
  readonly found: FoundReport;
  /** Null where the store has it, or where Chancery fails on it. */
  readonly reading: Reading | null;
}

async function* read(
  cli: Cli,
  store: Store,
  inputs: readonly string[],
  options: IngestOptions,
  progress: Progress,
): AsyncGenerator<Read> {
  const { lexicon, knowledge, workers } = options;
  yield* inOrder(foundReports(cli, inputs, options, progress), underWay(workers), async (found) => {
    if (await isKept(cli, store, found, options)) return { found, reading: null };
    return { found, reading: await readFound(await cli.loadReader({ lexicon, knowledge, workers }), found, progress) };
  });
}

async function isKept(cli: Cli, store: Store, { report }: FoundReport, options: IngestOptions): Promise<boolean> {
  return !options.again && (await store.holds(report.id, await cli.readerVersion(options)));
}

async function keep(
  cli: Cli,
  store: Store,
  found: FoundReport,
  reading: Reading | null,
  options: IngestOptions,
  progress: Progress,
): Promise<IngestOutcome | null> {
  // asked again: the same report may have been kept since it was given to a worker
  if (await isKept(cli, store, found, options)) {
    await store.addSource(found.report);
    return 'unchanged';
  }
  return reading && keepReading(store, reading, await cli.readerVersion(options), progress);
}

function summary({ added, replaced, unchanged }: Outcomes, { tally }: Progress): string {
  return `${added} added, ${replaced} read anew, ${unchanged} unchanged, ${tally.failures} failed:`;
}
