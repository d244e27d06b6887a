/** A note in the margin: where it would like to stand, and how tall it is, in pixels. */
export interface NoteBox {
  readonly wanted: number;
  readonly height: number;
}

/**
 * The top of each note, in the order given, so that none covers another. The `anchor` note stands exactly where
 * it wants to, those before it make room upwards, those after it downwards; without one, all give way downwards.
 */
export function stackNotes(notes: readonly NoteBox[], gap: number, anchor: number | null): readonly number[] {
  const tops = stackDown(notes, gap, 0);
  if (anchor === null || notes[anchor] === undefined) return tops;
  const after = stackDown(notes.slice(anchor), gap, notes[anchor].wanted);
  tops.splice(anchor, after.length, ...after);
  for (let i = anchor - 1; i >= 0; i -= 1) tops[i] = Math.min(tops[i]!, tops[i + 1]! - gap - notes[i]!.height);
  // The first note must not leave the page: push everything down again by what is missing.
  const missing = Math.max(0, -(tops[0] ?? 0));
  return missing === 0 ? tops : tops.map((top) => top + missing);
}

function stackDown(notes: readonly NoteBox[], gap: number, floor: number): number[] {
  let free = floor;
  return notes.map(({ wanted, height }) => {
    const top = Math.max(wanted, free);
    free = top + height + gap;
    return top;
  });
}
