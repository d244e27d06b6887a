import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { Filter } from '../../ask/index.ts';
import type { Exporter, Piece } from '../../export/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { Store } from '../../store/index.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { EXPORT_FORMATS, storeOption, withStore } from '../options.ts';
import { refuseScreen } from '../refuse-screen.ts';

interface ExportOptions extends FilterOptions {
  readonly store: string;
  readonly format?: (typeof EXPORT_FORMATS)[number];
  readonly output?: string;
  readonly list?: boolean;
  readonly about?: boolean;
  readonly reviewer?: string;
  readonly asRead?: boolean;
}

/** `chancery export`: writes the record, or a part of it, in a format for other programs or for people. */
export function exportCommand(cli: Cli): Command {
  return addFilterOptions(new Command('export'))
    .description('write the record, or a part of it, for other programs or for people')
    .addOption(new Option('--format <format>', 'how to write').choices(EXPORT_FORMATS))
    .option('-o, --output <file>', 'write into a file, whole or not at all; else to standard output')
    .option('--list', 'say what each format is and what it loses, and write nothing')
    .option('--about', 'say what the format of --format is, loses and has as columns, and write nothing')
    .option('--as-read', 'whole reports as they were read, without anybody’s judgements')
    .option('--reviewer <name>', 'whose judgements make gold; those of all, one after the other, when not given')
    .addOption(storeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: ExportOptions) => {
      const { EXPORTERS } = await import('../../export/index.ts');
      if (options.list) return tell(cli, EXPORTERS);
      const exporter = EXPORTERS.find(({ name }) => name === options.format);
      if (!exporter) throw noFormat();
      if (options.about) return tell(cli, [exporter]);
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', (store) => exportStore(cli, store, filter, exporter, options));
    });
}

const EXAMPLES = `
Examples:
  chancery export --list
  chancery export --format csv --between China Russia -o china-russia.csv
  chancery export --format plover date:2023 > plover-2023.jsonl`;

function noFormat(): ChanceryError {
  return new ChanceryError('cli/no-format', 'An export needs a format.', {
    expected: EXPORT_FORMATS,
    hint: "Give one with --format; 'chancery export --list' says what each is.",
  });
}

async function tell({ terminal: { out } }: Cli, exporters: readonly Exporter[]): Promise<void> {
  const { exportersView } = await import('../view/exporters-view.ts');
  const { styleFor } = await import('../view/style.ts');
  await out.write(exportersView(exporters, styleFor(out)));
}

async function exportStore(
  cli: Cli,
  store: Store,
  filter: Filter,
  exporter: Exporter,
  { output: file, reviewer, asRead }: ExportOptions,
): Promise<void> {
  const { exported } = await import('../../export/index.ts');
  const { entriesOfRecords, records, recordsAsRead, reviewedRecords, wholeTimeline } = await import(
    '../../ask/index.ts'
  );
  let done = 0;
  const pieces = exported(exporter, {
    records: () => (asRead ? recordsAsRead(store, filter) : records(store, filter)),
    timeline: () => (asRead ? entriesOfRecords(recordsAsRead(store, filter)) : wholeTimeline(store, filter)),
    reviews: async function* () {
      for await (const reviewed of reviewedRecords(store, filter, reviewer)) {
        if (reviewed.doneBy.size > 0) done++;
        yield reviewed;
      }
    },
  });
  if (file === undefined) await writeOut(cli, exporter, pieces);
  else await writeFiles(cli, exporter, pieces, file);
  if (exporter.over === 'reviews' && done === 0) await cli.terminal.err.write(NOTHING_DONE);
}

const NOTHING_DONE =
  "No report among these was reviewed from end to end, so there is no gold: 'chancery review done' says that one was.\n";

async function writeOut({ terminal }: Cli, exporter: Exporter, pieces: AsyncIterable<Piece>): Promise<void> {
  refuseScreen(exporter, terminal.out);
  for await (const piece of pieces) await terminal.out.write(piece);
}

/** A text table gets its data dictionary beside it, which the person is told of. */
async function writeFiles(
  { terminal }: Cli,
  exporter: Exporter,
  pieces: AsyncIterable<Piece>,
  file: string,
): Promise<void> {
  await writeWhole(file, pieces);
  if (!exporter.table) return;
  const { dataPackage } = await import('../../export/index.ts');
  const beside = `${file}.datapackage.json`;
  await writeWhole(beside, [dataPackage(exporter, exporter.table, basename(file))]);
  await terminal.err.write(`What its columns mean: ${beside}\n`);
}

/** Writes beside the file first, so that nobody ever finds half of it. */
async function writeWhole(file: string, pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof ChanceryError) throw error;
    throw new ChanceryError('cli/cannot-write', `The file cannot be written: ${message}.`, {
      at: { file },
      cause: error,
    });
  }
}
