import { Command } from 'commander';
import { addFormatOptions, type FormatOptions, printAnswer } from '../answer.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { storeOption, withStore } from '../options.ts';

interface ClaimsOptions extends FilterOptions, FormatOptions {
  readonly store: string;
  readonly all?: boolean;
}

/** `chancery claims`: assertions and denials side by side. */
export function claimsCommand(cli: Cli): Command {
  return addFormatOptions(addFilterOptions(new Command('claims')))
    .description('what is claimed and what is denied, side by side')
    .option('--all', 'also what nobody denies')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery claims --actor China --type AID')
    .action(async (words: string[], options: ClaimsOptions) => {
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { claims } = await import('../../ask/index.ts');
        const disputes = await claims(store, filter, options.all);
        await printAnswer(cli, options, {
          json: disputes,
          csv: async () => (await import('../../export/index.ts')).claimsCsv(disputes),
          text: async (style) => (await import('../view/claims-view.ts')).claimsView(disputes, style),
        });
      });
    });
}
