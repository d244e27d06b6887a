import { countriesIn } from './decide-persons.ts';
import {
  type Candidate,
  type Draft,
  mapDrafts,
  nobody,
  type Outcome,
  type RolePhrase,
  type Scene,
  type Sieve,
  tokensOf,
} from './scene.ts';
import { holderOf } from './terms.ts';

/** What no step could decide is nobody known, with the reason and with whom it might have meant. Runs last. */
export const decideNobody: Sieve = (scene) =>
  mapDrafts(scene, (draft) => (draft.outcome === null ? { outcome: outcomeOf(scene, draft) } : null));

function outcomeOf(scene: Scene, draft: Draft): Outcome {
  if (draft.role)
    return nobody('role noun', [reasonOf(scene, draft, draft.role)], holdersInQuestion(scene, draft.role));
  if (draft.set) return nobody('set', [`too few parties of that kind are named before "${draft.text}"`]);
  if (draft.pronoun) return nobody('relative pronoun', [`"${draft.text}" belongs to a noun for nobody known`]);
  return nobody('name', [`"${draft.text}" is in no table, and nothing in the text says who or what it is`]);
}

function reasonOf(scene: Scene, draft: Draft, role: RolePhrase): string {
  const { ownerToken, owner, noun, tense, isIndefinite } = role;
  if (owner !== null) return `the state of "${scene.drafts[owner]!.text}" is not known`;
  if (ownerToken !== null) return `whose it is, "${tokensOf(scene, draft.sentence)[ownerToken]!.form}", is not known`;
  if (noun.role === 'counterpart') return 'nobody in office is named before, whose counterpart it would be';
  if (tense === 'former') return `nobody who was ${noun.term} is named before`;
  if (isIndefinite) return 'somebody new, whom nothing in the phrase ties to a name, a state or a body';
  return `nobody before it is called ${noun.term}, and the phrase names no state`;
}

/** Most candidates that an office of nobody in particular shows. */
const MOST = 5;

/** Holders of the office in the states that the report names: whom the words could mean, each no likelier than another. */
function holdersInQuestion(scene: Scene, { noun, tense }: RolePhrase): readonly Candidate[] {
  if (noun.kind !== 'office' || tense !== 'now') return [];
  const holders = [...countriesIn(scene)].flatMap((state) =>
    scene.knowledge.holdersOf(noun, state, scene.days).filter(({ standing }) => standing === 'held'),
  );
  const score = Math.round(100 / (holders.length + 1)) / 100;
  return holders.slice(0, MOST).map((term) => holderOf(term, score));
}
