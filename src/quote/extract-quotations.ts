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
  const clauses = findReportedClauses(context, marked);
  return number([
    ...findTurns(context).map((turn) => draftOfTurn(context, turn)),
    ...marked.map((quotation) => draftOfMarked(context, quotation)),
    ...clauses.map((clause) => draftOfClause(context, clause)),
  ]);
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

function draftOfTurn(context: QuoteContext, { span, speaker }: Turn): Draft {
  const sentence = sentencesOf(context, span)[0]?.index ?? 0;
  const fields = frameFields(context, null, sentence);
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

/** Numbers the quotations in text order and says which one holds which. */
function number(drafts: readonly Draft[]): readonly QuotationFinding[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start || b.end - a.end);
  const numbered = sorted.map((draft, index) => ({ ...draft, id: `q${index + 1}` }));
  return numbered.map((draft, index) => {
    const holder = numbered.slice(0, index).findLast((other) => other.start <= draft.start && other.end >= draft.end);
    return { ...draft, within: holder?.id ?? null };
  });
}
