import { type Sentence, subtreeOf, type Token } from '../../document/index.ts';
import type { RoleNoun } from '../../knowledge/index.ts';
import {
  actorOf,
  type Draft,
  draftOver,
  type RolePhrase,
  type Scene,
  type Sieve,
  withDrafts,
  wordOf,
} from './scene.ts';

interface NounMatch {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly noun: RoleNoun;
}

/** Phrases around a role noun, with the states, bodies and owners that stand in them. */
export const findRoles: Sieve = (scene) => {
  const finder = new RoleFinder(scene);
  return withDrafts(
    scene,
    scene.doc.sentences.flatMap((sentence) => finder.phrasesIn(sentence)),
  );
};

/** Walks each sentence once; holds what the words of the dictionaries mean. */
class RoleFinder {
  readonly #scene: Scene;
  readonly #bySentence: Map<number, number[]>;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#bySentence = new Map();
    scene.drafts.forEach((draft, index) => {
      this.#bySentence.set(draft.sentence, [...(this.#bySentence.get(draft.sentence) ?? []), index]);
    });
  }

  phrasesIn(sentence: Sentence): Draft[] {
    const matches = this.matchesIn(sentence);
    const drafts = matches
      .map((match, i) => this.phraseOf(sentence, match, matches[i - 1], matches[i + 1]))
      .filter((draft) => draft !== null);
    return drafts.map((draft, i) => this.asListed(sentence, draft, drafts[i - 1]));
  }

  /** "Iranian individuals and entities": what stands before the first of a list is said of the next, where both are of one kind. */
  asListed(sentence: Sentence, draft: Draft, before: Draft | undefined): Draft {
    const role = draft.role!;
    if (before?.last !== draft.first - 2 || sentence.tokens[draft.first - 1]!.deprel !== 'cc') return draft;
    const { noun, seats, seatDrafts } = before.role!;
    const isBare =
      role.qualifier === null &&
      role.seats.length === 0 &&
      role.owner === null &&
      role.ownerToken === null &&
      !role.isDefinite;
    const isLed = seats.length > 0 && seatDrafts.every((seat) => this.#scene.drafts[seat]!.last < before.head);
    const isOneKind = this.#kindOf(noun) === this.#kindOf(role.noun);
    if (!isBare || !isLed || !isOneKind || !noun.isPlural || !role.noun.isPlural) return draft;
    return { ...draft, role: { ...role, seats, seatDrafts } };
  }

  /** Whose people they are by nature: "Turkish troops and rebels" are of two sides. */
  #kindOf({ sector }: RoleNoun): 'force' | 'foe' | 'other' {
    const { forces, foes } = this.#scene.knowledge.cues.groups;
    return forces.includes(sector) ? 'force' : foes.includes(sector) ? 'foe' : 'other';
  }

  matchesIn(sentence: Sentence): NounMatch[] {
    const found: NounMatch[] = [];
    for (let at = 0; at < sentence.tokens.length; ) {
      const match = this.matchAt(sentence, at);
      if (match) found.push(match);
      at = match ? match.last + 1 : at + 1;
    }
    return found;
  }

  matchAt(sentence: Sentence, at: number): NounMatch | null {
    const { tokens } = sentence;
    const { cues, rolePhrases } = this.#scene.knowledge;
    const { titles } = cues.honorifics;
    // "5 PM Monday" is no prime minister
    const isHour = tokens[at - 1]?.upos === 'NUM' || /^\p{Ll}+$/u.test(tokens[at]!.form);
    const abbreviated = isHour ? undefined : titles[wordOf(tokens[at]!)];
    if (abbreviated && tokens[at + 1]?.upos === 'PROPN') {
      const noun = rolePhrases.nouns.get(abbreviated);
      return noun ? { first: at, last: at, head: at, noun } : null;
    }
    const most = rolePhrases.longest.get(wordOf(tokens[at]!));
    if (most === undefined) return this.agentAt(sentence, at);
    const words: { word: string; index: number }[] = [];
    for (let i = at; i < tokens.length && words.length < most; i++) {
      if (/^[-‐–]$/u.test(tokens[i]!.form)) continue;
      words.push({ word: wordOf(tokens[i]!), index: i });
    }
    for (let length = words.length; length > 0; length--) {
      const noun = rolePhrases.nouns.get(
        words
          .slice(0, length)
          .map(({ word }) => word)
          .join(' '),
      );
      const last = words[length - 1]!.index;
      if (noun && this.isUsable(sentence, at, last, noun))
        return { first: at, last, head: headNoun(tokens, at, last), noun };
    }
    return this.agentAt(sentence, at);
  }

  /** Any other noun for people who act: "journalists", "a scientist", with the sector of agents.csv. */
  agentAt(sentence: Sentence, at: number): NounMatch | null {
    const token = sentence.tokens[at]!;
    if (token.upos !== 'NOUN') return null;
    const { heads, civil, sectors, notAgents } = this.#scene.knowledge.cues.groups;
    const lemma = token.lemma.toLowerCase();
    const sector = this.#scene.knowledge.sectorOf(lemma) ?? this.#scene.knowledge.sectorOf(wordOf(token));
    const isAgent = sector !== null && sectors.includes(sector) && !notAgents.includes(lemma);
    const isCivil = civil.includes(lemma);
    if (!isAgent && !isCivil && !heads.includes(lemma)) return null;
    const isPlural = token.feats.Number === 'Plur';
    const kind = isPlural ? 'people' : 'person';
    const noun: RoleNoun = {
      ...{
        term: wordOf(token),
        lemma,
        role: lemma,
        sector: isAgent ? sector : isCivil ? 'CVL' : 'GOV',
        kind,
        isPlural,
      },
      ...{ gender: null, implies: null },
    };
    return this.isUsable(sentence, at, at, noun) ? { first: at, last: at, head: at, noun } : null;
  }

  /** A role noun is a noun, and no part of somebody's name. */
  isUsable(sentence: Sentence, first: number, last: number, noun: RoleNoun): boolean {
    const head = sentence.tokens[headNoun(sentence.tokens, first, last)]!;
    if (isHyphenated(sentence, first, last)) return false;
    if (!['NOUN', 'PROPN'].includes(head.upos)) return head.upos === 'ADJ' && first < last;
    const covering = this.coveringName(sentence.index, first, last);
    if (!covering) return true;
    if (covering.form === 'group') return false;
    // "Gulf states": what is written small ends no name of a place
    const isPlace = covering.nameType === 'LOC' && !/^\p{Ll}/u.test(head.form);
    const isOwnName = covering.senses.length > 0 || covering.nameType === 'PER' || isPlace;
    return !isOwnName && noun.kind !== 'person';
  }

  coveringName(sentence: number, first: number, last: number): Draft | undefined {
    return (this.#bySentence.get(sentence) ?? [])
      .map((index) => this.#scene.drafts[index]!)
      .find((draft) => draft.first <= first && draft.last >= last && !draft.isNested);
  }

  phraseOf(
    sentence: Sentence,
    match: NounMatch,
    before: NounMatch | undefined,
    after: NounMatch | undefined,
  ): Draft | null {
    if (isBodyOfNext(sentence, match, after)) return null;
    const left = this.readLeft(sentence, match, before);
    const right = this.readRight(sentence, match, left.seats.length === 0 && left.ownerToken === null);
    const seats = [...left.seats, ...right.seats];
    if (match.noun.implies && seats.length === 0) seats.push({ seat: match.noun.implies, draft: null });
    const role: RolePhrase = {
      noun: match.noun,
      seats: [...new Set(seats.map(({ seat }) => seat))],
      seatDrafts: seats.flatMap(({ draft }) => (draft === null ? [] : [draft])),
      owner: left.owner,
      ownerToken: left.ownerToken,
      body: left.body ?? right.body,
      bodyDraft: right.bodyDraft,
      tense: left.tense ?? right.tense ?? 'now',
      isDefinite: left.isDefinite,
      isIndefinite: left.isIndefinite,
      count: left.count,
      qualifier: left.qualifier,
      names: [],
    };
    const last = Math.max(match.last, right.last);
    const kind = match.noun.kind === 'people' || match.noun.isPlural ? 'group' : 'role';
    return { ...draftOver(this.#scene, sentence.index, left.first, last, match.head), kind, form: 'role', role };
  }

  readLeft(sentence: Sentence, match: NounMatch, before: NounMatch | undefined) {
    const { tokens } = sentence;
    const { titles } = this.#scene.knowledge.cues;
    const seats: { seat: string; draft: number | null }[] = [];
    let first = match.first;
    let owner: number | null = null;
    let ownerToken: number | null = null;
    let body: string | null = null;
    let tense: RolePhrase['tense'] | null = null;
    let [isDefinite, isIndefinite] = [false, false];
    let count: number | null = null;
    const qualifier: string[] = [];
    for (let at = match.first - 1; at >= 0; ) {
      const token = tokens[at]!;
      const word = wordOf(token);
      const name = this.nameEndingAt(sentence.index, at);
      if (before && at <= before.last && at >= before.first && before.noun.kind === 'body' && body === null) {
        body = before.noun.role;
        if (before.noun.implies) seats.unshift({ seat: before.noun.implies, draft: null });
        first = before.first;
        at = before.first - 1;
        continue;
      }
      if (name !== null) {
        const draft = this.#scene.drafts[name]!;
        const seat = seatOf(draft);
        if (seat === null) {
          const region = draft.senses.find((sense) => sense.form === 'region-adjective' || sense.form === 'region');
          const home = this.homeOf(draft, match);
          if (home !== null) seats.unshift({ seat: home, draft: name });
          else if (region) qualifier.unshift(draft.text);
          else if (!mayOwn(draft) || owner !== null) break;
          else owner = name;
        } else {
          seats.unshift({ seat, draft: name });
          body ??= bodyRoleOf(draft);
        }
        first = draft.first;
        at = draft.first - 1;
        continue;
      }
      if (word === "'s" || word === "'") {
        const possessor = this.nameEndingAt(sentence.index, at - 1);
        if (possessor === null) {
          ownerToken = at - 1;
          first = this.startOfOwner(sentence, at - 1);
          break;
        }
        const draft = this.#scene.drafts[possessor]!;
        const seat = seatOf(draft);
        if (seat === null) owner = possessor;
        else {
          seats.unshift({ seat, draft: possessor });
          body ??= bodyRoleOf(draft);
        }
        first = draft.first;
        break;
      }
      if (token.upos === 'DET' || token.deprel === 'nmod:poss' || token.deprel === 'det:poss') {
        if (token.upos === 'DET' && ['the', 'this', 'that', 'these', 'those', 'both'].includes(word)) isDefinite = true;
        else if (token.upos === 'DET') isIndefinite = true;
        if (token.upos === 'PRON' || token.deprel.endsWith(':poss')) ownerToken = at;
        if (token.upos === 'DET' || token.upos === 'PRON') first = at;
        break;
      }
      if (titles.ethnic.includes(word)) {
        // "ethnic Albanian guerrillas" are not Albania's
        qualifier.unshift(
          token.form,
          ...seats.map(({ draft }) => (draft === null ? '' : this.#scene.drafts[draft]!.text)),
        );
        seats.length = 0;
      } else if (titles.former.includes(word)) tense = 'former';
      else if (titles.incoming.includes(word)) tense = 'incoming';
      else if (titles.then.includes(word)) tense = 'then';
      else if (this.#scene.knowledge.cues.sets.numerals[word] !== undefined) {
        count = this.#scene.knowledge.cues.sets.numerals[word]!;
      } else if (this.#scene.knowledge.cues.groups.qualifiers.includes(word)) qualifier.unshift(token.form);
      else if (word === 'and' && seats.length > 0 && this.isSeatEndingAt(sentence.index, at - 1)) {
        at--;
        continue;
      } else if (word === ',' && seats.length > 0 && this.isSeatEndingAt(sentence.index, at - 1)) {
        at--;
        continue;
      } else if (!isModifierToken(token, tokens, match.head)) break;
      first = at;
      at--;
    }
    return {
      first,
      seats,
      owner,
      ownerToken,
      body,
      tense,
      isDefinite,
      isIndefinite,
      count,
      qualifier: qualifier.join(' ') || null,
    };
  }

  /** "The country's foreign minister" begins with "The": what the noun that owns the role brings with it. */
  startOfOwner(sentence: Sentence, owner: number): number {
    return subtreeOf(this.#scene.trees[sentence.index]!, owner)[0] ?? owner;
  }

  /** "of China", "for the Houthi movement", "of the foreign ministry", "-elect". */
  readRight(sentence: Sentence, match: NounMatch, mayShare: boolean) {
    const { tokens } = sentence;
    const { titles } = this.#scene.knowledge.cues;
    const seats: { seat: string; draft: number }[] = [];
    let last = match.last;
    let body: string | null = null;
    let bodyDraft: number | null = null;
    let tense: RolePhrase['tense'] | null = null;
    if (
      tokens[last + 1] &&
      /^[-‐–]$/u.test(tokens[last + 1]!.form) &&
      titles.incoming.includes(wordOf(tokens[last + 2] ?? tokens[last]!))
    ) {
      tense = 'incoming';
      last += 2;
    }
    const seated = titles.seated.includes(tokens[last + 1] ? wordOf(tokens[last + 1]!) : '') ? last + 2 : last + 1;
    const of = tokens[(mayShare ? this.sharedOf(sentence, last + 1) : null) ?? seated];
    if (titles.apart.includes(match.noun.lemma)) return { last, seats, body, bodyDraft, tense };
    // "its troops from Niger": whose they are is said already, and where they leave is no owner
    const isOrigin = of !== undefined && titles.originPrepositions.includes(wordOf(of)) && !mayShare;
    const isOwned =
      of !== undefined &&
      !isOrigin &&
      (titles.ofPrepositions.includes(wordOf(of)) || (mayShare && this.isRootedBy(match, of)));
    if (!isOwned) return { last, seats, body, bodyDraft, tense };
    const isShared = of.index > seated;
    let at = of.index + 1;
    while (
      tokens[at]?.upos === 'DET' ||
      (tokens[at]?.upos === 'ADJ' && this.nameStartingAt(sentence.index, at) === null)
    )
      at++;
    const inner = this.matchAt(sentence, at);
    if (inner && inner.noun.kind === 'body') {
      body = inner.noun.role;
      last = inner.last;
      if (tokens[last + 1] && wordOf(tokens[last + 1]!) === 'of') at = last + 2;
    }
    for (let name = this.nameStartingAt(sentence.index, at); name !== null; ) {
      const draft = this.#scene.drafts[name]!;
      const seat = seatOf(draft);
      if (seat === null && draft.nameType !== 'ORG') break;
      // "victims of the Russian assault" are not Russians
      if (
        draft.form === 'adjective' &&
        tokens[draft.last + 1]?.upos === 'NOUN' &&
        !this.matchAt(sentence, draft.last + 1)
      )
        break;
      const isMatter = wordOf(of) === 'for' && titles.sentFor.includes(match.noun.role) && !seat?.includes(':');
      if (isMatter) break;
      if (seat !== null) seats.push({ seat, draft: name });
      else {
        body ??= draft.text;
        bodyDraft ??= name;
      }
      body ??= bodyRoleOf(draft);
      last = draft.last;
      // "the leader of Cuba's military": of the military, not of Cuba
      const owned =
        tokens[last + 1] && /^['’]s?$/u.test(tokens[last + 1]!.form) && seat !== null
          ? this.matchAt(sentence, last + 2)
          : null;
      if (owned?.noun.kind === 'body' && body === null) {
        body = owned.noun.role;
        last = owned.last;
        break;
      }
      const next = tokens[last + 1];
      const joined = next && ['and', ','].includes(wordOf(next)) ? this.nameStartingAt(sentence.index, last + 2) : null;
      const following = tokens[last + 1] ? this.matchAt(sentence, last + 1) : null;
      if (following?.noun.kind === 'body' && body === null) {
        body = following.noun.role;
        last = following.last;
      }
      name = joined !== null && match.noun.isPlural && seatOf(this.#scene.drafts[joined]!) !== null ? joined : null;
    }
    return { last: isShared ? match.last : last, seats, body, bodyDraft, tense };
  }

  /** "Chechen rebels", "Tamil protesters": the state of a region or people, for those who are up against it. */
  homeOf(draft: Draft, { noun }: NounMatch): string | null {
    if (!noun.isPlural || !this.#scene.knowledge.cues.groups.foes.includes(noun.sector)) return null;
    const actor = draft.outcome?.actors[0];
    return actor !== undefined && /^(plc|grp):/u.test(actor) ? (actorOf(this.#scene, actor)?.country ?? null) : null;
  }

  /** "Rebels in the Ivory Coast", "the junta in Niger": of the land where they are. */
  isRootedBy({ noun }: NounMatch, preposition: Token): boolean {
    const { sectors, roles, prepositions, guests } = this.#scene.knowledge.cues.groups.rooted;
    if (!prepositions.includes(wordOf(preposition)) || guests.includes(noun.lemma)) return false;
    return noun.kind === 'body' ? roles.includes(noun.role) : noun.isPlural && sectors.includes(noun.sector);
  }

  /** "The government and people of Kenya": where the "of" stands that the noun behind "and" shares with the one before. */
  sharedOf(sentence: Sentence, at: number): number | null {
    const { tokens } = sentence;
    if (!tokens[at] || wordOf(tokens[at]!) !== 'and') return null;
    const isArticle = tokens[at + 1]?.upos === 'DET';
    const other = tokens[at + 1] ? this.matchAt(sentence, isArticle ? at + 2 : at + 1) : null;
    const of = other ? tokens[other.last + 1] : undefined;
    return of && wordOf(of) === 'of' ? of.index : null;
  }

  nameEndingAt(sentence: number, at: number): number | null {
    return this.nameWhere(sentence, (draft) => draft.last === at);
  }

  /** "Russian and Chinese officials": the word before "and" is a state too, no person. */
  isSeatEndingAt(sentence: number, at: number): boolean {
    const name = this.nameEndingAt(sentence, at);
    return name !== null && seatOf(this.#scene.drafts[name]!) !== null;
  }

  nameStartingAt(sentence: number, at: number): number | null {
    return this.nameWhere(sentence, (draft) => draft.first === at);
  }

  nameWhere(sentence: number, test: (draft: Draft) => boolean): number | null {
    const found = (this.#bySentence.get(sentence) ?? []).filter((index) => test(this.#scene.drafts[index]!));
    const whole = found.find((index) => !this.#scene.drafts[index]!.isNested);
    return whole ?? found[0] ?? null;
  }
}

/** "Foreign Ministry" right before "spokesman": told with it, no mention of its own. */
function isBodyOfNext(sentence: Sentence, match: NounMatch, after: NounMatch | undefined): boolean {
  if (!after || after.noun.kind === 'body' || after.noun.kind === 'people' || match.noun.kind !== 'body') return false;
  const between = sentence.tokens.slice(match.last + 1, after.first);
  return between.every((token) => token.upos === 'ADJ' || token.upos === 'NOUN' || token.upos === 'PROPN');
}

/** "people-to-people", "government-to-government": part of a compound word. */
function isHyphenated(sentence: Sentence, first: number, last: number): boolean {
  const [before, after] = [sentence.tokens[first - 1], sentence.tokens[last + 1]];
  const isJoined = (hyphen: Token | undefined, gap: boolean) =>
    hyphen !== undefined && /^[-‐]$/u.test(hyphen.form) && gap;
  return (
    isJoined(
      after,
      after?.start === sentence.tokens[last]!.end &&
        sentence.tokens[last + 2]?.start === after.end &&
        !['elect', 'designate'].includes(sentence.tokens[last + 2]?.form ?? ''),
    ) ||
    isJoined(before, before?.end === sentence.tokens[first]!.start && sentence.tokens[first - 2]?.end === before.start)
  );
}

/** The noun before "of" or "in": "commander" of "commander-in-chief". */
function headNoun(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first + 1; i <= last; i++)
    if (tokens[i]!.upos === 'ADP') return isHyphen(tokens[i - 1]!) ? i - 2 : i - 1;
  return last;
}

function isHyphen({ form }: Token): boolean {
  return /^[-‐–]$/u.test(form);
}

function isModifierToken(token: Token, tokens: readonly Token[], head: number): boolean {
  if (/^[-‐–]$/u.test(token.form)) return true;
  if (!['ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'VERB'].includes(token.upos)) return false;
  if (token.upos === 'VERB' || token.upos === 'ADV')
    return (
      token.deprel === 'amod' ||
      (token.deprel === 'advmod' &&
        token.head > token.index &&
        token.head <= head &&
        tokens[token.head]!.upos === 'ADJ')
    );
  return token.head > token.index && token.head <= head + 1
    ? true
    : token.upos === 'ADJ' && token.deprel === 'amod' && token.head >= head;
}

/** The state or organisation that a name gives to the role beside it: "Chinese", "Beijing", "NATO", "Hamas". */
export function seatOf(draft: Draft): string | null {
  if (draft.form !== 'name' && draft.form !== 'adjective') return null;
  const actor = draft.outcome?.actors[0];
  if (actor === undefined || /^(per|plc|city):/u.test(actor)) return null;
  return actor.split('.')[0]!;
}

/** "the Ortega regime", "Boeing executives": a person, or a body that the base does not know. */
function mayOwn(draft: Draft): boolean {
  return draft.form === 'name' && draft.outcome === null && draft.senses.every((sense) => sense.form === 'person');
}

/** "Kremlin spokesman", "State Department official": the body that the name itself is. Its suffix, such as GOV.MFA. */
function bodyRoleOf(draft: Draft): string | null {
  const sense = draft.senses.find((candidate) => candidate.form === 'body' || candidate.form === 'building');
  const point = sense?.target.indexOf('.') ?? -1;
  return sense && point > 0 ? sense.target.slice(point + 1) : null;
}
