import { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { listCommand } from './review/list.ts';
import { addCommand, editCommand, mergeCommand, splitCommand } from './review/mend.ts';
import { agreementCommand, logCommand } from './review/tell.ts';
import { doneCommand, judgeCommand, undoCommand } from './review/verdicts.ts';

/** `chancery review`: people's judgements on what was read. */
export function reviewCommand(cli: Cli): Command {
  return new Command('review')
    .description('judge what was read: accept, reject, mend; every judgement is kept, and outlives re-reading')
    .addCommand(listCommand(cli))
    .addCommand(judgeCommand(cli, 'accept', 'say that events or quotations are right as they stand'))
    .addCommand(judgeCommand(cli, 'reject', 'say that events or quotations are not in the report'))
    .addCommand(editCommand(cli))
    .addCommand(splitCommand(cli))
    .addCommand(mergeCommand(cli))
    .addCommand(addCommand(cli))
    .addCommand(doneCommand(cli))
    .addCommand(undoCommand(cli))
    .addCommand(logCommand(cli))
    .addCommand(agreementCommand(cli));
}
