import { Command } from 'commander';
import type { Store } from '../../store/index.ts';
import type { Cli } from '../cli.ts';
import { knowledgeOption, lexiconOption, printJson, storeOption, withStore } from '../options.ts';

interface ExplainOptions {
  readonly store: string;
  readonly json?: boolean;
  readonly lexicon: readonly string[];
  readonly knowledge: readonly string[];
}

/** `chancery explain`: why an event stands in the record as it does; of a report, whom each mention means. */
export function explainCommand(cli: Cli): Command {
  return new Command('explain')
    .description('why an event stands as it does: words, parse, rule, parties, dates, sources; or whom a report means')
    .argument('<event>', 'the id of an event, such as r_5f0c…/e1, or of a report, r_5f0c…, which may be cut short')
    .option('--json', 'as JSON')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addOption(storeOption())
    .addHelpText('after', '\nExamples:\n  chancery explain r_5f0c/e1\n  chancery explain r_5f0c')
    .action((eventId: string, options: ExplainOptions) =>
      withStore(options.store, 'read', async (store) => {
        if (/^r_[^/]*$/.test(eventId)) return explainReport(cli, store, eventId, options);
        const { explain } = await import('../../ask/index.ts');
        const explained = await explain(store, eventId);
        if (options.json) return printJson(cli, explained);
        const { explainedView } = await import('../view/explanation-view.ts');
        const { styleFor } = await import('../view/style.ts');
        await cli.terminal.out.write(explainedView(explained, styleFor(cli.terminal.out)));
      }),
    );
}

/** Reads the kept text again: no store keeps whom each mention means. */
async function explainReport(cli: Cli, store: Store, id: string, options: ExplainOptions): Promise<void> {
  const { storedReport } = await import('../../ask/index.ts');
  const { lexicon, knowledge } = options;
  const { report, problems } = await storedReport(store, id);
  const { record, resolution } = await (await cli.loadReader({ lexicon, knowledge })).read(report, problems);
  if (options.json) return printJson(cli, { report: report.id, ...resolution });
  const { resolutionView } = await import('../view/resolution-view.ts');
  const { styleFor } = await import('../view/style.ts');
  await cli.terminal.out.write(resolutionView(resolution, record, styleFor(cli.terminal.out)));
}
