import {
  type DatedTerm,
  foldName,
  type Knowledge,
  type NameSense,
  type RoleNoun,
  standingOf,
  type Term,
} from '../knowledge/index.ts';

/** One person in one office, as the knowledge base has it. */
export interface OfficeHeld {
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly of: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly standing: DatedTerm['standing'] | null;
  readonly source: string;
  readonly file: string;
}

/** Who is meant by words such as "foreign minister of China" or "Qin Gang", on a day: the holders of the office, or the offices of the person. */
export function whoHeld(knowledge: Knowledge, words: string, date: string): readonly OfficeHeld[] {
  const days = { from: date, to: date };
  const person = knowledge.names.lookUp(words).find(({ form }) => form === 'person');
  if (person)
    return knowledge.officesOf(person.target).map((term) => officeHeld(knowledge, term, standingOf(term, days)));
  const role = roleIn(knowledge, words);
  const seat = seatIn(knowledge, words) ?? role?.implies ?? null;
  if (!role || seat === null) return [];
  return knowledge.holderOf(role.role, seat, date).map((term) => officeHeld(knowledge, term, term.standing));
}

/** The longest noun for an office that the words hold. */
function roleIn({ roleNouns }: Knowledge, words: string): RoleNoun | null {
  const text = ` ${foldName(words)} `;
  const inside = [...roleNouns.values()].filter(
    ({ kind, term }) => kind === 'office' && text.includes(` ${foldName(term)} `),
  );
  return inside.sort((one, other) => other.term.length - one.term.length)[0] ?? null;
}

/** The state or organisation that the words name, in whatever form. */
function seatIn(knowledge: Knowledge, words: string): string | null {
  const senses: readonly NameSense[] = knowledge.names.match(words).flatMap((match) => match.senses);
  const ids = senses.map(({ target }) => knowledge.toActor(target));
  const seat = ids.find((actor) => actor?.type === 'state') ?? ids.find((actor) => actor?.type === 'igo');
  return seat ? (seat.country ?? seat.id) : null;
}

function officeHeld(knowledge: Knowledge, term: Term, standing: OfficeHeld['standing']): OfficeHeld {
  const seat = term.country ?? term.organisation ?? '';
  return {
    id: term.person,
    person: knowledge.personById(term.person)?.name ?? term.person,
    office: term.position || term.role,
    of: knowledge.toActor(seat)?.name ?? seat,
    from: term.from || null,
    to: term.to || null,
    standing,
    source: term.source,
    file: term.file,
  };
}
