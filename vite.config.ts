import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { EVENT_TYPES, STATUSES } from './src/record/index.ts';

const root = fileURLToPath(new URL('./', import.meta.url));
const out = join(root, 'dist/serve/page');
const packageFile = (path: string) => join(root, 'node_modules', path);

/** What the API's own page is made of. Its runtime package phones home on install, so only two of its files come along. */
const API_PAGE: readonly (readonly [from: string, to: string])[] = [
  [packageFile('swagger-ui-dist/swagger-ui.css'), 'docs/swagger-ui.css'],
  [packageFile('swagger-ui-dist/swagger-ui-bundle.js'), 'docs/swagger-ui-bundle.js'],
  [join(root, 'src/serve/api-page/index.html'), 'docs/index.html'],
  [join(root, 'src/serve/api-page/start.js'), 'docs/start.js'],
];

/** Whose work the built page holds. */
const LICENCES: readonly (readonly [name: string, file: string])[] = [
  ['React, React DOM', 'react/LICENSE'],
  ['Source Serif 4', '@fontsource-variable/source-serif-4/LICENSE'],
  ['Source Sans 3', '@fontsource-variable/source-sans-3/LICENSE'],
  ['Swagger UI', 'swagger-ui-dist/LICENSE'],
  ['Swagger UI, notices', 'swagger-ui-dist/NOTICE'],
];

function apiPage(): Plugin {
  return {
    name: 'chancery-api-page',
    closeBundle() {
      for (const [from, to] of API_PAGE) {
        mkdirSync(dirname(join(out, to)), { recursive: true });
        copyFileSync(from, join(out, to));
      }
      const texts = LICENCES.map(([name, file]) => `${name}\n\n${readFileSync(packageFile(file), 'utf8').trim()}\n`);
      writeFileSync(join(out, 'licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
    },
  };
}

export default defineConfig({
  root: join(root, 'src/serve/page'),
  base: '/page/',
  plugins: [react(), apiPage()],
  define: { __EVENT_TYPES__: JSON.stringify(EVENT_TYPES), __STATUSES__: JSON.stringify(STATUSES) },
  build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023' },
  // `npx vite` shows the page while it is written; the answers come from a running `chancery serve`.
  server: { proxy: { '^/(?!page/)': 'http://127.0.0.1:4780' } },
});
