import type { Toolkit } from '../../src/pipeline.ts';
import {
  decidedBy,
  likeReports,
  Reconciled,
  type ReportOutline,
  signatureOf,
  type Telling,
} from '../../src/reconcile/index.ts';
import { decimals, figures } from '../report/figures.ts';
import { goldTellings } from './gold-tellings.ts';
import { type OwnTellings, ownTellings } from './own-tellings.ts';
import { type Labelled, type MergingScore, scoreMerging } from './score-merging.ts';
import { loadStories, type Story } from './stories.ts';

/** Merges the story set twice: as its labels read it, and as our own pipeline reads it; and finds the reports that are one text. */
export async function runMerging(data: string, toolkit: Toolkit): Promise<readonly string[]> {
  const { stories, gold, own, found, wantedPairs, likeness } = await scoreStories(data, toolkit);
  const reports = stories.length;
  const happenings = new Set(stories.flatMap(({ events }) => events.map(({ h }) => h)));
  return [
    `${reports} reports (${stories.filter(({ isComplete }) => isComplete).length} in our own words), ${happenings.size} happenings. Pairs of tellings, joined against one happening.`,
    '',
    '| readings | P / R / F1 | pairs joined, wanted, right | opposite parties joined |',
    '| --- | --- | --- | --- |',
    row('gold (errors of merging alone)', gold),
    row('our own, events that were found', own),
    `| our own, counting what was not found | ${threeFigures(figures(own.hits, wantedPairs, own.joined))} | ${own.joined}, ${wantedPairs}, ${own.hits} | ${own.opposite} |`,
    '',
    `Labels found by our own reading: ${found.hits} of ${found.wanted}. Reports that are one text: ${likeness.hits} of ${likeness.wanted} pairs found, ${likeness.given - likeness.hits} wrongly.`,
  ];
}

/** Every figure of the story set, with notes on each mistake. */
export async function scoreStories(data: string, toolkit: Toolkit) {
  const stories = await loadStories(data);
  const own: OwnTellings[] = [];
  for (const story of stories) own.push(await ownTellings(story, toolkit));
  const goldLabelled = stories.flatMap((story, index) =>
    goldTellings(story, own[index]!.record).map((telling, event) => ({ telling, happening: story.events[event]!.h })),
  );
  const gold = await merge(
    goldLabelled.map(({ telling }) => telling),
    goldLabelled,
  );
  const labelled = own.flatMap((read) => read.labelled);
  const missed = own.flatMap((read) => read.missed);
  return {
    stories,
    gold,
    own: await merge(
      own.flatMap(({ tellings }) => tellings),
      labelled,
    ),
    missed,
    found: { hits: goldLabelled.length - missed.length, wanted: goldLabelled.length },
    wantedPairs: pairsWanted(
      labelled,
      missed.map(({ h }) => h),
    ),
    likeness: scoreLikeness(stories),
  };
}

async function merge(tellings: readonly Telling[], labelled: readonly Labelled[]): Promise<MergingScore> {
  const reconciled = new Reconciled();
  await reconciled.change(tellings, [], decidedBy([]));
  return scoreMerging(reconciled.happenings(), labelled);
}

/** Pairs of one happening among what was found and what was not. */
function pairsWanted(labelled: readonly Labelled[], missed: readonly string[]): number {
  const all = [...labelled.flatMap(({ happening }) => happening ?? []), ...missed];
  return all.reduce((sum, one, index) => sum + all.slice(index + 1).filter((other) => other === one).length, 0);
}

function scoreLikeness(stories: readonly Story[]): { hits: number; wanted: number; given: number } {
  const outlines = stories.map(({ report, like }) => ({ like, outline: outlineOf(report) }));
  let [hits, wanted, given] = [0, 0, 0];
  for (const [index, one] of outlines.entries()) {
    for (const other of outlines.slice(index + 1)) {
      const isOneText = one.like !== null && one.like === other.like && one.outline.id !== other.outline.id;
      const isGiven = one.outline.id !== other.outline.id && likeReports(one.outline, other.outline) !== null;
      if (isOneText) wanted += 1;
      if (isGiven) given += 1;
      if (isOneText && isGiven) hits += 1;
    }
  }
  return { hits, wanted, given };
}

function outlineOf({ id, outlet, url, published, text }: Story['report']): ReportOutline {
  return {
    id,
    outlet,
    url,
    published: published.value ?? published.from,
    length: text.length,
    signature: signatureOf(text),
  };
}

function row(name: string, score: MergingScore): string {
  return `| ${name} | ${threeFigures(score)} | ${score.joined}, ${score.wanted}, ${score.hits} | ${score.opposite} |`;
}

function threeFigures({ precision, recall, f1 }: { precision: number; recall: number; f1: number }): string {
  return [precision, recall, f1].map(decimals).join(' / ');
}
