import { Command } from 'commander';
import { ChanceryError } from '../../problems.ts';
import { addFormatOptions, type FormatOptions, printAnswer } from '../answer.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { storeOption, withStore } from '../options.ts';

interface StatsOptions extends FilterOptions, FormatOptions {
  readonly store: string;
}

/** `chancery stats`: what two did to one another, month by month. */
export function statsCommand(cli: Cli): Command {
  return addFormatOptions(addFilterOptions(new Command('stats')))
    .description(
      'what two did to one another by month: counts by type and class, cooperation against conflict, reciprocity',
    )
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery stats --between China Russia date:2022..2023 --format csv')
    .action(async (words: string[], options: StatsOptions) => {
      const { between, ...filter } = await filterFrom(words, options);
      if (between === undefined)
        throw new ChanceryError('cli/two-parties', 'Stats are of two parties.', {
          hint: 'Name both: --between China Russia.',
        });
      await withStore(options.store, 'read', async (store) => {
        const { stats } = await import('../../ask/index.ts');
        const counted = await stats(store, between, filter);
        await printAnswer(cli, options, {
          json: counted,
          csv: async () => (await import('../../export/index.ts')).statsCsv(counted),
          text: async (style) => (await import('../view/stats-view.ts')).statsView(counted, style),
        });
      });
    });
}
