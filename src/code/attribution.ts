import type { Predication } from '../document/index.ts';
import type { Attribution } from '../record/index.ts';
import { actorById, type CodingContext } from './coding-context.ts';
import { partiesAt } from './parties-at.ts';

/** On whose word an event stands, outermost speaker first, with the steps in words. */
export interface Attributed {
  readonly attribution: readonly Attribution[];
  readonly steps: readonly string[];
}

const INSIDE_SPEAKER = ['poss', 'adj', 'compound', 'of', 'from', 'by', 'appos'];

/**
 * Carries the speakers that the parse puts above a predication, and the speaker of the quotation that it stands in.
 * A government's own text gives no attribution to itself. Source: coding.md, "a government's own text".
 */
export function attribute(context: CodingContext, predication: Predication): Attributed {
  const { sources, sentence, span } = predication;
  const steps: string[] = [];
  const found: Attribution[] = [];
  const add = (actor: string, stance: Attribution['stance'], because: string) => {
    if (
      context.ownVoices.some((own) => own.id === actor) ||
      found.some((other) => other.actor === actor && other.stance === stance)
    )
      return;
    found.push({ actor, stance });
    steps.push(`${actor} ${stance}: ${because}`);
  };
  const voice = context.voices.find((quoted) => quoted.start <= span.start && span.end <= quoted.end);
  if (voice?.speaker) add(voice.speaker, 'asserts', `in the words of ${voice.speaker}`);
  for (const source of sources) {
    if (source.token === null) continue;
    const cue = context.report.sentences[sentence]!.tokens[source.cue]!;
    for (const party of partiesAt(context, sentence, source.token, INSIDE_SPEAKER, 2)) {
      if (actorById(context, party.actor)) add(party.actor, source.stance, `"${cue.form}"`);
    }
  }
  return { attribution: dropWeaker(found), steps };
}

/** Somebody who alleges or denies does not also merely assert. */
function dropWeaker(found: readonly Attribution[]): readonly Attribution[] {
  return found.filter(
    (entry) => entry.stance !== 'asserts' || !found.some((other) => other !== entry && other.actor === entry.actor),
  );
}
