import type { FactChange, FactKind } from '../../knowledge/index.ts';
import { clean, hang } from './layout.ts';
import type { Style } from './style.ts';

const HEADINGS: Readonly<Record<FactKind, string>> = {
  actor: 'States, bodies, organisations, groups, places',
  office: 'Offices',
  membership: 'Memberships',
  leader: 'Who leads',
  landmark: 'Landmarks and agreements',
  name: 'Names',
  person: 'Persons',
  place: 'Where places lie',
  noun: 'Nouns for offices and bodies',
  outlet: 'Outlets',
};
const SIGNS: Readonly<Record<FactChange['change'], string>> = { gained: '+', lost: '−', changed: '~' };

/** What two bases do not have in common, by kind of fact, and the sum of it. */
export function baseDiffView(changes: readonly FactChange[], style: Style): string {
  if (changes.length === 0) return 'Both hold the same facts.\n';
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind);
    return [style.heading(HEADINGS[kind]), ...some.flatMap((change) => changeLines(change, style)), ''];
  });
  const count = (wanted: FactChange['change']) => changes.filter(({ change }) => change === wanted).length;
  const sum = `${count('gained')} gained, ${count('lost')} lost, ${count('changed')} changed.`;
  return `${[...lines, sum].join('\n')}\n`;
}

function changeLines({ change, kind, about, words, fields }: FactChange, style: Style): readonly string[] {
  const subject = words.startsWith(about) ? words : `${about}: ${words}`;
  const term = change === 'changed' ? '' : termIn(fields, kind);
  const details = fields
    .filter(({ field }) => change === 'changed' || !(field === 'from' || field === 'to'))
    .map(({ field, before, after }) =>
      change === 'changed' ? `${field} ${before || '…'} → ${after || '…'}` : `${field} ${before || after}`,
    );
  const tail = details.length === 0 ? '' : style.dim(` (${clean(details.join('; '))})`);
  return hang(`  ${SIGNS[change]} `, `${clean(subject)}${term}${tail}`, style.columns);
}

/** ", 2022-12-30 to 2023-07-25"; an open end is "…". */
function termIn(fields: FactChange['fields'], kind: FactKind): string {
  const of = (name: string) => fields.find(({ field }) => field === name);
  const [from, to] = [of('from'), of('to')];
  if (!from && !to && kind !== 'office') return '';
  return `, ${from?.before || from?.after || '…'} to ${to?.before || to?.after || '…'}`;
}
