import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The model and the dictionaries are loaded once a worker, not once a file: half the time. What tests share is read only.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, isolate: false },
});
