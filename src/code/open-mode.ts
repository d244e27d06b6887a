import { subtreeOf, tokenAt } from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import type { Candidate } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';

/** Who does it, and when, says nothing of how. */
const NO_CONTENT = new Set(['subject', 'speaker', 'holder', 'orderer', 'time', 'poss', 'by', 'in', 'after', 'before']);

/** The mode of a rule, or where it leaves that open the one that trigger and content give: "urged them to release" is REQUEST yield. */
export function openMode(
  { lexicon, trees }: CodingContext,
  { predication }: Candidate,
  rule: EventRule,
): string | undefined {
  const { mode: ruled, type } = rule.event;
  const modes = lexicon.words.modes.get(type);
  if (!modes || (ruled !== undefined && !lexicon.words.generalModes.has(ruled))) return ruled;
  const tree = trees[predication.sentence]!;
  const content = predication.roles
    .filter(({ relation }) => !NO_CONTENT.has(relation))
    .flatMap(({ token }) => subtreeOf(tree, token))
    .sort((a, b) => a - b);
  for (const index of [predication.trigger, ...content]) {
    const mode = modes.get(tokenAt(tree, index).lemma.toLowerCase());
    if (mode) return mode;
  }
  return ruled;
}
