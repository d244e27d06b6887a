import { Command } from 'commander';
import type { IngestOutcome, Store } from '../../store/index.ts';
import { type Cli, EXIT } from '../cli.ts';
import { addInputOptions, type FoundReport, foundReports, type InputOptions, readFound } from '../inputs.ts';
import { keepReading } from '../keep-reading.ts';
import { lexiconOption, storeOption, withStore } from '../options.ts';
import { type Progress, startProgress } from '../progress.ts';

interface IngestOptions extends InputOptions {
  readonly store: string;
  readonly again?: boolean;
  readonly lexicon: readonly string[];
}

/** `chancery ingest`: reads reports into the store. The same command again goes on where it stopped. */
export function ingestCommand(cli: Cli): Command {
  return addInputOptions(new Command('ingest'))
    .description('read reports into the store; the same again changes nothing')
    .addOption(lexiconOption())
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
    for await (const found of foundReports(cli, inputs, options, progress)) {
      const outcome = await ingestOne(cli, store, found, options, progress);
      if (outcome) outcomes[outcome] += 1;
    }
  } finally {
    progress.stop();
    await cli.terminal.out.write(`${summary(outcomes, progress)} ${options.store}\n`);
  }
  if (progress.tally.failures > 0) cli.end(EXIT.findings);
}

async function ingestOne(
  cli: Cli,
  store: Store,
  found: FoundReport,
  { again = false, lexicon }: IngestOptions,
  progress: Progress,
): Promise<IngestOutcome | null> {
  const version = await cli.readerVersion({ lexicon });
  if (!again && (await store.holds(found.report.id, version))) {
    await store.addSource(found.report);
    return 'unchanged';
  }
  const reading = await readFound(await cli.loadReader({ lexicon }), found, progress);
  return reading && keepReading(store, reading, version, progress);
}

function summary({ added, replaced, unchanged }: Outcomes, { tally }: Progress): string {
  return `${added} added, ${replaced} read anew, ${unchanged} unchanged, ${tally.failures} failed:`;
}
