import { Command } from 'commander';
import type { QuoteFilter } from '../../ask/index.ts';
import { addFormatOptions, type FormatOptions, printAnswer } from '../answer.ts';
import type { Cli } from '../cli.ts';
import { filterFrom } from '../filter-options.ts';
import { collect, positiveNumber, storeOption, withStore } from '../options.ts';

interface QuotesOptions extends FormatOptions {
  readonly store: string;
  readonly by?: string;
  readonly to?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: readonly string[];
  readonly limit: number;
  readonly after?: string;
}

/** `chancery quotes`: who said what to whom. */
export function quotesCommand(cli: Cli): Command {
  return addFormatOptions(new Command('quotes'))
    .description('who said what to whom, by date')
    .argument('[words...]', 'words that the quotation holds; by:, date: and outlet: work too')
    .option('--by <who>', 'who said it: a name, an id or a country code')
    .option('--to <who>', 'to whom')
    .option('--since <date>', 'first day: 2023-03-17, 2023-03 or 2023')
    .option('--until <date>', 'last day')
    .option('--outlet <outlet>', 'who published it; again for others', collect)
    .option('--limit <number>', 'at most so many', positiveNumber, 50)
    .option('--after <cursor>', 'go on after a page before')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery quotes --by "Wang Wenbin" peace --since 2023-03')
    .action(async (words: string[], options: QuotesOptions) => {
      const filter = await quoteFilter(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { quotes } = await import('../../ask/index.ts');
        const { limit, after } = options;
        const page = await quotes(store, filter, { limit, ...(after !== undefined && { after }) });
        await printAnswer(cli, options, {
          json: page,
          csv: async () => (await import('../../export/index.ts')).quotesCsv(page.entries),
          text: async (style) => (await import('../view/quotes-view.ts')).quotesView(page.entries, style),
        });
        if (page.next) await cli.terminal.err.write(`More: add --after '${page.next}'\n`);
      });
    });
}

async function quoteFilter(
  words: readonly string[],
  { by, to, since, until, outlet }: QuotesOptions,
): Promise<QuoteFilter> {
  const { quoteFilterOf } = await import('../../ask/index.ts');
  const filter = await filterFrom(words, {
    ...(by !== undefined && { by }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(outlet !== undefined && { outlet }),
  });
  return { ...quoteFilterOf(filter), ...(to !== undefined && { to }) };
}
