import { Command } from 'commander';
import { addFormatOptions, type FormatOptions, printAnswer } from '../answer.ts';
import type { Cli } from '../cli.ts';
import { storeOption, withStore } from '../options.ts';

interface ContactsOptions extends FormatOptions {
  readonly store: string;
  readonly since?: string;
  readonly until?: string;
  readonly today?: string;
}

/** `chancery contacts`: meetings, visits, calls and letters of two parties, counted. */
export function contactsCommand(cli: Cli): Command {
  return addFormatOptions(new Command('contacts'))
    .description('how often two parties met, visited, called or wrote: counts, first, last, next planned')
    .argument('<one>', 'a name, an id or a country code')
    .argument('<other>', 'the other party')
    .option('--since <date>', 'first day: 2023-03-17, 2023-03 or 2023')
    .option('--until <date>', 'last day')
    .option('--today <date>', 'the day from which on contacts are still to come')
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
        await printAnswer(cli, options, {
          json: counted,
          csv: async () => (await import('../../export/index.ts')).contactsCsv(counted),
          text: async (style) => (await import('../view/contacts-view.ts')).contactsView(counted, style),
        });
      });
    });
}
