import { keyOf, LAYER_OF, type Layer, type Mark } from './marks.ts';

/** A stretch of text over which the same marks lie. `lead` is the one that a click on it means. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly lead: Mark | null;
  /** Whether `lead` leads here for the first time: where the keyboard stops. */
  readonly isStop: boolean;
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

// A trigger is rarer and says more than the name around it; a quotation is the widest, so it comes last.
const LEADING = ['event', 'actor', 'time', 'quotation'] as const;

/** The text as paragraphs of segments, cut wherever a mark begins or ends. Marks of layers that are off never lead. */
export function paragraphsOf(text: string, marks: readonly Mark[], layers: ReadonlySet<Layer>): readonly Paragraph[] {
  const stopped = new Set<Mark>();
  return blocksOf(text).map(({ start, end }) => {
    const inside = marks.filter((mark) => mark.start < end && mark.end > start);
    const segments = cut(start, end, inside).map(([from, to]): Segment => {
      const covering = inside.filter((mark) => mark.start <= from && mark.end >= to);
      const lead = leadOf(covering, layers);
      const isStop = lead !== null && !stopped.has(lead);
      if (lead) stopped.add(lead);
      return { start: from, end: to, text: text.slice(from, to), marks: covering, lead, isStop };
    });
    return { start, end, segments };
  });
}

/** Paragraphs of the text as half-open ranges: what stands between line breaks, blank ones left out. */
export function blocksOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function cut(start: number, end: number, marks: readonly Mark[]): readonly (readonly [number, number])[] {
  const bounds = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start) bounds.add(mark.start);
    if (mark.end < end) bounds.add(mark.end);
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  return sorted.slice(1).map((bound, index) => [sorted[index]!, bound]);
}

function leadOf(covering: readonly Mark[], layers: ReadonlySet<Layer>): Mark | null {
  for (const kind of LEADING) {
    if (!layers.has(LAYER_OF[kind])) continue;
    // The innermost of its kind: the shortest.
    const mark = covering.filter((one) => one.kind === kind).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (mark) return mark;
  }
  return null;
}

/** The keys of every mark over a segment. */
export function keysOver(segment: Segment): readonly string[] {
  return segment.marks.map(keyOf);
}
