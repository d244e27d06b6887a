import type { Attribution, Event, EventTime, EventType, Explanation, Span } from '../record/index.ts';
import type { Candidate, Happening } from './candidate.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';
import { type ConfidenceFeatures, confidenceOf } from './confidence.ts';
import { contextsOf } from './contexts.ts';
import { reportTime } from './event-times.ts';
import { explainEvent } from './explain-event.ts';
import { openMode } from './open-mode.ts';
import { distinctParties, isNameless, type Party } from './party.ts';

/** An event of the record with the account of how it came about. */
export interface CodedEvent {
  readonly event: Event;
  readonly explanation: Explanation;
  /** What the confidence was reckoned from. */
  readonly features: ConfidenceFeatures;
  /** The mention that tells most of it. */
  readonly lead: Candidate;
}

/** Makes the record's event from a happening: the lead's type and status, the most specific time and place of all mentions. */
export function makeEvent(context: CodingContext, happening: Happening, id: string): CodedEvent {
  const { lead, others } = happening;
  const mentions = [lead, ...others];
  const rule = mostSpecificRule(happening);
  const { type } = rule.event;
  const mode = openMode(context, lead, rule);
  const codes = context.lexicon.codes[type];
  const dated = mostSpecificTime(mentions) ?? reportTime(lead.status.status, context.report.report.published);
  const place = lead.place ?? others.map((other) => other.place).find((found) => found !== null) ?? null;
  const confidence = confidenceOf(context, happening);
  const event: Event = {
    id,
    type,
    ...(isOwnType(type) && codes?.traits.includes('equal') ? { equal: true } : {}),
    mode: mode ?? null,
    status: lead.status.status,
    actors: actorIds(fullestActors(happening)),
    recipients: actorIds(recipientsOf(context, happening)),
    hosts: actorIds(lead.hosts),
    mediators: actorIds(lead.mediators),
    time: dated.time,
    place: place?.place ?? null,
    contexts: contextsOf(context, mentions),
    count: lead.count,
    attribution: attributionOf(context, happening),
    trigger: lead.predication.span,
    evidence: evidenceOf(mentions),
    rule: lead.rule.id,
    cameo: lead.rule.cameo ?? (mode ? codes?.modes[mode] : undefined) ?? codes?.cameo ?? null,
    quad: codes?.quad ?? null,
    confidence: confidence.value,
  };
  return {
    event,
    explanation: explainEvent(context, event, lead, dated.reason, place?.reason ?? null, confidence.steps),
    features: confidence.features,
    lead,
  };
}

function isOwnType(type: EventType): boolean {
  return type.startsWith('X-');
}

function actorIds(parties: readonly Party[]): string[] {
  return parties.map((party) => party.actor);
}

/** "The visit" told again as a meeting stays a visit: a named mode wins over a general one. */
function mostSpecificRule({ lead, others }: Happening): Candidate['rule'] {
  if (lead.rule.event.mode && lead.rule.event.mode !== 'meeting') return lead.rule;
  const specific = others.find(
    (other) => other.rule.event.mode && other.rule.event.mode !== 'meeting' && !other.rule.evidenceOnly,
  );
  return specific?.isComplete ? specific.rule : lead.rule;
}

/** A measure strikes all whom its parts name. */
function recipientsOf(context: CodingContext, happening: Happening): readonly Party[] {
  const { lead, others } = happening;
  if (!hasTrait(context, lead.rule, 'by-decree') || context.ownVoices.length === 0)
    return fullestRecipients(context, happening);
  const all = distinctParties([lead, ...others].flatMap(({ recipients }) => recipients));
  const named = all.filter(({ actor }) => actorById(context, actor)?.country != null);
  return named.length > 0 ? named : all;
}

/** Whoever did it, by the first mention that tells: "attacks on the port … the rebels' attacks". */
function fullestActors({ lead, others }: Happening): readonly Party[] {
  if (lead.actors.length > 0) return lead.actors;
  const struck = new Set(actorIds(lead.recipients));
  const told = others.map(({ actors }) => actors).find((parties) => parties.length > 0) ?? [];
  return told.filter((party) => !struck.has(party.actor));
}

/** Whoever it was done to, by the lead or the first other mention that names somebody. */
function fullestRecipients(context: CodingContext, { lead, others }: Happening): readonly Party[] {
  const known = new Set(actorIds(lead.actors));
  const more = others.map(({ recipients }) => recipients.filter((party) => !known.has(party.actor)));
  const told = [lead.recipients, ...more];
  const isNamed = (parties: readonly Party[]) => parties.some(({ actor }) => !isNameless(context, actor));
  return told.find(isNamed) ?? told.find((parties) => parties.length > 0) ?? [];
}

function mostSpecificTime(mentions: readonly Candidate[]): { time: EventTime; reason: string } | null {
  const dated = mentions.flatMap((mention) => (mention.dated ? [mention.dated] : []));
  if (dated.length === 0) return null;
  return dated.reduce((best, next) => (spanDays(next.time) < spanDays(best.time) ? next : best));
}

const OPEN_ENDED_DAYS = 1_000_000;

function spanDays(time: EventTime): number {
  if (time.from === null || time.to === null) return OPEN_ENDED_DAYS;
  return (Date.parse(time.to) - Date.parse(time.from)) / 86_400_000;
}

/** Everybody who vouches for, denies or doubts any mention, the lead's own first. What the outlet tells itself, before anybody else, needs nobody's word. */
function attributionOf(context: CodingContext, { lead, others }: Happening): Attribution[] {
  const mentions = [lead, ...others];
  const isOwn = isToldByOutlet(context, mentions);
  const all = mentions.flatMap((mention) => mention.attribution).filter(({ stance }) => !isOwn || stance !== 'asserts');
  return all.filter(
    (entry, position) =>
      all.findIndex((other) => other.actor === entry.actor && other.stance === entry.stance) === position,
  );
}

/** Whether the first mention in the text is a statement of the outlet's own; a headline may only sum up what others say. */
function isToldByOutlet({ report }: CodingContext, mentions: readonly Candidate[]): boolean {
  const isText = ({ predication }: Candidate) => report.sentences[predication.sentence]!.kind === 'text';
  const [first] = mentions.filter(isText).sort((a, b) => a.predication.span.start - b.predication.span.start);
  return first !== undefined && first.attribution.length === 0 && isOwnStatement(first);
}

function isOwnStatement({ predication, status }: Candidate): boolean {
  return predication.kind !== 'noun' && predication.sources.length === 0 && status.status !== 'possible';
}

function evidenceOf(mentions: readonly Candidate[]): Span[] {
  const spans = mentions.map((mention) => mention.evidence).sort((a, b) => a.start - b.start);
  return spans.filter((span, position) => spans.findIndex((other) => other.start === span.start) === position);
}
