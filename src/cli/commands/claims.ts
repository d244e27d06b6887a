import { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { printJson, storeOption, withStore } from '../options.ts';

interface ClaimsOptions extends FilterOptions {
  readonly store: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `chancery claims`: assertions and denials side by side. */
export function claimsCommand(cli: Cli): Command {
  return addFilterOptions(new Command('claims'))
    .description('what is claimed and what is denied, side by side')
    .option('--all', 'also what nobody denies')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery claims --actor China --type AID')
    .action(async (words: string[], options: ClaimsOptions) => {
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { claims } = await import('../../ask/index.ts');
        const disputes = await claims(store, filter, options.all);
        if (options.json) return printJson(cli, disputes);
        const { claimsView } = await import('../view/claims-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(claimsView(disputes, styleFor(cli.terminal.out)));
      });
    });
}
