import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { annotateText, annotateWords, openSession, type Session, toConllu } from '../../src/annotate/index.ts';
import type { AnnotatedReport, Sentence, Token } from '../../src/document/index.ts';
import type { Span } from '../../src/record/index.ts';
import { documentInCapitals, namesInCapitals } from './capitals.ts';
import { type GoldNames, type NamesScore, readNames, scoreNames } from './names-score.ts';
import { type ParseScore, scoreParse } from './parse-score.ts';
import { type GoldDocument, rawText, readText, readTreebank } from './treebank.ts';

/** What the core reaches on the development sets, through the runtime that is shipped; 0 to 1. */
export interface CoreScores {
  readonly goldWords: Readonly<Record<string, ParseScore>>;
  readonly rawText: Readonly<Record<string, ParseScore>>;
  readonly names: Readonly<Record<string, NamesScore>>;
}

/** Treebank and name sets: the file, and the range of rows where some are trained on. */
const TREEBANKS = { ewt: 'ewt-dev', gum: 'gum-open-dev' };
const NAMES: Readonly<Record<string, { file: string; lastRows?: number }>> = {
  uner: { file: 'uner-dev' },
  gum: { file: 'gum-open-dev' },
  // The model trains on the rows before these; see training/data.py.
  politics: { file: 'politics-dev', lastRows: 200 },
};

/** Scores the language core on the development sets in a folder that holds `treebank/` and `names/`. Needs `xz` for their files. */
export async function scoreCore(dataFolder: string, modelFolder?: string): Promise<CoreScores> {
  const session = await openSession(modelFolder);
  const goldWords: Record<string, ParseScore> = {};
  const fromText: Record<string, ParseScore> = {};
  const names: Record<string, NamesScore> = {};
  for (const [name, file] of Object.entries(TREEBANKS)) {
    const documents = readTreebank(readText(join(dataFolder, 'treebank', `${file}.conllu.xz`)));
    goldWords[name] = await scoreGoldWords(documents, session);
    goldWords[`${name} CAPITALS`] = await scoreGoldWords(documents.map(documentInCapitals), session);
    fromText[name] = await scoreRawText(documents, session);
  }
  for (const [name, { file, lastRows }] of Object.entries(NAMES)) {
    const rows = readNames(join(dataFolder, 'names', `${file}.jsonl.xz`)).slice(lastRows === undefined ? 0 : -lastRows);
    names[name] = await scoreNameRows(rows, session);
    names[`${name} CAPITALS`] = await scoreNameRows(rows.map(namesInCapitals), session);
  }
  await session.close();
  return { goldWords, rawText: fromText, names };
}

async function scoreGoldWords(documents: readonly GoldDocument[], session: Session): Promise<ParseScore> {
  const sentences = documents.flatMap((document) => document.sentences);
  const annotated = await annotateWords(
    sentences.map((sentence) => sentence.words),
    session,
  );
  return scoreParse(goldConllu(documents), toConllu(annotated));
}

async function scoreRawText(documents: readonly GoldDocument[], session: Session): Promise<ParseScore> {
  const blocks: string[] = [];
  for (const document of documents) blocks.push(toConllu(await annotateAll(rawText(document), session)));
  return scoreParse(goldConllu(documents), blocks.join(''));
}

/** The annotation of a text with what was left unread in its place: a sentence of words that hang on the first. */
async function annotateAll(text: string, session: Session): Promise<AnnotatedReport> {
  const annotated = await annotateText(text, session);
  const unread = annotated.problems.filter(({ code }) => code.startsWith('language/'));
  const passages = unread.map(({ span }) => unreadSentence(span ?? { start: 0, end: text.length, text }));
  const sentences = [...annotated.sentences, ...passages].sort((a, b) => a.start - b.start);
  return { ...annotated, sentences: sentences.map((sentence, index) => ({ ...sentence, index })) };
}

function unreadSentence({ start, end, text }: Span): Sentence {
  const tokens = [...text.matchAll(/\S+/gu)].map(
    (found, index): Token => ({
      index,
      start: start + found.index,
      end: start + found.index + found[0].length,
      form: found[0],
      lemma: found[0],
      upos: 'X',
      feats: {},
      head: index === 0 ? -1 : 0,
      deprel: index === 0 ? 'root' : 'dep',
    }),
  );
  return { index: 0, paragraph: -1, kind: 'text', start, end, tokens, names: [] };
}

function goldConllu(documents: readonly GoldDocument[]): string {
  return documents.flatMap(({ sentences }) => sentences.map(({ lines }) => `${lines.join('\n')}\n\n`)).join('');
}

async function scoreNameRows(rows: readonly GoldNames[], session: Session): Promise<NamesScore> {
  const system = [];
  for (const { text } of rows) system.push((await annotateText(text, session)).sentences.flatMap(({ names }) => names));
  return scoreNames(
    rows.map(({ entities }) => entities),
    system,
  );
}

/** The figures as a table for a terminal, in percent. */
export function tableOf(scores: CoreScores): string {
  const percent = (value: number) => (100 * value).toFixed(2).padStart(6);
  const parseLine = (name: string, score: ParseScore) =>
    `${name.padEnd(23)} UPOS ${percent(score.upos)} UAS ${percent(score.uas)} LAS ${percent(score.las)} lemmas ${percent(score.lemmas)} words ${percent(score.words)} sentences ${percent(score.sentences)}`;
  return [
    ...Object.entries(scores.goldWords).map(([name, score]) => parseLine(`${name} gold words`, score)),
    ...Object.entries(scores.rawText).map(([name, score]) => parseLine(`${name} raw text`, score)),
    ...Object.entries(scores.names).map(
      ([name, score]) =>
        `${`${name} names`.padEnd(23)} P ${percent(score.precision)} R ${percent(score.recall)} F1 ${percent(score.f1)}`,
    ),
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, model: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.data === undefined)
    throw new Error('Usage: tsx eval/core/score-core.ts --data FOLDER [--model FOLDER] [--json]');
  const scores = await scoreCore(values.data, values.model);
  console.log(values.json ? JSON.stringify(scores) : tableOf(scores));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
