import type { AnnotatedReport, TimeMention } from '../../document/index.ts';
import type { Published } from '../../record/index.ts';
import { type Anchored, anchorAll } from './anchor-all.ts';
import { type Day, parseDay } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import { Matcher } from './match.ts';
import { anchorInWindow, expressionOf } from './parse-times.ts';
import { type Accept, type Found, recognise } from './recognise.ts';
import type { Tense } from './tense.ts';
import { tenseOfToken } from './tense-parse.ts';
import { mapWords, type TokenPlace, type WordMap } from './token-map.ts';

/** The time expressions of a parsed report, in text order, anchored on its publication date or on the window that it lies in. */
export function resolveTimes(doc: AnnotatedReport, grammar: TimeGrammar): TimeMention[] {
  const map = mapWords(doc);
  const matcher = new Matcher(map.words, grammar, false);
  const founds = recognise(matcher, acceptIn(map, grammar));
  const setting = {
    words: map.words,
    grammar,
    mode: 'news' as const,
    tenseOf: tenseIn(map, grammar),
    isAside: (found: Found) => ASIDE.has(headOf(found, map)?.deprel ?? ''),
  };
  const anchored = anchorInWindow(publicationWindow(doc.report.published), (today) =>
    anchorAll(founds, setting, today),
  );
  return anchored.map((one) => mentionOf(one, doc.report.text, map));
}

/** Relations of a date that only describes a noun. */
const ASIDE: ReadonlySet<string> = new Set(['compound', 'nmod:poss', 'amod', 'nummod', 'nmod:desc']);

/** The days between which a report was published; null when not both ends are known. */
export function publicationWindow(published: Published): { readonly from: Day; readonly to: Day } | null {
  const from = parseDay(published.value ?? published.from);
  const to = parseDay(published.value ?? published.to);
  return from === null || to === null ? null : { from, to };
}

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
