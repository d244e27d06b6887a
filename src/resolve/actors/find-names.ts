import type { NameSpan, Sentence, Token } from '../../document/index.ts';
import { generationOf, type NameMatch, type NameSense } from '../../knowledge/index.ts';
import { type Draft, draftOver, headOfSpan, type Scene, type Sieve, withDrafts, wordOf } from './scene.ts';
import { foremostTerm } from './terms.ts';

/** A stretch of tokens that carries a name, with what the base and the language core say of it. */
interface Found {
  readonly first: number;
  readonly last: number;
  readonly senses: readonly NameSense[];
  readonly type: NameSpan['type'] | null;
  readonly isNested: boolean;
}

/** Names of the base and names that the language core found, united: the longer wins, nested ones stay beside it. */
export const findNames: Sieve = (scene) =>
  withDrafts(
    scene,
    scene.doc.sentences.flatMap((sentence) => namesOf(scene, sentence).map((found) => draftOf(scene, sentence, found))),
  );

function draftOf(scene: Scene, sentence: Sentence, found: Found): Draft {
  const { first, last } = trimArticle(sentence, found);
  const head = headOfSpan(sentence.tokens, first, last);
  const isAdjective = found.senses.length > 0 && found.senses.every((sense) => sense.form.endsWith('adjective'));
  return {
    ...draftOver(scene, sentence.index, first, last, head),
    form: isAdjective || (isModifier(sentence, head) && hasAdjective(found)) ? 'adjective' : 'name',
    nameType: found.type,
    senses: found.senses,
    isNested: found.isNested,
    honorific: honorificBefore(scene, sentence, first),
  };
}

function hasAdjective(found: Found): boolean {
  return found.senses.some((sense) => sense.form === 'adjective');
}

function isModifier(sentence: Sentence, head: number): boolean {
  return sentence.tokens[head]!.deprel === 'amod';
}

function trimArticle(sentence: Sentence, found: Found): { first: number; last: number } {
  let { first, last } = found;
  while (first < last && /^(the|a|an)$/iu.test(sentence.tokens[first]!.form) && found.senses.length === 0) first++;
  while (last > first && /^(['’]s?|[.,])$/u.test(sentence.tokens[last]!.form)) last--;
  return { first, last };
}

function honorificBefore(scene: Scene, sentence: Sentence, first: number): 'm' | 'f' | null {
  const before = sentence.tokens[first - 1];
  return before ? (scene.knowledge.cues.honorifics.honorifics[wordOf(before)] ?? null) : null;
}

function namesOf(scene: Scene, sentence: Sentence): Found[] {
  const { text } = scene.doc.report;
  const matches = scene.knowledge.names.match(text, sentence.start, sentence.end).flatMap((match) => {
    const span = tokenSpan(sentence, match);
    const senses = span ? plausibleSenses(scene, sentence, match, span) : [];
    if (!span || senses.length === 0) return [];
    return [
      withGeneration(scene, sentence, { ...withoutSharedArticle(sentence, span), senses, type: null, isNested: false }),
    ];
  });
  const shared = matches.flatMap((match) => sharedName(scene, sentence, match) ?? []);
  const isShared = ({ first, last }: NameSpan) => shared.some((found) => first === found.first && last > found.last);
  return unite(
    [...matches, ...shared].sort((a, b) => a.first - b.first),
    mergeNames(
      [...sentence.names, ...missedNames(scene, sentence)]
        .filter((name) => !isShared(name))
        .flatMap((name) => cutTitles(scene, sentence, cutEdges(sentence, name))),
    ),
    (name, match) => isFormalName(scene, sentence, name, match),
  );
}

/** "Donald Trump Jr.", where the base knows only his father: the name is longer, and nobody's of the base. */
function withGeneration({ knowledge }: Scene, { tokens }: Sentence, found: Found): Found {
  const isComma = tokens[found.last + 1]?.form === ',';
  const last = found.last + (isComma ? 2 : 1);
  const isPerson = found.senses.some(({ form }) => form === 'person');
  if (!isPerson || tokens[last] === undefined || generationOf(tokens[last].form, knowledge.cues) === null) return found;
  return { ...found, last, senses: [], type: 'PER' };
}

/** "The Sahel Peace Assembly": the article of "the Sahel" is that of the longer name, which begins behind it. */
function withoutSharedArticle({ tokens, names }: Sentence, { first, last }: { first: number; last: number }) {
  const isArticle = first < last && tokens[first]!.upos === 'DET';
  const isLonger = names.some((name) => name.first === first + 1 && name.last > last);
  return isArticle && isLonger ? { first: first + 1, last } : { first, last };
}

/** "North and South Korea": the word before "and" is a state's name with what the next one ends in. */
function sharedName({ knowledge }: Scene, { tokens }: Sentence, { first, last, senses }: Found): Found | null {
  const word = tokens[first - 2];
  if (word === undefined || tokens[first - 1]!.upos !== 'CCONJ' || !senses.some(({ form }) => form === 'state'))
    return null;
  const rest = tokens.slice(first + 1, last + 1).map(({ form }) => form);
  const states = knowledge.names.lookUp([word.form, ...rest].join(' ')).filter(({ form }) => form === 'state');
  if (rest.length === 0 || states.length === 0) return null;
  return { first: word.index, last: word.index, senses: states, type: 'LOC', isNested: false };
}

/** "FM Lapid", "told Ban", where the core sees no name: proper nouns behind a short title are somebody's, and so is the family name of a leader of that day. */
function missedNames(scene: Scene, { tokens, names }: Sentence): NameSpan[] {
  const { titles } = scene.knowledge.cues.honorifics;
  const isFree = (at: number) =>
    tokens[at]?.upos === 'PROPN' && !names.some((name) => name.first <= at && at <= name.last);
  return tokens.flatMap((token): NameSpan[] => {
    const first = token.index + 1;
    if (!isFree(first)) return [];
    const isTitled = titles[wordOf(token)] !== undefined && !/^\p{Ll}/u.test(token.form);
    // "in May" is a month
    const isPlaced = scene.knowledge.cues.readings.placePrepositions.includes(wordOf(token));
    const isAlone = token.upos !== 'PROPN' && !isPlaced && tokens[first + 1]?.upos !== 'PROPN';
    if (!isTitled && !(isAlone && isFamousThen(scene, tokens[first]!))) return [];
    let last = first;
    while (isFree(last + 1)) last++;
    const { start } = tokens[first]!;
    const { end } = tokens[last]!;
    return [{ type: 'PER', first, last, start, end, text: scene.doc.report.text.slice(start, end) }];
  });
}

function isFamousThen({ knowledge, days }: Scene, { form, deprel }: Token): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(form) || !/^(nsubj|i?obj|obl|nmod|conj)/u.test(deprel)) return false;
  return knowledge.personsBySurname(form).some(({ id, rank }) => rank >= LEADER && foremostTerm(knowledge, id, days));
}

/** Rank of a head of state, of government or of a world body. */
const LEADER = 5;

/** "Republic of South Korea", "Kingdom of Morocco": a form of state before the name of one, also where the base lacks the whole. */
function isFormalName(scene: Scene, sentence: Sentence, name: NameSpan, match: Found): boolean {
  if (match.last !== name.last || match.first <= name.first || match.senses[0]?.form !== 'state') return false;
  const before = sentence.tokens.slice(name.first, match.first).map(wordOf);
  const form = before.at(-1) === 'the' ? before.slice(0, -1) : before;
  return form.at(-1) === 'of' && scene.knowledge.cues.ambiguous.stateForms.includes(form.at(-2) ?? '');
}

/** "The President" is no name, nor is an address, and "State Councilor Wang" is one of a single word, although the core may take it otherwise. */
function cutTitles(scene: Scene, sentence: Sentence, name: NameSpan): NameSpan[] {
  const { roleNouns, cues } = scene.knowledge;
  const words = sentence.tokens.slice(name.first, name.last + 4).map(wordOf);
  const own = name.last - name.first + 1;
  if (own === 1 && (isCalendarWord(scene, words[0]!) || words[0]!.includes('@'))) return [];
  const isAbbreviated = cues.honorifics.titles[words[0]!] !== undefined && !/^\p{Ll}/u.test(name.text);
  if (isAbbreviated && sentence.tokens[name.first + 1]?.upos === 'PROPN') {
    return own === 1 ? [] : [{ ...startingAt(sentence, name, name.first + 1), type: 'PER' }];
  }
  for (let length = Math.min(words.length, 6); length > 0; length--) {
    if (!roleNouns.has(words.slice(0, length).join(' '))) continue;
    if (length >= own) return [];
    if (name.type !== 'PER') break;
    const first = name.first + length;
    // "President of Russia" is an office and no name
    if (cues.titles.ofPrepositions.includes(wordOf(sentence.tokens[first]!))) return [];
    return [startingAt(sentence, name, first)];
  }
  const begun = titleTail(scene, sentence, name);
  if (begun > 0) {
    if (begun >= own) return [];
    return [startingAt(sentence, name, name.first + begun)];
  }
  if (own === 1 && cues.honorifics.suffixes.includes(words[0]!)) return [];
  const isGroup = own === 1 && cues.groups.heads.includes(words[0]!.replace(/ies$/u, 'y').replace(/s$/u, ''));
  return isGroup ? [] : [name];
}

/** "With Sunday's signings": no name, unless somebody in the base is called so ("May"). */
function isCalendarWord({ knowledge }: Scene, word: string): boolean {
  return knowledge.cues.nouns.measures.includes(word) && knowledge.personsBySurname(word).length === 0;
}

function startingAt(sentence: Sentence, name: NameSpan, first: number): NameSpan {
  const { start } = sentence.tokens[first]!;
  return { ...name, first, start, text: name.text.slice(start - name.start) };
}

/** "Mahan Air of", "the Htoo Group and": no name ends in a preposition or conjunction. */
function cutEdges(sentence: Sentence, name: NameSpan): NameSpan {
  let { first, last } = name;
  // "of Russia": a preposition in lower case begins no name
  while (first < last && sentence.tokens[first]!.upos === 'ADP' && /^\p{Ll}/u.test(sentence.tokens[first]!.form))
    first++;
  while (
    last > first &&
    ['ADP', 'CCONJ', 'DET', 'PUNCT'].includes(sentence.tokens[last]!.upos) &&
    sentence.tokens[last]!.form !== '.'
  )
    last--;
  const start = sentence.tokens[first]!.start;
  const end = sentence.tokens[last]!.end;
  return { ...name, first, last, start, end, text: name.text.slice(start - name.start, end - name.start) };
}

/** How many words of a name end a role noun that begins before it: "Minister of [Interior Taoufik Charfeddine]". */
function titleTail(scene: Scene, sentence: Sentence, name: NameSpan): number {
  const { roleNouns } = scene.knowledge;
  for (let before = 1; before <= 4 && name.first - before >= 0; before++) {
    for (let inside = Math.min(3, name.last - name.first + 1); inside > 0; inside--) {
      const words = sentence.tokens.slice(name.first - before, name.first + inside).map(wordOf);
      if (roleNouns.has(words.join(' '))) return inside;
    }
  }
  return 0;
}

/** Two names of one kind side by side are one: "66th" and "Light Infantry Division". Persons stand apart. */
function mergeNames(names: readonly NameSpan[]): NameSpan[] {
  const merged: NameSpan[] = [];
  for (const name of names) {
    const before = merged.at(-1);
    const isJoined = before && before.type === 'ORG' && name.type === 'ORG' && before.last + 1 === name.first;
    if (isJoined)
      merged[merged.length - 1] = { ...before, last: name.last, end: name.end, text: `${before.text} ${name.text}` };
    else merged.push(name);
  }
  return merged;
}

function tokenSpan(sentence: Sentence, match: NameMatch): { first: number; last: number } | null {
  const first = sentence.tokens.findIndex((token) => token.end > match.start);
  let last = first;
  while (last + 1 < sentence.tokens.length && sentence.tokens[last + 1]!.start < match.end) last++;
  if (first < 0 || sentence.tokens[first]!.start < match.start) return null;
  const rest = sentence.tokens[last]!.end - match.end;
  return rest <= 0 || /^[-–’'.]/u.test(sentence.tokens[last]!.form.slice(-rest)) ? { first, last } : null;
}

/** Drops senses that only chance gives: a city that nobody takes for a place, an acronym that is also a plain word. */
function plausibleSenses(
  scene: Scene,
  sentence: Sentence,
  match: NameMatch,
  span: { first: number; last: number },
): readonly NameSense[] {
  const core = sentence.names.find((name) => name.first <= span.last && name.last >= span.first);
  const words = match.end - match.start;
  const surface = scene.doc.report.text.slice(match.start, match.end);
  const isPlain = scene.knowledge.cues.ambiguous.plainWords.includes(surface);
  const token = sentence.tokens[span.first]!;
  return match.senses.filter((sense) => {
    if (isPlain && (!core || core.type === 'PER') && !isCapitalAcronym(scene, sentence, span)) return false;
    if (span.first === span.last && token.upos === 'VERB' && !core) return false;
    if (sense.form === 'city')
      return core ? core.type === 'LOC' : isAfterLocative(scene, sentence, span.first) && words > 3;
    if (sense.form === 'region' || sense.form === 'region-adjective') return core?.type !== 'PER';
    if (sense.form === 'person' && span.first === span.last) return core?.type === 'PER' || !core;
    return true;
  });
}

/** "Loyal to IS", "IS seized the town": in capitals where nothing else is, behind a preposition or at the beginning; "Russia IS NOT" is a verb. */
function isCapitalAcronym(scene: Scene, sentence: Sentence, { first, last }: { first: number; last: number }): boolean {
  const { form, upos } = sentence.tokens[first]!;
  const isCapitals = (word: string) => /^\p{Lu}{2,}$/u.test(word);
  const others = sentence.tokens.filter(({ form: word }) => isCapitals(word) && word !== form);
  if (
    first !== last ||
    !isCapitals(form) ||
    others.some((other) => scene.knowledge.names.lookUp(other.form).length === 0)
  )
    return false;
  const [before, next] = [sentence.tokens[first - 1], sentence.tokens[last + 1]];
  const isOpening = (before === undefined || before.upos === 'PUNCT') && /^(VERB|AUX)$/u.test(next?.upos ?? '');
  return upos === 'PROPN' || isOpening || before?.upos === 'ADP';
}

function isAfterLocative(scene: Scene, sentence: Sentence, first: number): boolean {
  const before = sentence.tokens[first - 1];
  return before !== undefined && scene.knowledge.cues.readings.placePrepositions.includes(wordOf(before));
}

/** Where a name of the base and one of the core overlap, the longer is the mention; the base's names inside it stay as nested ones. */
function unite(
  matches: readonly Found[],
  names: readonly NameSpan[],
  isFormalName: (name: NameSpan, match: Found) => boolean,
): Found[] {
  const covers = (a: { first: number; last: number }, b: { first: number; last: number }) =>
    a.first <= b.first && a.last >= b.last;
  const overlaps = (a: { first: number; last: number }, b: { first: number; last: number }) =>
    a.first <= b.last && b.first <= a.last;
  const isMadeOf = (name: NameSpan) => {
    const inside = matches.filter((match) => covers(name, match));
    return (
      inside.length > 1 &&
      inside.reduce((sum, match) => sum + match.last - match.first + 1, 0) === name.last - name.first + 1
    );
  };
  const united: Found[] = matches.map((match) => {
    const name = names.find((candidate) => overlaps(candidate, match));
    const isInside = name !== undefined && covers(name, match) && !covers(match, name);
    return { ...match, type: name?.type ?? null, isNested: isInside && !isSamePerson(name, match) && !isMadeOf(name) };
  });
  const free = names.filter(
    (name) =>
      !isMadeOf(name) &&
      !matches.some(
        (match) =>
          (overlaps(name, match) && !covers(name, match)) ||
          covers(match, name) ||
          (isSamePerson(name, match) && covers(name, match)),
      ),
  );
  const alone = free.map(
    (name): Found => ({
      ...{ first: name.first, last: name.last, type: name.type, isNested: false },
      senses: matches.find((match) => isFormalName(name, match))?.senses ?? [],
    }),
  );
  const isTaken = (found: Found) =>
    free.some((name) => covers(name, found) && (name.type === 'PER' || isFormalName(name, found)));
  const kept = united.filter((found) => !found.isNested || !isTaken(found));
  return [...kept, ...alone].sort((a, b) => a.first - b.first || b.last - a.last);
}

/** "Mr Xi Jinping" as the core cuts it is the base's "Xi Jinping". */
function isSamePerson(name: NameSpan, match: Found): boolean {
  return name.type === 'PER' && match.senses.some((sense) => sense.form === 'person') && match.last > match.first;
}
