import type { Report } from '../record/index.ts';
import { findParagraphs } from './paragraphs.ts';
import type { SegmentationRules } from './segmentation-rules.ts';
import { findSentences } from './sentences.ts';
import { findWords } from './tokens.ts';

/** A sentence before its parse: where it stands and its words. */
export interface DividedSentence {
  readonly paragraph: number;
  readonly kind: 'headline' | 'text';
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

/** A heading has few words; a longer line without a stop has lost it. */
const MAX_HEADLINE_WORDS = 40;

/** The sentences of a report, in text order; the dateline belongs to none. */
export function divideReport(report: Report, rules: SegmentationRules): DividedSentence[] {
  const { text, title } = report;
  return stretchesOf(report).flatMap((stretch, paragraph) => {
    const sentences = findSentences(text, findWords(text, stretch.start, stretch.end, rules), rules);
    const whole = text.slice(stretch.start, stretch.end);
    const isTitle = paragraph === 0 && title !== null && whole === title.trim();
    const isHeadline =
      isTitle || (sentences.length === 1 && sentences[0]!.length <= MAX_HEADLINE_WORDS && isHeading(whole));
    return sentences.map((words): DividedSentence => ({ paragraph, kind: isHeadline ? 'headline' : 'text', words }));
  });
}

/** Without a stop or another mark that asks for more, and not an entry of a list. */
function isHeading(paragraph: string): boolean {
  return !/[.!?…:;,。]["”’'»)\]]*$/u.test(paragraph) && !/^(?:[-–—•*·▪◦‣]|\p{N}+[.)])\s/u.test(paragraph);
}

/** The paragraphs, the dateline cut out of the one that it stands in. */
function stretchesOf({ text, dateline }: Report): { start: number; end: number }[] {
  if (dateline === null) return findParagraphs(text);
  return [...findParagraphs(text, 0, dateline.start), ...findParagraphs(text, afterDateline(text, dateline.end))];
}

/** Past what belongs to a dateline after the place: day, agency, dash. */
function afterDateline(text: string, end: number): number {
  const rest = /^(?:\s*[,(]?\s*[\p{Lu}\p{N}][\p{L}\p{N}.'’/]*\)?){0,6}\s*(?:[—–-]{1,3}|:)\s+/u.exec(
    text.slice(end, end + 80),
  );
  return rest ? end + rest[0].length : end;
}
