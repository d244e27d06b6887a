/** Figures of one comparison: accuracies where words are the same, F1 where they are not; 0 to 1. */
export interface ParseScore {
  readonly words: number;
  readonly sentences: number;
  readonly upos: number;
  readonly uas: number;
  readonly las: number;
  readonly lemmas: number;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly isInside: boolean;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly head: number;
  readonly deprel: string;
  parent: Word | null;
}

interface Side {
  readonly text: string;
  readonly words: Word[];
  readonly sentences: string[];
}

/**
 * Scores one CoNLL-U text against another with the same characters. Words are aligned over the text without white space;
 * labels are compared without subtype. Source: CoNLL 2018 shared task.
 */
export function scoreParse(gold: string, system: string): ParseScore {
  const [left, right] = [readSide(gold), readSide(system)];
  if (left.text !== right.text) throw new Error(differenceOf(left.text, right.text));
  const pairs = alignWords(left.words, right.words);
  const counts = { upos: 0, uas: 0, las: 0, lemmas: 0 };
  for (const [word, other] of pairs) {
    if (word.upos === other.upos) counts.upos++;
    if (word.lemma === other.lemma || word.lemma === '_') counts.lemmas++;
    const isAttached =
      word.parent === null ? other.parent === null : other.parent !== null && pairs.get(word.parent) === other.parent;
    if (isAttached) counts.uas++;
    if (isAttached && word.deprel === other.deprel) counts.las++;
  }
  const f1 = (right_: number) => (2 * right_) / (left.words.length + right.words.length);
  const ends = new Set(right.sentences);
  const found = left.sentences.filter((sentence) => ends.has(sentence)).length;
  return {
    words: f1(pairs.size),
    sentences: (2 * found) / (left.sentences.length + right.sentences.length),
    upos: f1(counts.upos),
    uas: f1(counts.uas),
    las: f1(counts.las),
    lemmas: f1(counts.lemmas),
  };
}

function differenceOf(gold: string, system: string): string {
  let i = 0;
  while (gold[i] === system[i]) i++;
  return `The texts differ at character ${i}: "${gold.slice(i, i + 30)}" / "${system.slice(i, i + 30)}".`;
}

function readSide(conllu: string): Side {
  const side: Side = { text: '', words: [], sentences: [] };
  const texts: string[] = [];
  let position = 0;
  for (const block of conllu.split(/\n[ \t]*\n/)) {
    const rows = block
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    const start = position;
    position = readRows(rows, position, side.words, texts);
    side.sentences.push(`${start}:${position}`);
  }
  return { ...side, text: texts.join('') };
}

function readRows(rows: readonly string[][], from: number, words: Word[], texts: string[]): number {
  const byId = new Map<string, Word>();
  let position = from;
  let group: { last: number; start: number; end: number } | null = null;
  for (const row of rows) {
    const id = row[0]!;
    if (id.includes('.')) continue;
    const form = row[1]!.replace(/\s/gu, '');
    const isInside: boolean = group !== null && !id.includes('-') && Number(id) <= group.last;
    const start: number = isInside ? group!.start : position;
    const end: number = isInside ? group!.end : position + [...form].length;
    if (!isInside) {
      texts.push(form);
      position = end;
      group = id.includes('-') ? { last: Number(id.split('-')[1]), start, end } : null;
    }
    if (id.includes('-')) continue;
    const word: Word = {
      start,
      end,
      isInside,
      form: row[1]!.toLowerCase(),
      lemma: row[2]!,
      upos: row[3]!,
      head: Number(row[6]),
      deprel: row[7]!.split(':')[0]!,
      parent: null,
    };
    byId.set(id, word);
    words.push(word);
  }
  for (const word of byId.values()) word.parent = word.head === 0 ? null : (byId.get(String(word.head)) ?? null);
  return position;
}

/** Equal spans match one to one; where either side has a multi-word token, the longest common subsequence of its words. */
function alignWords(gold: readonly Word[], system: readonly Word[]): Map<Word, Word> {
  const pairs = new Map<Word, Word>();
  let i = 0;
  let j = 0;
  while (i < gold.length && j < system.length) {
    const [a, b] = [gold[i]!, system[j]!];
    if (a.isInside || b.isInside) {
      const [toI, toJ] = widen(gold, system, i, j);
      if (toI === i && a.start < b.start) i++;
      else if (toJ === j && b.start < a.start) j++;
      else {
        alignForms(gold.slice(i, toI), system.slice(j, toJ), pairs);
        [i, j] = [toI, toJ];
      }
    } else if (a.start === b.start && a.end === b.end) {
      pairs.set(a, b);
      i++;
      j++;
    } else if (a.start <= b.start) i++;
    else j++;
  }
  return pairs;
}

/** How far both sides go until no multi-word token straddles the end. */
function widen(gold: readonly Word[], system: readonly Word[], i: number, j: number): [number, number] {
  let end = Math.max(gold[i]!.isInside ? gold[i]!.end : 0, system[j]!.isInside ? system[j]!.end : 0);
  let [toI, toJ] = [i, j];
  for (let grew = true; grew; ) {
    grew = false;
    for (const [words, at] of [
      [gold, toI],
      [system, toJ],
    ] as const) {
      let next = at;
      for (; next < words.length && words[next]!.start < end; next++) {
        if (words[next]!.isInside && words[next]!.end > end) {
          end = words[next]!.end;
          grew = true;
        }
      }
      if (words === gold) toI = next;
      else toJ = next;
    }
  }
  return [toI, toJ];
}

function alignForms(gold: readonly Word[], system: readonly Word[], pairs: Map<Word, Word>): void {
  const table = Array.from({ length: gold.length + 1 }, () => new Array<number>(system.length + 1).fill(0));
  for (let x = gold.length - 1; x >= 0; x--) {
    for (let y = system.length - 1; y >= 0; y--) {
      table[x]![y] =
        gold[x]!.form === system[y]!.form ? table[x + 1]![y + 1]! + 1 : Math.max(table[x + 1]![y]!, table[x]![y + 1]!);
    }
  }
  for (let x = 0, y = 0; x < gold.length && y < system.length; ) {
    if (gold[x]!.form === system[y]!.form) pairs.set(gold[x++]!, system[y++]!);
    else if (table[x + 1]![y]! >= table[x]![y + 1]!) x++;
    else y++;
  }
}
