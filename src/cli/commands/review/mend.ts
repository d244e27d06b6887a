import { Command } from 'commander';
import { ChanceryError } from '../../../problems.ts';
import type { Cli } from '../../cli.ts';
import { collect } from '../../options.ts';
import { byReport, changed, decideOn, decisionCommand, editedOf, type ReviewOptions, settingsOf } from './judge.ts';

interface SetOptions extends ReviewOptions {
  readonly set?: readonly string[];
}

const SETS = 'field=value; several values stand apart by ; · docs/review.md lists the fields';

/** `chancery review edit`. */
export function editCommand(cli: Cli): Command {
  return decisionCommand(new Command('edit'), 'put an event or quotation right')
    .argument('<event>', 'its id')
    .requiredOption('--set <field=value>', SETS, collect)
    .addHelpText(
      'after',
      '\nExample:\n  chancery review edit r_5f0c/e1 --set status=planned --set "recipients=Japan; |FRA"',
    )
    .action(async (id: string, options: SetOptions) => {
      const { editing } = await import('../../../review/index.ts');
      await decideOn(cli, options, byReport([id]), async (view, [local], store) => {
        return [editing(view, local!, await changed(store, view, local!, options.set ?? []))];
      });
    });
}

/** `chancery review split`. */
export function splitCommand(cli: Cli): Command {
  return decisionCommand(new Command('split'), 'make several events of one')
    .argument('<event>', 'its id')
    .requiredOption('--part <settings>', 'one of the parts: field=value, several apart by &&', collect)
    .addHelpText(
      'after',
      '\nExample:\n  chancery review split r_5f0c/e1 --part status=occurred --part "status=planned && from=2023-03-20"',
    )
    .action(async (id: string, options: ReviewOptions & { readonly part: readonly string[] }) => {
      const { seenEventBy, splitting } = await import('../../../review/index.ts');
      await decideOn(cli, options, byReport([id]), async (view, [local], store) => {
        const { event } = seenEventBy(view, local!);
        const parts = options.part.map((part) => part.split('&&').map((setting) => setting.trim()));
        const becomes = await Promise.all(parts.map((part) => editedOf(store, view, event, part)));
        return [splitting(view, local!, becomes)];
      });
    });
}

/** `chancery review merge`. */
export function mergeCommand(cli: Cli): Command {
  return decisionCommand(new Command('merge'), 'make one event of several of one report')
    .argument('<events...>', 'their ids: the first says what it is, the others bring their parties and evidence')
    .option('--set <field=value>', SETS, collect)
    .action(async (ids: string[], options: SetOptions) => {
      const { mergedOf, merging, seenEventBy } = await import('../../../review/index.ts');
      const reports = byReport(ids);
      if (reports.size > 1) throw severalReports();
      await decideOn(cli, options, reports, async (view, local, store) => {
        if (!options.set) return [merging(view, local)];
        const merged = mergedOf(
          view,
          local.map((one) => seenEventBy(view, one)),
        );
        return [merging(view, local, await editedOf(store, view, merged.event, options.set))];
      });
    });
}

function severalReports(): ChanceryError {
  return new ChanceryError('review/several-reports', 'Only events of one report can be made one here.', {
    hint: 'Events of several reports are joined by the store itself.',
  });
}

/** `chancery review add`. */
export function addCommand(cli: Cli): Command {
  return decisionCommand(new Command('add'), 'add an event or a quotation that was not read')
    .argument('<report>', 'the report by its id, which may be cut short')
    .requiredOption(
      '--set <field=value>',
      `${SETS}; an event needs type, actors and evidence, a quotation quotation=…`,
      collect,
    )
    .addHelpText(
      'after',
      '\nExample:\n  chancery review add r_5f0c --set type=CONSULT --set mode=phone --set actors=Xi --set "evidence=Xi rang him up."',
    )
    .action(async (report: string, options: SetOptions) => {
      const { adding, blankEvent, blankQuotation, editedQuotation } = await import('../../../review/index.ts');
      const set = options.set ?? [];
      await decideOn(cli, options, new Map([[report, []]]), async (view, _local, store) => {
        if (!set.some((setting) => setting.startsWith('quotation=')))
          return [adding(await editedOf(store, view, blankEvent(), checkedToAdd(set)))];
        const [settings, help] = await settingsOf(store, view, set);
        return [adding(editedQuotation(view.record, blankQuotation(), settings, help))];
      });
    });
}

function checkedToAdd(set: readonly string[]): readonly string[] {
  const missing = ['type', 'evidence'].filter((field) => !set.some((setting) => setting.startsWith(`${field}=`)));
  if (missing.length === 0) return set;
  throw new ChanceryError('review/no-setting', `An event that is added needs ${missing.join(' and ')}.`, {
    hint: missing.map((field) => `--set ${field}=…`).join(' '),
  });
}
