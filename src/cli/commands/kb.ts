import { Command, Option } from 'commander';
import { type Cli, EXIT } from '../cli.ts';
import { knowledgeOption, printJson, REFRESHED } from '../options.ts';
import type { RunRefreshOptions } from '../refresh/run-refresh.ts';

interface WhoOptions {
  readonly on?: string;
  readonly json?: boolean;
  readonly knowledge: readonly string[];
}

/** `chancery kb`: the knowledge base of actors. */
export function kbCommand(cli: Cli): Command {
  return new Command('kb')
    .description('the knowledge base of actors')
    .addCommand(whoCommand(cli))
    .addCommand(checkCommand(cli))
    .addCommand(diffCommand(cli))
    .addCommand(refreshCommand(cli))
    .addCommand(schemaCommand(cli));
}

function whoCommand(cli: Cli): Command {
  return new Command('who')
    .description('who held an office on a day, or which offices a person has held')
    .argument('<words...>', 'such as "foreign minister of China", or a name')
    .option('--on <date>', 'the day; today when not given')
    .option('--json', 'as JSON')
    .addOption(knowledgeOption())
    .addHelpText('after', '\nExample:\n  chancery kb who "foreign minister of China" --on 2023-03-17')
    .action(async (words: string[], { on, json, knowledge }: WhoOptions) => {
      const { daysOf } = await import('../../ask/index.ts');
      const date = on === undefined ? cli.terminal.now().toISOString().slice(0, 10) : daysOf(on).from;
      const { loadKnowledge } = await import('../../knowledge/index.ts');
      const { whoHeld } = await import('../who-held.ts');
      const offices = whoHeld(await loadKnowledge({ overlays: knowledge }), words.join(' '), date);
      if (offices.length === 0) cli.end(EXIT.findings);
      if (json) return printJson(cli, offices);
      const { officesView } = await import('../view/offices-view.ts');
      const { styleFor } = await import('../view/style.ts');
      await cli.terminal.out.write(officesView(offices, styleFor(cli.terminal.out)));
    });
}

function checkCommand(cli: Cli): Command {
  return new Command('check')
    .description('read every table of knowledge/ and say what is wrong, with file and line')
    .addOption(knowledgeOption())
    .action(async ({ knowledge }: { readonly knowledge: readonly string[] }) => {
      const { checkKnowledge, compileFolders } = await import('../../knowledge/index.ts');
      const findings = await checkKnowledge(knowledge);
      for (const { severity, file, line, message } of findings) {
        await cli.terminal.out.write(`${file}:${line}: ${severity}: ${message}\n`);
      }
      if (findings.some(({ severity }) => severity === 'error')) return cli.end(EXIT.findings);
      const { version, persons, terms, names } = await compileFolders(undefined, undefined, knowledge);
      await cli.terminal.out.write(
        `The knowledge base is in order: ${persons.length} persons, ${terms.length} terms of office, ${names.length} names. Version ${version}.\n`,
      );
    });
}

function diffCommand(cli: Cli): Command {
  return new Command('diff')
    .description('what one knowledge base has that another lacks, or has otherwise')
    .argument('<base>', 'a folder of tables, a compiled pack (.json), or own facts (.yaml) over the shipped base')
    .argument('[other]', 'another, that is told against the first; without it, the first against the shipped base')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  chancery kb diff mine.yaml')
    .action(async (base: string, other: string | undefined, { json }: { readonly json?: boolean }) => {
      const { compareBases, compileFolders, loadBase } = await import('../../knowledge/index.ts');
      const places = other === undefined ? [compileFolders(), loadBase(base)] : [loadBase(base), loadBase(other)];
      const [before, after] = await Promise.all(places);
      const changes = compareBases(before!, after!);
      if (json) return printJson(cli, changes);
      const { baseDiffView } = await import('../view/base-diff-view.ts');
      const { styleFor } = await import('../view/style.ts');
      await cli.terminal.out.write(baseDiffView(changes, styleFor(cli.terminal.out)));
    });
}

function refreshCommand(cli: Cli): Command {
  return new Command('refresh')
    .description('ask Wikidata for what the base lacks or has otherwise; show it, and take it when told to')
    .addOption(
      new Option('--contact <address>', 'how whoever runs Wikidata can reach you: mail or web')
        .env('CHANCERY_CONTACT')
        .makeOptionMandatory(),
    )
    .addOption(new Option('--only <subjects...>', 'what to ask for; all when not given').choices(REFRESHED))
    .option('--states <codes>', 'states such as CHN,RUS; all when not given')
    .option('--since <date>', 'nothing that ended before', '2000-01-01')
    .option('--take <file>', 'write what is shown into a new file of facts, to be given with --knowledge')
    .option('--endpoint <address>', 'another SPARQL service with the data of Wikidata')
    .option('--cache <folder>', 'where answers are kept for a day')
    .option('--again', 'ask anew also what was answered today')
    .option('--json', 'as JSON')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      '\nExample:\n  chancery kb refresh --states HUN,IRN --contact ann@example.org --take hun-irn.yaml',
    )
    .action(async (options: RunRefreshOptions) => {
      const { runRefresh } = await import('../refresh/run-refresh.ts');
      await runRefresh(cli, options);
    });
}

function schemaCommand(cli: Cli): Command {
  return new Command('schema')
    .description('the JSON Schema of a file of your own facts, by which editors check and complete it')
    .addHelpText('after', '\nExample:\n  chancery kb schema > overlay.schema.json')
    .action(async () => {
      const { overlaySchema } = await import('../../knowledge/index.ts');
      await printJson(cli, overlaySchema());
    });
}
