import type { SearchHit, SearchWire } from '../../wire.ts';
import { useResource } from '../api.ts';
import { formatDay } from '../parts/dates.ts';
import { originOf } from '../parts/report-label.ts';
import { Loaded } from '../parts/resource.tsx';
import { Name, VisibleText } from '../parts/visible-text.tsx';
import { Link } from '../router.tsx';
import { withQuery } from '../with-query.ts';

/** The reports that hold the words, the best first, with the place where they stand. */
export function SearchHits({ words }: { readonly words: string }) {
  const found = useResource<SearchWire>(withQuery('/search', { q: words, limit: '40' }));
  return (
    <Loaded resource={found}>
      {({ hits, total }) => (
        <>
          <p className="quiet" role="status">
            {total} {total === 1 ? 'report' : 'reports'}, the best first;{' '}
            <Link to={withQuery('/timeline', { q: words })}>their events on the timeline</Link>
          </p>
          <ul className="hits">
            {hits.map((hit) => (
              <Hit key={hit.report.id} hit={hit} />
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { id, title, published } = hit.report;
  return (
    <li>
      <Link to={`/reports/${encodeURIComponent(id)}`}>
        <Name>{title ?? originOf(hit.report)}</Name>
      </Link>{' '}
      <span className="quiet">{formatDay(published)}</span>
      <p className="snippet">
        <bdi>
          {piecesOf(hit).map(({ start, text, isMarked }) =>
            isMarked ? (
              <mark key={start}>
                <VisibleText>{text}</VisibleText>
              </mark>
            ) : (
              <VisibleText key={start}>{text}</VisibleText>
            ),
          )}
        </bdi>
      </p>
    </li>
  );
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** The snippet cut before and after each mark. */
function piecesOf({ snippet, marks }: SearchHit): readonly Piece[] {
  const bounds = [0, ...marks.flatMap(({ start, end }) => [start, end]), snippet.length];
  return bounds
    .slice(1)
    .map((end, index) => ({
      start: bounds[index]!,
      text: snippet.slice(bounds[index], end),
      isMarked: index % 2 === 1,
    }))
    .filter(({ text }) => text !== '');
}
