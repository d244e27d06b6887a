import { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { knowledgeOption, lexiconOption, storeOption, withStore } from '../options.ts';

interface ServeOptions {
  readonly store: string;
  readonly port?: number;
  readonly host?: string;
  readonly name?: readonly string[];
  readonly allowWrite?: boolean;
  readonly lexicon: readonly string[];
  readonly knowledge: readonly string[];
}

/** `chancery serve`: the HTTP API and the page over a store, until stopped. */
export function serveCommand(cli: Cli): Command {
  return new Command('serve')
    .description('serve the record over HTTP: a page to read, and an API')
    .option('--port <number>', 'the port to listen at (4780)', Number)
    .option('--host <address>', 'the address to listen at; only this machine can reach it by default')
    .option('--name <names...>', 'names under which the server may be called from elsewhere')
    .option('--allow-write', 'let POST /reports add to the store')
    .addOption(lexiconOption())
    .addOption(knowledgeOption())
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  chancery serve --store china-russia.sqlite --port 8080')
    .action(({ store: path, allowWrite = false, lexicon, knowledge, ...options }: ServeOptions) =>
      withStore(path, allowWrite ? 'write' : 'read', async (store) => {
        const { startServer } = await import('../../serve/index.ts');
        const { err, out } = cli.terminal;
        const loadReader = () => cli.loadReader({ lexicon, knowledge });
        // what is wrong in somebody's own files is told now, not when the first report comes
        if (lexicon.length + knowledge.length > 0) await loadReader();
        const server = await startServer({
          store,
          allowWrite,
          port: options.port,
          host: options.host,
          hosts: options.name,
          loadReader,
          onFault: (error) =>
            void err.write(`chancery: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
        });
        await out.write(`Serving ${path} at ${server.url}\n`);
        await cli.terminal.untilStopped();
        await server.close();
      }),
    );
}
