import { MARK_CLOSE, MARK_OPEN } from '../dialect.ts';

/** A part of a report as it stands there, and the same part with blanks between its words and marks around what matched. */
export interface FoundPart {
  /** Where the part begins in the report, counted from 1 as the database does. */
  readonly start: number;
  /** How long the report is. */
  readonly length: number;
  readonly original: string;
  readonly marked: string;
}

/** The part with its marks, and dots where the report goes on. */
export function originalSnippet({ start, length, original, marked }: FoundPart): string {
  const characters = [...original];
  let at = 0;
  const snippet = [...marked].map((sign) => (sign === MARK_OPEN || sign === MARK_CLOSE ? sign : characters[at++]));
  const before = start > 1 ? '…' : '';
  const after = start - 1 + characters.length < length ? '…' : '';
  return `${before}${snippet.join('')}${after}`;
}
