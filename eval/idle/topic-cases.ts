import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeEvents, type TopicFeatures, topicFeatures } from '../../src/code/index.ts';
import { TOPIC_FEATURES, type TopicFeature } from '../../src/lexicon/index.ts';
import { analyseReport, readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { Event, Report } from '../../src/record/index.ts';
import { type GoldReport, readLines } from '../gold/run.ts';
import { type GoldReading, matchEvents } from '../gold/score-gold.ts';

/** An event that is read where nothing tells matters apart, and whether it should not be: `isRight` means off topic. */
export interface TopicCase {
  readonly id: string;
  readonly set: string;
  readonly features: TopicFeatures;
  readonly isRight: boolean;
}

interface Text {
  readonly id: string;
  readonly published: string;
  readonly text: string;
}

interface Loud extends Text {
  readonly type: string;
}

interface Passage extends Text {
  readonly gold: readonly { readonly type: string }[];
}

const OWN = fileURLToPath(new URL('.', import.meta.url));

/** The cases of every open text: idle ones, the same words of events, the probes, the gold reports. Nothing that is held back. */
export async function topicCases(data: string, shipped: Toolkit): Promise<readonly TopicCase[]> {
  const toolkit = { ...shipped, lexicon: { ...shipped.lexicon, topics: untold(shipped.lexicon.topics) } };
  const idle = [
    ...readLines<Text>(join(data, 'idle/idle-dev.jsonl')),
    ...readLines<Text>(join(OWN, 'tuning.jsonl')),
    ...readLines<Text>(join(OWN, 'idle.jsonl')).filter(isOpen),
    ...readLines<Text>(join(OWN, 'news.jsonl')).filter(isOpen),
  ];
  const cases: TopicCase[] = [];
  const add = async (set: string, id: string, report: Report, isRight: (event: Event) => boolean | null) => {
    const { context, predications } = await analyseReport(report, toolkit);
    for (const { event, lead } of codeEvents(context, predications)) {
      const answer = isRight(event);
      if (answer !== null) cases.push({ id, set, features: topicFeatures(context, lead), isRight: answer });
    }
  };
  for (const text of idle) await add('idle', text.id, makeReport({ ...text, source: text.id }), () => true);
  const loud = [
    ...readLines<Loud>(join(OWN, 'pairs.jsonl')).filter(isOpen),
    ...readLines<Loud>(join(OWN, 'loud.jsonl')),
  ];
  for (const pair of loud) {
    await add('pairs', pair.id, makeReport({ ...pair, source: pair.id }), ({ type }) =>
      type === pair.type ? false : null,
    );
  }
  const events = join(OWN, '../events');
  for (const file of readdirSync(events)
    .filter((name) => /^probe-.*\.jsonl$/.test(name))
    .sort()) {
    for (const passage of readLines<Passage>(join(events, file)).filter(isOpen)) {
      await add('probes', passage.id, makeReport({ ...passage, source: passage.id }), ({ type }) =>
        passage.gold.some((wanted) => wanted.type === type) ? false : null,
      );
    }
  }
  for (const { id, text, event: type } of readLines<Text & { event: string }>(
    join(data, 'events/plover-gsr-dev.jsonl'),
  )) {
    const report = makeReport({ text, published: '2000-01-01', source: id });
    await add('sentences', id, report, (event) => (event.type === type ? false : null));
  }
  const golds = JSON.parse(readFileSync(join(data, 'gold/dev.json'), 'utf8')) as GoldReading[];
  const reports = readLines<GoldReport>(join(data, 'reports/dev.jsonl'));
  for (const gold of golds) {
    const report = makeReport({ ...reports.find(({ id }) => id === gold.id)!, source: gold.id ?? '' });
    const { record } = await readReport(report, toolkit);
    const right = new Set(matchEvents(gold, record).flatMap(({ event }) => event?.id ?? []));
    await add('gold', gold.id ?? '', report, ({ id }) => (right.has(id) ? false : null));
  }
  return cases;
}

/** A model that finds everything on topic. */
function untold(topics: Toolkit['lexicon']['topics']): Toolkit['lexicon']['topics'] {
  const weights = Object.fromEntries(TOPIC_FEATURES.map((name) => [name, 0])) as Record<TopicFeature, number>;
  return { ...topics, model: { source: 'none', start: -1, weights } };
}

function isOpen({ id }: { readonly id: string }): boolean {
  return Number(id.split('-').at(-1)) % 2 === 1;
}
