import { tokenAt } from '../document/index.ts';
import type { Candidate, Happening } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import { distinctParties, isNameless, isOnSideOf, type Party } from './party.ts';

/**
 * Aims an act that reacts to a deed ("condemned the attack") at whoever did the deed, where the noun itself is a mention of a
 * happening whose doers another sentence names, before it or after.
 */
export function aimAtDoers(context: CodingContext, happenings: readonly Happening[]): readonly Happening[] {
  return happenings.map((happening) => {
    const { lead, others } = happening;
    if (!hasTrait(context, lead.rule, 'reactive') || lead.actors.length === 0) return happening;
    if ([lead, ...others].some(({ recipients }) => recipients.length > 0)) return happening;
    const doers = happenings
      .filter((deed) => deed !== happening && [lead, ...others].some((mention) => isAbout(context, mention, deed)))
      .flatMap((deed) => doersOf(context, deed))
      .filter(({ actor }) => !isOnSideOf(context, actor, lead.actors));
    return doers.length === 0 ? happening : { ...happening, lead: { ...lead, recipients: distinctParties(doers) } };
  });
}

const CONTENT_RELATIONS = new Set(['object', 'to', 'against', 'of', 'over', 'with', 'for']);

/** Whether a noun that an act is about is one of the mentions of a deed of the kind that such a noun takes up. */
function isAbout({ trees, lexicon }: CodingContext, { predication }: Candidate, { lead, others }: Happening): boolean {
  const { sentence, roles } = predication;
  const nouns = roles.filter(({ relation }) => CONTENT_RELATIONS.has(relation)).map(({ token }) => token);
  return [lead, ...others].some(
    (mention) =>
      mention.predication.sentence === sentence &&
      nouns.includes(mention.predication.trigger) &&
      lexicon.words.references
        .get(tokenAt(trees[sentence]!, mention.predication.trigger).lemma.toLowerCase())
        ?.types.includes(lead.rule.event.type) === true,
  );
}

/** Whoever did it by any of its mentions; of an act of equals, all who took part. */
function doersOf(context: CodingContext, { lead, others }: Happening): readonly Party[] {
  const parties = [lead, ...others].flatMap((mention) =>
    hasTrait(context, mention.rule, 'equal') ? [...mention.actors, ...mention.recipients] : mention.actors,
  );
  const known = parties.filter(({ actor }) => !isNameless(context, actor));
  return known.map((party): Party => ({ ...party, mention: null, relation: 'reference', how: 'shared' }));
}
