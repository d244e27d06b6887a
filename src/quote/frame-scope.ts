import { dependent, type ResolvedReport, type SyntaxTree, type Token } from '../document/index.ts';
import { firstFrom } from './first-from.ts';
import type { MarkedStretch } from './marks.ts';
import type { QuotationLexicon } from './quotation-lexicon.ts';

/** One sentence with all that bears on who speaks in it: its parse, its marks, and who is named. */
export interface FrameScope {
  readonly tree: SyntaxTree;
  readonly lexicon: QuotationLexicon;
  /** For each token, the outermost marked stretch that it stands in, or null. */
  readonly stretches: readonly (MarkedStretch | null)[];
  /** Heads of the phrases that name somebody. */
  readonly named: ReadonlySet<number>;
  /** The names and mentions that may speak, as token ranges, in text order. */
  readonly parties: readonly Party[];
}

/** Words that name somebody: token indexes, inclusive, and the token that heads them. */
export interface Party {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Looks up marks and names of one sentence. `stretches` are the report's outermost ones; `mentions` are indexes of the report's mentions that stand in it, `places` its actors that only are somewhere. */
export function openScope(
  report: ResolvedReport,
  tree: SyntaxTree,
  lexicon: QuotationLexicon,
  stretches: readonly MarkedStretch[],
  mentions: readonly number[],
  places: ReadonlySet<string>,
): FrameScope {
  const parties = partiesOf(report, tree, mentions, places);
  return {
    ...{ tree, lexicon, parties, named: new Set(parties.map((party) => party.head)) },
    stretches: tree.sentence.tokens.map((token) => stretchOf(stretches, token)),
  };
}

function stretchOf(stretches: readonly MarkedStretch[], token: Token): MarkedStretch | null {
  const stretch = stretches[firstFrom(stretches, (candidate) => candidate.outerEnd >= token.end)];
  return stretch && stretch.outerStart <= token.start ? stretch : null;
}

/** Mentions of parties, and names that no mention covers; a place ("the Atlantic") says nothing, a capital that stands for its state does. */
function partiesOf(
  report: ResolvedReport,
  tree: SyntaxTree,
  mentions: readonly number[],
  places: ReadonlySet<string>,
): readonly Party[] {
  const all = mentions.map((index) => report.mentions[index]!);
  const resolved = all.filter(
    ({ reading, kind, actors }) =>
      reading === 'party' && kind !== 'pronoun' && !actors.some((actor) => places.has(actor)),
  );
  const names = tree.sentence.names
    .filter((name) => name.type !== 'MISC' && !all.some(({ first, last }) => first <= name.last && last >= name.first))
    .map(({ first, last }) => ({ first, last, head: headOf(tree, first, last) }));
  return [...resolved, ...names].sort((a, b) => a.first - b.first || b.last - a.last);
}

function headOf(tree: SyntaxTree, first: number, last: number): number {
  const tokens = tree.sentence.tokens.slice(first, last + 1);
  return (tokens.find((token) => token.head < first || token.head > last) ?? tokens[0]!).index;
}

/** Whether a noun phrase may speak: it names somebody, is a personal pronoun, or is a noun for people or texts that speak. */
export function canSpeak(scope: FrameScope, index: number): boolean {
  const token = scope.tree.sentence.tokens[index]!;
  const lemma = token.lemma.toLowerCase();
  if (scope.named.has(index) || scope.lexicon.people.has(lemma) || scope.lexicon.texts.has(lemma)) return true;
  if (token.upos === 'PRON') return token.feats.PronType === 'Prs' && token.feats.Gender !== 'Neut';
  const apposition = dependent(scope.tree, index, 'appos', 'flat');
  return apposition !== undefined && scope.named.has(apposition.index);
}

/** Whether two tokens stand in the same marked stretch, or both in none: nobody speaks out of one into the other. */
export function isSameVoice(scope: FrameScope, a: Token | number, b: Token | number): boolean {
  const stretchOf = (token: Token | number) => scope.stretches[typeof token === 'number' ? token : token.index] ?? null;
  return stretchOf(a) === stretchOf(b);
}
