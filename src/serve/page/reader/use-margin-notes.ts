import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { stackNotes } from './margin-layout.ts';
import { keyOf } from './marks.ts';
import type { Pointed } from './use-reader-state.ts';

const GAP_PX = 10;

/** Sets each note beside the words that it is about, where the margin is wide enough to hold notes; else they flow. */
export function useMarginNotes(article: RefObject<HTMLElement | null>, pointed: Pointed | null): void {
  useLayoutEffect(() => {
    if (article.current) placeNotes(article.current, pointed);
  });
  useEffect(() => {
    const element = article.current;
    if (!element) return;
    const observer = new ResizeObserver(() => placeNotes(element, null));
    observer.observe(element);
    document.fonts.ready.then(() => placeNotes(element, null));
    return () => observer.disconnect();
  }, [article]);
}

function placeNotes(article: HTMLElement, pointed: Pointed | null): void {
  const notes = [...article.querySelectorAll<HTMLElement>('[data-note]')];
  const isMargin = notes[0] !== undefined && getComputedStyle(notes[0]).position === 'absolute';
  if (!isMargin) {
    for (const note of notes) note.style.removeProperty('top');
    article.style.removeProperty('min-height');
    return;
  }
  const origin = article.getBoundingClientRect().top;
  const boxes = notes.map((note) => ({ wanted: topOf(article, note) - origin, height: note.offsetHeight }));
  const anchorIndex = pointed ? notes.findIndex((note) => note.dataset.note === keyOf(pointed)) : -1;
  const tops = stackNotes(boxes, GAP_PX, anchorIndex < 0 ? null : anchorIndex);
  notes.forEach((note, index) => {
    note.style.top = `${tops[index]}px`;
  });
  const bottom = Math.max(0, ...boxes.map(({ height }, index) => tops[index]! + height));
  article.style.minHeight = `${Math.ceil(bottom)}px`;
}

function topOf(article: HTMLElement, note: HTMLElement): number {
  const piece = article.querySelector(`[data-start="${note.dataset.at}"]`);
  return (piece ?? note.parentElement ?? note).getClientRects()[0]?.top ?? 0;
}
