import { Command, Option } from 'commander';
import type { TimelineEntry } from '../../ask/index.ts';
import type { ExportSource, Piece } from '../../export/index.ts';
import type { ReportRecord } from '../../record/index.ts';
import { inOrder } from '../../workers/in-order.ts';
import { type Cli, EXIT, type ExplainedReading } from '../cli.ts';
import { addInputOptions, type FoundReport, foundReports, type InputOptions, readFound, underWay } from '../inputs.ts';
import { knowledgeOption, lexiconOption, READ_FORMATS, workersOption } from '../options.ts';
import { type Progress, startProgress } from '../progress.ts';
import { refuseScreen } from '../refuse-screen.ts';

/** How a record may be printed: for people, whole, or as an export. */
const FORMATS = ['text', 'json', 'conllu', ...READ_FORMATS] as const;
type Format = (typeof FORMATS)[number];

interface ReadCommandOptions extends InputOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly format?: Format;
  readonly explain?: boolean;
  readonly lexicon: readonly string[];
  readonly knowledge: readonly string[];
  readonly workers: number;
}

/** `chancery read`: reads reports and prints their records, and touches no store. */
export function readCommand(cli: Cli): Command {
  return addInputOptions(new Command('read'))
    .description('read reports and print their record; touches no store')
    .option('--json', 'the record as JSON, one document a report')
    .option('--jsonl', 'the record as JSON, one line a report')
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS))
    .option('--explain', 'print whom each mention means, and why each event stands as it does')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addOption(workersOption())
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ReadCommandOptions) => {
      const progress = await startProgress(cli.terminal, cli.terminal.out.isTerminal);
      const found = foundReports(cli, inputs, options, progress);
      try {
        for await (const piece of printed(cli, found, options, progress)) await cli.terminal.out.write(piece);
      } finally {
        progress.stop();
      }
      if (progress.tally.failures > 0) cli.end(EXIT.findings);
    });
}

const EXAMPLES = `
Examples:
  chancery read report.txt --published 2023-03-17
  chancery read archive.jsonl --jsonl --workers 2 > records.jsonl
  curl -s https://example.org/readout.html | chancery read - --as html`;

type Found = AsyncIterable<FoundReport>;

async function* printed(
  cli: Cli,
  found: Found,
  options: ReadCommandOptions,
  progress: Progress,
): AsyncGenerator<Piece> {
  const format = formatOf(options);
  if (format === 'conllu') return yield* parses(cli, found, options);
  const readings = readAll(cli, found, options, progress);
  if (format === 'text') return yield* views(cli, readings, options.explain === true);
  if (format === 'json') return yield* documents(readings);
  const { EXPORTERS, exported } = await import('../../export/index.ts');
  const exporter = EXPORTERS.find(({ name }) => name === format)!;
  refuseScreen(exporter, cli.terminal.out);
  yield* exported(exporter, await sourceOf(readings));
}

function formatOf({ json, jsonl, format }: ReadCommandOptions): Format {
  return format ?? (json ? 'json' : jsonl ? 'jsonl' : 'text');
}

async function* parses(cli: Cli, found: Found, { workers }: ReadCommandOptions): AsyncGenerator<string> {
  yield* inOrder(found, underWay(workers), async ({ report }) => (await cli.loadReader({ workers })).parse(report));
}

async function* readAll(
  cli: Cli,
  found: Found,
  { lexicon, knowledge, workers }: ReadCommandOptions,
  progress: Progress,
): AsyncGenerator<ExplainedReading> {
  const read = async (report: FoundReport) =>
    readFound(await cli.loadReader({ lexicon, knowledge, workers }), report, progress);
  for await (const reading of inOrder(found, underWay(workers), read)) if (reading) yield reading;
}

async function* views(
  cli: Cli,
  readings: AsyncIterable<ExplainedReading>,
  isExplained: boolean,
): AsyncGenerator<string> {
  const { recordView } = await import('../view/record-view.ts');
  const { resolutionView } = await import('../view/resolution-view.ts');
  const { explanationView } = await import('../view/explanation-view.ts');
  const { styleFor } = await import('../view/style.ts');
  const style = styleFor(cli.terminal.out);
  let between = '';
  for await (const { record, explanations, resolution } of readings) {
    yield between + recordView(record, style);
    if (isExplained) yield `\n${resolutionView(resolution, record, style)}`;
    if (isExplained) for (const explanation of explanations) yield `\n${explanationView(explanation, style)}`;
    between = '\n\n';
  }
}

async function* documents(readings: AsyncIterable<ExplainedReading>): AsyncGenerator<string> {
  for await (const { record } of readings) yield `${JSON.stringify(record, null, 2)}\n`;
}

/** Records come as they are read; a timeline can begin only when all are, and is kept for those who go through it twice. */
async function sourceOf(readings: AsyncIterable<ExplainedReading>): Promise<ExportSource> {
  const { entriesOfRecords } = await import('../../ask/index.ts');
  const entries: TimelineEntry[] = [];
  return {
    records: () => recordsOf(readings),
    reviews: async function* () {},
    timeline: async function* () {
      if (entries.length === 0) for await (const entry of entriesOfRecords(recordsOf(readings))) entries.push(entry);
      yield* entries;
    },
  };
}

async function* recordsOf(readings: AsyncIterable<ExplainedReading>): AsyncGenerator<ReportRecord> {
  for await (const { record } of readings) yield record;
}
