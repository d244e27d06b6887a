#!/usr/bin/env node
// Prints "N passed, N failed" from what Vitest's JSON reporter wrote: `ci-count.mjs RESULTS.json…`.
// A file that could not even be loaded counts as one failure, and so does a run that left no results.
import { readFileSync } from 'node:fs';

/** The results of a run; null when there are none. */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** How many tests passed and failed. */
export function count(results) {
  if (results === null) return { passed: 0, failed: 1 };
  const unloadable = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: results.numPassedTests, failed: results.numFailedTests + unloadable.length };
}

const counts = process.argv.slice(2).map((file) => count(readResults(file)));
const sum = (field) => counts.reduce((total, counted) => total + counted[field], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
