import type { AnnotatedReport, NameSpan, Sentence, Token } from '../document/index.ts';
import type { Problem } from '../problems.ts';
import type { Report } from '../record/index.ts';
import { spanOf } from '../text/spans.ts';
import { type DividedSentence, divideReport } from './divide.ts';
import { identifyLanguage } from './language.ts';
import { lemmaOf } from './lemmas.ts';
import { MAX_WORDS } from './long-sentences.ts';
import type { Stretch } from './paragraphs.ts';
import { type Parse, parseSentences } from './parse.ts';
import type { Session } from './session.ts';
import { MAX_WORD_CHARS } from './wordpiece.ts';

/** Divides a report into sentences and words and parses them. A report in another language gets a problem and no sentences. */
export async function annotate(report: Report, session: Session): Promise<AnnotatedReport> {
  const language = identifyLanguage(report.text);
  if (language !== null && language !== 'en') return { report, sentences: [], problems: [notEnglish(language)] };
  const division = divideReport(report, session.segmentation);
  const words = division.sentences.map((sentence) =>
    sentence.words.map(({ start, end }) => report.text.slice(start, end)),
  );
  const parses = await parseSentences(words, session);
  const sentences = division.sentences.map((divided, i) => sentenceOf(report.text, divided, i, parses[i]!, session));
  return {
    report,
    sentences,
    problems: [...division.problems, ...sentences.flatMap((sentence) => problemsOf(report.text, sentence))],
  };
}

/** Annotates a text of which nothing else is known. */
export function annotateText(text: string, session: Session): Promise<AnnotatedReport> {
  return annotate(reportOf(text), session);
}

/** Parses sentences whose words are given; the text is the words with spaces between them, a paragraph a sentence. */
export async function annotateWords(
  sentences: readonly (readonly string[])[],
  session: Session,
): Promise<AnnotatedReport> {
  const text = sentences.map((words) => words.join(' ')).join('\n\n');
  const parses = await parseSentences(sentences, session);
  let at = 0;
  const annotated = sentences.map((words, index) => {
    const pieces = words.map((word) => {
      const start = at;
      at += word.length + 1;
      return { start, end: start + word.length };
    });
    at += words.length > 0 ? 1 : 2;
    const divided: DividedSentence = { paragraph: index, kind: 'text', words: pieces };
    return sentenceOf(text, divided, index, parses[index]!, session);
  });
  return { report: reportOf(text), sentences: annotated, problems: [] };
}

function reportOf(text: string): Report {
  return {
    id: 'r_text',
    source: '-',
    url: null,
    outlet: null,
    title: null,
    byline: null,
    language: null,
    dateline: null,
    published: { value: null, basis: 'unknown', from: null, to: null, reasons: [] },
    text,
  };
}

function sentenceOf(text: string, divided: DividedSentence, index: number, parse: Parse, session: Session): Sentence {
  const tokens = divided.words.map((word, i) => tokenOf(text, word, i, parse, session));
  const names = parse.names.map((name): NameSpan => {
    const start = tokens[name.first]!.start;
    const end = tokens[name.last]!.end;
    return { ...name, start, end, text: text.slice(start, end) };
  });
  const { paragraph, kind } = divided;
  return { index, paragraph, kind, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens, names };
}

function tokenOf(text: string, { start, end }: Stretch, index: number, parse: Parse, session: Session): Token {
  const form = text.slice(start, end);
  const upos = parse.upos[index]!;
  const feats = featuresOf(parse.feats[index]!);
  const lemma = lemmaOf(form, upos, feats, session.lemmas);
  return { index, start, end, form, lemma, upos, feats, head: parse.heads[index]!, deprel: parse.deprels[index]! };
}

function featuresOf(joint: string): Record<string, string> {
  if (joint === '_') return {};
  return Object.fromEntries(joint.split('|').map((feature) => feature.split('=') as [string, string]));
}

function notEnglish(language: string): Problem {
  return {
    code: 'language/not-english',
    message: `The report is written in another language than English (${language}).`,
    span: null,
  };
}

/** Where quality was lost: a sentence read in parts, a word that no vocabulary holds. */
function problemsOf(text: string, { start, end, tokens }: Sentence): Problem[] {
  const problems: Problem[] = [];
  if (tokens.length > MAX_WORDS) {
    const message = `A sentence of ${tokens.length} words was read in parts of at most ${MAX_WORDS}.`;
    problems.push({ code: 'annotate/long-sentence', message, span: spanOf(text, start, end) });
  }
  for (const token of tokens) {
    if (token.end - token.start <= MAX_WORD_CHARS || /[./]/.test(token.form)) continue;
    const message = `A word of ${token.end - token.start} characters was read as one unknown word.`;
    problems.push({ code: 'annotate/long-word', message, span: spanOf(text, token.start, token.end) });
  }
  return problems;
}
