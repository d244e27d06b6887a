/** Lower than any sum of real scores, and finite, so that sums of it stay comparable. */
const NEVER = -1e9;

/**
 * The heads of the highest-scoring dependency tree with exactly one root. `arcs[dependent * (words + 1) + head]` scores
 * head 0 (the root) to `words`; the result gives every word its head, -1 for the root, else a word from 0.
 * Source: Chu & Liu 1965, Edmonds 1967; one root by reweighting, Stanojević & Cohen 2021.
 */
export function maximumTree(arcs: Float32Array | Float64Array, words: number): Int32Array {
  const size = words + 1;
  const scores = squareOf(arcs, size);
  let heads = bestHeads(scores, size);
  if (countRoots(heads) !== 1 || findCycle(heads) !== null) {
    penaliseRoot(scores, size);
    heads = bestArborescence(scores, size);
  }
  return heads.subarray(1).map((head) => head - 1);
}

/** Rows are dependents and columns heads, 0 the root; a word cannot govern itself, nor anything the root. */
function squareOf(arcs: Float32Array | Float64Array, size: number): Float64Array {
  const scores = new Float64Array(size * size).fill(NEVER);
  for (let dependent = 1; dependent < size; dependent++) {
    for (let head = 0; head < size; head++) {
      const score = arcs[(dependent - 1) * size + head]!;
      if (head !== dependent)
        scores[dependent * size + head] = Number.isFinite(score) ? Math.max(score, NEVER / 1e4) : NEVER / 1e4;
    }
  }
  return scores;
}

function bestHeads(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let dependent = 1; dependent < size; dependent++) {
    let best = 0;
    for (let head = 1; head < size; head++) {
      if (scores[dependent * size + head]! > scores[dependent * size + best]!) best = head;
    }
    heads[dependent] = best;
  }
  return heads;
}

function countRoots(heads: Int32Array): number {
  let roots = 0;
  for (let i = 1; i < heads.length; i++) if (heads[i] === 0) roots++;
  return roots;
}

/** Makes every arc from the root cost more than all other scores together, so that the best tree uses one. */
function penaliseRoot(scores: Float64Array, size: number): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    if (score === NEVER) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  const penalty = (high - low + 1) * size;
  for (let dependent = 1; dependent < size; dependent++) scores[dependent * size]! -= penalty;
}

/** A cycle among the heads, or null. Node 0 is the root and has no head. */
function findCycle(heads: Int32Array): number[] | null {
  const seenIn = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seenIn[node] === 0) {
      seenIn[node] = start;
      node = heads[node]!;
    }
    if (node > 0 && seenIn[node] === start) return cycleFrom(heads, node);
  }
  return null;
}

function cycleFrom(heads: Int32Array, start: number): number[] {
  const cycle = [start];
  for (let node = heads[start]!; node !== start; node = heads[node]!) cycle.push(node);
  return cycle;
}

/** Chu-Liu/Edmonds: takes every best head, contracts a cycle into one node, solves the rest, and opens the cycle where it was entered. */
function bestArborescence(scores: Float64Array, size: number): Int32Array {
  const heads = bestHeads(scores, size);
  const cycle = findCycle(heads);
  if (cycle === null) return heads;
  const contraction = contract(scores, size, heads, cycle);
  const inner = bestArborescence(contraction.scores, contraction.nodes.length + 1);
  return expand(heads, contraction, inner);
}

interface Contraction {
  readonly scores: Float64Array;
  /** The nodes outside the cycle, the root first; the cycle is one node after them. */
  readonly nodes: readonly number[];
  /** For a head outside: the word of the cycle that it would take best. */
  readonly entered: Int32Array;
  /** For a dependent outside: the word of the cycle that governs it best. */
  readonly left: Int32Array;
}

function contract(scores: Float64Array, size: number, heads: Int32Array, cycle: readonly number[]): Contraction {
  const inCycle = new Set(cycle);
  const nodes: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle.has(node)) nodes.push(node);
  const last = nodes.length;
  const small = new Float64Array((last + 1) * (last + 1)).fill(NEVER);
  const entered = new Int32Array(last);
  const left = new Int32Array(last);
  nodes.forEach((node, place) => {
    nodes.forEach((head, column) => {
      small[place * (last + 1) + column] = scores[node * size + head]!;
    });
    const enter = bestOf(cycle, (member) => scores[member * size + node]! - scores[member * size + heads[member]!]!);
    entered[place] = enter.member;
    small[last * (last + 1) + place] = enter.score;
    const leave = bestOf(cycle, (member) => scores[node * size + member]!);
    left[place] = leave.member;
    small[place * (last + 1) + last] = leave.score;
  });
  return { scores: small, nodes, entered, left };
}

function bestOf(members: readonly number[], score: (member: number) => number): { member: number; score: number } {
  let best = { member: members[0]!, score: score(members[0]!) };
  for (const member of members) {
    const found = score(member);
    if (found > best.score) best = { member, score: found };
  }
  return best;
}

function expand(heads: Int32Array, { nodes, entered, left }: Contraction, inner: Int32Array): Int32Array {
  const result = heads.slice();
  const last = nodes.length;
  nodes.forEach((node, place) => {
    if (node !== 0) result[node] = inner[place] === last ? left[place]! : nodes[inner[place]!]!;
  });
  const entry = inner[last]!;
  result[entered[entry]!] = nodes[entry]!;
  return result;
}
