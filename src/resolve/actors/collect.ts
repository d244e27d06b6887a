import type { Mention } from '../../document/index.ts';
import type { KnownPerson } from '../../knowledge/index.ts';
import type { Actor } from '../../record/index.ts';
import { actorOf, type Draft, type Scene } from './scene.ts';
import { foremostTerm, officeName } from './terms.ts';

/** The mentions of a finished scene in text order: those that name somebody or some place, and those that stand for nobody known. */
export function collectMentions(scene: Scene): { mentions: Mention[]; unresolved: Mention[] } {
  const isOpen = (draft: Draft) => !isWorthTelling(draft) && isReferring(scene, draft);
  return {
    mentions: scene.drafts.filter(isWorthTelling).map(mentionOf),
    unresolved: scene.drafts.filter(isOpen).map(mentionOf),
  };
}

function mentionOf(draft: Draft): Mention {
  const { sentence, first, last, head, start, end, text, kind, place, reading } = draft;
  const { actors, how, facts, candidates, score, isOneSource = false, antecedent = null } = draft.outcome!;
  const resolution = {
    how,
    facts,
    candidates: candidates.map(({ actor, score: of }) => ({ actor, score: of })),
    score,
    isOneSource,
    antecedent,
  };
  return { start, end, text, sentence, first, last, head, kind, actors, place, reading, resolution };
}

function isWorthTelling(draft: Draft): boolean {
  return (
    draft.outcome!.actors.length > 0 ||
    draft.place !== null ||
    draft.outcome!.antecedent !== undefined ||
    (draft.form === 'name' && draft.senses.every((sense) => sense.form !== 'event'))
  );
}

/** Whether words that stand for nobody known refer at all: names of events do not, "which" and "that", nor what stands inside a longer name. */
function isReferring(scene: Scene, draft: Draft): boolean {
  if (draft.pronoun?.relative && !/^who/iu.test(draft.text)) return false;
  if (draft.isNested || draft.senses.some((sense) => sense.form === 'event')) return false;
  return !scene.drafts.some(
    (other) => other !== draft && other.form === 'name' && other.start <= draft.start && draft.end <= other.end,
  );
}

/** Everybody that some mention stands for, in order of first mention. */
export function collectActors(scene: Scene, mentions: readonly Mention[]): Actor[] {
  const byActor = new Map<string, Actor['mentions']>();
  for (const { actors, start, end, text, kind } of mentions) {
    for (const actor of actors) {
      const list = byActor.get(actor);
      if (list) list.push({ start, end, text, kind });
      else byActor.set(actor, [{ start, end, text, kind }]);
    }
  }
  return [...byActor].flatMap(([id, spans]) => {
    const actor = actorInRecord(scene, id);
    return actor ? [{ ...actor, mentions: spans }] : [];
  });
}

function actorInRecord(scene: Scene, id: string): Actor | null {
  const known = actorOf(scene, id);
  if (!known) return null;
  const { type, name, wikidata, country, sector } = known;
  const office = 'office' in known ? (known.office as string | null) : null;
  const actor = { id, type, name, wikidata, country, sector, office, mentions: [] };
  return type === 'person' && !scene.locals.has(id) ? inOffice(scene, known as KnownPerson, actor) : actor;
}

/** A person as of the report's days: the office held then; whoever serves an organisation has no state for it. */
function inOffice(scene: Scene, person: KnownPerson, actor: Actor): Actor {
  const term = foremostTerm(scene.knowledge, person.id, scene.days);
  if (term) {
    const office = officeName(term, scene.knowledge);
    return term.organisation ? { ...actor, office, country: null, sector: 'IGO' } : { ...actor, office };
  }
  const terms = scene.knowledge.officesOf(person.id);
  const { from } = scene.days;
  const isPast = from !== null && terms.length > 0 && terms.every((past) => past.to !== '' && past.to < from);
  return isPast && actor.sector === 'GOV' ? { ...actor, sector: 'ELI' } : actor;
}
