"""All corpora as one list of examples with the labels of the network; recasing and batches."""

import csv
from collections import Counter
from pathlib import Path

from corpora import read_conllu, read_names
from name_labels import NAME_TAGS, Norp, attach_names, names_only, re3d_examples
from wordpiece import pieces_of, shape_of

# Kept features, the one given up first at the end: a rare combination sheds from the end until it is a known one.
FEATURES = ["VerbForm", "Tense", "Number", "Mood", "Person", "Voice", "PronType", "Polarity", "Case", "Poss", "Gender",
            "Degree", "NumType", "Definite"]
RARE_FEATS, RARE_DEPREL = 5, 15
POLITICS_DEV = 200  # the last 200 rows of CrossNER's dev part stay for choosing; the others are trained on


def load(root):
    """All examples: {'train': [...], 'dev': {name: [...]}}."""
    root = Path(root)
    tree, names = root / "treebank", root / "names"
    norp = Norp(root / "actors/states.csv")
    with open(root / "actors/states.csv", encoding="utf-8") as file:
        states = {name.lower() for row in csv.DictReader(file) for name in row["names"].split("|")}
    sets = {}
    for source, part, file in [("ewt", "train", "uner-train"), ("ewt-dev", "dev", "uner-dev"),
                               ("gum", "train", "gum-open-train"), ("gum", "dev", "gum-open-dev")]:
        bank = "ewt" if source.startswith("ewt") else "gum-open"
        sentences = read_conllu(tree / f"{bank}-{part}.conllu.xz", source)
        attach_names(sentences, read_names(names / f"{file}.jsonl.xz"), source, norp)
        sets[f"{bank}-{part}"] = sentences
    politics = read_names(names / "politics-train.jsonl.xz"), read_names(names / "politics-dev.jsonl.xz")
    re3d = re3d_examples(read_names(names / "re3d-train.jsonl.xz"), norp, states)
    docs = sorted({e.id for e in re3d})
    held = set(docs[::7])
    train = sets["ewt-train"] + sets["gum-open-train"]
    train += names_only(read_names(names / "wikigold.jsonl.xz"), "wikigold", norp)
    train += names_only(politics[0] + politics[1][:-POLITICS_DEV], "politics", norp)
    train += names_only(read_names(names / "wnut17-train.jsonl.xz") + read_names(names / "wnut17-dev.jsonl.xz"), "wnut", norp)
    train += [e for e in re3d if e.id not in held]
    dev = {"ewt": sets["ewt-dev"], "gum": sets["gum-open-dev"],
           "politics": names_only(politics[1][-POLITICS_DEV:], "politics", norp),
           "re3d": [e for e in re3d if e.id in held]}
    return {"train": train, "dev": dev}


def build_labels(train):
    """Inventories in index order, from the training part alone."""
    parsed = [e for e in train if e.upos]
    upos = sorted({tag for e in parsed for tag in e.upos})
    counts = Counter(rel for e in parsed for rel in e.deprels)
    deprel = sorted(rel for rel, n in counts.items() if n >= RARE_DEPREL or ":" not in rel)
    feats = Counter(kept_features(f) for e in parsed for f in e.xfeats)
    feats = sorted((f for f, n in feats.items() if n >= RARE_FEATS or f == "_"), key=lambda f: (f != "_", f))
    return {"upos": upos, "feats": feats, "deprel": deprel, "names": NAME_TAGS}


def kept_features(feats):
    if feats == "_":
        return "_"
    return "|".join(p for p in sorted(feats.split("|")) if p.split("=")[0] in FEATURES) or "_"


def nearest_feats(feats, known):
    """The string itself, or with as few features dropped as it takes to be a known one."""
    feats = kept_features(feats)
    order = FEATURES
    while feats not in known and feats != "_":
        parts = feats.split("|")
        parts.remove(max(parts, key=lambda p: order.index(p.split("=")[0])))
        feats = "|".join(parts) or "_"
    return feats


def fold(deprel, known):
    return deprel if deprel in known else deprel.split(":")[0]


def encode(examples, labels, vocab):
    """Adds pieces, shapes and label ids in place."""
    upos, deprel = ({v: i for i, v in enumerate(labels[k])} for k in ("upos", "deprel"))
    feats = {v: i for i, v in enumerate(labels["feats"])}
    cache = {}
    for e in examples:
        e.pieces = [cache.get(w) or cache.setdefault(w, pieces_of(w, vocab)) for w in e.words]
        e.shapes = [shape_of(w) for w in e.words]
        if e.upos:
            e.upos_ids = [upos[t] for t in e.upos]
            e.feats_ids = [feats[nearest_feats(f, feats)] for f in e.xfeats]
            e.deprel_ids = [deprel.get(fold(r, deprel), deprel["dep"]) for r in e.deprels]
    return examples


def recased(shapes, rng, upos=None):
    """Shapes as if the sentence were all lower, all upper or a Title Case headline; pieces do not change."""
    roll = rng.random()
    if roll < 0.05:
        return [2 if s in (2, 3, 4, 5) else s for s in shapes]
    if roll < 0.10:
        return [4 if s in (2, 4, 5) else (4 if s == 3 else s) for s in shapes]
    if roll < 0.15:
        small = upos is not None and rng.random() < 0.5
        return [3 if s == 2 and not (small and upos[i] in ("ADP", "DET", "CCONJ", "PART", "SCONJ", "AUX", "PRON")) else s
                for i, s in enumerate(shapes)]
    return shapes


def batches(examples, max_pieces, rng, step=4):
    """Indices grouped by length under a budget of padded pieces, like lengths next to one another.

    Lengths are rounded up to `step`, so that few shapes of batch occur: each new one costs the library a compilation.
    """
    groups, sizes = [], {}
    for i, example in enumerate(examples):
        size = sum(map(len, example.pieces)) + 2
        if size <= 512:
            sizes.setdefault(-(-size // step) * step, []).append(i)
    waiting = []
    for size in sorted(sizes):
        rng.shuffle(sizes[size])
        waiting += sizes[size]
        rows = max(1, max_pieces // size)
        while len(waiting) >= rows:
            groups.append(waiting[:rows])
            waiting = waiting[rows:]
    return groups + ([waiting] if waiting else [])
