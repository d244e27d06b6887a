import type { Predication } from '../document/index.ts';
import type { Candidate, Happening } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import { isOnSideOf, type Party } from './party.ts';

/**
 * Meetings on a trip lie within it; what is said in a meeting or call carries its date and is said to the other side: an
 * act of speech without a date, or without a recipient, told after the meeting and done by one who took part.
 * Source: coding.md, "speech inside a dated meeting or call".
 */
export function carryFromMeetings(context: CodingContext, happenings: readonly Happening[]): readonly Happening[] {
  const onTrips = happenings.map((happening) => onTrip(context, happenings, happening));
  return onTrips
    .map((happening) => withDate(context, onTrips, happening))
    .map((happening) => withCounterpart(context, onTrips, happening));
}

function onTrip(context: CodingContext, happenings: readonly Happening[], happening: Happening): Happening {
  const { lead } = happening;
  if (lead.rule.event.type !== 'CONSULT' || datedOf(happening) !== null) return happening;
  const trip = happenings.findLast(
    (other) =>
      other !== happening &&
      other.lead.rule.event.mode === 'visit' &&
      datedOf(other) !== null &&
      isToldBefore(context, other, happening) &&
      other.lead.actors.every((visitor) => takesPart(visitor, lead)),
  );
  return trip ? dateBy(happening, trip, 'on the trip') : happening;
}

function takesPart(party: Party, { actors, recipients }: Candidate): boolean {
  return [...actors, ...recipients].some((other) => other.actor === party.actor);
}

function dateBy(happening: Happening, other: Happening, how: string): Happening {
  const dated = datedOf(other)!;
  const time = { ...dated.time, basis: 'inferred' as const };
  const reason = `${how} "${other.lead.predication.span.text}": ${dated.reason}`;
  return { ...happening, lead: { ...happening.lead, dated: { time, reason } } };
}

function withDate(context: CodingContext, happenings: readonly Happening[], happening: Happening): Happening {
  if (!isUndatedSpeech(happening)) return happening;
  const meeting = happenings.findLast((other) => isMeetingOf(context, other, happening) && datedOf(other) !== null);
  return meeting ? dateBy(happening, meeting, 'said in') : happening;
}

function withCounterpart(context: CodingContext, happenings: readonly Happening[], happening: Happening): Happening {
  const { lead, others } = happening;
  if ([lead, ...others].some((mention) => mention.recipients.length > 0) || lead.actors.length === 0) return happening;
  if (!isAddressed(context, lead) || (hasTrait(context, lead.rule, 'equal') && lead.actors.length > 1))
    return happening;
  // what is told of somebody is said in the meeting only if he is one of those who met
  const isTold = lead.predication.sources.length > 0;
  const meeting = happenings.findLast(
    (other) =>
      isMeetingOf(context, other, happening) && (!isTold || lead.actors.every((party) => takesPart(party, other.lead))),
  );
  if (!meeting) return happening;
  const recipients = [...meeting.lead.actors, ...meeting.lead.recipients]
    .filter((party) => !isOnSideOf(context, party.actor, lead.actors))
    .map((party): Party => ({ ...party, mention: null, relation: 'meeting', how: 'shared' }));
  return { ...happening, lead: { ...lead, recipients } };
}

function isAddressed(context: CodingContext, { rule, predication }: Candidate): boolean {
  if (namesAddressee(predication)) return false;
  return hasTrait(context, rule, 'addressed') || rule.event.mode === 'condole' || rule.event.mode === 'congratulate';
}

/** "urged the Gulf states to join": somebody is addressed in so many words, even where we do not know whom. */
function namesAddressee({ roles }: Predication): boolean {
  const has = (relation: string) => roles.some((role) => role.relation === relation);
  return has('indirect') || (has('object') && has('infinitive'));
}

/** Words further from the meeting than this many paragraphs are another matter, except in a government's own account. */
const NEAR_PARAGRAPHS = 1;

function isUndatedSpeech({ lead, others }: Happening): boolean {
  const isTold = lead.status.status === 'occurred' || lead.status.status === 'planned';
  return lead.rule.present === 'occurred' && isTold && [lead, ...others].every((mention) => !mention.dated);
}

/** What is still to be said belongs to a meeting that is still to come. */
function isMeetingOf(context: CodingContext, meeting: Happening, speech: Happening): boolean {
  const { lead } = meeting;
  if (lead.rule.event.type !== 'CONSULT' || !isToldBefore(context, meeting, speech)) return false;
  return speech.lead.actors.every((party) => isOnSideOf(context, party.actor, [...lead.actors, ...lead.recipients]));
}

function isToldBefore(context: CodingContext, { lead, others }: Happening, later: Happening): boolean {
  if (lead.status.status !== later.lead.status.status || lead.count !== null) return false;
  const first = Math.min(...[lead, ...others].map((mention) => mention.predication.span.start));
  return first <= later.lead.predication.span.start && isNear(context, { lead, others }, later);
}

function isNear(context: CodingContext, meeting: Happening, speech: Happening): boolean {
  if (context.ownVoices.length > 0) return true;
  const paragraphOf = (candidate: Candidate) => context.report.sentences[candidate.predication.sentence]!.paragraph;
  const at = paragraphOf(speech.lead);
  return [meeting.lead, ...meeting.others].some((mention) => {
    const distance = at - paragraphOf(mention);
    return distance >= 0 && distance <= NEAR_PARAGRAPHS;
  });
}

function datedOf({ lead, others }: Happening) {
  return [lead, ...others].find((mention) => mention.dated)?.dated ?? null;
}
