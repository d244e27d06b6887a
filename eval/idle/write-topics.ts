/**
 * Fits what tells acts of other matters from those of states, and writes lexicon/off-topic.yaml; prints how well it holds.
 *
 *   npx tsx eval/idle/write-topics.ts --data FOLDER
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { offTopicness } from '../../src/code/index.ts';
import { TOPIC_FEATURES } from '../../src/lexicon/index.ts';
import { fitLogistic } from '../confidence/fit.ts';
import { openKeptToolkit } from '../core/kept-session.ts';
import { type TopicCase, topicCases } from './topic-cases.ts';

const FOLDS = 10;
/** How much surer it must be than not; below 1, for idle texts are scarcer among the cases than in the news at large. */
const ODDS = 1 / 3;

const { values } = parseArgs({ options: { data: { type: 'string', default: '.' } } });
const cases = await topicCases(values.data, await openKeptToolkit());
const ids = [...new Set(cases.map(({ id }) => id))];
const foldOf = ({ id }: TopicCase) => ids.indexOf(id) % FOLDS;
const models = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => foldOf(one) !== fold)));
const model = fit(cases);
for (const set of [...new Set(cases.map((one) => one.set))]) {
  const ofSet = cases.filter((one) => one.set === set);
  const crossed = ofSet.filter((one) => isOut(models[foldOf(one)]!, one)).length;
  const shipped = ofSet.filter((one) => isOut(model, one));
  process.stdout.write(
    `${set}: ${ofSet.length} events, left out ${shipped.length}, by a model without the text ${crossed}; ${shipped.map(({ id }) => id).join(' ')}\n`,
  );
}
const source = `eval/idle/write-topics.ts on ${cases.length} events of ${ids.length} open texts`;
const head =
  '# What an act of another matter than diplomacy weighs: left out above 0. Fitted, not set by hand: see eval/idle.\n';
const file = fileURLToPath(new URL('../../lexicon/off-topic.yaml', import.meta.url));
writeFileSync(file, head + stringify({ source, ...model }, { lineWidth: 0 }));

function fit(some: readonly TopicCase[]): ReturnType<typeof fitLogistic<(typeof TOPIC_FEATURES)[number]>> {
  const { start, weights } = fitLogistic(TOPIC_FEATURES, some);
  return { start: Math.round(1_000 * (start - Math.log(ODDS))) / 1_000, weights };
}

function isOut(one: ReturnType<typeof fit>, { features }: TopicCase): boolean {
  return offTopicness({ source: '', ...one }, features) > 0;
}
