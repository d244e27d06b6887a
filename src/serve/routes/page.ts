import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ChanceryError } from '../../problems.ts';

/** Where `npm run build` puts the page; the same from src/ and from dist/. */
const PAGE_FOLDER = fileURLToPath(new URL('../../../dist/serve/page/', import.meta.url));

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names in assets/ carry a hash of their content, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable';

/** The page and the API's own page: files of the package, known by name when the server starts, and nothing else. */
export function addPageRoutes(app: OpenAPIHono): void {
  const files = filesIn(PAGE_FOLDER);
  app.get('/', (context) => context.redirect('/page/'));
  app.get('/page', (context) => context.redirect('/page/'));
  app.get('/docs', (context) => send(context, files, 'docs/index.html'));
  app.get('/page/*', (context) => {
    const name = context.req.path.slice('/page/'.length);
    // Every view is the same document; which one, its address says. What has a file's name is a file or nothing.
    const isView = extname(name) === '' || name.startsWith('reports/');
    return send(context, files, isView ? 'index.html' : name);
  });
  app.get('/favicon.ico', (context) => context.redirect('/page/icon.svg'));
}

function send(context: Context, files: ReadonlySet<string>, name: string): Response {
  if (!files.has(name)) throw files.size === 0 ? notBuilt() : unknownFile(name);
  context.header('content-type', MEDIA_TYPES[extname(name)] ?? 'application/octet-stream');
  context.header('cache-control', name.startsWith('assets/') ? FOREVER : 'no-cache');
  return context.body(new Uint8Array(readFileSync(join(PAGE_FOLDER, name))));
}

function filesIn(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Set(files.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}

function unknownFile(name: string): ChanceryError {
  return new ChanceryError('serve/unknown-file', `The page has no file ${name}.`);
}

function notBuilt(): ChanceryError {
  return new ChanceryError('serve/no-page', 'The page has not been built; the API works without it.', {
    hint: 'npm run build',
  });
}
