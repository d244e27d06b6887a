import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeEvents, probabilityOf } from '../../src/code/index.ts';
import type { ConfidenceModel } from '../../src/lexicon/index.ts';
import { analyseReport, readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import { type GoldReport, readLines } from '../gold/run.ts';
import { type GoldReading, matchEvents } from '../gold/score-gold.ts';
import { decimals } from '../report/figures.ts';
import { type Case, fitModel } from './fit.ts';

const FOLDS = 10;
const BINS = 5;

/** Every event that we read in the gold reports, with whether its type and parties are right. */
export async function confidenceCases(data: string, toolkit: Toolkit): Promise<readonly Case[]> {
  const golds = JSON.parse(readFileSync(join(data, 'gold/dev.json'), 'utf8')) as GoldReading[];
  const reports = readLines<GoldReport>(join(data, 'reports/dev.jsonl'));
  const cases: Case[] = [];
  for (const gold of golds) {
    const found = reports.find((other) => other.id === gold.id)!;
    const report = makeReport({ ...found, source: `dev.jsonl#${found.id}` });
    const { record } = await readReport(report, toolkit);
    const right = new Set(
      matchEvents(gold, record).flatMap(({ event, level }) => (event && level >= 2 ? event.id : [])),
    );
    const { context, predications } = await analyseReport(report, toolkit);
    for (const { event, features } of codeEvents(context, predications)) {
      cases.push({ document: found.id, features, isRight: right.has(event.id) });
    }
  }
  return cases;
}

/** Calibration of the confidences: each document's by a model that was fitted without it, and as shipped. */
export async function runConfidence(data: string, toolkit: Toolkit): Promise<readonly string[]> {
  const cases = await confidenceCases(data, toolkit);
  const documents = [...new Set(cases.map(({ document }) => document))];
  const foldOf = ({ document }: Case) => documents.indexOf(document) % FOLDS;
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitModel(
      cases.filter((one) => foldOf(one) !== fold),
      'cross-validation',
    ),
  );
  const judged = (modelOf: (one: Case) => ConfidenceModel) =>
    cases.map((one) => ({ chance: probabilityOf(modelOf(one), one.features), isRight: one.isRight }));
  const crossed = judged((one) => models[foldOf(one)]!);
  const base = cases.filter(({ isRight }) => isRight).length / cases.length;
  return [
    `Confidence is the chance that type and parties are right. ${cases.length} events of ${documents.length} documents, ${decimals(base)} of them right; ${FOLDS} folds by document.`,
    '',
    '| model | Brier | expected calibration error | area under ROC |',
    '| --- | --- | --- | --- |',
    row(
      'always the mean',
      cases.map(({ isRight }) => ({ chance: base, isRight })),
    ),
    row('fitted without the document', crossed),
    row(
      'as shipped (fitted on these)',
      judged(() => toolkit.lexicon.confidence),
    ),
    '',
    '| confidence, fitted without the document | events | mean | right |',
    '| --- | --- | --- | --- |',
    ...binsOf(crossed).map((bin) => {
      const chances = bin.map(({ chance }) => chance);
      return `| ${decimals(chances[0]!)} to ${decimals(chances.at(-1)!)} | ${bin.length} | ${decimals(mean(chances))} | ${decimals(rightShare(bin))} |`;
    }),
  ];
}

interface Judged {
  readonly chance: number;
  readonly isRight: boolean;
}

/** Equally many events a bin, the least sure first. */
function binsOf(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const sorted = [...judged].sort((a, b) => a.chance - b.chance);
  return Array.from({ length: BINS }, (_, bin) =>
    sorted.slice(Math.round((bin * sorted.length) / BINS), Math.round(((bin + 1) * sorted.length) / BINS)),
  );
}

function row(name: string, judged: readonly Judged[]): string {
  const brier = mean(judged.map(({ chance, isRight }) => (chance - Number(isRight)) ** 2));
  const error = binsOf(judged).reduce(
    (sum, bin) =>
      sum + (bin.length / judged.length) * Math.abs(mean(bin.map(({ chance }) => chance)) - rightShare(bin)),
    0,
  );
  return `| ${name} | ${decimals(brier)} | ${decimals(error)} | ${decimals(areaUnderRoc(judged))} |`;
}

function areaUnderRoc(judged: readonly Judged[]): number {
  const right = judged.filter(({ isRight }) => isRight);
  const wrong = judged.filter(({ isRight }) => !isRight);
  const wins = right.flatMap((a) => wrong.map((b) => (a.chance > b.chance ? 1 : a.chance === b.chance ? 0.5 : 0)));
  return mean(wins);
}

function rightShare(bin: readonly Judged[]): number {
  return mean(bin.map(({ isRight }) => Number(isRight)));
}

function mean(values: readonly number[]): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
