/**
 * Fits how well a phrase serves as what a pronoun points to, on the open training half of GUM, and writes
 * lexicon/actors/antecedents.yaml: `tsx eval/actors/fit-antecedents.ts DATA`; DATA holds treebank/gum-open-train.conllu.xz.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { annotate } from '../../src/annotate/index.ts';
import type { AnnotatedReport } from '../../src/document/index.ts';
import { type ActorCues, type Knowledge, loadKnowledge } from '../../src/knowledge/index.ts';
import { type Features, weigh } from '../../src/resolve/actors/antecedent-features.ts';
import { decidePronouns, type PronounCase, resolvePronouns } from '../../src/resolve/actors/decide-pronouns.ts';
import { runSieves, SIEVES } from '../../src/resolve/actors/resolve-actors.ts';
import { openScene } from '../../src/resolve/actors/scene.ts';
import { openKeptSession } from '../core/kept-session.ts';
import { readText, readTreebank } from '../core/treebank.ts';
import { type GoldMention, goldMentions } from './gold-chains.ts';
import { reportOf } from './gum-report.ts';
import { goldNumberOf, isAntecedent } from './pair-mentions.ts';

type Family = PronounCase['family'];
type Weights = Record<Family, Record<string, number>>;

/** A pronoun with everything that it may point to, nobody last, and which of these are right. */
interface Example {
  readonly family: Family;
  readonly choices: readonly Features[];
  readonly isRight: readonly boolean[];
}

interface Document {
  readonly doc: AnnotatedReport;
  readonly golds: readonly GoldMention[];
}

const [data = '.'] = process.argv.slice(2);
const ROUNDS = 3;
const PASSES = 300;
/** Keeps the weights of rare features small. */
const RIDGE = 0.5;

const knowledge = await loadKnowledge();
const session = await openKeptSession();
const documents: Document[] = [];
for (const document of readTreebank(readText(join(data, 'treebank/gum-open-train.conllu.xz'))))
  documents.push({ doc: await annotate(reportOf(document), session), golds: goldMentions(document) });
await session.close();

let weights: Weights = knowledge.cues.antecedents.weights as Weights;
let count = 0;
for (let round = 0; round < ROUNDS; round++) {
  const examples = documents.flatMap((document) => examplesOf(document, withWeights(knowledge, weights)));
  count = examples.length;
  weights = fit(examples);
  process.stderr.write(`round ${round + 1}: ${count} pronouns, ${shareRight(examples, weights)} % right\n`);
}
const source = `eval/actors/fit-antecedents.ts on ${count} pronouns of ${documents.length} texts of the open half of GUM; eval/scores.md says how well it holds`;
const head =
  '# How well a phrase serves as what a pronoun points to, by what stands where. Fitted, not set by hand: see eval/actors.\n';
const file = fileURLToPath(new URL('../../lexicon/actors/antecedents.yaml', import.meta.url));
writeFileSync(file, head + stringify({ source, weights }, { lineWidth: 0 }));

/** The base, with these weights in place of its own: earlier pronouns are resolved as they will be. */
function withWeights(base: Knowledge, own: Weights): Knowledge {
  const cues: ActorCues = { ...base.cues, antecedents: { source: '', weights: own } };
  return { ...base, cues };
}

function examplesOf({ doc, golds }: Document, base: Knowledge): Example[] {
  const before = runSieves(openScene(doc, base), SIEVES.slice(0, SIEVES.indexOf(decidePronouns)));
  return resolvePronouns(before).cases.map((one) => exampleOf(doc, golds, one));
}

function exampleOf(
  doc: AnnotatedReport,
  golds: readonly GoldMention[],
  { draft, family, choices, nobody }: PronounCase,
) {
  const own = goldNumberOf(golds, draft, draft);
  const isRight = choices.map(({ referent }) => {
    const token = doc.sentences[referent.sentence]!.tokens[referent.head]!;
    return own !== null && isAntecedent(golds, golds[own]!, referent, token, referent.kind === 'several');
  });
  return {
    family,
    choices: [...choices.map(({ features }) => features), nobody],
    isRight: [...isRight, !isRight.includes(true)],
  };
}

/** The share of pronouns whose best single choice is right. */
function shareRight(examples: readonly Example[], own: Weights): string {
  const right = examples.filter(({ family, choices, isRight }) => {
    const scores = choices.map((features) => weigh(own[family], features));
    return isRight[scores.indexOf(Math.max(...scores))];
  });
  return ((100 * right.length) / examples.length).toFixed(1);
}

/** A log-linear model for each family of pronouns: the right choices together are to be likely. Adagrad, all examples at once. */
function fit(examples: readonly Example[]): Weights {
  const families: readonly Family[] = ['person', 'thing', 'plural'];
  const fitted = families.map((family) => {
    const own = examples.filter((example) => example.family === family);
    return [family, fitFamily(own)] as const;
  });
  return Object.fromEntries(fitted) as Weights;
}

function fitFamily(examples: readonly Example[]): Record<string, number> {
  const own: Record<string, number> = {};
  const squares: Record<string, number> = {};
  for (let pass = 0; pass < PASSES; pass++) {
    const slope: Record<string, number> = {};
    for (const example of examples) addSlope(slope, example, own);
    for (const name of Object.keys(slope)) {
      const step = slope[name]! - RIDGE * (own[name] ?? 0);
      squares[name] = (squares[name] ?? 0) + step * step;
      own[name] = (own[name] ?? 0) + (0.3 * step) / Math.sqrt(squares[name]! + 1e-9);
    }
  }
  const kept = Object.entries(own).map(([name, value]) => [name, Math.round(value * 100) / 100] as const);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addSlope(slope: Record<string, number>, { choices, isRight }: Example, own: Features): void {
  const scores = choices.map((features) => Math.exp(weigh(own, features)));
  const all = sumOf(scores);
  const right = sumOf(scores.filter((_, i) => isRight[i]));
  choices.forEach((features, i) => {
    const pull = (isRight[i] ? scores[i]! / right : 0) - scores[i]! / all;
    for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + pull * value;
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
