import { type DyadStats, type DyadSums, whatWords } from '../../ask/index.ts';
import type { EventType } from '../../record/index.ts';
import { clean, hang, padTo, widthOf } from './layout.ts';
import type { Style } from './style.ts';

const HEADINGS = ['', 'events', 'verbal +', 'material +', 'verbal −', 'material −', 'balance', '→', '←'];

/** Two parties' months as a table, the sum of all below; then the types and how far they repay one another. */
export function statsView({ between, total, months, reciprocity }: DyadStats, style: Style): string {
  const heading = style.heading(clean(between.join(' and ')));
  if (total.events === 0) return `${heading}\nNothing in the record.\n`;
  const rows = [
    ...months.map(({ month, ...sums }) => [month ?? 'undated', ...cells(sums)]),
    ['in all', ...cells(total)],
  ];
  const widths = HEADINGS.map((name, column) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[column]!))));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? padTo(cell, widths[0]!) : cell.padStart(widths[column]!))).join('  ');
  const types = Object.entries(total.byType)
    .sort(([, one = 0], [, other = 0]) => other - one)
    .map(([type, count]) => `${whatWords({ type: type as EventType, mode: null })} ${style.dim(String(count))}`);
  const [one, other] = between.map(clean);
  return [
    heading,
    style.dim(line(HEADINGS)),
    ...rows.slice(0, -1).map(line),
    style.strong(line(rows.at(-1)!)),
    '',
    ...hang(style.dim(padTo('types', 12)), types.join('  '), style.columns),
    `${style.dim(padTo('reciprocity', 12))}${reciprocity === null ? 'too little to compare' : signed(reciprocity)}`,
    style.dim(`+ cooperation, − conflict; balance on PLOVER's scores; → what ${one} did to ${other}, ← what came back`),
    '',
  ].join('\n');
}

function cells({ events, byQuad, balance, there, back }: DyadSums): readonly string[] {
  return [events, ...byQuad].map(String).concat(signed(balance), signed(there.balance), signed(back.balance));
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number).replace('-', '−');
}
