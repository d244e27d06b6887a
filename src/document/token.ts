/** The 17 universal parts of speech. Source: Universal Dependencies v2. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A syntactic word, as in CoNLL-U; "don't" is two of them, each with its own offsets. */
export interface Token {
  /** Position in its sentence, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Universal features, such as `{ Tense: 'Past', VerbForm: 'Fin' }`. */
  readonly feats: Readonly<Record<string, string>>;
  /** Index of the governing token in the sentence; -1 for the root. */
  readonly head: number;
  /** Universal relation with its subtype, such as `nsubj:pass`. */
  readonly deprel: string;
}
