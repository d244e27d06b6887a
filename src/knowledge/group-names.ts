import type { NameEntry, Pack } from './pack.ts';

/** Names by their first word, in their order; a city only under a name that nothing else in the base has. */
export function groupNames(names: readonly NameEntry[], cities: Pack['cities']): Pack['nameGroups'] {
  const taken = new Set(names.map(([key]) => key));
  const groups = new Map<string, NameEntry[]>();
  const add = (entry: NameEntry) => {
    const [first] = entry[0].split(' ', 1) as [string];
    const group = groups.get(first);
    if (group) group.push(entry);
    else groups.set(first, [entry]);
  };
  for (const entry of names) add(entry);
  for (const [key, name] of cities) {
    if (taken.has(key)) continue;
    taken.add(key);
    add([key, `city:${name}`, 'city', name]);
  }
  return new Map([...groups].map(([first, group]) => [first, JSON.stringify(group)]));
}
