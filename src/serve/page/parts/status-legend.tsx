import { STATUSES } from './record-words.ts';
import { STATUS_MEANS, StatusGlyph } from './status-glyph.tsx';

/** What the shapes of the five statuses mean. */
export function StatusLegend() {
  return (
    <ul className="legend" aria-label="What the shapes mean">
      {STATUSES.map((status) => (
        <li key={status} className={`status-${status}`} title={STATUS_MEANS[status]}>
          <StatusGlyph status={status} /> <span>{status}</span>
        </li>
      ))}
      <li title="Somebody says so; the outlet does not say it in its own voice">
        <svg className="glyph" width={12} height={12} viewBox="-8 -8 16 16" aria-hidden="true">
          <path className="claimed" d="M-6 6 H6" />
        </svg>{' '}
        <span>on somebody’s word</span>
      </li>
    </ul>
  );
}
