#!/usr/bin/env node
import { runCli } from './run.ts';
import { processTerminal } from './terminal.ts';

/** A reader that has seen enough (`chancery timeline | head`) closes the pipe: that ends the program, and is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), processTerminal(), {
  version: async (options) => (await import('./open-reader.ts')).readerVersion(options),
  open: async (options) => (await import('./open-reader.ts')).openReader(options),
});
