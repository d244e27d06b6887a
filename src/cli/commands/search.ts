import { Command } from 'commander';
import { addFormatOptions, type FormatOptions, printAnswer } from '../answer.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { positiveNumber, storeOption, withStore } from '../options.ts';

interface SearchOptions extends FilterOptions, FormatOptions {
  readonly store: string;
  readonly limit: number;
  readonly skip?: number;
}

/** `chancery search`: reports by their words, with what happens in them. */
export function searchCommand(cli: Cli): Command {
  return addFormatOptions(addFilterOptions(new Command('search')))
    .description('reports that hold words or phrases, with counts of what happens in them')
    .option('--limit <number>', 'at most so many reports', positiveNumber, 20)
    .option('--skip <number>', 'leave out so many at the beginning', positiveNumber)
    .addOption(storeOption())
    .addHelpText('after', `\nExample:\n  chancery search ceasefire '"peace talks"' actor:UKR date:2023-03`)
    .action(async (words: string[], options: SearchOptions) => {
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { search } = await import('../../ask/index.ts');
        const result = await search(store, filter, { limit: options.limit, offset: options.skip ?? 0 });
        await printAnswer(cli, options, {
          json: result,
          csv: async () => (await import('../../export/index.ts')).searchCsv(result.hits),
          text: async (style) => (await import('../view/search-view.ts')).searchView(result, style),
        });
      });
    });
}
