import { build } from 'vite';

/** Builds the page once before the browser tests, so that they try what is shipped: React without its help for developers. */
export default async function buildPage(): Promise<void> {
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'error' });
}
