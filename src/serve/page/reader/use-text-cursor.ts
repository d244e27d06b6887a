import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';

export interface TextCursor {
  /** Offset of the mark that Tab leads to; null when the text has none. */
  readonly at: number | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

const STEPS: Readonly<Record<string, (now: number, last: number) => number>> = {
  ArrowRight: (now, last) => Math.min(last, now + 1),
  ArrowLeft: (now) => Math.max(0, now - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** One Tab stop for the whole text: the arrow keys then go from mark to mark. Source: ARIA practices, roving tabindex. */
export function useTextCursor(article: RefObject<HTMLElement | null>, stops: readonly number[]): TextCursor {
  const [last, setLast] = useState<number | null>(null);
  const at = last !== null && stops.includes(last) ? last : (stops[0] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const target = event.target as HTMLElement;
    if (!step || !target.matches('[data-stop]')) return;
    const marks = [...(article.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    event.preventDefault();
    marks[step(marks.indexOf(target), marks.length - 1)]?.focus();
  };
  const onFocus = (event: FocusEvent) => {
    const target = event.target as HTMLElement;
    if (target.matches('[data-stop]')) setLast(Number(target.dataset.start));
  };
  return { at, onKeyDown, onFocus };
}
