import type { ResolvedReport, Sentence, Token, Upos } from '../../src/document/index.ts';
import { bareReport } from './open-reader.ts';

/** A token of the treebank before its offsets are known. */
type Row = Omit<Token, 'start' | 'end'>;

/** Sentences of each treebank document, by its name, from CoNLL-U with `# newdoc id`. */
export function readTreebank(conllu: string): ReadonlyMap<string, readonly (readonly Row[])[]> {
  const documents = new Map<string, Row[][]>();
  let current: Row[][] = [];
  for (const block of conllu.split('\n\n')) {
    const name = /^# newdoc id = (\S+)/mu.exec(block)?.[1];
    if (name) current = [];
    if (name) documents.set(name, current);
    const rows = block.split('\n').filter((line) => /^\d+\t/u.test(line));
    if (rows.length > 0) current.push(rows.map(readRow));
  }
  return documents;
}

function readRow(line: string): Row {
  const [id, form, lemma, upos, , feats, head, deprel] = line.split('\t') as string[];
  const features =
    feats === '_' ? {} : Object.fromEntries(feats!.split('|').map((feat) => feat.split('=') as [string, string]));
  return {
    ...{ index: Number(id) - 1, form: form!, lemma: lemma!, upos: upos as Upos, feats: features },
    ...{ head: Number(head) - 1, deprel: deprel! },
  };
}

/** A document with the treebank's own parse instead of ours: what the rules reach when no parse is wrong. Nobody is resolved. */
export function goldReport(text: string, sentences: readonly (readonly Row[])[]): ResolvedReport {
  let at = 0;
  const placed: Sentence[] = [];
  for (const [index, rows] of sentences.entries()) {
    const tokens = rows.map((row) => {
      const { start, end } = place(text, row.form, at);
      at = end;
      return { ...row, start, end };
    });
    const start = tokens[0]!.start;
    const paragraph = (text.slice(0, start).match(/\n/gu) ?? []).length;
    placed.push({ index, paragraph, kind: 'text', start, end: at, tokens, names: [] });
  }
  return {
    report: bareReport(text),
    sentences: placed,
    problems: [],
    actors: [],
    mentions: [],
    unresolved: [],
    times: [],
  };
}

/** Where a token stands, at or soon after an offset; a token that the text does not hold stands empty. */
function place(text: string, form: string, from: number): { start: number; end: number } {
  const start = text.indexOf(form, from);
  return start >= 0 && start - from < 60 ? { start, end: start + form.length } : { start: from, end: from };
}
