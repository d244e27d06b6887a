import { Command } from 'commander';
import type { Cli } from '../../cli.ts';
import { printJson, storeOption, withStore } from '../../options.ts';
import { type ReviewOptions, reviewerOption } from './judge.ts';

interface LogOptions extends ReviewOptions {
  readonly lost?: boolean;
  readonly json?: boolean;
}

/** `chancery review log`: who decided what when. */
export function logCommand(cli: Cli): Command {
  return new Command('log')
    .description('the log of judgements: who decided what when')
    .argument('[report]', 'a report by its id, which may be cut short; all when not given')
    .option('--lost', 'only those that find nothing to stand on in the reading of today')
    .option('--json', 'as JSON')
    .addOption(reviewerOption())
    .addOption(storeOption())
    .action(async (report: string | undefined, { store: path, reviewer, lost, json }: LogOptions) => {
      await withStore(path, 'read', async (store) => {
        const { logLines } = await import('../../review-log.ts');
        const lines = await logLines(store, { report, reviewer, onlyLost: lost === true });
        if (json) return printJson(cli, lines);
        const { logView } = await import('../../view/review-view.ts');
        const { styleFor } = await import('../../view/style.ts');
        await cli.terminal.out.write(logView(lines, styleFor(cli.terminal.out)));
      });
    });
}

/** `chancery review agreement`: how far two reviewers agree. */
export function agreementCommand(cli: Cli): Command {
  return new Command('agreement')
    .description('how far two reviewers agree over the reports that both have done')
    .argument('<one>', 'a reviewer')
    .argument('<other>', 'another')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .action(async (one: string, other: string, { store: path, json }: LogOptions) => {
      await withStore(path, 'read', async (store) => {
        const { reportsUnderReview } = await import('../../../ask/index.ts');
        const { agreementOf } = await import('../../../review/index.ts');
        const agreement = await agreementOf(reportsUnderReview(store), one, other);
        if (json) return printJson(cli, agreement);
        const { agreementView } = await import('../../view/agreement-view.ts');
        await cli.terminal.out.write(agreementView(agreement, one, other));
      });
    });
}
