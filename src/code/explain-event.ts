import { caseOf, conlluColumns, oncePerToken, type Token, tokenAt } from '../document/index.ts';
import { type Event, type Explanation, precisionOf, type Span } from '../record/index.ts';
import type { Candidate } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';
import type { Party } from './party.ts';

/** Writes down why an event stands as it does. */
export function explainEvent(
  context: CodingContext,
  event: Event,
  lead: Candidate,
  timeReason: string,
  placeReason: string | null,
  confidence: readonly string[],
): Explanation {
  const { predication, rule } = lead;
  return {
    event: event.id,
    sentence: lead.evidence,
    parse: parseOf(context, predication.sentence),
    predication: {
      lemma: predication.lemma,
      kind: predication.kind,
      form: `${predication.tense} ${predication.aspect}${predication.carrierLemma ? `, carried by "${predication.carrierLemma}"` : ''}`,
      roles: predication.roles.map((role) => ({
        relation: role.relation,
        text: phraseText(context, predication.sentence, role.token),
      })),
    },
    rule: { id: rule.id, because: rule.because, file: rule.file },
    parties: [
      ...lead.actors.map((party) => explainParty(party, 'actor')),
      ...lead.recipients.map((party) => explainParty(party, 'recipient')),
      ...lead.hosts.map((party) => explainParty(party, 'host')),
      ...lead.mediators.map((party) => explainParty(party, 'mediator')),
    ],
    status: [...lead.status.steps],
    time: `${timeReason}; ${howExact(event)}`,
    place: placeReason,
    attribution: [...lead.attributionSteps],
    confidence: [...confidence],
  };
}

function howExact({ time }: Event): string {
  const precision = precisionOf(time);
  if (precision === 'open') return 'dated with an open end';
  return precision === 'longer' ? 'dated to more than a year' : `dated to the ${precision}`;
}

/** The parse of a sentence as CoNLL-U: many events of one sentence show it. */
const parseOf = oncePerToken(({ report }: CodingContext, sentence: number): string =>
  report.sentences[sentence]!.tokens.map(conlluLine).join('\n'),
);

function conlluLine(token: Token): string {
  return `${conlluColumns(token)}\t_`;
}

function phraseText(context: CodingContext, sentence: number, index: number): string {
  const tree = context.trees[sentence]!;
  const preposition = caseOf(tree, index);
  const { form } = tokenAt(tree, index);
  return preposition ? `${preposition} ${form}` : form;
}

/** How a party comes to an event that no words of its sentence name. */
const UNNAMED_WAYS: Readonly<Record<string, string>> = {
  reference: 'what the text tells elsewhere',
  landmark: 'the known happening that it is',
};

function explainParty(party: Party, role: string): Explanation['parties'][number] {
  const { mention } = party;
  const path = party.via === 'direct' ? party.relation : `${party.relation} > ${party.via}`;
  const span: Span | null = mention ? { start: mention.start, end: mention.end, text: mention.text } : null;
  return {
    actor: party.actor,
    role: `${role} (${path}, ${party.how})`,
    mention: span,
    how: mention?.resolution.how ?? UNNAMED_WAYS[party.relation] ?? 'the speaker of the text',
    facts: [...(mention?.resolution.facts ?? [])],
    candidates: (mention?.resolution.candidates ?? []).map((candidate) => ({ ...candidate })),
  };
}
