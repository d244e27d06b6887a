"""Sentences turned into headlines: without articles, auxiliaries and the last stop, as newspapers drop them."""

import copy

DROPPED = {"DET": ("det",), "AUX": ("aux", "aux:pass", "cop")}
LAYERS = ("words", "spans", "upos", "xfeats", "deprels", "names", "pieces", "shapes", "upos_ids", "feats_ids", "deprel_ids")


def headline(example):
    """A copy of a parsed sentence without its small words. Only words without dependents and outside names go."""
    governs = set(example.heads)
    last = len(example.words) - 1
    kept = [i for i in range(len(example.words))
            if i + 1 in governs or named(example, i)
            or not (example.deprels[i] in DROPPED.get(example.upos[i], ())
                    or i == last and example.upos[i] == "PUNCT")]
    short = copy.copy(example)
    for layer in LAYERS:
        values = getattr(example, layer)
        if values:
            setattr(short, layer, [values[i] for i in kept])
    place = {old + 1: new + 1 for new, old in enumerate(kept)} | {0: 0}
    short.heads = [place[example.heads[i]] for i in kept]
    return short


def named(example, i):
    return bool(example.names) and not example.names[i] & 1
