import { Command } from 'commander';
import type { StoreInfo } from '../../store/index.ts';
import { type Cli, EXIT } from '../cli.ts';
import { printJson, storeOption, withStore } from '../options.ts';

interface StoreCommandOptions {
  readonly store: string;
  readonly json?: boolean;
}

/** `chancery store`: looks after the store itself. */
export function storeCommand(cli: Cli): Command {
  const command = new Command('store').description('look after the store: what it holds, whether it is whole, copies');
  for (const make of [infoCommand, checkCommand, compactCommand, backupCommand, copyCommand])
    command.addCommand(make(cli));
  return command;
}

function infoCommand(cli: Cli): Command {
  return new Command('info')
    .description('what the store is and how much it holds')
    .option('--json', 'as JSON')
    .addOption(storeOption())
    .action(({ store: place, json }: StoreCommandOptions) =>
      withStore(place, 'read', async (store) => {
        const { storeInfo } = await import('../../store/index.ts');
        const info = await storeInfo(store);
        if (json) await printJson(cli, info);
        else await cli.terminal.out.write(infoText(info));
      }),
    );
}

function infoText({ store, software, version, bytes, rows, published, readers }: StoreInfo): string {
  const perEvent = rows.events === 0 ? '' : `, ${(bytes / rows.events / 1_000).toFixed(1)} kB an event`;
  const lines: readonly (readonly [string, string])[] = [
    ['store', store],
    ['kept by', `${software}, tables of version ${version}`],
    ['size', `${(bytes / 1_000_000).toFixed(1)} MB${perEvent}`],
    ['published', published.from === null ? 'unknown' : `${published.from} to ${published.to}`],
    ...readers.map(({ reader, reports }) => ['read by', `${reader}: ${counted(reports)} reports`] as const),
    ...Object.entries(rows).map(([table, count]) => [table.replaceAll('_', ' '), counted(count)] as const),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

function checkCommand(cli: Cli): Command {
  return new Command('check')
    .description('look whether every report is there whole and once; exit code 1 when something is wrong')
    .addOption(storeOption())
    .action(({ store: place }: StoreCommandOptions) =>
      withStore(place, 'read', async (store) => {
        const { checkStore } = await import('../../store/index.ts');
        let faults = 0;
        for await (const { report, message } of checkStore(store)) {
          faults += 1;
          await cli.terminal.out.write(`${report === null ? '' : `${report}: `}${message}\n`);
        }
        await cli.terminal.out.write(faults === 0 ? 'The store is whole.\n' : `${counted(faults)} faults.\n`);
        if (faults > 0) cli.end(EXIT.findings);
      }),
    );
}

function compactCommand(cli: Cli): Command {
  return new Command('compact')
    .description('give back the room of what was deleted, and put the indexes in order')
    .addOption(storeOption())
    .action(({ store: place }: StoreCommandOptions) =>
      withStore(place, 'write', async ({ db, dialect }) => {
        const before = await dialect.size(db);
        await dialect.compact(db);
        await cli.terminal.out.write(`${megabytes(before)} before, ${megabytes(await dialect.size(db))} now.\n`);
      }),
    );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function backupCommand(cli: Cli): Command {
  return new Command('backup')
    .description('copy the store, as it stands now, into a new SQLite file, while others use it')
    .argument('<file>', 'the file to write')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery store backup record-2025-06-01.sqlite')
    .action((file: string, { store: place }: StoreCommandOptions) =>
      withStore(place, 'read', async (store) => {
        const { backupStore } = await import('../../store/index.ts');
        await backupStore(store, file);
        await cli.terminal.out.write(`Copied to ${file}.\n`);
      }),
    );
}

function copyCommand(cli: Cli): Command {
  return new Command('copy')
    .description('copy everything from one store into another, empty one, of either kind')
    .argument('<from>', 'a SQLite file, or postgres://user@server/database')
    .argument('<to>', 'where to; made when it is not there')
    .addHelpText('after', '\nExample:\n  chancery store copy chancery.sqlite postgres://desk@server/record')
    .action((fromPlace: string, toPlace: string) =>
      withStore(fromPlace, 'read', (from) =>
        withStore(toPlace, 'write', async (to) => {
          const { copyStore } = await import('../../store/index.ts');
          await cli.terminal.out.write(`${counted(await copyStore(from, to))} reports copied to ${to.path}.\n`);
        }),
      ),
    );
}
