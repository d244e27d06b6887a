import { useEffect, useMemo, useState } from 'react';
import type { ReportRecord } from '../../../record/index.ts';
import { LAYERS, type Layer } from './marks.ts';
import { type Ref, type Relations, relationsOf } from './relations.ts';

/** Something pointed at, and the offset in the text where it was. */
export interface Pointed extends Ref {
  readonly at: number;
}

export interface ReaderState {
  readonly layers: ReadonlySet<Layer>;
  readonly pointed: Pointed | null;
  readonly isExplained: boolean;
  readonly relations: Relations;
  readonly toggleLayer: (layer: Layer) => void;
  readonly point: (pointed: Pointed | null) => void;
  readonly hover: (ref: Ref | null) => void;
  /** Opens an event and brings its words into view. */
  readonly showEvent: (id: string) => void;
  readonly toggleExplained: () => void;
}

/** What is switched on, open and lit in the reader. The open event is kept by whoever shows the reader. */
export function useReaderState(
  record: ReportRecord,
  openEvent: string | null,
  onOpenEvent: (id: string | null) => void,
): ReaderState {
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(() => new Set(LAYERS));
  const [other, setOther] = useState<Pointed | null>(null);
  const [hovered, setHovered] = useState<Ref | null>(null);
  const [isExplained, setExplained] = useState(false);
  const event = record.events.find(({ id }) => id === openEvent);
  const pointed = other ?? (event ? { kind: 'event' as const, id: event.id, at: event.trigger.start } : null);
  const shown = hovered ?? pointed;
  const kind = shown?.kind;
  const id = shown?.id;
  const relations = useMemo(
    () => relationsOf(record, kind !== undefined && id !== undefined ? { kind, id } : null),
    [record, kind, id],
  );

  const point = (next: Pointed | null) => {
    setExplained(false);
    setOther(next && next.kind !== 'event' ? next : null);
    onOpenEvent(next?.kind === 'event' ? next.id : null);
  };
  const showEvent = (id: string) => {
    const shown = record.events.find((one) => one.id === id);
    if (shown) point({ kind: 'event', id, at: shown.trigger.start });
  };
  useShowOpenEvent(openEvent);
  return {
    layers,
    pointed,
    isExplained,
    relations,
    toggleLayer: (layer) => setLayers(toggled(layers, layer)),
    point,
    hover: setHovered,
    showEvent,
    toggleExplained: () => setExplained(!isExplained),
  };
}

/** Brings the open event's note into view whenever another one is opened. */
function useShowOpenEvent(openEvent: string | null): void {
  useEffect(() => {
    if (openEvent === null) return;
    const note = document.querySelector(`[data-note="event:${CSS.escape(openEvent)}"]`);
    note?.scrollIntoView({ block: 'nearest' });
  }, [openEvent]);
}

function toggled(layers: ReadonlySet<Layer>, layer: Layer): ReadonlySet<Layer> {
  const next = new Set(layers);
  if (!next.delete(layer)) next.add(layer);
  return next;
}
