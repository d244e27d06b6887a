/** An answer of Wikidata's query service, in its form; the facts are ours. Times are given as days. */
export function anAnswer(rows: readonly Readonly<Record<string, string>>[]): string {
  const bindings = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, bound(name, value)])),
  );
  return JSON.stringify({ head: { vars: Object.keys(rows[0] ?? {}) }, results: { bindings } });
}

function bound(name: string, value: string): object {
  if (/^(person|org|ps)$/u.test(name)) return { type: 'uri', value: `http://www.wikidata.org/entity/${value}` };
  if (/^(start|end)$/u.test(name)) {
    return { datatype: 'http://www.w3.org/2001/XMLSchema#dateTime', type: 'literal', value: `${value}T00:00:00Z` };
  }
  return { 'xml:lang': 'en', type: 'literal', value };
}

/** A row of heads.rq or of the ministers' queries. */
export function aTerm(
  iso: string,
  role: string,
  [person, personLabel]: readonly [string, string],
  start: string,
  end?: string,
  precision = '11',
): Record<string, string> {
  const ended = end === undefined ? {} : { end, endPrecision: precision };
  return { iso, role, person, personLabel, start, startPrecision: precision, ...ended };
}
