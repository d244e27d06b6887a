import { Command } from 'commander';
import type { Filter, ReviewedReport } from '../../../ask/index.ts';
import type { Store } from '../../../store/index.ts';
import type { Cli } from '../../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../../filter-options.ts';
import { positiveNumber, printJson, storeOption, withStore } from '../../options.ts';
import { type ReviewOptions, reviewerOption } from './judge.ts';

interface ListOptions extends FilterOptions, ReviewOptions {
  readonly report?: string;
  readonly all?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

/** `chancery review list`: what is still to be judged. */
export function listCommand(cli: Cli): Command {
  return addFilterOptions(new Command('list'))
    .description('what is still to be judged: reports, or with --report the events and quotations of one')
    .option('--report <report>', 'a report by its id, which may be cut short')
    .option('--all', 'also what is judged')
    .option('--limit <number>', 'at most so many reports', positiveNumber, 50)
    .option('--json', 'as JSON')
    .addOption(reviewerOption())
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery review list --report r_5f0c --reviewer ann')
    .action(async (words: string[], options: ListOptions) => {
      const filter = await filterFrom(words, options);
      await withStore(options.store, 'read', async (store) => {
        const { reviewedReport } = await import('../../../ask/index.ts');
        const view = await import('../../view/review-view.ts');
        const { styleFor } = await import('../../view/style.ts');
        const style = styleFor(cli.terminal.out);
        const reports =
          options.report === undefined
            ? await queue(store, filter, options)
            : [await reviewedReport(store, options.report, options.reviewer)];
        if (options.json) return printJson(cli, reports.map(asJson));
        const shown =
          options.report === undefined
            ? view.queueView(reports, style)
            : view.reportView(reports[0]!, options.all === true, style);
        await cli.terminal.out.write(shown);
      });
    });
}

/** The first reports that have something left to judge. */
async function queue(
  store: Store,
  filter: Filter,
  { reviewer, all, limit }: ListOptions,
): Promise<readonly ReviewedReport[]> {
  const { reviewQueue } = await import('../../../ask/index.ts');
  const { unjudged } = await import('../../../review/index.ts');
  const reports: ReviewedReport[] = [];
  for await (const report of reviewQueue(store, filter, reviewer)) {
    if (all || unjudged(report.view).length > 0) reports.push(report);
    if (reports.length === limit) break;
  }
  return reports;
}

function asJson({ view: { record, judged, removed, lost, doneBy } }: ReviewedReport) {
  return { record, judged: Object.fromEntries(judged), removed, lost, doneBy: [...doneBy] };
}
