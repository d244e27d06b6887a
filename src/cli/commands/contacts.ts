import { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { printJson, storeOption, withStore } from '../options.ts';

interface ContactsOptions {
  readonly store: string;
  readonly since?: string;
  readonly until?: string;
  readonly today?: string;
  readonly json?: boolean;
}

/** `chancery contacts`: meetings, visits, calls and letters of two parties, counted. */
export function contactsCommand(cli: Cli): Command {
  return new Command('contacts')
    .description('how often two parties met, visited, called or wrote: counts, first, last, next planned')
    .argument('<one>', 'a name, an id or a country code')
    .argument('<other>', 'the other party')
    .option('--since <date>', 'first day: 2023-03-17, 2023-03 or 2023')
    .option('--until <date>', 'last day')
    .option('--today <date>', 'the day from which on contacts are still to come')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery contacts "Xi Jinping" "Vladimir Putin" --since 2012')
    .action(async (one: string, other: string, options: ContactsOptions) => {
      const { bothFilters, contacts, daysOf, fieldFilter } = await import('../../ask/index.ts');
      const { since, until, today } = options;
      const from = since === undefined ? {} : fieldFilter('since', since);
      const filter = until === undefined ? from : bothFilters(from, fieldFilter('until', until));
      const day = today === undefined ? cli.terminal.now().toISOString().slice(0, 10) : daysOf(today).from;
      await withStore(options.store, 'read', async (store) => {
        const counted = await contacts(store, one, other, day, filter);
        if (options.json) return printJson(cli, counted);
        const { contactsView } = await import('../view/contacts-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(contactsView(counted, styleFor(cli.terminal.out)));
      });
    });
}
