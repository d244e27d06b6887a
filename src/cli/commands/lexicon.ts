import { Argument, Command } from 'commander';
import { type Cli, EXIT } from '../cli.ts';
import { addInputOptions, foundReports, type InputOptions } from '../inputs.ts';
import { knowledgeOption, LEXICON_KINDS, lexiconOption, positiveNumber, printJson } from '../options.ts';
import { type Progress, startProgress } from '../progress.ts';

interface CheckOptions {
  readonly lexicon: readonly string[];
  readonly knowledge: readonly string[];
}

interface ExplainOptions extends CheckOptions {
  readonly published?: string;
}

interface CoverageOptions extends CheckOptions, InputOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** `chancery lexicon`: the rules that turn sentences into events. */
export function lexiconCommand(cli: Cli): Command {
  return new Command('lexicon')
    .description('the rules that turn sentences into events')
    .addCommand(checkCommand(cli))
    .addCommand(explainCommand(cli))
    .addCommand(coverageCommand(cli))
    .addCommand(schemaCommand(cli));
}

function checkCommand(cli: Cli): Command {
  return new Command('check')
    .description('read every rule, and its examples and counterexamples, and say which rule does not do as it says')
    .argument('[rules...]', 'ids of rules, or how they begin; all when not given')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addHelpText('after', '\nExample:\n  chancery lexicon check consult.visit')
    .action(async (ids: string[], { lexicon, knowledge }: CheckOptions) => {
      const { openToolkit } = await import('../../pipeline.ts');
      const { checkLexicon } = await import('../../check-lexicon.ts');
      const toolkit = await openToolkit({ lexiconFolders: lexicon, knowledgeFolders: knowledge });
      const wanted = (id: string) => ids.length === 0 || ids.some((start) => id.startsWith(start));
      const rules = toolkit.lexicon.rules.filter((rule) => wanted(rule.id));
      const faults = await checkLexicon(toolkit, rules);
      for (const { file, rule, text, message } of faults) {
        await cli.terminal.out.write(`${file}: ${rule}: “${text}” ${message}\n`);
      }
      const sentences = rules.reduce((sum, rule) => sum + rule.examples.length + rule.counterexamples.length, 0);
      await cli.terminal.out.write(`${rules.length} rules, ${sentences} sentences, ${faults.length} at fault.\n`);
      if (faults.length > 0) cli.end(EXIT.findings);
    });
}

function explainCommand(cli: Cli): Command {
  return new Command('explain')
    .description('read one sentence and say how each event in it came about')
    .argument('<sentence...>', 'the sentence')
    .option('--published <date>', 'the day that relative dates are counted from')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addHelpText('after', '\nExample:\n  chancery lexicon explain "Xi agreed to meet Putin in Moscow next week."')
    .action(async (words: string[], { published, lexicon, knowledge }: ExplainOptions) => {
      const { openToolkit } = await import('../../pipeline.ts');
      const { readSentence } = await import('../../check-lexicon.ts');
      const { recordView } = await import('../view/record-view.ts');
      const { explanationView } = await import('../view/explanation-view.ts');
      const { styleFor } = await import('../view/style.ts');
      const toolkit = await openToolkit({ lexiconFolders: lexicon, knowledgeFolders: knowledge });
      const { record, explanations } = await readSentence(toolkit, words.join(' '), published);
      const style = styleFor(cli.terminal.out);
      await cli.terminal.out.write(recordView(record, style));
      for (const explanation of explanations) await cli.terminal.out.write(`\n${explanationView(explanation, style)}`);
      if (record.events.length === 0) cli.end(EXIT.findings);
    });
}

/** Predicates of the work list that are printed, unless asked otherwise. */
const WORK_LIST = 40;

function coverageCommand(cli: Cli): Command {
  return addInputOptions(new Command('coverage'))
    .description('which rules fire on reports, and which predicates between two known actors no rule covers')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .option('--limit <number>', 'predicates of the work list', positiveNumber, WORK_LIST)
    .option('--json', 'all of it as JSON')
    .addHelpText('after', '\nExample:\n  chancery lexicon coverage archive/ --limit 100')
    .action(async (inputs: string[], options: CoverageOptions) => {
      const { openToolkit } = await import('../../pipeline.ts');
      const { measureCoverage } = await import('../../lexicon-coverage.ts');
      const { coverageView } = await import('../view/coverage-view.ts');
      const { styleFor } = await import('../view/style.ts');
      const toolkit = await openToolkit({ lexiconFolders: options.lexicon, knowledgeFolders: options.knowledge });
      const progress = await startProgress(cli.terminal, false);
      try {
        const coverage = await measureCoverage(reportsOf(cli, inputs, options, progress), toolkit);
        progress.stop();
        if (options.json) await printJson(cli, coverage);
        else await cli.terminal.out.write(coverageView(coverage, options.limit, styleFor(cli.terminal.out)));
      } finally {
        progress.stop();
      }
      if (progress.tally.failures > 0) cli.end(EXIT.findings);
    });
}

async function* reportsOf(cli: Cli, inputs: readonly string[], options: InputOptions, progress: Progress) {
  for await (const { report } of foundReports(cli, inputs, options, progress)) yield report;
}

function schemaCommand(cli: Cli): Command {
  return new Command('schema')
    .description('the JSON Schema of a kind of lexicon file, by which editors check and complete it')
    .addArgument(new Argument('[kind]', 'the kind of file').choices(LEXICON_KINDS).default('events'))
    .addHelpText('after', '\nExample:\n  chancery lexicon schema > events.schema.json')
    .action(async (kind: (typeof LEXICON_KINDS)[number]) => {
      const { lexiconSchema } = await import('../../lexicon/index.ts');
      await printJson(cli, lexiconSchema(kind));
    });
}
