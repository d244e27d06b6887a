import { type Outlet, once, outlets } from './phrases.ts';

const byName = once(
  () =>
    new Map(
      outlets().flatMap((outlet) => [outlet.name, ...outlet.aliases].map((alias) => [key(alias), outlet] as const)),
    ),
);
const byHost = once(() => new Map(outlets().flatMap((outlet) => outlet.hosts.map((host) => [host, outlet] as const))));

/** Finds a known outlet by its name or an alias of it, letter case kept for short ones ("MAP" is an agency, "map" a word); else null. */
export function findOutlet(name: string): Outlet | null {
  return byName().get(key(name)) ?? null;
}

const key = (name: string) => {
  const words = name.trim().replaceAll('’', "'").replace(/\s+/g, ' ');
  return words.length <= 5 ? words : words.toLowerCase();
};

/** Finds the outlet that owns a host, or a host above it: `edition.cnn.com` belongs to `cnn.com`; else null. */
export function outletOfHost(host: string): Outlet | null {
  const labels = host.toLowerCase().split('.');
  for (let index = 0; index < labels.length - 1; index++) {
    const outlet = byHost().get(labels.slice(index).join('.'));
    if (outlet) return outlet;
  }
  return null;
}

/** Gives the outlet's own name for a known outlet, and the name as it was found for another. */
export function outletName(name: string): string {
  return findOutlet(name)?.name ?? name;
}
