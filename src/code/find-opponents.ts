import { dependents, tokenAt } from '../document/index.ts';
import type { Candidate } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import { partiesAt } from './parties-at.ts';
import { distinctParties, type Party } from './party.ts';

/** Relations by which what is demanded names whoever it is demanded of: "reforms by the government", "land seized by troops". */
const INSIDE_DEMAND = ['poss', 'by', 'from', 'of', 'subject', 'complement', 'adj', 'compound', 'object', 'under', 'to'];
const MAX_INSIDE = 3;

/**
 * Gives people in the street whom they are up against, where nobody else is named and what they demand or decry says so:
 * "staged a rally to demand reforms by the government".
 */
export function findOpponents(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.actors.length === 0 || candidate.recipients.length > 0) return candidate;
    if (!hasTrait(context, candidate.rule, 'demanding')) return candidate;
    const own = new Set(candidate.actors.map(({ actor }) => actor));
    const opponents = namedInDemand(context, candidate).filter(({ actor }) => !own.has(actor));
    return opponents.length === 0 ? candidate : { ...candidate, recipients: opponents };
  });
}

function namedInDemand(context: CodingContext, candidate: Candidate): readonly Party[] {
  const { sentence } = candidate.predication;
  const tree = context.trees[sentence]!;
  for (const verb of demandVerbs(context, candidate)) {
    for (const content of dependents(tree, verb, 'obj', 'iobj', 'ccomp', 'obl')) {
      const found = partiesAt(context, sentence, content.index, INSIDE_DEMAND, MAX_INSIDE);
      if (found.length > 0) {
        return distinctParties(found.map((party) => ({ ...party, relation: 'demand', how: 'shared' })));
      }
    }
  }
  return [];
}

function demandVerbs({ trees, lexicon }: CodingContext, { predication }: Candidate): readonly number[] {
  const tree = trees[predication.sentence]!;
  const verbs = predication.roles.filter(({ relation }) => PURPOSE.has(relation)).map(({ token }) => token);
  const all = predication.kind === 'verb' ? [predication.trigger, ...verbs] : verbs;
  return [...new Set(all)].filter((verb) => lexicon.words.demands.has(tokenAt(tree, verb).lemma.toLowerCase()));
}

const PURPOSE = new Set(['infinitive', 'to', 'participle']);
