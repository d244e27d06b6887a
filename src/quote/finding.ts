import type { Quotation, Span } from '../record/index.ts';

/** A quotation of the record, with where it hangs in the report, so that a later stage can attribute what it holds. */
export interface QuotationFinding extends Quotation {
  /** The sentence of the cue; without a cue, the one in which the words begin. */
  readonly sentence: number;
  /** Index of the cue in that sentence. */
  readonly cueToken: number | null;
  /** The class of the cue in the lexicon: say, deny, think, … */
  readonly cueClass: string | null;
  /** Index of the speaker's mention in the report's mentions; null where the speaker is nobody that is mentioned so. */
  readonly mention: number | null;
  /** The innermost quotation that holds this one. */
  readonly within: string | null;
  /** In words, what brought the words and their speaker together. */
  readonly how: string;
}

/** Somebody who speaks, is quoted or is spoken to: the words that name him, and the actor that they stand for. */
export interface Speaker {
  readonly span: Span;
  readonly mention: number | null;
  readonly actor: string | null;
}
