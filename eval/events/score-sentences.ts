import { type Figures, figures } from '../report/figures.ts';

/** One hand-coded sentence of the gold standard. */
export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly event: string;
  readonly eventAlso: readonly string[];
  readonly context: readonly string[];
  readonly quad: number;
  readonly reciprocal: boolean;
  readonly source: readonly GoldParty[];
  readonly target: readonly GoldParty[];
}

interface GoldParty {
  readonly code: string | null;
  readonly codeAlso?: string;
}

/** What a coder gives for a sentence: codes as in PLOVER rows. */
export interface CodedSentence {
  readonly event: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
}

export interface SentenceScores {
  readonly gold: number;
  readonly read: number;
  readonly accuracy: number;
  readonly everyPrediction: Figures;
  readonly quad: number;
  readonly source: Figures;
  readonly target: Figures;
  readonly parties: Figures;
  readonly dyad: number;
  readonly typeAndDyad: number;
  readonly missed: readonly string[];
}

const QUAD: Readonly<Record<string, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

interface Pooled {
  hits: number;
  gold: number;
  read: number;
}

/**
 * Scores coded sentences by the protocol that comes with the gold: sentences with the same words together, each gold event
 * against the best prediction that is left; parties without direction for CONSULT and reciprocal records.
 */
export function scoreSentences(
  gold: readonly GoldSentence[],
  coded: ReadonlyMap<string, readonly CodedSentence[]>,
): SentenceScores {
  const pools = { source: emptyPool(), target: emptyPool(), parties: emptyPool() };
  let read = 0,
    types = 0,
    quads = 0,
    dyads = 0,
    both = 0;
  const missed: string[] = [];
  for (const records of groupByWords(gold)) {
    const left = [...(coded.get(records[0]!.id) ?? [])];
    read += left.length;
    for (const record of records) {
      const best = takeBest(record, left);
      const isType = best !== null && hasType(record, best);
      if (isType) types += 1;
      else missed.push(`${record.event} ← ${best?.event ?? 'nothing'}: ${record.text}`);
      if (best && QUAD[best.event] === record.quad) quads += 1;
      const roles = rolesOf(record, best);
      for (const role of roles) addTo(pools[role.name], role);
      if (isType) missed.push(...roles.filter(isOtherwise).map((role) => roleNote(record, best, role)));
      const isDyad = best !== null && roles.every((role) => role.hits === role.gold && role.gold === role.read);
      if (isDyad) dyads += 1;
      if (isDyad && isType) both += 1;
    }
  }
  const n = gold.length;
  return {
    gold: n,
    read,
    accuracy: types / n,
    everyPrediction: figures(types, n, read),
    quad: quads / n,
    source: poolFigures(pools.source),
    target: poolFigures(pools.target),
    parties: poolFigures(pools.parties),
    dyad: dyads / n,
    typeAndDyad: both / n,
    missed,
  };
}

function isOtherwise({ hits, gold, read }: Pooled): boolean {
  return hits < gold || hits < read;
}

function roleNote(record: GoldSentence, event: CodedSentence, { name }: { name: RoleName }): string {
  const codes = (parties: readonly GoldParty[]) => parties.map(({ code }) => code).join(', ');
  const gold = `${codes(record.source)} → ${codes(record.target)}`;
  return `${name} differs, ${gold} ← ${event.source.join(', ')} → ${event.target.join(', ')}: ${record.text}`;
}

function groupByWords(gold: readonly GoldSentence[]): GoldSentence[][] {
  const groups = new Map<string, GoldSentence[]>();
  for (const record of gold) {
    const key = (record.text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()];
}

function takeBest(record: GoldSentence, left: CodedSentence[]): CodedSentence | null {
  const worth = (event: CodedSentence) =>
    (hasType(record, event) ? 1e6 : 0) +
    (QUAD[event.event] === record.quad ? 1e3 : 0) +
    rolesOf(record, event).reduce((sum, role) => sum + role.hits, 0);
  if (left.length === 0) return null;
  const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  left.splice(left.indexOf(best), 1);
  return best;
}

function hasType(record: GoldSentence, event: CodedSentence): boolean {
  return event.event === record.event || record.eventAlso.includes(event.event);
}

type RoleName = 'source' | 'target' | 'parties';

function rolesOf(record: GoldSentence, event: CodedSentence | null): (Pooled & { name: RoleName })[] {
  const source = acceptable(record.source);
  const target = acceptable(record.target);
  const given = { source: event?.source ?? [], target: event?.target ?? [] };
  if (record.reciprocal || record.event === 'CONSULT') {
    return [role('parties', [...source, ...target], [...given.source, ...given.target])];
  }
  return [role('source', source, given.source), role('target', target, given.target)];
}

function acceptable(parties: readonly GoldParty[]): string[][] {
  return parties.flatMap(({ code, codeAlso }) => (code ? [[code, ...(codeAlso ? [codeAlso] : [])]] : []));
}

function role(
  name: RoleName,
  gold: readonly (readonly string[])[],
  read: readonly string[],
): Pooled & { name: RoleName } {
  const left = [...read];
  let hits = 0;
  for (const codes of gold) {
    const position = left.findIndex((code) => codes.includes(code));
    if (position < 0) continue;
    left.splice(position, 1);
    hits += 1;
  }
  return { name, hits, gold: gold.length, read: read.length };
}

function emptyPool(): Pooled {
  return { hits: 0, gold: 0, read: 0 };
}

function addTo(pool: Pooled, more: Pooled): void {
  pool.hits += more.hits;
  pool.gold += more.gold;
  pool.read += more.read;
}

function poolFigures(pool: Pooled): Figures {
  return figures(pool.hits, pool.gold, pool.read);
}
