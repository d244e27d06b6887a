import type {
  Mention,
  NameSpan,
  ResolvedReport,
  Sentence,
  TimeMention,
  Token,
  Upos,
} from '../../src/document/index.ts';
import type { Actor, MentionKind, Report } from '../../src/record/index.ts';

/** A mention in a hand-made report: the words (their `nth` occurrence, from 0), and the actor they stand for, or null. */
export interface MadeMention {
  readonly words: string;
  readonly actor: string | null;
  readonly kind?: MentionKind;
  readonly nth?: number;
}

/** A day or interval in a hand-made report. */
export interface MadeTime {
  readonly words: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * A resolved report from a text and its parse. The parse is CoNLL-U, sentences parted by an empty line, the columns by tabs or
 * blanks; the short form of six or seven columns `id form lemma upos head deprel [feats]` does as well. Offsets are found in the text.
 */
export function makeReport(
  text: string,
  conllu: string,
  mentions: readonly MadeMention[] = [],
  times: readonly MadeTime[] = [],
): ResolvedReport {
  const sentences = readSentences(text, conllu);
  const made = mentions.map((mention) => makeMention(text, sentences, mention));
  return {
    report: makeBareReport(text),
    sentences,
    problems: [],
    actors: makeActors(made),
    mentions: made,
    unresolved: [],
    times: times.map((time) => makeTime(text, sentences, time)),
  };
}

function readSentences(text: string, conllu: string): Sentence[] {
  let at = 0;
  const blocks = conllu.trim().split(/\n\s*\n/u);
  return blocks.map((block, index) => {
    const tokens: Token[] = [];
    for (const line of block.split('\n').map((row) => row.trim())) {
      if (line === '' || line.startsWith('#') || /^\d+[-.]/u.test(line)) continue;
      const token = readToken(text, at, line);
      at = token.end;
      tokens.push(token);
    }
    const start = tokens[0]!.start;
    const paragraph = (text.slice(0, start).match(/\n+/gu) ?? []).length;
    return { index, paragraph, kind: 'text', start, end: at, tokens, names: [] as NameSpan[] };
  });
}

function readToken(text: string, from: number, line: string): Token {
  const columns = line.split(/\t|\s+/u);
  const isFull = columns.length >= 8 && /^\d+$/u.test(columns[6]!);
  const [id, form, lemma, upos] = columns as [string, string, string, string];
  const head = isFull ? columns[6]! : columns[4]!;
  const deprel = isFull ? columns[7]! : columns[5]!;
  const feats = (isFull ? columns[5] : columns[6]) ?? '_';
  const start = text.indexOf(form, from);
  if (start < 0) throw new Error(`"${form}" does not follow in the text after offset ${from}.`);
  return {
    index: Number(id) - 1,
    start,
    end: start + form.length,
    form,
    lemma,
    upos: upos as Upos,
    feats: feats === '_' ? {} : Object.fromEntries(feats.split('|').map((feat) => feat.split('=') as [string, string])),
    head: Number(head) - 1,
    deprel,
  };
}

function locate(text: string, words: string, nth = 0): { start: number; end: number } {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" is not in the text.`);
  return { start, end: start + words.length };
}

function tokensOf(sentences: readonly Sentence[], start: number, end: number) {
  const sentence = sentences.find((candidate) => candidate.start <= start && end <= candidate.end)!;
  const covered = sentence.tokens.filter((token) => token.start < end && token.end > start);
  const first = covered[0]!.index;
  const last = covered.at(-1)!.index;
  const head = covered.find((token) => token.head < first || token.head > last)!.index;
  return { sentence: sentence.index, first, last, head };
}

function makeMention(text: string, sentences: readonly Sentence[], made: MadeMention): Mention {
  const { start, end } = locate(text, made.words, made.nth);
  return {
    start,
    end,
    text: text.slice(start, end),
    ...tokensOf(sentences, start, end),
    kind: made.kind ?? 'name',
    actors: made.actor === null ? [] : [made.actor],
    place: null,
    reading: 'party',
    resolution: { how: 'made by hand', facts: [], candidates: [], score: 1, isOneSource: false, antecedent: null },
  };
}

function makeTime(text: string, sentences: readonly Sentence[], made: MadeTime): TimeMention {
  const { start, end } = locate(text, made.words);
  const { head: _, ...place } = tokensOf(sentences, start, end);
  const { from, to } = made;
  return {
    ...{ start, end, text: made.words, type: 'DATE', value: from ?? '', mod: null, from, to },
    ...place,
    reason: 'made by hand',
    dates: { from, to },
  };
}

function makeActors(mentions: readonly Mention[]): Actor[] {
  const ids = [...new Set(mentions.flatMap((mention) => mention.actors))];
  return ids.map((id) => ({
    id,
    type: id.startsWith('per:') ? 'person' : id.includes('.') ? 'government' : 'state',
    name: mentions.find((mention) => mention.kind === 'name' && mention.actors.includes(id))?.text ?? id,
    wikidata: null,
    country: /^[A-Z]{3}/u.exec(id)?.[0] ?? null,
    sector: null,
    office: null,
    mentions: mentions
      .filter((mention) => mention.actors.includes(id))
      .map(({ start, end, text, kind }) => ({ start, end, text, kind })),
  }));
}

function makeBareReport(text: string): Report {
  const published = { value: null, basis: 'unknown', from: null, to: null, reasons: [] } as const;
  return {
    ...{
      id: 'r_made',
      source: 'made',
      url: null,
      outlet: null,
      title: null,
      byline: null,
      language: 'en',
      dateline: null,
    },
    published: { ...published, reasons: [] },
    text,
  };
}
