import type { Agreement, Shared } from '../../review/index.ts';

/** How far two reviewers agree, as a few lines of figures. */
export function agreementView(
  { reports, verdicts, events, quotations }: Agreement,
  one: string,
  other: string,
): string {
  const { judgedByBoth, same, kappa, table } = verdicts;
  const cells = Object.entries(table).map(([cell, count]) => `${cell.replace(' ', ' / ')} ${count}`);
  return `${[
    `${reports} reports that both ${one} and ${other} have done.`,
    `Verdicts on what was read: ${same} of ${judgedByBoth} the same, Cohen's kappa ${decimals(kappa)}`,
    ...(cells.length > 0 ? [`  ${cells.join(' · ')}`] : []),
    `Events found     ${sharedWords(events.found)}`,
    `… same parties   ${sharedWords(events.who)}`,
    `… same in full   ${sharedWords(events.full)}`,
    `Quotations       ${sharedWords(quotations)}`,
  ].join('\n')}\n`;
}

function sharedWords({ one, other, both, f1 }: Shared): string {
  return `${both} of ${one} and ${other}, F1 ${decimals(f1)}`;
}

function decimals(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(2);
}
