import type { AnnotatedReport, ResolvedReport } from '../document/index.ts';
import type { Problem } from '../problems.ts';
import type { Span } from '../record/index.ts';
import { markText, openContext, type QuoteContext, sentencesOf } from './context.ts';
import { detailsOf } from './details.ts';
import { findMarkedQuotations, type MarkedQuotation, spanOfStretch } from './direct.ts';
import type { QuotationFinding, Speaker } from './finding.ts';
import { findReportedClauses, type ReportedClause } from './indirect.ts';
import type { QuotationLexicon } from './quotation-lexicon.ts';
import { speakerAt } from './speaker.ts';
import type { SpeechFrame } from './speech-frame.ts';
import { findTurns, type Turn } from './transcript.ts';

/**
 * Who said what to whom: every quotation of a report, direct, mixed and indirect, in text order. Words between marks are given without
 * the marks; a reported clause with a few words in marks gives both, the clause (indirect) and the words (mixed).
 */
export function extractQuotations(report: ResolvedReport, lexicon: QuotationLexicon): readonly QuotationFinding[] {
  const context = openContext(report, lexicon);
  const marked = findMarkedQuotations(context);
  const turns = findTurns(context);
  const clauses = findReportedClauses(context, marked, turns);
  const drafts = [
    ...turns.map((turn) => draftOfTurn(context, turn)),
    ...marked.map((quotation) => draftOfMarked(context, quotation)),
    ...clauses.map((clause) => draftOfClause(context, clause)),
  ];
  return number(ownSpeakers(context, carrySpeakers(context, inOrder(drafts))));
}

/** What is odd about a report's quotation marks: each one that opens and is never closed. */
export function findQuotationProblems(report: AnnotatedReport, lexicon: QuotationLexicon): readonly Problem[] {
  return markText(report, lexicon).problems;
}

type Draft = Omit<QuotationFinding, 'id' | 'within'>;

function draftOfMarked(context: QuoteContext, quotation: MarkedQuotation): Draft {
  const { stretch, kind, frame, speaker, how } = quotation;
  const start = sentencesOf(context, stretch)[0]!.index;
  return {
    ...spanOfStretch(context, stretch),
    kind,
    ...speakerFields(speaker),
    ...frameFields(context, frame, start),
    how,
  };
}

function draftOfTurn(context: QuoteContext, { span, speaker, addressee, channel }: Turn): Draft {
  const sentence = sentencesOf(context, span)[0]?.index ?? 0;
  const fields = { ...frameFields(context, null, sentence), addressee, channel };
  return { ...span, kind: 'direct', ...speakerFields(speaker), ...fields, how: 'a turn of a transcript' };
}

function draftOfClause(context: QuoteContext, { frame, span }: ReportedClause): Draft {
  const speaker = frame.speaker === null ? null : speakerAt(context, frame.sentence, frame.speaker);
  const fields = frameFields(context, frame, frame.sentence);
  return { ...span, kind: 'indirect', ...speakerFields(speaker), ...fields, how: 'a clause that the cue reports' };
}

function speakerFields(speaker: Speaker | null) {
  return { speaker: speaker?.actor ?? null, speakerMention: speaker?.span ?? null, mention: speaker?.mention ?? null };
}

function frameFields(context: QuoteContext, frame: SpeechFrame | null, sentence: number) {
  if (!frame)
    return { cue: null, sentence, cueToken: null, cueClass: null, addressee: null, channel: null, time: null };
  const { start, end, form } = context.report.sentences[frame.sentence]!.tokens[frame.cue]!;
  const cue: Span = { start, end, text: form };
  return {
    cue,
    sentence: frame.sentence,
    cueToken: frame.cue,
    cueClass: frame.cueClass.class,
    ...detailsOf(context, frame),
  };
}

function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Sentences over which "he added" still means the one who was last quoted by name. */
const CARRY = 3;

/** A "he" or "she" whom nobody resolved is the person quoted just before. */
function carrySpeakers(context: QuoteContext, drafts: readonly Draft[]): readonly Draft[] {
  const persons = new Set(context.report.actors.filter(({ type }) => type === 'person').map(({ id }) => id));
  const placeOf = ({ start }: Draft) => context.report.sentences.findLastIndex((sentence) => sentence.start <= start);
  let last: Draft | null = null;
  return drafts.map((draft) => {
    const isNear = last !== null && placeOf(draft) - placeOf(last) <= CARRY;
    const isCarried = draft.speaker === null && isNear && isSinglePronoun(context, draft, '3');
    const carried: Draft = isCarried
      ? { ...draft, speaker: last!.speaker, how: `${draft.how}; the speaker before it` }
      : draft;
    if (carried.speaker !== null && persons.has(carried.speaker)) last = carried;
    return carried;
  });
}

/** "I" inside somebody's own words is he: `“My minister asked,” she said, “and I told him, ‘No.’”`. Drafts stand wider first. */
function ownSpeakers(context: QuoteContext, drafts: readonly Draft[]): readonly Draft[] {
  const open: Draft[] = [];
  return drafts.map((draft) => {
    while (open.length > 0 && open.at(-1)!.end < draft.end) open.pop();
    const holder = open.findLast(({ kind }) => kind === 'direct');
    const isOwn = draft.speaker === null && holder && isSinglePronoun(context, draft, '1');
    const own: Draft = isOwn ? { ...draft, speaker: holder.speaker, how: `${draft.how}; in his own words` } : draft;
    open.push(own);
    return own;
  });
}

/** Whether "he" or "she" speaks (person 3), or "I" (person 1). */
function isSinglePronoun(context: QuoteContext, { speakerMention, sentence }: Draft, person: '1' | '3'): boolean {
  const token = context.report.sentences[sentence]!.tokens.find(({ start }) => start === speakerMention?.start);
  return (
    token?.upos === 'PRON' &&
    token.feats.Person === person &&
    token.feats.Number === 'Sing' &&
    token.feats.Gender !== 'Neut'
  );
}

/** Numbers the quotations and says which one holds which: with the wider first, those still open form a stack. */
function number(drafts: readonly Draft[]): readonly QuotationFinding[] {
  const open: QuotationFinding[] = [];
  return drafts.map((draft, index) => {
    while (open.length > 0 && open.at(-1)!.end < draft.end) open.pop();
    const finding: QuotationFinding = { ...draft, id: `q${index + 1}`, within: open.at(-1)?.id ?? null };
    open.push(finding);
    return finding;
  });
}
