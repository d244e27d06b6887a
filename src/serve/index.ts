export { type AppOptions, createApp } from './app.ts';
export type { LoadReader, Reader } from './reader.ts';
export { DEFAULT_HOST, DEFAULT_PORT, type RunningServer, type ServerOptions, startServer } from './start-server.ts';
