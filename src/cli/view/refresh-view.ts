import type { Proposal } from '../../knowledge/refresh/index.ts';
import type { Refreshed } from '../refresh/refresh.ts';
import { clean, hang } from './layout.ts';
import type { Style } from './style.ts';

const HEADINGS: Readonly<Record<Proposal['kind'], string>> = {
  new: 'New',
  ended: 'Ended',
  moved: 'Other days than the base has by hand, or more exact ones',
  confirmed: 'Borne out: no longer on one source',
  spelling: 'Other spellings',
  conflict: 'Contradictions: the base has a source of its own; not taken, to be decided by a person',
};

/** What Wikidata says beside the base, by kind. */
export function refreshView({ proposals, unused, origin }: Refreshed, style: Style): string {
  const kinds = (Object.keys(HEADINGS) as Proposal['kind'][]).filter((kind) =>
    proposals.some((proposal) => proposal.kind === kind),
  );
  const lines = kinds.flatMap((kind) => {
    const some = proposals.filter((proposal) => proposal.kind === kind);
    const told = some.flatMap(({ about, words }) => hang(`  ${about}  `, clean(words), style.columns));
    return [`${style.heading(HEADINGS[kind])} (${some.length})`, ...told, ''];
  });
  const left = unused === 0 ? '' : ` ${unused} statements without a start or an English name were left out.`;
  const sum = proposals.length === 0 ? 'The base holds all of it.' : `${proposals.length} in all.`;
  return `${[...lines, `${sum}${left} As of ${origin.asof}, ${origin.endpoint}`].join('\n')}\n`;
}
