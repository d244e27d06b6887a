import type { Status } from '../../../record/index.ts';
import { assertNever } from './assert-never.ts';

/** What each status means, as the legend says it. */
export const STATUS_MEANS: Readonly<Record<Status, string>> = {
  occurred: 'happened',
  ongoing: 'is going on',
  planned: 'is planned',
  possible: 'is only possible or alleged',
  negated: 'did not happen',
};

/** A status as a shape, told apart without colour: full, half, hollow, broken, crossed out. */
export function StatusGlyph({ status, size = 12 }: { readonly status: Status; readonly size?: number }) {
  return (
    <svg className={`glyph glyph-${status}`} width={size} height={size} viewBox="-8 -8 16 16" aria-hidden="true">
      <StatusShape status={status} />
    </svg>
  );
}

/** The shape alone, around the origin, to be placed in a larger drawing. */
export function StatusShape({ status, radius = 6 }: { readonly status: Status; readonly radius?: number }) {
  const half = `M0 ${-radius} A${radius} ${radius} 0 0 0 0 ${radius} Z`;
  const reach = radius * 0.8;
  switch (status) {
    case 'occurred':
      return <circle r={radius} className="shape-full" />;
    case 'ongoing':
      return (
        <>
          <circle r={radius} className="shape-hollow" />
          <path d={half} className="shape-full" />
        </>
      );
    case 'planned':
      return <circle r={radius} className="shape-hollow" />;
    case 'possible':
      return <circle r={radius} className="shape-hollow shape-broken" />;
    case 'negated':
      return (
        <path
          d={`M${-reach} ${-reach} L${reach} ${reach} M${-reach} ${reach} L${reach} ${-reach}`}
          className="shape-stroke"
        />
      );
    default:
      return assertNever(status);
  }
}
