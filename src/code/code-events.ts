import type { Predication } from '../document/index.ts';
import { aimAtDoers } from './aim-at-doers.ts';
import { attribute } from './attribution.ts';
import { blameDeeds } from './blame-deeds.ts';
import type { Candidate } from './candidate.ts';
import { carryDays } from './carry-days.ts';
import { carryFromMeetings } from './carry-from-meetings.ts';
import type { CodingContext } from './coding-context.ts';
import { completeCandidates } from './complete-candidates.ts';
import { countOf } from './counts.ts';
import { doubtful } from './doubt.ts';
import { statedPlace } from './event-places.ts';
import { composeStatus } from './event-status.ts';
import { type DatedTime, statedTime } from './event-times.ts';
import { fillFromLandmarks } from './fill-from-landmarks.ts';
import { findOpponents } from './find-opponents.ts';
import { findVictims } from './find-victims.ts';
import { joinMentions } from './join-mentions.ts';
import { type CodedEvent, makeEvent } from './make-event.ts';
import { matchRules } from './match-rules.ts';
import { referBack } from './refer-back.ts';
import { selectCandidates } from './select-candidates.ts';
import { tieDenials } from './tie-denials.ts';

/** Codes a report's predications: one event a happening, in text order, each with its explanation. */
export function codeEvents(context: CodingContext, predications: readonly Predication[]): readonly CodedEvent[] {
  return joinCandidates(context, findCandidates(context, predications));
}

/** What the rules make of each predication by itself. */
export function findCandidates(context: CodingContext, predications: readonly Predication[]): readonly Candidate[] {
  return predications.flatMap((predication) => codePredication(context, predication));
}

/** Completes, selects and joins candidates, dates them by one another, and makes the events. */
export function joinCandidates(context: CodingContext, candidates: readonly Candidate[]): readonly CodedEvent[] {
  const told = fillFromLandmarks(context, completeCandidates(context, blameDeeds(context, candidates)));
  const completed = findVictims(context, findOpponents(context, referBack(context, told)));
  const selected = selectCandidates(context, completed);
  const happenings = carryFromMeetings(
    context,
    aimAtDoers(context, joinMentions(context, tieDenials(context, selected))),
  );
  const dated = carryDays(context, happenings);
  return dated.map((happening, position) => makeEvent(context, happening, `e${position + 1}`));
}

function codePredication(context: CodingContext, predication: Predication): Candidate[] {
  const coding = matchRules(context, predication);
  if (!coding) return [];
  const { report } = context;
  const sentence = report.sentences[predication.sentence]!;
  const read = statedTime(context, predication, coding.rule);
  const dated = isPastAhead(context, predication, read) ? null : read;
  const { attribution, steps } = attribute(context, predication);
  const isVisit = coding.rule.event.mode === 'visit';
  return [
    {
      ...coding,
      dated,
      status: doubtful(context, predication, composeStatus(context, coding.rule, predication, dated), attribution),
      place: statedPlace(context, predication, coding.recipients, isVisit),
      count: countOf(context, predication),
      attribution,
      attributionSteps: steps,
      evidence: {
        start: sentence.start,
        end: sentence.end,
        text: report.report.text.slice(sentence.start, sentence.end),
      },
    },
  ];
}

/** A past form dated after its report: the date is of something else ("decided to return on Tuesday, as the attack drew outrage"). */
function isPastAhead({ report }: CodingContext, { status, tense }: Predication, dated: DatedTime | null): boolean {
  const { to } = report.report.published;
  return status === 'occurred' && tense === 'past' && to !== null && dated?.time.from != null && dated.time.from > to;
}
