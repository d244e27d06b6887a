import { Command, Option } from 'commander';
import type { Page, TimelineEntry } from '../../ask/index.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { positiveNumber, printJson, storeOption, withStore } from '../options.ts';

interface TimelineOptions extends FilterOptions {
  readonly store: string;
  readonly limit: number;
  readonly after?: string;
  readonly newest?: boolean;
  readonly evidence?: boolean;
  readonly format: 'text' | 'json' | 'csv' | 'md';
}

/** `chancery timeline`: who did what when. */
export function timelineCommand(cli: Cli): Command {
  return addFilterOptions(new Command('timeline'))
    .description('who did what to whom, by date')
    .option('--newest', 'the latest first')
    .option('--evidence', 'quote the words under each event')
    .option('--limit <number>', 'at most so many events', positiveNumber, 50)
    .option('--after <cursor>', 'go on after a page before')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'csv', 'md']).default('text'))
    .addOption(storeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: TimelineOptions) => {
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { timeline } = await import('../../ask/index.ts');
        const { limit, after, newest: newestFirst = false } = options;
        const page = await timeline(store, filter, { limit, newestFirst, ...(after !== undefined && { after }) });
        await print(cli, page, options);
      });
    });
}

const EXAMPLES = `
Examples:
  chancery timeline --between China Russia --type CONSULT
  chancery timeline --actor "Xi Jinping" --status planned --evidence
  chancery timeline ceasefire place:Geneva date:2023-03..2023-06 --format md`;

async function print(
  cli: Cli,
  page: Page<TimelineEntry>,
  { format, evidence = false }: TimelineOptions,
): Promise<void> {
  const { out, err } = cli.terminal;
  if (format === 'json') return printJson(cli, page);
  if (format === 'text') {
    const { timelineView } = await import('../view/timeline-view.ts');
    const { styleFor } = await import('../view/style.ts');
    await out.write(timelineView(page.entries, evidence, styleFor(out)));
  } else {
    const { csv, markdown } = await import('../../export/index.ts');
    const exporter = format === 'csv' ? csv : markdown;
    for await (const piece of exporter.write(() => each(page.entries))) await out.write(piece);
  }
  if (page.next) await err.write(`More: add --after '${page.next}'\n`);
}

async function* each<Entry>(entries: readonly Entry[]): AsyncGenerator<Entry> {
  yield* entries;
}
