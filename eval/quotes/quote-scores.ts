/** A quotation as the scorer sees it: where its words and its speaker stand. */
export interface ScoredQuote {
  readonly start: number;
  readonly end: number;
  readonly kind?: string;
  readonly speaker?: string | null;
  readonly speakerStart?: number | null;
  readonly speakerEnd?: number | null;
}

/** One document, from gold or from a system. */
export interface QuoteRow {
  readonly doc: string;
  readonly text: string;
  readonly quotes: readonly ScoredQuote[];
}

export interface QuoteScores {
  readonly gold: number;
  readonly system: number;
  readonly overlap: number;
  readonly attributed: number;
  readonly overlapF1: number;
  readonly attributedF1: number;
}

const EDGE = /[\s"“”‘’«»,;:]/u;

/**
 * Overlap and attribution of quotations, 0 to 1. Marks, commas and blanks at the edges are trimmed; a pair counts at an intersection over union of
 * `minimum` or more, best pairs first; it is attributed when the speakers overlap too, or neither has one. System quotations that
 * overlap only gold of other kinds are left out. Source: the project's shared scorer of quotations, with which this agrees.
 */
export function scoreQuotes(
  gold: readonly QuoteRow[],
  system: readonly QuoteRow[],
  kinds: readonly string[] | null,
  minimum = 0.5,
): QuoteScores {
  const rows = new Map(system.map((row) => [row.doc, row]));
  const count = { gold: 0, system: 0, overlap: 0, attributed: 0 };
  for (const row of gold) {
    const pairs = pairRow(row, rows.get(row.doc)?.quotes ?? [], kinds, minimum);
    count.gold += pairs.gold;
    count.system += pairs.system;
    count.overlap += pairs.matched.length;
    count.attributed += pairs.matched.filter(([a, b]) => sameSpeaker(a, b)).length;
  }
  const f1 = (right: number) => (count.gold + count.system === 0 ? 0 : (2 * right) / (count.gold + count.system));
  return { ...count, overlapF1: f1(count.overlap), attributedF1: f1(count.attributed) };
}

function pairRow(row: QuoteRow, found: readonly ScoredQuote[], kinds: readonly string[] | null, minimum: number) {
  const all = row.quotes.map((quote) => trim(row.text, quote));
  const isWanted = (quote: ScoredQuote) => !kinds || kinds.includes(quote.kind ?? '');
  const wanted = all.filter(isWanted);
  const other = all.filter((quote) => !isWanted(quote));
  const system = found
    .map((quote) => trim(row.text, quote))
    .filter((quote) => quote.end > quote.start)
    .filter(
      (quote) => wanted.some((gold) => shared(gold, quote) > 0) || !other.some((gold) => shared(gold, quote) > 0),
    );
  return { gold: wanted.length, system: system.length, matched: match(wanted, system, minimum) };
}

/** One-to-one pairs, those that overlap most first. */
export function match(
  gold: readonly ScoredQuote[],
  system: readonly ScoredQuote[],
  minimum: number,
): readonly (readonly [ScoredQuote, ScoredQuote])[] {
  const pairs = gold
    .flatMap((a, i) => system.map((b, j) => ({ a, b, i, j, share: overlap(a, b) })))
    .filter(({ share }) => share >= minimum)
    .sort((x, y) => y.share - x.share || x.i - y.i || x.j - y.j);
  const taken = { gold: new Set<number>(), system: new Set<number>() };
  return pairs.flatMap(({ a, b, i, j }) => {
    if (taken.gold.has(i) || taken.system.has(j)) return [];
    taken.gold.add(i);
    taken.system.add(j);
    return [[a, b] as const];
  });
}

export function trim(text: string, quote: ScoredQuote): ScoredQuote {
  let { start, end } = quote;
  while (start < end && EDGE.test(text[start]!)) start++;
  while (end > start && EDGE.test(text[end - 1]!)) end--;
  return { ...quote, start, end };
}

function shared(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function overlap(a: ScoredQuote, b: ScoredQuote): number {
  const common = shared(a, b);
  return common === 0 ? 0 : common / (a.end - a.start + b.end - b.start - common);
}

function sameSpeaker(gold: ScoredQuote, system: ScoredQuote): boolean {
  const [a, b] = [speakerSpan(gold), speakerSpan(system)];
  return a && b ? shared(a, b) > 0 : a === null && b === null;
}

function speakerSpan({ speakerStart, speakerEnd }: ScoredQuote): { start: number; end: number } | null {
  return typeof speakerStart === 'number' && typeof speakerEnd === 'number'
    ? { start: speakerStart, end: speakerEnd }
    : null;
}
