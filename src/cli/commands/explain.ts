import { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { printJson, storeOption, withStore } from '../options.ts';

interface ExplainOptions {
  readonly store: string;
  readonly json?: boolean;
}

/** `chancery explain`: why an event stands in the record as it does. */
export function explainCommand(cli: Cli): Command {
  return new Command('explain')
    .description('why an event stands as it does: words, parse, rule, parties, dates, sources')
    .argument('<event>', 'the id of an event, such as r_5f0c…/e1; the part before the slash may be cut short')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery explain r_5f0c/e1')
    .action((eventId: string, options: ExplainOptions) =>
      withStore(options.store, 'read', async (store) => {
        const { explain } = await import('../../ask/index.ts');
        const explained = await explain(store, eventId);
        if (options.json) return printJson(cli, explained);
        const { explainedView } = await import('../view/explanation-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(explainedView(explained, styleFor(cli.terminal.out)));
      }),
    );
}
