import { PACK_FORMAT, type Pack } from './pack.ts';

/** Large tables that many a run asks nothing of: each stands on a line of its own, and is parsed when it is first asked for. */
const LAZY = ['terms', 'sounds', 'memberships', 'givenNames'] as const;
type Lazy = (typeof LAZY)[number];

/** A compiled base as its file holds it: all that is needed at once on the first line, then a line for each large table. */
export function packText(pack: Pack): string {
  const first = Object.fromEntries(Object.entries(pack).filter(([name]) => !LAZY.includes(name as Lazy)));
  return `${[first, ...LAZY.map((name) => pack[name])].map(asciiJson).join('\n')}\n`;
}

/** Letters beyond ASCII escaped: such a file is decoded and parsed in half the time. */
function asciiJson(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped);
}

/** Reads such a file; null for one of another version, or none at all. */
export function packFrom(text: string): Pack | null {
  const [first = '', ...rest] = text.trimEnd().split('\n');
  if (rest.length !== LAZY.length || !first.startsWith(`{"format":"${PACK_FORMAT}"`)) return null;
  const pack = JSON.parse(first) as Pack;
  for (const [position, name] of LAZY.entries()) makeLazy(pack, name, rest[position]!);
  return pack;
}

function makeLazy(pack: Pack, name: Lazy, line: string): void {
  let made: Pack[Lazy] | undefined;
  const get = () => {
    made ??= JSON.parse(line) as Pack[Lazy];
    return made;
  };
  Object.defineProperty(pack, name, { get, enumerable: true });
}
