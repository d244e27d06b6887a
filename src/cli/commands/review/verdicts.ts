import { Command } from 'commander';
import type { Cli } from '../../cli.ts';
import { byReport, decideOn, decisionCommand, type ReviewOptions, whoReviews } from './judge.ts';

/** `chancery review accept` and `reject`. */
export function judgeCommand(cli: Cli, name: 'accept' | 'reject', describes: string): Command {
  return decisionCommand(new Command(name), describes)
    .argument('<events...>', 'ids such as r_5f0c…/e1 or r_5f0c…/q1; the part before the slash may be cut short')
    .action(async (ids: string[], options: ReviewOptions) => {
      const { accepting, rejecting } = await import('../../../review/index.ts');
      const decide = name === 'accept' ? accepting : rejecting;
      await decideOn(cli, options, byReport(ids), (view, local) => decide(view, local));
    });
}

/** `chancery review done`. */
export function doneCommand(cli: Cli): Command {
  return decisionCommand(new Command('done'), 'say that reports were reviewed from end to end: they become gold')
    .argument('<reports...>', 'ids of reports, which may be cut short')
    .option('--accept-rest', 'accept whatever is not judged yet')
    .action(async (reports: string[], options: ReviewOptions & { readonly acceptRest?: boolean }) => {
      const { accepting, finishing, idOf, unjudged } = await import('../../../review/index.ts');
      const asked = new Map(reports.map((report) => [report, [] as string[]]));
      await decideOn(cli, options, asked, (view) => {
        const rest = options.acceptRest ? accepting(view, unjudged(view).map(idOf)) : [];
        return [...rest, options.acceptRest ? { action: 'done' } : finishing(view)];
      });
    });
}

/** `chancery review undo`. */
export function undoCommand(cli: Cli): Command {
  return decisionCommand(new Command('undo'), 'take entries of the log back; an undo can be taken back too')
    .argument('<entries...>', 'names of entries, such as r_5f0c…#3')
    .action(async (names: string[], options: ReviewOptions) => {
      const { undoing } = await import('../../../review/index.ts');
      const reviewer = whoReviews(options);
      await decideOn(cli, options, byReport(names, '#'), (_view, numbers, _store, { entries }) =>
        numbers.map((number) => undoing(entries, Number(number), reviewer)),
      );
    });
}
