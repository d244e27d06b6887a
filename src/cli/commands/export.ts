import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { ChanceryError } from '../../problems.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { EXPORT_FORMATS, storeOption, withStore } from '../options.ts';

interface ExportOptions extends FilterOptions {
  readonly store: string;
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly output?: string;
}

/** `chancery export`: writes the record, or a part of it, in a format for other programs or for people. */
export function exportCommand(cli: Cli): Command {
  return addFilterOptions(new Command('export'))
    .description('write the record, or a part of it, for other programs or for people')
    .addOption(new Option('--format <format>', 'how to write').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('-o, --output <file>', 'write into a file, whole or not at all; else to standard output')
    .addOption(storeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: ExportOptions) => {
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { EXPORTERS, exported } = await import('../../export/index.ts');
        const { records, wholeTimeline } = await import('../../ask/index.ts');
        const exporter = EXPORTERS.find(({ name }) => name === options.format)!;
        const source = { records: () => records(store, filter), timeline: () => wholeTimeline(store, filter) };
        await write(cli, exported(exporter, source), options.output);
      });
    });
}

const EXAMPLES = `
Examples:
  chancery export --format csv --between China Russia -o china-russia.csv
  chancery export --format plover date:2023 > plover-2023.jsonl
What each format leaves out is told in docs/cli.md.`;

async function write({ terminal }: Cli, text: AsyncIterable<string>, file: string | undefined): Promise<void> {
  if (file === undefined) for await (const part of text) await terminal.out.write(part);
  else await writeWhole(file, text);
}

/** Writes beside the file first, so that nobody ever finds half of it. */
async function writeWhole(file: string, text: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(text), createWriteStream(unfinished));
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
