import { Command } from 'commander';
import { type Cli, EXIT } from '../cli.ts';
import { addFilterOptions, type FilterOptions, filterFrom } from '../filter-options.ts';
import { knowledgeOption, lexiconOption, positiveNumber, printJson, storeOption, withStore } from '../options.ts';
import { startProgress } from '../progress.ts';

interface RereadCommandOptions extends FilterOptions {
  readonly store: string;
  readonly lexicon: readonly string[];
  readonly knowledge: readonly string[];
  readonly dryRun?: boolean;
  readonly limit?: number;
  readonly samples: number;
  readonly versions?: boolean;
  readonly json?: boolean;
}

/** `chancery reread`: reads again what another version has read. */
export function rereadCommand(cli: Cli): Command {
  return addFilterOptions(new Command('reread'))
    .description('read the reports of the store again with the rules, model and knowledge of today')
    .option('--dry-run', 'keep nothing: only show what would change')
    .option('--limit <number>', 'at most so many reports', positiveNumber)
    .option('--samples <number>', 'show so many events of each kind', positiveNumber, 5)
    .option('--versions', 'say which versions have read what, and read nothing')
    .option('--json', 'as JSON')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addOption(storeOption())
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: RereadCommandOptions) => {
      if (options.versions) return tellVersions(cli, options);
      await rereadStore(cli, words, options);
    });
}

const EXAMPLES = `
Examples:
  chancery reread --dry-run --limit 200
  chancery reread actor:CHN && chancery reread --versions`;

async function tellVersions(cli: Cli, { store: path, json }: RereadCommandOptions): Promise<void> {
  await withStore(path, 'read', async (store) => {
    const { readerVersions } = await import('../../ask/index.ts');
    const versions = await readerVersions(store);
    if (json) return printJson(cli, versions);
    const { versionsView } = await import('../view/reread-view.ts');
    const { styleFor } = await import('../view/style.ts');
    await cli.terminal.out.write(versionsView(versions, styleFor(cli.terminal.out)));
  });
}

async function rereadStore(cli: Cli, words: readonly string[], options: RereadCommandOptions): Promise<void> {
  const { lexicon, knowledge, dryRun: isDryRun = false, limit = Number.POSITIVE_INFINITY, samples } = options;
  const filter = await filterFrom(words, options);
  await withStore(options.store, isDryRun ? 'read' : 'write', async (store) => {
    const { reread } = await import('../reread.ts');
    const version = await cli.readerVersion({ lexicon, knowledge });
    const progress = await startProgress(cli.terminal, false);
    const wanted = { filter, isDryRun, limit, samples };
    const summary = await reread(
      store,
      () => cli.loadReader({ lexicon, knowledge }),
      version,
      progress,
      wanted,
    ).finally(() => progress.stop());
    if (progress.tally.failures > 0) cli.end(EXIT.findings);
    if (options.json) return printJson(cli, summary);
    const { rereadView } = await import('../view/reread-view.ts');
    const { styleFor } = await import('../view/style.ts');
    await cli.terminal.out.write(rereadView(summary, isDryRun, styleFor(cli.terminal.out)));
  });
}
