"""From scores to a tree and to names: the semantics that the TypeScript runtime copies."""

import numpy as np


def decode_tree(arcs):
    """Heads (0 = root) of the best tree with exactly one root. `arcs` is [W, W+1]."""
    scores = square(arcs)
    heads = greedy(scores)
    if heads is None:
        heads = best_tree(scores)
    roots = [i for i in range(1, len(heads)) if heads[i] == 0]
    if len(roots) > 1:
        heads = max((with_root(scores, root) for root in roots), key=lambda pair: pair[0])[1]
    return [int(h) for h in heads[1:]]


def square(arcs):
    """[W+1, W+1] of dependent by head, in log-probabilities, with no self-loops."""
    n = arcs.shape[0]
    scores = np.full((n + 1, n + 1), -1e9)
    scores[1:, :] = arcs[:, :n + 1]
    np.fill_diagonal(scores, -1e9)
    scores[1:] -= scores[1:].max(1, keepdims=True)
    scores[1:] -= np.log(np.exp(scores[1:]).sum(1, keepdims=True))
    return scores


def greedy(scores):
    """Best head of every word, or None where that makes a cycle."""
    heads = scores.argmax(1)
    heads[0] = 0
    return None if find_cycle(heads) else heads


def with_root(scores, root):
    """Score and heads of the best tree whose only root is `root`."""
    held = scores.copy()
    held[1:, 0] = -1e9
    held[root] = -1e9
    held[root, 0] = scores[root, 0]
    heads = greedy(held)
    heads = best_tree(held) if heads is None else heads
    return scores[np.arange(1, len(heads)), heads[1:]].sum(), heads


def find_cycle(heads):
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not seen[node]:
            seen[node] = 1
            path.append(node)
            node = heads[node]
        if node and seen[node] == 1:
            return path[path.index(node):]
        for node in path:
            seen[node] = 2
    return None


def best_tree(scores):
    """Chu-Liu/Edmonds, recursive contraction. Row = dependent, column = head, 0 = root."""
    n = scores.shape[0]
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    small = np.full((len(outside) + 1, len(outside) + 1), -1e9)
    cyc = np.array(cycle)
    lost = scores[cyc, heads[cyc]]
    enter, leave = {}, {}
    last = len(outside)
    small[:last, :last] = scores[np.ix_(outside, outside)]
    for place, node in enumerate(outside):
        gain = scores[cyc, node] - lost
        enter[place] = int(cyc[gain.argmax()])
        small[last, place] = gain.max()
        if node:
            best = scores[node, cyc].argmax()
            leave[place] = int(cyc[best])
            small[place, last] = scores[node, cyc[best]]
    chosen = best_tree(small)
    result = heads.copy()
    for place, node in enumerate(outside):
        if node:
            result[node] = leave[place] if chosen[place] == last else outside[chosen[place]]
    result[enter[int(chosen[last])]] = outside[int(chosen[last])]
    return result


def decode_names(scores, tags):
    """Names (first word, word after the last, type) of the best legal BIO sequence."""
    n, size = scores.shape
    legal = np.zeros((size, size))
    for j, after in enumerate(tags):
        if after.startswith("I-"):
            legal[:, j] = [0 if before[2:] == after[2:] and before != "O" else -1e9 for before in tags]
    best = scores[0] + np.array([-1e9 if t.startswith("I-") else 0 for t in tags])
    back = np.zeros((n, size), dtype=int)
    for i in range(1, n):
        total = best[:, None] + legal
        back[i] = total.argmax(0)
        best = total.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        path.append(int(back[i][path[-1]]))
    return spans_of([tags[t] for t in reversed(path)])


def spans_of(sequence):
    spans = []
    for i, tag in enumerate(sequence):
        if tag.startswith("B-"):
            spans.append([i, i + 1, tag[2:]])
        elif tag.startswith("I-") and spans:
            spans[-1][1] = i + 1
    return [tuple(span) for span in spans]
