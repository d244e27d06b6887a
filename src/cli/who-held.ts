import { type DatedTerm, type Holding, type Knowledge, who } from '../knowledge/index.ts';

/** One person in one office, flat, as the command prints it. */
export interface OfficeHeld {
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly of: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly standing: DatedTerm['standing'] | null;
  /** One hand-written source and no second. */
  readonly isUnverified: boolean;
  readonly source: string;
  readonly file: string;
}

/** What `who` of the knowledge base answers, a row an office. */
export function whoHeld(knowledge: Knowledge, words: string, date: string): readonly OfficeHeld[] {
  return who(knowledge, words, date).map((holding) => officeHeld(knowledge, holding));
}

function officeHeld(knowledge: Knowledge, { term, name, standing, isUnverified }: Holding): OfficeHeld {
  const seat = term.country ?? term.organisation ?? '';
  return {
    id: term.person,
    person: name,
    office: term.position || term.role,
    of: knowledge.toActor(seat)?.name ?? seat,
    from: term.from || null,
    to: term.to || null,
    standing,
    isUnverified,
    source: term.source,
    file: term.file,
  };
}
