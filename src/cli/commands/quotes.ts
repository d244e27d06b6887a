import { Command } from 'commander';
import type { QuoteFilter } from '../../ask/index.ts';
import type { Cli } from '../cli.ts';
import { collect, positiveNumber, printJson, storeOption, withStore } from '../options.ts';

interface QuotesOptions {
  readonly store: string;
  readonly by?: string;
  readonly to?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: readonly string[];
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

/** `chancery quotes`: who said what to whom. */
export function quotesCommand(cli: Cli): Command {
  return new Command('quotes')
    .description('who said what to whom, by date')
    .argument('[words...]', 'words that the quotation holds')
    .option('--by <who>', 'who said it: a name, an id or a country code')
    .option('--to <who>', 'to whom')
    .option('--since <date>', 'first day: 2023-03-17, 2023-03 or 2023')
    .option('--until <date>', 'last day')
    .option('--outlet <outlet>', 'who published it; again for others', collect)
    .option('--limit <number>', 'at most so many', positiveNumber, 50)
    .option('--after <cursor>', 'go on after a page before')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery quotes --by "Wang Wenbin" peace --since 2023-03')
    .action(async (words: string[], options: QuotesOptions) => {
      const filter = await quoteFilter(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { quotes } = await import('../../ask/index.ts');
        const { limit, after } = options;
        const page = await quotes(store, filter, { limit, ...(after !== undefined && { after }) });
        if (options.json) return printJson(cli, page);
        const { quotesView } = await import('../view/quotes-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(quotesView(page.entries, styleFor(cli.terminal.out)));
        if (page.next) await cli.terminal.err.write(`More: add --after '${page.next}'\n`);
      });
    });
}

async function quoteFilter(
  words: readonly string[],
  { by, to, since, until, outlet }: QuotesOptions,
): Promise<QuoteFilter> {
  const { daysOf } = await import('../../ask/index.ts');
  return {
    words,
    ...(by !== undefined && { by }),
    ...(to !== undefined && { to }),
    ...(since !== undefined && { since: daysOf(since).from }),
    ...(until !== undefined && { until: daysOf(until).to }),
    ...(outlet !== undefined && { outlets: outlet }),
  };
}
