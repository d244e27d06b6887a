import { defineConfig } from 'vitest/config';

/** The page in a real Chromium: `npm run test:browser`. Builds the page first. */
export default defineConfig({
  test: {
    // a page that closes rejects whatever Playwright still waits for; faults of the page itself are asserted by the tests
    dangerouslyIgnoreUnhandledErrors: true,
    include: ['test/browser/**/*.browser.ts'],
    globalSetup: ['test/browser/build-page.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
