import { Command, Option } from 'commander';
import type { Happening } from '../../ask/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { MergeDecision } from '../../reconcile/index.ts';
import type { Store } from '../../store/index.ts';
import type { Cli } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { positiveNumber, printJson, storeOption, withStore } from '../options.ts';
import { type ReviewOptions, whoReviews } from './review/judge.ts';

/** `chancery merge`: what several reports tell of one happening, and what people decide of it. */
export function mergeCommand(cli: Cli): Command {
  return new Command('merge')
    .description(
      'happenings that several reports tell of: list, look, take apart, join; every decision is kept and can be revoked',
    )
    .addCommand(listCommand(cli))
    .addCommand(showCommand(cli))
    .addCommand(
      decidingCommand(cli, 'undo', 'take a happening apart: each of its events stands alone, and stays so', [ID], undo),
    )
    .addCommand(decidingCommand(cli, 'join', 'say that happenings are one', [ID, '<others...>'], join))
    .addCommand(decidingCommand(cli, 'split', 'take events out of a happening', [ID, '<events...>'], split))
    .addCommand(logCommand(cli))
    .addCommand(revokeCommand(cli));
}

const ID = '<happening>';

interface ListOptions extends FilterOptions {
  readonly store: string;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

function listCommand(cli: Cli): Command {
  return addFilterOptions(new Command('list'))
    .description('happenings that several events of reports tell of, by date')
    .option('--limit <number>', 'at most so many', positiveNumber, 50)
    .option('--after <cursor>', 'go on after a page before')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .action(async (words: string[], options: ListOptions) => {
      const filter = { ...(await filterFrom(words, options)), isToldAgain: true };
      await withStore(options.store, 'read', async (store) => {
        const { timeline } = await import('../../ask/index.ts');
        const { limit, after } = options;
        const page = await timeline(store, filter, { limit, ...(after !== undefined && { after }) });
        if (options.json) return printJson(cli, page);
        const { mergeListView } = await import('../view/merge-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(mergeListView(page.entries, styleFor(cli.terminal.out)));
        if (page.next) await cli.terminal.err.write(`More: add --after '${page.next}'\n`);
      });
    });
}

function showCommand(cli: Cli): Command {
  return new Command('show')
    .description('one happening: every account of it side by side, its life, disagreements, scores and reasons')
    .argument(ID, 'the id of a happening (h_…), or of an event that tells of it')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery merge show h_3f2a91c04b7e')
    .action((id: string, options: { readonly store: string; readonly json?: boolean }) =>
      withStore(options.store, 'read', async (store) => {
        const { happening } = await import('../../ask/index.ts');
        const found = await happening(store, id);
        if (options.json) return printJson(cli, found);
        const { happeningView } = await import('../view/merge-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(happeningView(found, styleFor(cli.terminal.out)));
      }),
    );
}

/** Works out a decision from the happenings and events that are named. */
type Decide = (first: Happening, others: readonly Happening[], ids: readonly string[]) => MergeDecision;

const undo: Decide = ({ tellings }) => ({ kind: 'split', groups: tellings.map(({ handle }) => [handle]) });

const join: Decide = (first, others) => ({
  kind: 'join',
  groups: [[first, ...others].flatMap(({ tellings }) => tellings.map(({ handle }) => handle))],
});

const split: Decide = ({ card, tellings }, _, ids) => {
  const out = tellings.filter(({ entry, handle }) => ids.includes(entry.id) || ids.includes(handle));
  const left = tellings.filter((telling) => !out.includes(telling));
  if (out.length < ids.length || left.length === 0) {
    throw new ChanceryError('cli/not-in-happening', `These are not some events of ${card.id} among others.`, {
      expected: tellings.map(({ entry }) => entry.id),
    });
  }
  return { kind: 'split', groups: [out.map(({ handle }) => handle), left.map(({ handle }) => handle)] };
};

function decidingCommand(cli: Cli, name: string, describes: string, args: readonly string[], decide: Decide): Command {
  const command = new Command(name).description(describes).addOption(reviewerOption()).addOption(storeOption());
  for (const argument of args) command.argument(argument);
  return command.action((id: string, ...rest: [readonly string[] | ReviewOptions, ...unknown[]]) => {
    const others = Array.isArray(rest[0]) ? (rest[0] as readonly string[]) : [];
    const options = (Array.isArray(rest[0]) ? rest[1] : rest[0]) as ReviewOptions;
    const by = whoReviews(options);
    return withStore(options.store, 'write', async (store) => {
      const { happening } = await import('../../ask/index.ts');
      const first = await happening(store, id);
      const further = decide === join ? await Promise.all(others.map((other) => happening(store, other))) : [];
      const number = await store.decideMerge(decide(first, further, others), by);
      await cli.terminal.out.write(`${number}  ${await outcome(store, first)}\n`);
    });
  });
}

async function outcome(store: Store, { tellings }: Happening): Promise<string> {
  const { happening } = await import('../../ask/index.ts');
  const { card } = await happening(store, tellings[0]!.entry.id);
  return `${card.id} now has ${card.tellings} ${card.tellings === 1 ? 'event' : 'events'}`;
}

function logCommand(cli: Cli): Command {
  return new Command('log')
    .description('what was decided on merges, by whom and when')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .action((options: { readonly store: string; readonly json?: boolean }) =>
      withStore(options.store, 'read', async (store) => {
        const { notedDecisions } = await import('../../store/index.ts');
        const decisions = await notedDecisions(store.db);
        if (options.json) return printJson(cli, decisions);
        const { decisionWords } = await import('../view/merge-view.ts');
        await cli.terminal.out.write(decisions.map((decision) => `${decisionWords(decision)}\n`).join(''));
      }),
    );
}

function revokeCommand(cli: Cli): Command {
  return new Command('revoke')
    .description('take a decision back')
    .argument('<number>', 'its number in the log', positiveNumber)
    .addOption(reviewerOption())
    .addOption(storeOption())
    .action((number: number, options: ReviewOptions) => {
      const by = whoReviews(options);
      return withStore(options.store, 'write', async (store) => {
        await store.revokeMerge(number, by);
        await cli.terminal.out.write(`Decision ${number} is taken back.\n`);
      });
    });
}

function reviewerOption(): Option {
  return new Option('--reviewer <name>', 'who decides').env('CHANCERY_REVIEWER');
}
