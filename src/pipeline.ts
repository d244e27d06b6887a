import { annotate, openSession, type Session, toConllu } from './annotate/index.ts';
import { type CodingContext, codeEvents, makeCodingContext, type Voice } from './code/index.ts';
import type { AnnotatedReport, Mention, Predication, ResolvedReport } from './document/index.ts';
import { type Knowledge, loadKnowledge } from './knowledge/index.ts';
import { type Lexicon, loadLexicon } from './lexicon/index.ts';
import { predicate } from './predicate/index.ts';
import {
  extractQuotations,
  findQuotationProblems,
  loadQuotationLexicon,
  type QuotationFinding,
  type QuotationLexicon,
} from './quote/index.ts';
import {
  type Actor,
  type Explanation,
  RECORD_SCHEMA,
  type Report,
  type ReportRecord,
  type Resolution,
} from './record/index.ts';
import { officeWindows, resolveActors } from './resolve/actors/index.ts';
import {
  type AnchorFinder,
  checkTimes,
  inferPublished,
  loadTimeGrammar,
  makeAnchorFinder,
  resolveTimes,
  type TimeGrammar,
} from './resolve/time/index.ts';

/** The model and the dictionaries, loaded once for many reports. */
export interface Toolkit {
  readonly session: Session;
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly times: TimeGrammar;
  readonly quotations: QuotationLexicon;
}

/** A report's record, why each event of it stands as it does, and whom each mention means. */
export interface Reading {
  readonly record: ReportRecord;
  readonly explanations: readonly Explanation[];
  readonly resolution: Resolution;
}

/** Where a user's own dictionaries lie. */
export interface ToolkitOptions {
  readonly lexiconFolders?: readonly string[];
  /** Files or folders of the user's own facts, laid over the knowledge base. */
  readonly knowledgeFolders?: readonly string[];
}

/** Loads the model, the knowledge base and the dictionaries. Throws a ChanceryError that says which of them is at fault. */
export async function openToolkit(options: ToolkitOptions = {}): Promise<Toolkit> {
  const [session, knowledge] = await Promise.all([
    openSession(),
    loadKnowledge({ overlays: options.knowledgeFolders ?? [] }),
  ]);
  return {
    session,
    knowledge,
    lexicon: loadLexicon(options.lexiconFolders),
    times: loadTimeGrammar(),
    quotations: loadQuotationLexicon(),
  };
}

/** A report as coding finds it: everything that was worked out before a rule is asked. */
export interface Analysis {
  readonly resolved: ResolvedReport;
  readonly quotations: readonly QuotationFinding[];
  readonly predications: readonly Predication[];
  readonly context: CodingContext;
}

/** The pipeline up to coding. */
export async function analyseReport(report: Report, toolkit: Toolkit): Promise<Analysis> {
  return analyseResolved(await resolveReport(report, toolkit), toolkit);
}

/** The pipeline up to actors and times, which is all that needs the model. */
export async function resolveReport(report: Report, toolkit: Toolkit): Promise<ResolvedReport> {
  return resolve(dateReport(await annotate(report, toolkit.session), toolkit), toolkit);
}

/** What coding asks of a resolved report. */
export function analyseResolved(resolved: ResolvedReport, toolkit: Toolkit): Analysis {
  const quotations = extractQuotations(resolved, toolkit.quotations);
  const predications = predicate(resolved, toolkit.lexicon);
  const anchorOf = anchorFinder(resolved, toolkit);
  const context = makeCodingContext(resolved, toolkit.lexicon, toolkit.knowledge, quotations.map(voiceOf), anchorOf);
  return { resolved, quotations, predications, context };
}

/** Reads one report: the whole pipeline. */
export async function readReport(report: Report, toolkit: Toolkit): Promise<Reading> {
  const { resolved, quotations, predications, context } = await analyseReport(report, toolkit);
  const coded = codeEvents(context, predications);
  const events = coded.map(({ event }) => event);
  const nameOf = namesFor(resolved, toolkit);
  return {
    record: {
      schema: RECORD_SCHEMA,
      report: resolved.report,
      actors: completeActors(resolved.actors, events, toolkit.knowledge),
      times: resolved.times.map(({ start, end, text, type, value, mod, from, to }) => ({
        start,
        end,
        text,
        type,
        value,
        mod,
        from,
        to,
      })),
      quotations: quotations.map(wireQuotation),
      events,
      problems: [...resolved.problems, ...findQuotationProblems(resolved, toolkit.quotations)],
    },
    explanations: coded.map(({ explanation }) => explanation),
    resolution: {
      knowledge: toolkit.knowledge.version,
      mentions: allMentions(resolved).map((mention) => explainMention(mention, nameOf)),
    },
  };
}

/** The parse of a report as CoNLL-U. */
export async function parseReport(report: Report, toolkit: Toolkit): Promise<string> {
  return toConllu(await annotate(report, toolkit.session));
}

/** An undated report gets the window that its own text allows. */
function dateReport(annotated: AnnotatedReport, { knowledge, times }: Toolkit): AnnotatedReport {
  const { report } = annotated;
  if (report.published.basis !== 'unknown') return annotated;
  const windows = officeWindows(annotated, knowledge);
  const { published, problems } = inferPublished(annotated, windows, times, knowledge.landmarks);
  return { ...annotated, report: { ...report, published }, problems: [...annotated.problems, ...problems] };
}

function resolve(annotated: AnnotatedReport, toolkit: Toolkit): ResolvedReport {
  const times = resolveTimes(annotated, toolkit.times);
  const { problems, ...who } = resolveActors(annotated, toolkit.knowledge, times);
  const odd = checkTimes(annotated, times, toolkit.times);
  return { ...annotated, ...who, times, problems: [...annotated.problems, ...problems, ...odd] };
}

/** Dates events by other events: landmarks, dated events of the report itself, and the day somebody took office. */
function anchorFinder(resolved: ResolvedReport, { knowledge, times }: Toolkit): AnchorFinder {
  const offices = () =>
    resolved.actors.flatMap((actor) =>
      knowledge
        .officesOf(actor.id)
        .flatMap(({ from, position, file }) =>
          from === null
            ? []
            : [{ actor: actor.id, from, because: `${actor.name} became ${position} on ${from} (${file})` }],
        ),
    );
  return makeAnchorFinder(resolved, times, { landmarks: knowledge.landmarks, offices });
}

function voiceOf(quotation: QuotationFinding): Voice {
  const { start, end, text, speaker, kind } = quotation;
  return { start, end, text, speaker, isOwnWords: kind !== 'indirect' };
}

/** Resolved or not, in text order. */
function allMentions({ mentions, unresolved }: ResolvedReport): readonly Mention[] {
  return [...mentions, ...unresolved].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What to call an actor that the report need not name: several joined by + are each called by theirs. */
function namesFor({ actors }: ResolvedReport, { knowledge }: Toolkit): (ids: string) => string {
  const own = new Map(actors.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => own.get(id) ?? knowledge.actorById(id)?.name ?? id;
  return (ids) => ids.split('+').map(nameOf).join(' and ');
}

function explainMention(
  { start, end, text, kind, actors, place, resolution }: Mention,
  nameOf: (ids: string) => string,
) {
  const { how, facts, candidates, score } = resolution;
  const others = candidates.map((candidate) => ({ ...candidate, name: nameOf(candidate.actor) }));
  return {
    start,
    end,
    text,
    kind,
    actors: [...actors],
    place: place?.name ?? null,
    how,
    facts: [...facts],
    candidates: others,
    score,
  };
}

function wireQuotation(quotation: QuotationFinding) {
  const { id, start, end, text, kind, speaker, speakerMention, cue, addressee, channel, time } = quotation;
  return { id, start, end, text, kind, speaker, speakerMention, cue, addressee, channel, time };
}

/** States that an event names only through a place ("arrived in Riyadh") join the report's actors, without mentions. */
function completeActors(
  actors: readonly Actor[],
  events: ReportRecord['events'],
  knowledge: Knowledge,
): ReportRecord['actors'] {
  const known = new Set(actors.map((actor) => actor.id));
  const named = events.flatMap((event) => [
    ...event.actors,
    ...event.recipients,
    ...event.hosts,
    ...event.mediators,
    ...event.attribution.map((entry) => entry.actor),
  ]);
  const missing = [...new Set(named)].filter((id) => !known.has(id));
  return [...actors, ...missing.flatMap((id) => knowledge.toActor(id) ?? [])];
}
