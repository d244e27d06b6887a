import { foldName } from '../text/fold.ts';
import type { Knowledge } from './knowledge.ts';
import { type DatedTerm, isUnverified, standingOf } from './offices.ts';
import type { RoleNoun, Term } from './pack.ts';

/** One holding of one office, as an answer to a person: who, what, since when, on whose word. */
export interface Holding {
  readonly term: Term;
  readonly name: string;
  readonly wikidata: string | null;
  /** How the term stands to the day asked; null where it has nothing to do with it. */
  readonly standing: DatedTerm['standing'] | null;
  /** One hand-written source and no second: to be checked before it is relied on. */
  readonly isUnverified: boolean;
}

/** Who held an office on a day ("foreign minister of China"), or which offices somebody has held ("Qin Gang"). Empty when nobody is known. */
export function who(knowledge: Knowledge, words: string, date: string): readonly Holding[] {
  const days = { from: date, to: date };
  const person = knowledge.names.lookUp(words).find(({ form }) => form === 'person');
  if (person) {
    const own = knowledge.personById(person.target)?.country;
    const isAbroad = ({ country }: Term) => Number(country !== null && country !== own);
    const terms = [...knowledge.officesOf(person.target)].sort((a, b) => isAbroad(a) - isAbroad(b));
    return terms.map((term) => holdingOf(knowledge, term, standingOf(term, days)));
  }
  const noun = nounIn(knowledge, words);
  const seat = seatIn(knowledge, words, noun) ?? noun?.implies ?? null;
  if (!noun || seat === null) return [];
  return knowledge.holdersOf(noun, seat, days).map((term) => holdingOf(knowledge, term, term.standing));
}

/** The longest noun for an office that the words hold. */
function nounIn({ roleNouns }: Knowledge, words: string): RoleNoun | null {
  const text = ` ${foldName(words)} `;
  const inside = [...roleNouns.values()].filter(
    ({ kind, isPlural, term }) => kind === 'office' && !isPlural && text.includes(` ${foldName(term)} `),
  );
  return inside.sort((one, other) => other.term.length - one.term.length)[0] ?? null;
}

/** The state or organisation that the words name, outside the noun itself. */
function seatIn(knowledge: Knowledge, words: string, noun: RoleNoun | null): string | null {
  const rest = noun ? words.toLowerCase().indexOf(noun.term) : -1;
  const outside = rest < 0 ? words : `${words.slice(0, rest)} | ${words.slice(rest + noun!.term.length)}`;
  const senses = knowledge.names.match(outside).flatMap((match) => match.senses);
  const actors = senses.flatMap(({ target }) => knowledge.toActor(target) ?? []);
  return (actors.find(({ type }) => type === 'state') ?? actors.find(({ type }) => type === 'igo'))?.id ?? null;
}

function holdingOf(knowledge: Knowledge, term: Term, standing: Holding['standing']): Holding {
  const person = knowledge.personById(term.person);
  return {
    term,
    name: person?.name ?? term.person,
    wikidata: person?.wikidata ?? null,
    standing,
    isUnverified: isUnverified(term),
  };
}
