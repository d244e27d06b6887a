import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Cli } from './cli.ts';
import { claimsCommand } from './commands/claims.ts';
import { contactsCommand } from './commands/contacts.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { ingestCommand } from './commands/ingest.ts';
import { kbCommand } from './commands/kb.ts';
import { lexiconCommand } from './commands/lexicon.ts';
import { mergeCommand } from './commands/merge.ts';
import { quotesCommand } from './commands/quotes.ts';
import { readCommand } from './commands/read.ts';
import { rereadCommand } from './commands/reread.ts';
import { reviewCommand } from './commands/review.ts';
import { schemaCommand } from './commands/schema.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { statsCommand } from './commands/stats.ts';
import { storeCommand } from './commands/store.ts';
import { timelineCommand } from './commands/timeline.ts';

/** Every command, in the order that the help shows. */
export const COMMANDS: readonly ((cli: Cli) => Command)[] = [
  readCommand,
  ingestCommand,
  rereadCommand,
  timelineCommand,
  contactsCommand,
  quotesCommand,
  claimsCommand,
  statsCommand,
  searchCommand,
  explainCommand,
  mergeCommand,
  exportCommand,
  reviewCommand,
  serveCommand,
  storeCommand,
  kbCommand,
  lexiconCommand,
  schemaCommand,
];

/** The command line, with every command on it. Writes to the given terminal and throws instead of ending the process. */
export function buildProgram(cli: Cli): Command {
  const { out, err } = cli.terminal;
  const program = new Command('chancery')
    .description(
      'Reads the news of diplomacy and keeps its record: who did what to whom, when, where, and on whose word.',
    )
    .version(programVersion())
    .configureHelp({ helpWidth: Math.min(out.columns, 110) })
    .addHelpText('after', EXAMPLES);
  for (const command of COMMANDS) program.addCommand(command(cli));
  for (const command of [program, ...allCommands(program)]) {
    command
      .exitOverride()
      .showHelpAfterError('(chancery --help lists the commands)')
      .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) });
  }
  return program;
}

function allCommands(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

const EXAMPLES = `
Examples:
  chancery read report.txt --published 2023-03-17
  chancery ingest archive/ && chancery timeline --between China Russia
  chancery explain r_5f0c/e1

Exit codes: 0 fine, 1 some inputs failed or a check found something, 2 not carried out, 3 a fault of the program.`;

/** The version of the package. */
export function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
