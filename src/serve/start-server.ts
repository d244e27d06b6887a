import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { ChanceryError } from '../problems.ts';
import { type AppOptions, createApp } from './app.ts';

export interface ServerOptions extends AppOptions {
  /** 0 takes any free one. */
  readonly port?: number | undefined;
  /** The address to listen at; this machine's own, which nobody else reaches, when not given. */
  readonly host?: string | undefined;
}

export interface RunningServer {
  /** Where the page is, such as `http://127.0.0.1:4780/`. */
  readonly url: string;
  close(): Promise<void>;
}

export const DEFAULT_PORT = 4780;
export const DEFAULT_HOST = '127.0.0.1';

/** Serves the API and the page until closed. Throws `serve/port-taken` and the like where it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = DEFAULT_PORT, host = DEFAULT_HOST } = options;
  const app = createApp({ ...options, hosts: [...namesOf(host), ...(options.hosts ?? [])] });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (address: AddressInfo) => {
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${shown}:${address.port}/`,
        close: () =>
          new Promise((closed, failed) => {
            server.close((error) => (error ? failed(error) : closed()));
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
  });
}

/** An address that stands for every one of the machine's names is no name of its own. */
function namesOf(host: string): readonly string[] {
  if (host === '0.0.0.0' || host === '::') return [];
  return [host.includes(':') ? `[${host}]` : host];
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const taken = error.code === 'EADDRINUSE';
  if (!taken && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') return error;
  const code = taken ? 'serve/port-taken' : 'serve/cannot-listen';
  const message = taken
    ? `Something else listens at ${host}:${port}.`
    : `The server may not listen at ${host}:${port}.`;
  return new ChanceryError(code, message, { hint: 'Choose another with --port or --host.', cause: error });
}
