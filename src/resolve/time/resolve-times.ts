import type { AnnotatedReport, TimeMention } from '../../document/index.ts';
import type { Span } from '../../record/index.ts';
import { type Anchored, anchorAll, type Setting } from './anchor-all.ts';
import type { TimeGrammar } from './grammar.ts';
import { Matcher } from './match.ts';
import { anchorInWindow, expressionOf } from './parse-times.ts';
import { type Accept, type Found, recognise } from './recognise.ts';
import type { Tense } from './tense.ts';
import { tenseOfToken } from './tense-parse.ts';
import type { Term } from './term.ts';
import { mapWords, type TokenPlace, type WordMap } from './token-map.ts';
import { publicationWindow } from './window.ts';

/** The time expressions of a parsed report, in text order, anchored on its publication date or on the window that it lies in. */
export function resolveTimes(doc: AnnotatedReport, grammar: TimeGrammar): TimeMention[] {
  const map = mapWords(doc);
  const founds = foundIn(map, grammar);
  const setting = settingOf(map, grammar);
  const anchored = anchorInWindow(publicationWindow(doc.report.published), (today) =>
    anchorAll(founds, setting, today),
  );
  return anchored.map((one) => mentionOf(one, doc.report.text, map));
}

/** An expression with its reading, its span and its place in the parse. */
export interface Recognised {
  readonly anchored: Anchored;
  readonly span: Span;
  readonly sentence: number;
  /** The token that heads it. */
  readonly head: number;
  /** It only describes a noun: "the November 2010 election". */
  readonly isAside: boolean;
}

/** The expressions of a report as they read without any publication date. */
export function recogniseIn(doc: AnnotatedReport, grammar: TimeGrammar): Recognised[] {
  const map = mapWords(doc);
  const setting = settingOf(map, grammar);
  return anchorAll(foundIn(map, grammar), setting, null).flatMap((anchored) => {
    const place = anchored && map.places[anchored.found.first];
    if (!anchored || !place) return [];
    const { found } = anchored;
    const head = headOf(found, map)?.index ?? place.token.index;
    const span = spanOf(found, doc.report.text, map);
    return [{ anchored, span, sentence: place.sentence.index, head, isAside: setting.isAside(found) }];
  });
}

/** The expressions of a report as written, whether or not a calendar has them. */
export function recogniseWords(doc: AnnotatedReport, grammar: TimeGrammar): { term: Term; span: Span }[] {
  const map = mapWords(doc);
  return foundIn(map, grammar).map((found) => ({ term: found.term, span: spanOf(found, doc.report.text, map) }));
}

function foundIn(map: WordMap, grammar: TimeGrammar): Found[] {
  return recognise(new Matcher(map.words, grammar, false), acceptIn(map, grammar));
}

function settingOf(map: WordMap, grammar: TimeGrammar): Setting {
  return {
    words: map.words,
    grammar,
    mode: 'news',
    tenseOf: tenseIn(map, grammar),
    isAside: (found) => ASIDE.has(headOf(found, map)?.deprel ?? ''),
    isAdnominal: (found) => headOf(found, map)?.deprel === 'nmod',
  };
}

function spanOf(found: Found, text: string, map: WordMap): Span {
  const [start, end] = [map.words[found.first]!.start, map.words[found.end - 1]!.end];
  return { start, end, text: text.slice(start, end) };
}

/** Relations of a date that only describes a noun. */
const ASIDE: ReadonlySet<string> = new Set(['compound', 'nmod:poss', 'amod', 'nummod', 'nmod:desc']);

/** Leaves out words of another part of speech ("they may meet") and what lies within a person's name ("Theresa May"). */
function acceptIn(map: WordMap, grammar: TimeGrammar): Accept {
  return (first, end) => {
    for (let index = first; index < end; index += 1) {
      const place = map.places[index];
      if (!place) continue;
      const speech = grammar.speech.get(map.words[index]!.text);
      if (speech && !speech.has(place.token.upos)) return false;
    }
    return !isInPerson(map.places[first] ?? null, map.places[end - 1] ?? null);
  };
}

function isInPerson(first: TokenPlace | null, last: TokenPlace | null): boolean {
  if (!first || !last || first.sentence !== last.sentence) return false;
  return first.sentence.names.some(
    (name) => name.type === 'PER' && name.first <= first.token.index && last.token.index <= name.last,
  );
}

/** The tense that governs the head of an expression. */
function tenseIn(map: WordMap, grammar: TimeGrammar): (found: Found) => Tense {
  return (found) => {
    const place = map.places[found.first];
    if (!place) return { direction: 'unknown', because: 'no parse' };
    return tenseOfToken(place.sentence, headOf(found, map)?.index ?? place.token.index, grammar);
  };
}

/** The token of the expression whose head lies outside it. */
function headOf(found: Found, map: WordMap) {
  const tokens = map.places.slice(found.first, found.end).flatMap((place) => (place ? [place.token] : []));
  const indexes = new Set(tokens.map((token) => token.index));
  return tokens.find((token) => !indexes.has(token.head)) ?? tokens[0];
}

function mentionOf(one: Anchored, text: string, map: WordMap): TimeMention {
  const [first, last] = [one.found.first, one.found.end - 1];
  const expression = expressionOf(one, text, map.words[first]!.start, map.words[last]!.end);
  const [start, stop] = [map.places[first], map.places[last]];
  return {
    ...expression,
    sentence: start?.sentence.index ?? -1,
    first: start?.token.index ?? -1,
    last: stop?.token.index ?? -1,
  };
}
