import { assertNever } from '../../problems.ts';
import { anchorCalendar } from './calendar.ts';
import { anchorClock, anchorDaypart } from './clock.ts';
import type { Context } from './context.ts';
import { anchorAhead, anchorEvery, anchorLength, anchorReference, anchorStretch } from './durations.ts';
import { anchorNth, anchorPart, anchorRest } from './parts.ts';
import type { Reading } from './reading.ts';
import { anchorStep } from './steps.ts';
import type { Term } from './term.ts';

/** Places a term on the calendar. Null when it names a date that does not exist. */
export function anchor(term: Term, context: Context): Reading | null {
  switch (term.op) {
    case 'calendar':
      return anchorCalendar(term, context, anchor);
    case 'step':
      return anchorStep(term, context, anchor);
    case 'nth':
      return anchorNth(term, context, anchor);
    case 'part':
      return anchorPart(term, context, anchor);
    case 'rest':
      return anchorRest(term, context, anchor);
    case 'clock':
      return anchorClock(term, context, anchor);
    case 'daypart':
      return anchorDaypart(term, context, anchor);
    case 'reference':
      return anchorReference(term, context);
    case 'length':
      return anchorLength(term);
    case 'stretch':
      return anchorStretch(term, context, anchor);
    case 'ahead':
      return anchorAhead(term, context, anchor);
    case 'every':
      return anchorEvery(term);
    case 'pair':
      return anchor(term.first, context);
    default:
      return assertNever(term);
  }
}
