import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A sentence of a treebank: its words in gold division, and the lines that it stood in. */
export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly startsParagraph: boolean;
  readonly gluedToNext: boolean;
  readonly words: readonly string[];
  readonly upos: readonly string[];
  readonly lemmas: readonly string[];
  readonly lines: readonly string[];
}

export interface GoldDocument {
  readonly id: string;
  readonly sentences: readonly GoldSentence[];
}

/** Reads a text file, through `xz -dc` where its name ends in .xz (Node has no xz of its own). */
export function readText(file: string): string {
  if (!file.endsWith('.xz')) return readFileSync(file, 'utf8');
  return execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 30 });
}

/** The documents of a CoNLL-U text. */
export function readTreebank(conllu: string): GoldDocument[] {
  const documents: { id: string; sentences: GoldSentence[] }[] = [];
  for (const block of conllu.split(/\n\n+/)) {
    const lines = block.split('\n').filter((line) => line !== '');
    if (lines.length === 0) continue;
    const document = commentOf(lines, 'newdoc id');
    if (document !== undefined) documents.push({ id: document, sentences: [] });
    documents.at(-1)!.sentences.push(sentenceOf(lines));
  }
  return documents;
}

function commentOf(lines: readonly string[], key: string): string | undefined {
  return lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5);
}

function sentenceOf(lines: readonly string[]): GoldSentence {
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const words = rows.filter(([id]) => /^\d+$/.test(id!));
  const surface = rows.filter(([id]) => !id!.includes('.'));
  return {
    id: commentOf(lines, 'sent_id') ?? '',
    text: commentOf(lines, 'text') ?? '',
    startsParagraph: lines.some((line) => /^# new(par|doc)\b/.test(line)),
    gluedToNext: lastSurface(surface)[9]!.includes('SpaceAfter=No'),
    words: words.map((row) => row[1]!),
    upos: words.map((row) => row[3]!),
    lemmas: words.map((row) => row[2]!),
    lines: rows.map((row) => row.join('\t')),
  };
}

/** The multi-word token where the sentence ends in one, else its last word. */
function lastSurface(rows: readonly string[][]): string[] {
  const last = rows.at(-1)!;
  const range = rows.findLast(([id]) => id!.includes('-'));
  return range?.[0]?.endsWith(`-${last[0]}`) ? range : last;
}

/** The running text of a document: paragraphs apart by a blank line, sentences by a space. */
export function rawText({ sentences }: GoldDocument): string {
  let text = '';
  let glued = true;
  for (const sentence of sentences) {
    if (text !== '') text += sentence.startsParagraph ? '\n\n' : glued ? '' : ' ';
    text += sentence.text;
    glued = sentence.gluedToNext;
  }
  return text;
}
