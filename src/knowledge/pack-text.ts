import { PACK_FORMAT, type Pack } from './pack.ts';

/** Large tables that many a run asks nothing of: each stands on a line of its own, and is parsed when it is first asked for. */
const LAZY = ['terms', 'sounds', 'memberships', 'givenNames', 'names', 'cities'] as const;
type Lazy = (typeof LAZY)[number];

/**
 * A compiled base as its file holds it: all that is needed at once on the first line, a line for each large table, and a line
 * for each group of names, its first word before a tab.
 */
export function packText({ nameGroups, ...pack }: Pack): string {
  const first = Object.fromEntries(Object.entries(pack).filter(([name]) => !LAZY.includes(name as Lazy)));
  const tables = [first, ...LAZY.map((name) => pack[name])].map((table) => JSON.stringify(table));
  const groups = [...nameGroups].map(([word, group]) => `${word}\t${group}`);
  return `${[...tables, ...groups].map(asciiJson).join('\n')}\n`;
}

/** Letters beyond ASCII escaped: such a file is decoded and parsed in half the time. */
function asciiJson(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Reads such a file; null for one of another version, or none at all. */
export function packFrom(text: string): Pack | null {
  if (!text.startsWith(`{"format":"${PACK_FORMAT}"`)) return null;
  const [first, ...rest] = text.trimEnd().split('\n') as [string, ...string[]];
  const pack = JSON.parse(first) as Pack;
  for (const [position, name] of LAZY.entries()) makeLazy(pack, name, rest[position]!);
  return Object.assign(pack, { nameGroups: groupsFrom(rest.slice(LAZY.length)) });
}

function makeLazy(pack: Pack, name: Lazy, line: string): void {
  let made: Pack[Lazy] | undefined;
  const get = () => {
    made ??= JSON.parse(line) as Pack[Lazy];
    return made;
  };
  Object.defineProperty(pack, name, { get, enumerable: true });
}

function groupsFrom(lines: readonly string[]): Pack['nameGroups'] {
  const groups = new Map<string, string>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    const word = line.slice(0, tab);
    groups.set(word.includes('\\') ? JSON.parse(`"${word}"`) : word, line.slice(tab + 1));
  }
  return groups;
}
