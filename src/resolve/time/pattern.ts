import { ChanceryError, type FaultPlace } from '../../problems.ts';
import { wordsOf } from './words.ts';

/** One step of a pattern. `name` is the capture's, null when the value is not kept. */
export type Element =
  | { readonly kind: 'word'; readonly text: string; readonly glued: boolean }
  | { readonly kind: 'class'; readonly class: string; readonly name: string; readonly glued: boolean }
  | { readonly kind: 'phrase'; readonly phrase: string; readonly name: string; readonly glued: boolean }
  | { readonly kind: 'choice'; readonly branches: readonly (readonly Element[])[] }
  | { readonly kind: 'repeat'; readonly elements: readonly Element[] };

/**
 * Reads a pattern: words, CLASSES, `<phrases>`, `[optional]`, `(one | another)`, `{any number of times}`, `name=CLASS` to name a part,
 * `~` where no white space may stand, "quoted" marks that are otherwise syntax.
 */
export function parsePattern(source: string, at: FaultPlace): Element[] {
  const symbols =
    source.match(/"[^"]*"|[[\](){}|~]|(?:[a-z0-9-]+=)?(?:<[a-z0-9-]+>|[A-Z][A-Z0-9-]+(?![a-z]))|[^\s[\](){}|~"]+/g) ??
    [];
  const state = { symbols, position: 0, at, source };
  const branches = parseBranches(state);
  if (state.position < symbols.length) throw fault(state, `unexpected "${symbols[state.position]}"`);
  return branches.length === 1 ? branches[0]! : [{ kind: 'choice', branches }];
}

interface State {
  readonly symbols: readonly string[];
  readonly at: FaultPlace;
  readonly source: string;
  position: number;
}

function parseBranches(state: State): Element[][] {
  const branches: Element[][] = [parseSequence(state)];
  while (state.symbols[state.position] === '|') {
    state.position += 1;
    branches.push(parseSequence(state));
  }
  return branches;
}

function parseSequence(state: State): Element[] {
  const elements: Element[] = [];
  let glued = false;
  for (;;) {
    const symbol = state.symbols[state.position];
    if (symbol === undefined || symbol === '|' || symbol === ']' || symbol === ')' || symbol === '}') return elements;
    state.position += 1;
    if (symbol === '~') glued = true;
    else {
      elements.push(...parseItem(state, symbol, glued));
      glued = false;
    }
  }
}

function parseItem(state: State, symbol: string, glued: boolean): Element[] {
  const close = CLOSING[symbol];
  if (close) {
    const branches = parseBranches(state);
    if (state.symbols[state.position] !== close) throw fault(state, `"${symbol}" without "${close}"`);
    state.position += 1;
    if (symbol === '{') return [{ kind: 'repeat', elements: [{ kind: 'choice', branches }] }];
    const marked = glued ? branches.map(glueFirst) : branches;
    return [{ kind: 'choice', branches: symbol === '[' ? [...marked, []] : marked }];
  }
  const named = /^(?:([a-z0-9-]+)=)?(?:<([a-z0-9-]+)>|([A-Z][A-Z0-9-]+))$/.exec(symbol);
  if (named?.[2]) return [{ kind: 'phrase', phrase: named[2], name: named[1] ?? named[2], glued }];
  if (named?.[3]) return [{ kind: 'class', class: named[3], name: named[1] ?? named[3].toLowerCase(), glued }];
  const literal = symbol.startsWith('"') ? symbol.slice(1, -1) : symbol;
  return wordsOf(literal).map((word, index) => ({
    kind: 'word' as const,
    text: word.text,
    glued: index === 0 ? glued : word.glued,
  }));
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

function glueFirst(branch: Element[]): Element[] {
  const [first, ...rest] = branch;
  if (!first) return branch;
  return first.kind === 'choice' || first.kind === 'repeat' ? branch : [{ ...first, glued: true }, ...rest];
}

function fault(state: State, found: string): ChanceryError {
  return new ChanceryError('lexicon/bad-pattern', `Pattern "${state.source}": ${found}.`, {
    at: state.at,
    hint: 'A pattern holds words, CLASSES, <phrases>, [optional parts], (one | another) and {parts that recur}.',
  });
}
