import type { ReportRecord } from '../../../record/index.ts';
import { LAYERS, type Layer } from './marks.ts';
import type { ReaderState } from './use-reader-state.ts';

/** Switches for the layers; each shows how its marks look in the text, and how many there are. */
export function LayerSwitches({ record, state }: { readonly record: ReportRecord; readonly state: ReaderState }) {
  const counts: Readonly<Record<Layer, number>> = {
    events: record.events.length,
    actors: record.actors.length,
    times: record.times.length,
    quotations: record.quotations.length,
  };
  return (
    <div className="layers" role="toolbar" aria-label="Layers of the text">
      {LAYERS.map((layer, index) => (
        <button
          key={layer}
          type="button"
          className={`layer layer-${layer}`}
          aria-pressed={state.layers.has(layer)}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => state.toggleLayer(layer)}
        >
          <span className="layer-sample">{layer}</span> <span className="count">{counts[layer]}</span>
        </button>
      ))}
    </div>
  );
}
