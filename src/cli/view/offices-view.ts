import type { OfficeHeld } from '../who-held.ts';
import { clean, padTo, widthOf } from './layout.ts';
import type { Style } from './style.ts';

/** Offices and who held them, with the fact that says so. */
export function officesView(offices: readonly OfficeHeld[], style: Style): string {
  if (offices.length === 0) return 'The knowledge base knows nobody by these words on that day.\n';
  const width = Math.max(...offices.map((office) => widthOf(office.person)));
  return `${offices.map((office) => officeLine(office, width, style)).join('\n')}\n`;
}

function officeLine(
  { id, person, office, of, from, to, standing, isUnverified, source, file }: OfficeHeld,
  width: number,
  style: Style,
): string {
  const term = `${from ?? '…'} to ${to ?? '…'}`;
  const words = [clean(office), clean(of), term, ...(standing ? [standing] : [])].join(' · ');
  return `${style.strong(padTo(person, width))}  ${words} ${style.dim(`[${id}] ${source}${isUnverified ? ' (unverified)' : ''}, ${file}`)}`;
}
