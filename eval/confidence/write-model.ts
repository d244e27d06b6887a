/**
 * Fits the confidence of events on the gold reports and writes lexicon/confidence.yaml.
 *
 *   npx tsx eval/confidence/write-model.ts --data FOLDER
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { openKeptToolkit } from '../core/kept-session.ts';
import { fitModel } from './fit.ts';
import { confidenceCases } from './run.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '.' } } });
const cases = await confidenceCases(values.data, await openKeptToolkit());
const documents = new Set(cases.map(({ document }) => document)).size;
const source = `eval/confidence/write-model.ts on ${cases.length} events of ${documents} gold reports; eval/scores.md says how well it holds`;
const head =
  '# How likely type and parties of an event are right, by what was decided how. Fitted, not set by hand, but for oneSource, which is stated: see eval/confidence.\n';
const file = fileURLToPath(new URL('../../lexicon/confidence.yaml', import.meta.url));
writeFileSync(file, head + stringify(fitModel(cases, source), { lineWidth: 0 }));
