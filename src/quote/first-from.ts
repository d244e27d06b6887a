/** Index of the first item for which `isPast` holds, in a list where it holds for every later one; the length where it holds for none. */
export function firstFrom<Item>(list: readonly Item[], isPast: (item: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The items that overlap a span, from a list in text order of which no two overlap. */
export function touching<Item extends { start: number; end: number }>(
  list: readonly Item[],
  span: { start: number; end: number },
): readonly Item[] {
  return list.slice(
    firstFrom(list, (item) => item.end > span.start),
    firstFrom(list, (item) => item.start >= span.end),
  );
}
