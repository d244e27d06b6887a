import type { Token } from '../../document/index.ts';
import type { SetNoun } from '../../knowledge/index.ts';
import {
  type Draft,
  draftOver,
  mapDrafts,
  type Scene,
  type SetPhrase,
  type Sieve,
  tokensOf,
  withDrafts,
  wordOf,
} from './scene.ts';

/** "The two leaders", "both sides", "the pair", "the presidents": phrases for parties named before. */
export const findSets: Sieve = (scene) => {
  const sets = scene.doc.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token) => {
      const set = setAt(scene, sentence.index, token);
      return set ? [set] : [];
    }),
  );
  const byHead = new Map(sets.map((set) => [`${set.sentence}:${set.head}`, set]));
  const turned = mapDrafts(scene, (draft) => {
    const always = byHead.get(`${draft.sentence}:${draft.head}`);
    if (always?.set?.noun.states && draft.form === 'name') return { ...always, role: null };
    if (!draft.role || draft.role.seats.length > 0 || draft.role.names.length > 0 || draft.role.owner !== null)
      return null;
    if (draft.role.qualifier !== null) return null;
    const set = byHead.get(`${draft.sentence}:${draft.head}`)?.set ?? setOfRole(draft);
    return set ? { form: 'set', kind: 'group', set, role: null } : null;
  });
  const isTaken = (set: Draft) =>
    scene.drafts.some((draft) => draft.sentence === set.sentence && draft.first <= set.head && draft.last >= set.head);
  return withDrafts(
    turned,
    sets.filter((set) => !isTaken(set)),
  );
};

/** "The foreign ministers", "both prime ministers": a plural office without a state. */
function setOfRole(draft: Draft): SetPhrase | null {
  const { noun, isDefinite, count } = draft.role!;
  if (!noun.isPlural || noun.kind !== 'office' || (!isDefinite && count === null)) return null;
  return { noun: { of: 'person', role: noun.role }, count };
}

function setAt(scene: Scene, sentence: number, token: Token): Draft | null {
  const { sets } = scene.knowledge.cues;
  const tokens = tokensOf(scene, sentence);
  const at = token.index;
  const word = wordOf(token);
  const before = wordOf(tokens[at - 1] ?? token);
  if (sets.bare.includes(word) && token.upos === 'NOUN' && ['the', 'this'].includes(before)) {
    return setDraft(scene, sentence, at - 1, at, { noun: { of: 'any' }, count: sets.numerals[word] ?? 2 });
  }
  if (isBareNumeral(scene, sentence, token)) {
    return setDraft(scene, sentence, before === 'the' ? at - 1 : at, at, {
      noun: { of: 'any' },
      count: sets.numerals[word]!,
    });
  }
  const noun = sets.nouns[token.lemma.toLowerCase()] ?? sets.nouns[word];
  if (!noun || !['NOUN', 'PROPN'].includes(token.upos)) return null;
  const opening = openingOf(scene, sentence, at);
  if (!opening && (!isPluralNoun(token) || (!noun.states && !isDefinitePlural(before, noun)))) return null;
  const first = opening?.first ?? (before === 'the' ? at - 1 : at);
  return setDraft(scene, sentence, first, at, { noun, count: opening?.count ?? null });
}

function isPluralNoun(token: Token): boolean {
  return token.feats.Number === 'Plur' || token.form.toLowerCase().endsWith('s');
}

/** "The presidents", "the parties": those that were named; "the countries" and "the men" say too little. */
function isDefinitePlural(before: string, noun: SetNoun): boolean {
  return before === 'the' && noun.of !== 'state' && (noun.of === 'any' || noun.role !== undefined);
}

/** "The two discussed …", "both agreed": a numeral that is itself the subject or object. */
function isBareNumeral(scene: Scene, sentence: number, token: Token): boolean {
  const tokens = tokensOf(scene, sentence);
  const word = wordOf(token);
  if (scene.knowledge.cues.sets.numerals[word] === undefined || !['NUM', 'PRON', 'DET'].includes(token.upos))
    return false;
  if (word !== 'both' && wordOf(tokens[token.index - 1] ?? token) !== 'the') return false;
  const isAlone = !tokens.some((child) => child.head === token.index && child.deprel === 'nmod');
  return isAlone && /^(nsubj|obj|obl|nmod|conj)/u.test(token.deprel);
}

/** The numeral and article before a set's noun: "the two", "both", "these three", "our two". */
function openingOf(scene: Scene, sentence: number, at: number): { first: number; count: number | null } | null {
  const { sets } = scene.knowledge.cues;
  const tokens = tokensOf(scene, sentence);
  let count: number | null = null;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = wordOf(tokens[i]!);
    if (sets.numerals[word] !== undefined) {
      count = sets.numerals[word]!;
      if (word === 'both') return { first: i, count };
    } else if (['the', 'these', 'those', 'our', 'their'].includes(word)) {
      return count !== null || word === 'these' || word === 'those' ? { first: i, count } : null;
    } else if (!['ADJ', 'NUM', 'NOUN'].includes(tokens[i]!.upos)) break;
  }
  return null;
}

function setDraft(scene: Scene, sentence: number, first: number, head: number, set: SetPhrase): Draft {
  return { ...draftOver(scene, sentence, first, head, head), form: 'set', kind: 'group', set };
}
