import { ChanceryError } from '../problems.ts';
import type { Quotation, ReportRecord } from '../record/index.ts';
import type { SeenQuotation } from './decision.ts';
import { type EditHelp, oneOf, type Setting, wordsIn } from './edit-event.ts';
import { seeQuotation } from './seen.ts';

const KINDS = ['direct', 'indirect', 'mixed'] as const;

/** The fields of a quotation that a person can set; `quotation` is its words. */
export const QUOTATION_FIELDS: readonly string[] = ['quotation', 'speaker', 'addressee', 'kind'];

/** A quotation with some of its fields set anew. */
export function editedQuotation(
  record: ReportRecord,
  quotation: Quotation,
  settings: readonly Setting[],
  help: EditHelp,
): SeenQuotation {
  let edited = quotation;
  for (const setting of settings) edited = { ...edited, ...changeOf(record, setting, help) };
  const actors = [...help.parties.values()].filter(({ id }) => id === edited.speaker || id === edited.addressee);
  const seen = seeQuotation(record, edited);
  return { ...seen, actors: [...seen.actors, ...actors.map((actor) => ({ ...actor, mentions: [] }))] };
}

/** What a person adds begins as this. */
export function blankQuotation(): Quotation {
  const unknown = { speaker: null, speakerMention: null, cue: null, addressee: null, channel: null, time: null };
  return { id: '', start: 0, end: 0, text: '', kind: 'direct', ...unknown };
}

function changeOf({ report }: ReportRecord, { field, value }: Setting, { parties }: EditHelp): Partial<Quotation> {
  switch (field) {
    case 'quotation':
      return wordsIn(report.text, value);
    case 'speaker':
      return { speaker: parties.get(value)?.id ?? null, speakerMention: null };
    case 'addressee':
      return { addressee: parties.get(value)?.id ?? null };
    case 'kind':
      return { kind: oneOf(KINDS, value, 'kind of quotation') };
    default:
      throw new ChanceryError('review/unknown-field', `A quotation has no field '${field}' to set.`, {
        expected: QUOTATION_FIELDS,
      });
  }
}
