/** What a spreadsheet takes for a formula when a cell begins with it. Source: OWASP, "CSV Injection". */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** One line of CSV. Source: RFC 4180. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell, in quotation marks where it must be. An apostrophe before a would-be formula keeps a spreadsheet from running it. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const isFormula = FORMULA_START.test(text) && !NUMBER.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
