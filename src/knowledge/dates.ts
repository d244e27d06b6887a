/** The first day of a partial date: `2020-03` → `2020-03-01`; an empty one has none. */
export function firstDay(partial: string): string | null {
  if (partial === '') return null;
  return partial.length === 4 ? `${partial}-01-01` : partial.length === 7 ? `${partial}-01` : partial;
}

/** The last day of a partial date: `2020-02` → `2020-02-29`. */
export function lastDay(partial: string): string | null {
  if (partial === '') return null;
  if (partial.length === 4) return `${partial}-12-31`;
  if (partial.length === 10) return partial;
  const [year, month] = partial.split('-').map(Number) as [number, number];
  return `${partial}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Whether two intervals of days share one; null is an open end. */
export function intervalsMeet(
  a: { readonly from: string | null; readonly to: string | null },
  b: { readonly from: string | null; readonly to: string | null },
): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to);
}
