import type { Candidate, Happening } from './candidate.ts';
import { actorById, type CodingContext } from './coding-context.ts';

/**
 * What is said in a dated meeting or call carries its date: an act of speech without a date of its own, told after the meeting
 * and done by one who took part. Source: coding.md, "speech inside a dated meeting or call".
 */
export function carryDates(context: CodingContext, happenings: readonly Happening[]): readonly Happening[] {
  return happenings.map((happening) => {
    if (!isUndatedSpeech(happening)) return happening;
    const meeting = happenings.findLast((other) => isMeetingOf(context, other, happening));
    const dated = meeting && datedOf(meeting);
    if (!dated) return happening;
    const time = { ...dated.time, basis: 'inferred' as const };
    const reason = `said in "${meeting.lead.predication.span.text}": ${dated.reason}`;
    return { ...happening, lead: { ...happening.lead, dated: { time, reason } } };
  });
}

/** Words further from the meeting than this many paragraphs are another matter, except in a government's own account. */
const NEAR_PARAGRAPHS = 1;

function isUndatedSpeech({ lead, others }: Happening): boolean {
  return (
    lead.rule.present === 'occurred' &&
    lead.status.status === 'occurred' &&
    [lead, ...others].every((mention) => !mention.dated)
  );
}

function isMeetingOf(context: CodingContext, meeting: Happening, speech: Happening): boolean {
  const { lead } = meeting;
  if (lead.rule.event.type !== 'CONSULT' || lead.status.status !== 'occurred' || lead.count !== null) return false;
  const first = Math.min(...[lead, ...meeting.others].map((mention) => mention.predication.span.start));
  if (first > speech.lead.predication.span.start || !isNear(context, meeting, speech)) return false;
  return speech.lead.actors.every((party) => takesPart(context, party.actor, lead));
}

function isNear(context: CodingContext, meeting: Happening, speech: Happening): boolean {
  if (context.ownVoice !== null) return true;
  const paragraphOf = (candidate: Candidate) => context.report.sentences[candidate.predication.sentence]!.paragraph;
  const at = paragraphOf(speech.lead);
  return [meeting.lead, ...meeting.others].some((mention) => {
    const distance = at - paragraphOf(mention);
    return distance >= 0 && distance <= NEAR_PARAGRAPHS;
  });
}

function takesPart(context: CodingContext, actor: string, meeting: Candidate): boolean {
  const country = actorById(context, actor)?.country ?? null;
  return [...meeting.actors, ...meeting.recipients].some(
    (party) => party.actor === actor || (country !== null && actorById(context, party.actor)?.country === country),
  );
}

function datedOf({ lead, others }: Happening) {
  return [lead, ...others].find((mention) => mention.dated)?.dated ?? null;
}
