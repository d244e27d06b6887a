import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Reader } from '../../src/serve/index.ts';
import { startServer } from '../../src/serve/index.ts';
import { buildExplanations } from '../serve/fixtures/build-record.ts';
import { openFixtureStore } from '../serve/fixtures/open-fixture-store.ts';
import { planned } from '../serve/fixtures/records.ts';

/** A server over the fixture records, and a browser to look at it with. */
export interface Desk {
  readonly url: string;
  open(path: string, options?: OpenOptions): Promise<View>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page with what went wrong in it. */
export interface View {
  readonly page: Page;
  /** Console errors, exceptions and requests that left this machine. */
  readonly faults: readonly string[];
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Reads whatever it is given as the report of the fixtures, so that these tests need no model. */
const fixtureReader: Reader = {
  version: 'fixture',
  read: async () => ({ record: planned, explanations: buildExplanations(planned) }),
};

export async function openDesk(options: { readonly allowWrite?: boolean } = {}): Promise<Desk> {
  const store = await openFixtureStore();
  const server = await startServer({ store, port: 0, loadReader: async () => fixtureReader, ...options });
  const browser = await launch();
  return {
    url: server.url,
    open: (path, how) => openView(browser, server.url, path, how),
    close: async () => {
      await browser.close();
      await server.close();
      await store.close();
    },
  };
}

/** Debian's Chromium, or the one that CHROMIUM names. */
function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: apt-get install chromium, or set CHROMIUM to its path.`,
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

async function openView(browser: Browser, url: string, path: string, options: OpenOptions = {}): Promise<View> {
  const { width = 1280, colorScheme = 'light' } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.once('close', () => void context.close());
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(`asked ${request.url()}`);
  });
  await page.goto(new URL(path, url).href);
  await page.waitForSelector('main h1, main .swagger-ui .info', { state: 'attached' });
  return { page, faults };
}

/** Holds that axe finds nothing wrong with what is on the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
