import {
  type DatedTerm,
  type Days,
  daysOf,
  headFits,
  isUnverified,
  type Knowledge,
  type Term,
} from '../../knowledge/index.ts';
import type { Candidate, Outcome } from './scene.ts';

/** A term in words, as a fact: "held office foreign_minister of CHN 2022-12-30..2023-07-25 (offices.csv, curated)". */
export function termInWords(term: Term): string {
  const seat = term.country ?? term.organisation ?? '';
  const of = seat === '' ? '' : ` of ${seat}`;
  const role = term.role === 'other' ? term.position : term.role;
  const check = isUnverified(term) ? ', one source' : '';
  return `held office ${role}${of} ${term.from || '…'}..${term.to || `open, as of ${term.asof}`} (${term.file}, ${term.source}${check})`;
}

/** The holder of a term as somebody whom a mention may stand for. */
export function holderOf(term: Term, score: number): Candidate {
  return { actor: term.person, score, facts: [termInWords(term)], isOneSource: isUnverified(term) };
}

/** The outcome that one candidate decides. */
export function decidedBy(best: Candidate, how: string, candidates: readonly Candidate[] = [best]): Outcome {
  const { actor, score, facts, isOneSource = false } = best;
  return { actors: [actor], how, facts, candidates, score, isOneSource };
}

/** "CIA director": what the text writes in capitals stays so in the name of an office. */
export function termAsWritten(term: string, text: string): string {
  const capitals = new Map((text.match(/\p{Lu}{2,}/gu) ?? []).map((word) => [word.toLowerCase(), word]));
  return text === text.toUpperCase() ? term : term.replaceAll(/\p{L}+/gu, (word) => capitals.get(word) ?? word);
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

/** The foremost office of a person on some days: the highest, then that of his own state (not of its territories), then the latest. */
export function foremostTerm(knowledge: Knowledge, person: string, days: Days): DatedTerm | null {
  if (days.from === null && days.to === null) return null;
  const terms = knowledge.officesOf(person, days) as readonly DatedTerm[];
  const holding = terms.filter(
    (term) => term.standing === 'held' || term.standing === 'unconfirmed' || term.standing === 'partly',
  );
  const own = knowledge.personById(person)?.country;
  const isAbroad = (term: Term) => Number(term.country !== null && term.country !== own);
  const ranked = [...holding].sort((a, b) => rankOfRole(a.role) - rankOfRole(b.role) || isAbroad(a) - isAbroad(b));
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

/** Whether a role noun may stand for a term: its own role, the state's leader, what `fits` of titles.yaml lets it stand for. */
export function roleFits(
  noun: { readonly role: string; readonly lemma: string },
  term: Term,
  knowledge: Knowledge,
  days: Days,
): boolean {
  if (HEADS.has(noun.role) && HEADS.has(term.role)) return headFits(noun, term);
  if (noun.role === term.role) return true;
  if (noun.role === 'leader' && term.country !== null && term.role === knowledge.leaderRole(term.country, days))
    return true;
  if (noun.role === 'head_of_state' && term.organisation) return term.position.toLowerCase().includes(noun.lemma);
  const fit = knowledge.cues.titles.fits[noun.role];
  if (!fit) return false;
  const position = term.position.toLowerCase();
  return (
    fit.any ||
    fit.roles.includes(term.role) ||
    (fit.suffix !== undefined && term.role.endsWith(fit.suffix)) ||
    fit.position.some((word) => position.includes(word))
  );
}

const HEADS: ReadonlySet<string> = new Set(['head_of_state', 'head_of_government']);

export { daysOf };
