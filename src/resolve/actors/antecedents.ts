import { ancestorsOf, type Token } from '../../document/index.ts';
import { type Draft, type Scene, tokensOf } from './scene.ts';

/** A mention that a later word may point back to, with how much it stands in the foreground. */
export interface Antecedent {
  readonly draft: Draft;
  readonly index: number;
  readonly actors: readonly string[];
  readonly weight: number;
}

/** How much a place in its clause lifts a mention. Source: Lappin and Leass 1994, figures rounded; obliques above bare modifiers. */
const LIFT: readonly (readonly [RegExp, number])[] = [
  [/^nsubj$/u, 80],
  [/^nsubj:pass$/u, 75],
  [/^(obj|iobj|obl:agent)$/u, 50],
  [/^obl/u, 40],
  [/^nmod:poss$/u, 35],
  [/^(appos|conj|flat)$/u, 30],
  [/^nmod/u, 25],
];

/** Mentions before a token that are not too far back, the most prominent first. */
export function antecedentsBefore(scene: Scene, draft: Draft, reach: number): Antecedent[] {
  const found: Antecedent[] = [];
  scene.drafts.forEach((other, index) => {
    if (other.end > draft.start || !other.outcome || other.outcome.actors.length === 0) return;
    const distance = sentencesBetween(scene, other, draft);
    if (distance > reach) return;
    const token = tokensOf(scene, other.sentence)[other.head]!;
    const lift = liftOf(scene, other, token) * (other.reading === 'place' ? 0.5 : 1);
    found.push({
      draft: other,
      index,
      actors: other.outcome.actors,
      weight: lift / 2 ** distance + nearness(other, draft),
    });
  });
  return found.sort((a, b) => b.weight - a.weight);
}

/** A headline and the first sentence of a paragraph start afresh: they count a little more. */
function sentencesBetween(scene: Scene, other: Draft, draft: Draft): number {
  const paragraphs = scene.doc.sentences[draft.sentence]!.paragraph - scene.doc.sentences[other.sentence]!.paragraph;
  return draft.sentence - other.sentence + (paragraphs > 1 ? 0.5 : 0);
}

function nearness(other: Draft, draft: Draft): number {
  return other.sentence === draft.sentence ? 10 * (1 / (1 + (draft.first - other.last) / 10)) : 0;
}

/** How far a mention stands out in its clause. */
export function liftOf(scene: Scene, draft: Draft, token: Token): number {
  const top = topOfName(scene, draft.sentence, token);
  const lift = LIFT.find(([relation]) => relation.test(top.deprel))?.[1] ?? 15;
  return top.deprel === 'root' && draft.form === 'name' ? 40 : lift;
}

/** The token that stands for a name in its clause: "minister" of "minister Qin Gang", "Xi" of "Xi and Putin". */
export function topOfName(scene: Scene, sentence: number, token: Token): Token {
  const tokens = tokensOf(scene, sentence);
  let top = token;
  for (let i = 0; i < 4 && /^(appos|flat|conj|nmod:desc|compound)$/u.test(top.deprel) && top.head >= 0; i++)
    top = tokens[top.head]!;
  return top;
}

/** Whether two tokens depend on the same verb: "Putin met him" cannot be one person. */
export function areCoArguments(scene: Scene, sentence: number, a: number, b: number): boolean {
  const tokens = tokensOf(scene, sentence);
  const [one, other] = [topOfName(scene, sentence, tokens[a]!), topOfName(scene, sentence, tokens[b]!)];
  return one.head === other.head && one.head >= 0 && ['VERB', 'AUX'].includes(tokens[one.head]!.upos);
}

/** Whether a token lies inside the phrase of another. */
export function isInside(scene: Scene, sentence: number, inner: number, outer: number): boolean {
  return ancestorsOf(scene.trees[sentence]!, inner).some((token) => token.index === outer);
}

/** Actors of a mention and of what is coordinated with it: "Xi and Putin", "minister Qin Gang and his counterpart". */
export function coordinated(scene: Scene, draft: Draft): string[] {
  const tokens = tokensOf(scene, draft.sentence);
  const topOf = (other: Draft) => phraseTop(tokens, tokens[other.head]!);
  const first = firstConjunct(tokens, topOf(draft));
  const parts = scene.drafts.filter(
    (other) =>
      other.sentence === draft.sentence &&
      other.outcome &&
      other.form !== 'adjective' &&
      !other.isNested &&
      !(other.role && other.role.names.length > 0) &&
      firstConjunct(tokens, topOf(other)) === first,
  );
  return [...new Set(parts.flatMap((part) => part.outcome!.actors))];
}

/** The head of the phrase that a name is part of: "minister" of "minister Qin Gang". */
function phraseTop(tokens: readonly Token[], token: Token): Token {
  let top = token;
  for (let i = 0; i < 4 && /^(appos|flat|nmod:desc)$/u.test(top.deprel) && top.head >= 0; i++) top = tokens[top.head]!;
  return top;
}

function firstConjunct(tokens: readonly Token[], token: Token): number {
  let first = token;
  for (let i = 0; i < 12 && first.deprel === 'conj' && first.head >= 0; i++) first = tokens[first.head]!;
  return first.index;
}
