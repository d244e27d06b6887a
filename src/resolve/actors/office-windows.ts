import type { AnnotatedReport } from '../../document/index.ts';
import { type Days, daysOf, type Knowledge, type RoleNoun, type Term } from '../../knowledge/index.ts';
import type { Span } from '../../record/index.ts';
import { openScene, type Scene, type Sieve } from './scene.ts';
import { roleFits, termInWords } from './terms.ts';

/** The days in which somebody held the office that the text gives him: the report was written in one of these windows. */
export interface OfficeWindow {
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
  readonly span: Span;
}

/** Days that news still gives somebody an office after he left it. */
const OPEN: Days = { from: null, to: null };

/** Windows for an undated report, one a titled name, in text order. Names whose office says nothing of the date give none. */
export function officeWindowsOf(doc: AnnotatedReport, knowledge: Knowledge, sieves: readonly Sieve[]): OfficeWindow[] {
  const scene = sieves.reduce((current, sieve) => sieve(current), openScene(doc, knowledge, [], OPEN));
  return scene.drafts.flatMap((draft) => {
    const title = draft.title === null ? null : scene.drafts[draft.title]!.role;
    const actor = draft.outcome?.actors[0];
    if (title?.tense !== 'now' || actor === undefined || title.noun.kind !== 'office') return [];
    const terms = termsOf(scene, actor, title.noun, title.seats);
    const days = hull(terms);
    if (!days) return [];
    const role = scene.drafts[draft.title!]!;
    const span = { start: Math.min(role.start, draft.start), end: Math.max(role.end, draft.end) };
    const text = doc.report.text.slice(span.start, span.end);
    return [{ ...days, because: `${draft.text} ${terms.map(termInWords).join('; ')}`, span: { ...span, text } }];
  });
}

function termsOf(scene: Scene, actor: string, noun: RoleNoun, seats: readonly string[]): readonly Term[] {
  const { knowledge } = scene;
  if (noun.role === 'leader' || knowledge.cues.titles.fits[noun.role]?.any) return [];
  return knowledge
    .officesOf(actor)
    .filter((term) => roleFits(noun, term, knowledge, OPEN))
    .filter((term) => seats.length === 0 || seats.includes(term.country ?? term.organisation ?? ''));
}

/** From the first day of the first term to the last of the last; somebody who came back has one long window. */
function hull(terms: readonly Term[]): Days | null {
  if (terms.length === 0) return null;
  const days = terms.map(looseDays);
  const from = days.some((day) => day.from === null) ? null : days.map((day) => day.from!).sort()[0]!;
  const to = days.some((day) => day.to === null)
    ? null
    : days
        .map((day) => day.to!)
        .sort()
        .at(-1)!;
  return from === null && to === null ? null : { from, to };
}

/** A term told by years alone may begin a year earlier, and its end is seldom known: ambassadors stay on until somebody notes that they left. */
function looseDays(term: Term): Days {
  const { from, to } = daysOf(term);
  return {
    from: from !== null && term.from?.length === YEAR ? yearBefore(from) : from,
    to: term.to?.length === YEAR ? null : to,
  };
}

const YEAR = 4;

function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, YEAR)) - 1).padStart(YEAR, '0')}${day.slice(YEAR)}`;
}

/** What the windows have in common; where they contradict each other, nothing. */
export function daysFromOffices(doc: AnnotatedReport, knowledge: Knowledge, sieves: readonly Sieve[]): Days {
  const windows = officeWindowsOf(doc, knowledge, sieves);
  const from =
    windows
      .flatMap((window) => window.from ?? [])
      .sort()
      .at(-1) ?? null;
  const to = windows.flatMap((window) => window.to ?? []).sort()[0] ?? null;
  return from !== null && to !== null && from > to ? OPEN : { from, to };
}
