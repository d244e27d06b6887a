import { type GoldDocument, rawText } from '../core/treebank.ts';

/** A mention of a gold chain, in the running text of its document (`rawText`). Offsets are half open. */
export interface GoldMention {
  readonly chain: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** The words that head it: GUM's minimal span. */
  readonly heads: readonly Stretch[];
  /** The Wikipedia title of what it names, or null. */
  readonly title: string | null;
  readonly isPronoun: boolean;
  readonly isName: boolean;
  readonly words: string;
  /** The chains that it takes together: "they" for India and Pakistan. */
  readonly split: readonly string[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Word extends Stretch {
  readonly xpos: string;
  readonly entity: string;
  readonly split: string;
}

/** Every mention of a GUM document, in the order of their ends. Source: GUM wiki, "Entity" (GRP-etype-infstat-salience-centering-minspan-link-identity). */
export function goldMentions(document: GoldDocument): GoldMention[] {
  const text = rawText(document);
  const words = wordsOf(document, text);
  const open: { fields: readonly string[]; first: number }[] = [];
  const mentions: GoldMention[] = [];
  const close = (at: number, first: number, fields: readonly string[]) =>
    mentions.push(mentionOf(text, words.slice(first, at + 1), fields));
  for (const [at, { entity }] of words.entries()) {
    for (const [, opened, closing, closed] of entity.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const fields = opened.split('-');
        if (closing) close(at, at, fields);
        else open.push({ fields, first: at });
        continue;
      }
      const index = open.findLastIndex(({ fields }) => fields[0] === closed);
      if (index < 0) continue;
      const [one] = open.splice(index, 1);
      close(at, one!.first, one!.fields);
    }
  }
  return mentions;
}

function mentionOf(text: string, words: readonly Word[], fields: readonly string[]): GoldMention {
  const [start, end] = [words[0]!.start, words.at(-1)!.end];
  const heads = fields[5]!.split(',').flatMap((position) => words[Number(position) - 1] ?? []);
  const title = fields.length > 7 ? decodeURIComponent(fields.slice(7).join('-')).replaceAll('_', ' ') : null;
  return {
    chain: fields[0]!.replace(/\[.*/, ''),
    type: fields[1]!,
    start,
    end,
    heads: heads.length > 0 ? heads : [words[0]!],
    title,
    isPronoun: words.length === 1 && /^(PRP|WP)/.test(words[0]!.xpos),
    isName: heads.some((position) =>
      words.some((word) => word.start === position.start && word.xpos.startsWith('NNP')),
    ),
    words: text.slice(start, end),
    split: splitOf(words[0]!.split, fields[0]!.replace(/\[.*/, '')),
  };
}

/** "2<36,29<36": chain 36 takes up 2 and 29. */
function splitOf(field: string, chain: string): string[] {
  return field.split(',').flatMap((pair) => {
    const [part, whole] = pair.split('<');
    return whole === chain ? [part!] : [];
  });
}

/** The words with their places in the text; the parts of a contraction share its place. */
function wordsOf(document: GoldDocument, text: string): Word[] {
  let from = 0;
  return document.sentences.flatMap((sentence) => {
    let range: { last: number; stretch: Stretch } | null = null;
    return sentence.lines.flatMap((line): Word[] => {
      const [id, form, , , xpos, , , , , misc] = line.split('\t');
      if (id!.includes('.')) return [];
      const isPart = range !== null && Number(id) <= range.last;
      const stretch = isPart ? range!.stretch : place(form!);
      if (id!.includes('-')) {
        range = { last: Number(id!.split('-')[1]), stretch };
        return [];
      }
      const field = (name: string) => new RegExp(`(?:^|\\|)${name}=([^|]*)`).exec(misc!)?.[1] ?? '';
      return [{ ...stretch, xpos: xpos!, entity: field('Entity'), split: field('SplitAnte') }];
    });
  });

  function place(form: string): Stretch {
    const start = text.indexOf(form, from);
    from = start + form.length;
    return { start, end: from };
  }
}
