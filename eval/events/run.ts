import { join } from 'node:path';
import { type PloverRow, ploverRows } from '../../src/export/plover.ts';
import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import { readLines } from '../gold/run.ts';
import { decimals, type Figures, halfInterval } from '../report/figures.ts';
import { contextFigures, type SentenceContexts } from './score-contexts.ts';
import { type CodedSentence, type GoldSentence, scoreSentences } from './score-sentences.ts';

/** The protocol's publication date: the sentences have none. */
const PUBLISHED = '2000-01-01';

/** Codes the gold sentences as PLOVER rows and scores them; `missed` lists what was wrong. */
export async function runSentences(
  data: string,
  toolkit: Toolkit,
): Promise<{ table: readonly string[]; missed: readonly string[] }> {
  const gold = readLines<GoldSentence>(join(data, 'events/plover-gsr-dev.jsonl'));
  const coded = new Map<string, CodedSentence[]>();
  const contexts: SentenceContexts[] = [];
  for (const sentence of gold) {
    const rows = await codeSentence(sentence.text, toolkit);
    coded.set(sentence.id, rows.map(codedRow));
    const ours = rows.length > 0 ? [...new Set(rows.flatMap(({ context }) => context))] : null;
    contexts.push({ gold: sentence.context, ours });
  }
  const scores = scoreSentences(gold, coded);
  return {
    table: [
      `${scores.gold} sentences, ${scores.read} events read; a 95 % interval is ±${decimals(halfInterval(scores.accuracy, scores.gold))} around the accuracy.`,
      '',
      '| measure | figure |',
      '| --- | --- |',
      `| type accuracy, best prediction for each gold event | ${decimals(scores.accuracy)} |`,
      `| every prediction counted, P / R / F1 | ${triple(scores.everyPrediction)} |`,
      `| quad class | ${decimals(scores.quad)} |`,
      `| source country, P / R / F1 | ${triple(scores.source)} |`,
      `| target country | ${triple(scores.target)} |`,
      `| parties of symmetric events | ${triple(scores.parties)} |`,
      `| dyad exact; type and dyad | ${decimals(scores.dyad)}; ${decimals(scores.typeAndDyad)} |`,
      contextFigures(contexts),
    ],
    missed: scores.missed,
  };
}

async function codeSentence(text: string, toolkit: Toolkit): Promise<readonly PloverRow[]> {
  const { record } = await readReport(makeReport({ text, published: PUBLISHED, source: 'sentence' }), toolkit);
  return ploverRows(record);
}

function codedRow({ event, actor, recipient }: PloverRow): CodedSentence {
  return {
    event,
    source: actor.flatMap(({ code }) => code ?? []),
    target: recipient.flatMap(({ code }) => code ?? []),
  };
}

function triple({ precision, recall, f1 }: Figures): string {
  return [precision, recall, f1].map(decimals).join(' / ');
}
