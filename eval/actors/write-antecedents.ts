/**
 * Fits how well a phrase serves as what a pronoun points to, on the training half of open GUM, and writes
 * lexicon/actors/antecedents.yaml: `tsx eval/actors/write-antecedents.ts DATA`; DATA holds treebank/gum-open-train.conllu.xz.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { annotate } from '../../src/annotate/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openKeptSession } from '../core/kept-session.ts';
import { readText, readTreebank } from '../core/treebank.ts';
import { examplesOf, fitWeights, type GoldText, shareRight, type Weights } from './fit-antecedents.ts';
import { goldMentions } from './gold-chains.ts';
import { reportOf } from './gum-report.ts';

/** The second round resolves earlier pronouns with the weights of the first. */
const ROUNDS = 2;

const [data = '.'] = process.argv.slice(2);
const [session, knowledge] = await Promise.all([openKeptSession(), loadKnowledge()]);
const texts: GoldText[] = [];
for (const document of readTreebank(readText(join(data, 'treebank/gum-open-train.conllu.xz'))))
  texts.push({ doc: await annotate(reportOf(document), session), golds: goldMentions(document) });
await session.close();

let weights = knowledge.cues.antecedents.weights as Weights;
let count = 0;
for (let round = 0; round < ROUNDS; round++) {
  const examples = texts.flatMap((text) => examplesOf(text, knowledge, weights));
  count = examples.length;
  weights = fitWeights(examples);
  process.stdout.write(`round ${round + 1}: ${(100 * shareRight(examples, weights)).toFixed(1)} % of ${count}\n`);
}
const source = `eval/actors/write-antecedents.ts on ${count} pronouns of ${texts.length} texts of GUM; eval/scores.md says how well it holds`;
const head =
  '# How well a phrase serves as what a pronoun points to, by what stands where. Fitted, not set by hand: see eval/actors.\n';
const file = fileURLToPath(new URL('../../lexicon/actors/antecedents.yaml', import.meta.url));
writeFileSync(file, head + stringify({ source, weights }, { lineWidth: 0 }));
