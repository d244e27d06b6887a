import { stringify } from 'yaml';
import type { OverlayEntry } from '../overlay.ts';
import type { Proposal } from './propose.ts';

/** Where and when what is taken was said. */
export interface RefreshOrigin {
  readonly endpoint: string;
  readonly asof: string;
}

/** What is taken, as a file of facts that is laid over the base like any other. */
export function overlayText(proposals: readonly Proposal[], { endpoint, asof }: RefreshOrigin): string {
  const entries = proposals.flatMap(({ entry }) => (entry ? [yamlEntry(entry)] : []));
  const head = `# Taken from Wikidata (CC0) by chancery kb refresh.\n# Endpoint: ${endpoint}\n# As of: ${asof}\n`;
  return entries.length === 0
    ? `${head}[]\n`
    : head + stringify(entries, { lineWidth: 0, flowCollectionPadding: true });
}

/** Tables are named without `.csv`, and what is empty is left out. */
function yamlEntry(entry: OverlayEntry): object {
  const { source } = entry;
  if ('add' in entry) {
    const row = Object.fromEntries(Object.entries(entry.row).filter(([, value]) => value !== ''));
    return { add: shortName(entry.add), row, source };
  }
  if ('patch' in entry) return { patch: shortName(entry.patch), where: entry.where, set: entry.set, source };
  return { retract: shortName(entry.retract), where: entry.where, source };
}

function shortName(table: string): string {
  return table.replace('.csv', '');
}
