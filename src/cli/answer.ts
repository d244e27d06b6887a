import { type Command, Option } from 'commander';
import type { Cli } from './cli.ts';
import { printJson } from './options.ts';
import type { Style } from './view/style.ts';

/** What the options of `addFormatOptions` give. */
export interface FormatOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly json?: boolean;
}

/** The options that say how an answer is printed. */
export function addFormatOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'csv']).default('text'))
    .option('--json', 'as JSON: short for --format json');
}

/** An answer in each of the forms that it can be printed in. */
export interface Answer {
  readonly json: unknown;
  readonly csv: () => Promise<string>;
  readonly text: (style: Style) => Promise<string>;
}

/** Prints an answer in the form that was asked for. */
export async function printAnswer(cli: Cli, { format, json }: FormatOptions, answer: Answer): Promise<void> {
  const { out } = cli.terminal;
  if (json || format === 'json') return printJson(cli, answer.json);
  if (format === 'csv') return out.write(await answer.csv());
  const { styleFor } = await import('./view/style.ts');
  await out.write(await answer.text(styleFor(out)));
}
