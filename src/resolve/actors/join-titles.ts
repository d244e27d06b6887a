import { conjunctsOf, type Token } from '../../document/index.ts';
import { seatOf } from './find-roles.ts';
import { type Draft, mapDrafts, type RolePhrase, type Scene, type Sieve, tokensOf, wordOf } from './scene.ts';
import { roleFits } from './terms.ts';

interface Pair {
  readonly role: number;
  readonly name: number;
  readonly seat: string | null;
}

/** Ties a role phrase to the names that it stands beside: as title, in apposition, or as what the subject is said to be. */
export const joinTitles: Sieve = (scene) => {
  const pairs = pairsOf(scene);
  const titles = new Map(pairs.toReversed().map((pair) => [pair.name, pair]));
  return mapDrafts(scene, (draft, index) => {
    const names = pairs.filter(({ role }) => role === index).map(({ name }) => name);
    if (draft.role && names.length > 0)
      return { role: { ...draft.role, ...seatBehind(scene, draft.role, names), names } };
    const title = titles.get(index);
    return title === undefined ? null : { title: title.role, titleSeat: title.seat };
  });
};

/** "President William Ruto of Kenya": behind the name, the state is still the title's. */
function seatBehind(
  scene: Scene,
  role: RolePhrase,
  names: readonly number[],
): Pick<RolePhrase, 'seats' | 'seatDrafts'> {
  const { seats, seatDrafts } = role;
  const name = scene.drafts[names[0]!]!;
  const tokens = tokensOf(scene, name.sentence);
  if (seats.length > 0 || names.length > 1 || tokens[name.last + 1]?.form !== 'of') return { seats, seatDrafts };
  const at = tokens[name.last + 2]?.upos === 'DET' ? name.last + 3 : name.last + 2;
  const behind = scene.drafts.findIndex(
    (draft) => draft.sentence === name.sentence && draft.first === at && draft.form === 'name' && !draft.isNested,
  );
  const seat = behind < 0 ? null : seatOf(scene.drafts[behind]!);
  return seat === null ? { seats, seatDrafts } : { seats: [seat], seatDrafts: [behind] };
}

function pairsOf(scene: Scene): Pair[] {
  const indexed = scene.drafts.map((draft, index) => ({ draft, index }));
  const names = indexed.filter(({ draft }) => mayBePerson(draft));
  const taken = new Set<number>();
  const firms = indexed.filter(
    ({ draft }) => draft.nameType === 'ORG' || draft.senses.some((sense) => sense.form === 'organisation'),
  );
  const ofBodies = indexed
    .filter(({ draft }) => draft.role?.noun.kind === 'body')
    .flatMap(({ draft: role, index }): Pair[] => {
      const firm = firms.find(
        ({ draft }) => draft.sentence === role.sentence && draft.first === role.last + 1 && !draft.isNested,
      );
      return firm ? [{ role: index, name: firm.index, seat: null }] : [];
    });
  const ofPersons = indexed
    .filter(({ draft }) => isPersonRole(draft))
    .flatMap(({ draft: role, index }) => {
      const near = names.filter(({ draft }) => draft.sentence === role.sentence);
      const found = TESTS.map((test) => near.find(({ draft }) => test(scene, role, draft))).find(Boolean);
      if (!found || taken.has(found.index)) return [];
      const all = role.role!.noun.isPlural ? listFrom(scene, near, found) : [found];
      for (const { index: name } of all) taken.add(name);
      const { seats } = role.role!;
      const inOrder = seats.length > 1 && seats.length === all.length;
      return all.map(({ index: name }, i) => ({ role: index, name, seat: inOrder ? seats[i]! : null }));
    });
  return [...ofPersons, ...coordinatedTitles(scene, ofPersons), ...ofBodies];
}

/** "State Councilor and Foreign Minister Wang Yi": both titles are his. */
function coordinatedTitles(scene: Scene, pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap((pair) => {
    const second = scene.drafts[pair.role]!;
    if (second.role!.noun.isPlural || second.role!.isDefinite || second.role!.seats.length > 0) return [];
    const tokens = tokensOf(scene, second.sentence);
    if (tokens[second.first - 1]?.form !== 'and') return [];
    const first = scene.drafts.findIndex(
      (draft) =>
        draft.sentence === second.sentence &&
        draft.last === second.first - 2 &&
        isPersonRole(draft) &&
        !draft.role!.noun.isPlural,
    );
    return first < 0 || pairs.some(({ role }) => role === first) ? [] : [{ role: first, name: pair.name, seat: null }];
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

interface Indexed {
  readonly draft: Draft;
  readonly index: number;
}

/** A plural title is everybody's in the list that follows: "ministers Wang Yi, Sergei Lavrov and Subrahmanyam Jaishankar". */
function listFrom(scene: Scene, near: readonly Indexed[], first: Indexed): Indexed[] {
  const list = [first];
  const tokens = tokensOf(scene, first.draft.sentence);
  const together = new Set(conjunctsOf(scene.trees[first.draft.sentence]!, first.draft.head));
  for (const other of near.filter(({ draft }) => draft.first > first.draft.last)) {
    const between = tokens.slice(list.at(-1)!.draft.last + 1, other.draft.first);
    const isNext = between.every((token) => /^(,|;|and|&|as|well)$/iu.test(token.form)) && between.length <= 4;
    if (!isNext && !together.has(other.draft.head)) break;
    list.push(other);
  }
  return list;
}

type Test = (scene: Scene, role: Draft, name: Draft) => boolean;

const TESTS: readonly Test[] = [isTitle, isAppositionAfter, isAppositionBefore, isParsedTogether];

/** "President Vladimir Putin", "spokesman for the ministry Wang Wenbin"; "Prime Minister, Shinzo Abe" is not one. */
function isTitle(scene: Scene, role: Draft, name: Draft): boolean {
  if (name.first === role.last + 1) return true;
  const between = tokensOf(scene, role.sentence).slice(role.last + 1, name.first);
  const { honorifics } = scene.knowledge.cues.honorifics;
  if (name.first <= role.last) return false;
  if (between.length <= 2) return between.every((token) => wordOf(token) in honorifics || /^[.“"]$/u.test(token.form));
  return isRemit(between);
}

/** "Under Secretary for Civilian Security, Democracy, and Human Rights Uzra Zeya": what the office is for stands between. */
function isRemit(between: readonly Token[]): boolean {
  if (between.length > REACH || !['for', 'of'].includes(wordOf(between[0]!))) return false;
  const isNominal = (token: Token) =>
    ['NOUN', 'PROPN', 'ADJ', 'CCONJ', 'DET', 'ADP'].includes(token.upos) || token.form === ',';
  return (
    between.at(-1)!.form !== ',' &&
    between.slice(1).every((token) => isNominal(token) && /^(\p{Lu}|and$|the$|of$|,$)/u.test(token.form))
  );
}

/** "Wang Wenbin, a spokesman for the ministry, said": the phrase ends at a comma, a bracket or the sentence. */
function isAppositionAfter(scene: Scene, role: Draft, name: Draft): boolean {
  const tokens = tokensOf(scene, role.sentence);
  if (role.role!.noun.isPlural || role.first !== name.last + 2) return false;
  if (!/^[,(–—]$/u.test(tokens[name.last + 1]!.form)) return false;
  const next = tokens[role.last + 1];
  const isClosed =
    next === undefined || /^[,.;:)–—]$/u.test(next.form) || ['SCONJ', 'ADP', 'PRON', 'CCONJ'].includes(next.upos);
  return isClosed && !isList(scene, name, role);
}

/** "China's foreign minister, Qin Gang, said"; a plural one has its list: "his Greek and French counterparts, A and B". */
function isAppositionBefore(scene: Scene, role: Draft, name: Draft): boolean {
  const tokens = tokensOf(scene, role.sentence);
  if (isOwner(scene, role) && !isKnownAs(scene, role, name)) return false;
  const owner = ownedTo(scene, role);
  const last = owner && !isKnownAs(scene, owner, name) ? owner.last : role.last;
  if (name.first !== last + 2 || !/^[,(–—]$/u.test(tokens[last + 1]!.form)) return false;
  const next = tokens[name.last + 1];
  const isClosed = next === undefined || /^[,.;:)–—]$/u.test(next.form) || next.deprel === 'cc';
  if (role.role!.noun.isPlural) return isClosed && !isList(scene, role, name);
  return isClosed && next?.deprel !== 'cc' && !isList(scene, role, name);
}

/** "An adviser to the foreign minister, Jan Willems": whose people they are stands between the role and its name. */
function ownedTo(scene: Scene, role: Draft): Draft | undefined {
  const preposition = tokensOf(scene, role.sentence)[role.last + 1]?.form ?? '';
  if (!scene.knowledge.cues.titles.affiliationPrepositions.includes(preposition)) return undefined;
  return scene.drafts.find(
    (draft) => draft.sentence === role.sentence && draft.first === role.last + 2 && isPersonRole(draft),
  );
}

function isOwner(scene: Scene, role: Draft): boolean {
  return scene.drafts.some(
    (draft) => draft.sentence === role.sentence && isPersonRole(draft) && ownedTo(scene, draft) === role,
  );
}

/** "The envoy of the president, Emmanuel Macron": the base has him as the one, so the name is his. */
function isKnownAs({ knowledge }: Scene, { role }: Draft, { senses }: Draft): boolean {
  return senses.some(
    ({ form, target }) =>
      form === 'person' &&
      knowledge.officesOf(target).some((term) => roleFits(role!.noun, term, knowledge, { from: null, to: null })),
  );
}

/** A list of people rather than one with his title: the parse coordinates the two, and no semicolon or bracket sets them off. */
function isList(scene: Scene, left: Draft, right: Draft): boolean {
  const tokens = tokensOf(scene, right.sentence);
  const head = tokens[right.head]!;
  if (/^[;()]$/u.test(tokens[right.last + 1]?.form ?? '')) return false;
  return head.deprel === 'conj' && head.head >= left.first && head.head <= left.last;
}

const TOGETHER = ['appos', 'flat', 'nmod:desc', 'compound'];
/** Tokens between a title and a name that the parse puts together. */
const REACH = 12;

function isParsedTogether(scene: Scene, role: Draft, name: Draft): boolean {
  if (role.role!.noun.isPlural) return false;
  const tokens = tokensOf(scene, role.sentence);
  const [roleHead, nameHead] = [tokens[role.head]!, tokens[name.head]!];
  const isNear = Math.abs(role.head - name.head) < REACH;
  if (roleHead.head === name.head) return TOGETHER.includes(roleHead.deprel) && isNear;
  if (nameHead.head !== role.head) return false;
  if (TOGETHER.includes(nameHead.deprel)) return isNear;
  return nameHead.deprel === 'nsubj' && isCopular(scene, role);
}

/** "Putin is the president of Russia". */
function isCopular(scene: Scene, role: Draft): boolean {
  return tokensOf(scene, role.sentence).some((token) => token.head === role.head && token.deprel === 'cop');
}
