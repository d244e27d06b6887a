import { type Draft, mapDrafts, type Scene, type Sieve, tokensOf, wordOf } from './scene.ts';

/** Ties a role phrase to the name that it stands beside: as title, in apposition, or as what the subject is said to be. */
export const joinTitles: Sieve = (scene) => {
  const pairs = pairsOf(scene);
  const nameOf = new Map(pairs.map(({ role, name }) => [role, name]));
  const titleOf = new Map(pairs.toReversed().map(({ role, name }) => [name, role]));
  return mapDrafts(scene, (draft, index) => {
    const name = nameOf.get(index);
    if (draft.role && name !== undefined) return { role: { ...draft.role, name } };
    const title = titleOf.get(index);
    return title === undefined ? null : { title };
  });
};

function pairsOf(scene: Scene): { role: number; name: number }[] {
  const roles = scene.drafts.map((draft, index) => ({ draft, index })).filter(({ draft }) => isPersonRole(draft));
  const names = scene.drafts.map((draft, index) => ({ draft, index })).filter(({ draft }) => mayBePerson(draft));
  const taken = new Set<number>();
  return roles.flatMap(({ draft: role, index }) => {
    const near = names.filter(({ draft }) => draft.sentence === role.sentence);
    const found = TESTS.map((test) => near.find(({ draft }) => test(scene, role, draft))).find(Boolean);
    if (!found || taken.has(found.index)) return [];
    if (!role.role!.noun.isPlural) taken.add(found.index);
    return [{ role: index, name: found.index }];
  });
}

function isPersonRole(draft: Draft): boolean {
  return draft.role !== null && (draft.role.noun.kind === 'office' || draft.role.noun.kind === 'person');
}

/** Whether a name may be a person's: the core or the base takes it for one, or nobody knows what it is. */
export function mayBePerson(draft: Draft): boolean {
  if (draft.form !== 'name' || draft.isNested) return false;
  if (draft.senses.some((sense) => sense.form === 'person')) return true;
  const isOther = draft.senses.some((sense) =>
    ['state', 'igo', 'building', 'seat', 'body', 'adjective', 'group'].includes(sense.form),
  );
  return draft.nameType === 'PER' && !isOther;
}

type Test = (scene: Scene, role: Draft, name: Draft) => boolean;

const TESTS: readonly Test[] = [isTitle, isAppositionAfter, isAppositionBefore, isParsedTogether];

/** "President Vladimir Putin", "spokesman for the ministry Wang Wenbin", "Prime Minister, Shinzo Abe" is not one. */
function isTitle(scene: Scene, role: Draft, name: Draft): boolean {
  if (role.role!.noun.isPlural && role.kind !== 'group') return false;
  if (name.first === role.last + 1) return true;
  const between = tokensOf(scene, role.sentence).slice(role.last + 1, name.first);
  const { honorifics } = scene.knowledge.cues.honorifics;
  return (
    name.first > role.last &&
    between.length <= 2 &&
    between.every((token) => wordOf(token) in honorifics || /^[.“"]$/u.test(token.form))
  );
}

/** "Wang Wenbin, a spokesman for the ministry, said": the phrase ends at a comma, a bracket or the sentence. */
function isAppositionAfter(scene: Scene, role: Draft, name: Draft): boolean {
  const tokens = tokensOf(scene, role.sentence);
  if (role.role!.noun.isPlural || role.first !== name.last + 2 || !/^[,(–—]$/u.test(tokens[name.last + 1]!.form))
    return false;
  const next = tokens[role.last + 1];
  const isClosed =
    next === undefined ||
    /^[,.;:)–—]$/u.test(next.form) ||
    next.upos === 'SCONJ' ||
    next.upos === 'ADP' ||
    next.upos === 'PRON';
  return isClosed && !isList(scene, name, role);
}

/** "China's foreign minister, Qin Gang, said". */
function isAppositionBefore(scene: Scene, role: Draft, name: Draft): boolean {
  const tokens = tokensOf(scene, role.sentence);
  if (role.role!.noun.isPlural || name.first !== role.last + 2 || !/^[,(–—]$/u.test(tokens[role.last + 1]!.form))
    return false;
  const next = tokens[name.last + 1];
  return (next === undefined || /^[,.;:)–—]$/u.test(next.form)) && !isList(scene, role, name);
}

/** A list of people rather than one with his title: the parse coordinates the two. */
function isList(scene: Scene, left: Draft, right: Draft): boolean {
  const head = tokensOf(scene, right.sentence)[right.head]!;
  return head.deprel === 'conj' && head.head >= left.first && head.head <= left.last;
}

const TOGETHER = ['appos', 'flat', 'nmod:desc', 'compound'];

function isParsedTogether(scene: Scene, role: Draft, name: Draft): boolean {
  if (role.role!.noun.isPlural) return false;
  const tokens = tokensOf(scene, role.sentence);
  const [roleHead, nameHead] = [tokens[role.head]!, tokens[name.head]!];
  if (roleHead.head === name.head) {
    if (TOGETHER.includes(roleHead.deprel)) return Math.abs(role.head - name.head) < 12;
    return false;
  }
  if (nameHead.head === role.head) {
    if (TOGETHER.includes(nameHead.deprel)) return Math.abs(role.head - name.head) < 12;
    return nameHead.deprel === 'nsubj' && isCopular(scene, role);
  }
  return false;
}

/** "Putin is the president of Russia". */
function isCopular(scene: Scene, role: Draft): boolean {
  return tokensOf(scene, role.sentence).some((token) => token.head === role.head && token.deprel === 'cop');
}
