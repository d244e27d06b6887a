import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type NoteBox, stackNotes } from './margin-layout.ts';
import { keyOf } from './marks.ts';
import type { Pointed } from './use-reader-state.ts';

const GAP_PX = 9;

/** Sets each note beside the words that it is about, where the margin is wide enough to hold notes; else they flow. */
export function useMarginNotes(body: RefObject<HTMLElement | null>, pointed: Pointed | null): void {
  const anchor = useRef<Pointed | null>(null);
  const observer = useRef<ResizeObserver | null>(null);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const place = () => placeNotes(element, anchor.current);
    observer.current = new ResizeObserver(place);
    observer.current.observe(element);
    document.fonts.ready.then(place);
    return () => observer.current?.disconnect();
  }, [body]);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    anchor.current = pointed;
    placeNotes(element, pointed);
    // A note grows when its reasons have come; the others then make room.
    for (const note of notesIn(element)) observer.current?.observe(note);
  });
}

function notesIn(body: HTMLElement): readonly HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('[data-note]')];
}

function placeNotes(body: HTMLElement, pointed: Pointed | null): void {
  const notes = notesIn(body);
  const isMargin = notes[0] !== undefined && getComputedStyle(notes[0]).position === 'absolute';
  if (!isMargin) {
    for (const note of notes) note.style.removeProperty('top');
    body.style.removeProperty('min-height');
    body.classList.remove('tight');
    return;
  }
  const origin = body.getBoundingClientRect().top;
  const boxes = measure(body, notes, origin);
  const anchorIndex = pointed ? notes.findIndex((note) => note.dataset.note === keyOf(pointed)) : -1;
  const tops = stackNotes(boxes, GAP_PX, anchorIndex < 0 ? null : anchorIndex);
  notes.forEach((note, index) => {
    note.style.top = `${tops[index]}px`;
  });
  const bottom = Math.max(0, ...boxes.map(({ height }, index) => tops[index]! + height));
  body.style.minHeight = `${Math.ceil(bottom)}px`;
}

/** Where each note would like to stand, and its height: on one line each where all of them would outgrow the text. */
function measure(body: HTMLElement, notes: readonly HTMLElement[], origin: number): readonly NoteBox[] {
  body.classList.remove('tight');
  const wanted = notes.map((note) => topOf(body, note) - origin);
  const closed = notes.filter((note) => !note.classList.contains('open'));
  const needed = closed.reduce((sum, note) => sum + note.offsetHeight + GAP_PX, 0);
  const text = body.querySelector<HTMLElement>('.report-text');
  body.classList.toggle('tight', needed > (text?.offsetHeight ?? 0));
  return notes.map((note, index) => ({ wanted: wanted[index]!, height: note.offsetHeight }));
}

function topOf(body: HTMLElement, note: HTMLElement): number {
  const piece = body.querySelector(`[data-start="${note.dataset.at}"]`);
  return (piece ?? note.parentElement ?? note).getClientRects()[0]?.top ?? 0;
}
