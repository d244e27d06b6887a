import { type AnnotatedReport, conlluColumns, type Sentence, type Token } from '../document/index.ts';

/** An annotated report as CoNLL-U, with names (`NE=`) and offsets (`TokenRange=`) in the last column. */
export function toConllu({ report, sentences }: AnnotatedReport): string {
  const blocks = sentences.map((sentence) => {
    const head = [`# sent_id = ${report.id}-${sentence.index + 1}`, `# text = ${textOf(report.text, sentence)}`];
    const isNewParagraph = sentences[sentence.index - 1]?.paragraph !== sentence.paragraph;
    return [...(isNewParagraph ? ['# newpar'] : []), ...head, ...sentenceLines(report.text, sentence)].join('\n');
  });
  return [`# newdoc id = ${report.id}\n`, ...blocks.map((block) => `${block}\n\n`)].join('');
}

/** The lines of one sentence, without comments. */
export function sentenceLines(text: string, sentence: Sentence): string[] {
  return groupsOf(sentence.tokens).flatMap((group) => {
    const lines = group.map((token) => wordLine(text, token, sentence, group.length > 1));
    return group.length > 1 ? [groupLine(text, group), ...lines] : lines;
  });
}

/** Words written as one, such as "don't", stand together; all others alone. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.end === token.start && /\p{L}$/u.test(last.form) && /^(?:['’`]?\p{L}|['’]$)/u.test(token.form))
      groups.at(-1)!.push(token);
    else groups.push([token]);
  }
  return groups;
}

function groupLine(text: string, group: readonly Token[]): string {
  const start = group[0]!.start;
  const end = group.at(-1)!.end;
  const range = `${group[0]!.index + 1}-${group.at(-1)!.index + 1}`;
  return [range, text.slice(start, end), '_', '_', '_', '_', '_', '_', '_', miscOf(text, start, end, [])].join('\t');
}

function wordLine(text: string, token: Token, sentence: Sentence, isInGroup: boolean): string {
  const name = sentence.names.find(({ first, last }) => first <= token.index && token.index <= last);
  const misc = name ? [`NE=${name.first === token.index ? 'B' : 'I'}-${name.type}`] : [];
  return `${conlluColumns(token)}\t${isInGroup ? misc.join('|') || '_' : miscOf(text, token.start, token.end, misc)}`;
}

function miscOf(text: string, start: number, end: number, first: readonly string[]): string {
  const isGlued = end < text.length && !/\s/u.test(text[end]!);
  return [...first, ...(isGlued ? ['SpaceAfter=No'] : []), `TokenRange=${start}:${end}`].join('|');
}

function textOf(text: string, { start, end }: Sentence): string {
  return text.slice(start, end).replace(/\s+/gu, ' ');
}
