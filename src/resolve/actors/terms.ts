import { type DatedTerm, type Days, daysOf, isUnverified, type Knowledge, type Term } from '../../knowledge/index.ts';

/** A term in words, as a fact: "held office foreign_minister of CHN 2022-12-30..2023-07-25 (offices.csv, curated)". */
export function termInWords(term: Term): string {
  const seat = term.country ?? term.organisation ?? '';
  const of = seat === '' ? '' : ` of ${seat}`;
  const role = term.role === 'other' ? term.position : term.role;
  const check = isUnverified(term) ? ', one source' : '';
  return `held office ${role}${of} ${term.from || '…'}..${term.to || `open, as of ${term.asof}`} (${term.file}, ${term.source}${check})`;
}

/** The name of an office as the record shows it: "president", "foreign minister". */
export function officeName(term: Term, knowledge: Knowledge): string {
  const { labels } = knowledge.cues.titles;
  if (term.role === 'head_of_state' || term.role === 'head_of_government') {
    const stated =
      /president|king|queen|emperor|emir|sultan|pope|prime minister|premier|chancellor|taoiseach|supreme leader|governor/iu.exec(
        term.position,
      );
    return stated ? stated[0].toLowerCase() : (labels[term.role] ?? term.role);
  }
  if (term.role === 'igo_head' || term.role === 'minister' || term.role === 'ambassador' || term.role === 'other') {
    return (term.position || term.role).replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase());
  }
  return labels[term.role] ?? term.role.replaceAll('_', ' ');
}

/** The foremost office of a person on some days: the highest, then the latest. */
export function foremostTerm(knowledge: Knowledge, person: string, days: Days): DatedTerm | null {
  if (days.from === null && days.to === null) return null;
  const terms = knowledge.officesOf(person, days) as readonly DatedTerm[];
  const holding = terms.filter(
    (term) => term.standing === 'held' || term.standing === 'unconfirmed' || term.standing === 'partly',
  );
  const ranked = [...holding].sort((a, b) => rankOfRole(a.role) - rankOfRole(b.role));
  return ranked[0] ?? null;
}

const ORDER = [
  'head_of_state',
  'head_of_government',
  'crown_prince',
  'igo_head',
  'high_representative',
  'foreign_minister',
  'vice_president',
  'defence_minister',
  'national_security_adviser',
  'spokesperson',
];

function rankOfRole(role: string): number {
  const rank = ORDER.indexOf(role);
  return rank < 0 ? ORDER.length : rank;
}

/** Whether a role noun may stand for a term: the same role, the state's leader, or a head of some kind. */
export function roleFits(noun: string, term: Term, knowledge: Knowledge, days: Days): boolean {
  if (noun === term.role) return true;
  if (noun === 'leader') {
    if (term.country === null) return term.role === 'igo_head' || /leader|head|commander/iu.test(term.position);
    return term.role === knowledge.leaderRole(term.country, days) || term.role === 'other';
  }
  if (noun === 'minister') return term.role.endsWith('minister');
  if (noun === 'head_of_state' && term.organisation) return /president/iu.test(term.position);
  if (noun === 'head_of_government' && term.country)
    return term.role === 'head_of_state' && /chancellor|premier/iu.test(term.position);
  if (noun === 'chair' || noun === 'chief' || noun === 'director')
    return /chair|head|chief|director|commander/iu.test(term.position);
  if (noun === 'envoy' || noun === 'diplomat' || noun === 'official') return true;
  if (noun === 'officer') return term.role === 'chief_of_defence' || /general|commander/iu.test(term.position);
  if (noun === 'royal') return term.role === 'crown_prince' || term.role === 'head_of_state';
  return false;
}

export { daysOf };
