/** A path with a query; empty values are left out, lists repeat the name. */
export function withQuery(path: string, query: Readonly<Record<string, string | readonly string[] | null>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one !== '') params.append(name, one);
  }
  const search = params.toString();
  return search === '' ? path : `${path}?${search}`;
}
