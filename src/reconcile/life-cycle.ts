import { STAGES, type Stage } from '../record/index.ts';
import type { Telling } from './telling.ts';
import { isInPerson, isRemote } from './type-families.ts';

/** A step in the life of a happening, with the tellings that say so; the first of them published first. */
export interface Step {
  readonly stage: Stage;
  /** The day of the first report that says so; null when it is not known. */
  readonly since: string | null;
  readonly tellings: readonly Telling[];
}

/** The steps of a happening in the order of publication: considered, planned, confirmed by another, postponed, cancelled, denied, occurred. */
export function lifeCycle(tellings: readonly Telling[]): readonly Step[] {
  const steps: { stage: Stage; since: string | null; tellings: Telling[] }[] = [];
  const planners = new Set<string>();
  for (const telling of [...tellings].sort(byPublication)) {
    const stage = stageOf(telling, planners);
    const step = steps.find((known) => known.stage === stage);
    if (step) step.tellings.push(telling);
    else steps.push({ stage, since: telling.report.published, tellings: [telling] });
  }
  return steps.sort(byStage);
}

/** What became known on one day, in the order in which it comes about: one report may tell of the plan and of the visit. */
function byStage(one: Step, other: Step): number {
  const [day, otherDay] = [one.since ?? '9', other.since ?? '9'];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage);
}

/** Reports by date of publication; those without one last. */
export function byPublication(one: Telling, other: Telling): number {
  const [day, otherDay] = [one.report.published ?? '9', other.report.published ?? '9'];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function stageOf(telling: Telling, planners: Set<string>): Stage {
  const { event, turn } = telling;
  switch (event.status) {
    case 'occurred':
    case 'ongoing':
      return 'occurred';
    case 'possible':
      return 'considered';
    case 'negated':
      return isDenied(telling) ? 'denied' : 'cancelled';
    case 'planned':
      return turn?.kind === 'postponed' ? 'postponed' : plannedOrConfirmed(telling, planners);
  }
}

function isDenied({ event, turn }: Telling): boolean {
  const isSaidNo = event.attribution.some(({ stance }) => stance === 'denies');
  return isSaidNo || (turn === null && event.time.from !== null && (isRemote(event.mode) || isInPerson(event.mode)));
}

/** A plan is confirmed when somebody else speaks for it than the one who made it known. */
function plannedOrConfirmed({ event }: Telling, planners: Set<string>): Stage {
  const speakers = event.attribution.filter(({ stance }) => stance === 'asserts').map(({ actor }) => actor);
  const isConfirmed = planners.size > 0 && speakers.some((speaker) => !planners.has(speaker));
  for (const speaker of speakers.length > 0 ? speakers : ['']) planners.add(speaker);
  return isConfirmed ? 'confirmed' : 'planned';
}
