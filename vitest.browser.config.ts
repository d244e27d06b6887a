import { defineConfig } from 'vitest/config';

/** The page in a real Chromium: `npm run test:browser`. Builds the page first. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    globalSetup: ['test/browser/build-page.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
