import type { Problem } from '../problems.ts';
import type { Report } from '../record/index.ts';
import { spanOf } from '../text/spans.ts';
import { identifyLanguage } from './language.ts';
import { findParagraphs, type Stretch } from './paragraphs.ts';
import type { SegmentationRules } from './segmentation-rules.ts';
import { findSentences } from './sentences.ts';
import { findWords } from './tokens.ts';

/** A sentence before its parse: where it stands and its words. */
export interface DividedSentence {
  readonly paragraph: number;
  readonly kind: 'headline' | 'text';
  readonly words: readonly Stretch[];
}

/** The sentences of a report in text order, and what could not be divided. */
export interface Division {
  readonly sentences: readonly DividedSentence[];
  readonly problems: readonly Problem[];
}

/** More words than this without a stop are no sentence but a table, a drawing or noise. */
const MAX_SENTENCE_WORDS = 10_000;
/** A heading has few words; a longer line without a stop has lost it. */
const MAX_HEADLINE_WORDS = 40;

/** Divides a report into sentences and words. The dateline belongs to none; a paragraph or sentence in another language is passed over. */
export function divideReport(report: Report, rules: SegmentationRules): Division {
  const sentences: DividedSentence[] = [];
  const problems: Problem[] = [];
  stretchesOf(report).forEach((stretch, paragraph) => {
    const language = identifyLanguage(report.text.slice(stretch.start, stretch.end));
    if (language !== null && language !== 'en') {
      problems.push(foreignPassage(report.text, stretch, language));
      return;
    }
    for (const sentence of divideParagraph(report, stretch, paragraph, rules)) {
      const problem = whyUnread(report.text, sentence);
      if (problem === null) sentences.push(sentence);
      else problems.push(problem);
    }
  });
  return { sentences, problems };
}

function divideParagraph(
  report: Report,
  { start, end }: Stretch,
  paragraph: number,
  rules: SegmentationRules,
): DividedSentence[] {
  const sentences = findSentences(report.text, findWords(report.text, start, end, rules), rules);
  const whole = report.text.slice(start, end);
  const isTitle = paragraph === 0 && whole === report.title?.trim();
  const isHeadline =
    isTitle || (sentences.length === 1 && sentences[0]!.length <= MAX_HEADLINE_WORDS && isHeading(whole));
  return sentences.map((words) => ({ paragraph, kind: isHeadline ? 'headline' : 'text', words }));
}

/** Without a stop or another mark that asks for more, and not an entry of a list. */
function isHeading(paragraph: string): boolean {
  return !/[.!?…:;,。]["”’'»)\]]{0,3}$/u.test(paragraph) && !/^(?:[-–—•*·▪◦‣]|\p{N}{1,3}[.)])\s/u.test(paragraph);
}

/** The paragraphs, the dateline cut out of the one that it stands in. */
function stretchesOf({ text, dateline }: Report): Stretch[] {
  if (dateline === null) return findParagraphs(text);
  return [...findParagraphs(text, 0, dateline.start), ...findParagraphs(text, afterDateline(text, dateline.end))];
}

/** Past what belongs to a dateline after the place: day, agency, dash. */
function afterDateline(text: string, end: number): number {
  const rest = /^(?:\s*[,(]?\s*[\p{Lu}\p{N}][\p{L}\p{N}.'’/]*\)?){0,6}\s*[—–-]{1,3}\s+/u.exec(
    text.slice(end, end + 80),
  );
  return rest ? end + rest[0].length : end;
}

/** Why a sentence of an English paragraph is not read; null where it is. */
function whyUnread(text: string, { words }: DividedSentence): Problem | null {
  const stretch = { start: words[0]!.start, end: words.at(-1)!.end };
  if (words.length > MAX_SENTENCE_WORDS) return noSentence(text, stretch, words.length);
  const language = identifyLanguage(text.slice(stretch.start, stretch.end));
  return language === null || language === 'en' ? null : foreignPassage(text, stretch, language);
}

function foreignPassage(text: string, { start, end }: Stretch, language: string): Problem {
  const message = `A passage in another language than English (${language}) was not read.`;
  return { code: 'language/foreign-passage', message, span: spanOf(text, start, end) };
}

function noSentence(text: string, { start, end }: Stretch, count: number): Problem {
  const message = `${count} words and marks without a stop were taken for no sentence and not read.`;
  return { code: 'annotate/no-sentence', message, span: spanOf(text, start, end) };
}
