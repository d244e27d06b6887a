"""Dev figures of a model given as a function from a batch to score arrays."""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from decode import decode_names, decode_tree


def collate(examples, cls=101, sep=102, step=1):
    """Padded int64 arrays of a batch, named as the inputs of the exported graph. Lengths are rounded up to `step`."""
    rows = [[cls] + [p for word in e.pieces for p in word] + [sep] for e in examples]
    length, width = max(map(len, rows)), max(len(e.words) for e in examples)
    length, width = -(-length // step) * step, -(-width // step) * step
    shape = (len(examples), length)
    batch = {"input_ids": np.zeros(shape, np.int64), "attention_mask": np.zeros(shape, np.int64),
             "shape_ids": np.zeros(shape, np.int64), "word_starts": np.zeros((len(examples), width), np.int64),
             "word_mask": np.zeros((len(examples), width), np.int64)}
    for i, (e, row) in enumerate(zip(examples, rows)):
        batch["input_ids"][i, :len(row)] = row
        batch["attention_mask"][i, :len(row)] = 1
        batch["shape_ids"][i, 1:len(row) - 1] = [s for s, word in zip(e.shapes, e.pieces) for _ in word]
        starts = 1 + np.cumsum([0] + [len(word) for word in e.pieces[:-1]])
        batch["word_starts"][i, :len(e.words)] = starts
        batch["word_mask"][i, :len(e.words)] = 1
    return batch


def predict(examples, run, labels, batch_size=32, parse=True):
    """Predicted (upos, feats, heads, deprels, names) of every example, in order."""
    order = sorted(range(len(examples)), key=lambda i: sum(map(len, examples[i].pieces)))
    results = [None] * len(examples)
    for start in range(0, len(order), batch_size):
        indices = order[start:start + batch_size]
        scores = run(collate([examples[i] for i in indices]))
        for row, i in enumerate(indices):
            results[i] = _read_off(scores, row, len(examples[i].words), labels, parse)
    return results


def _read_off(scores, row, n, labels, parse):
    names = decode_names(scores["names"][row, :n], labels["names"])
    if not parse:
        return {"names": names}
    heads = decode_tree(scores["arcs"][row, :n, :n + 1])
    pair = scores["labels"][row, np.arange(n), heads].copy()
    root = labels["deprel"].index("root")
    pair[[h != 0 for h in heads], root] = -1e9
    deprels = ["root" if h == 0 else labels["deprel"][k] for h, k in zip(heads, pair.argmax(-1))]
    return {"upos": [labels["upos"][k] for k in scores["upos"][row, :n].argmax(-1)],
            "feats": [labels["feats"][k] for k in scores["feats"][row, :n].argmax(-1)],
            "heads": heads, "deprels": deprels, "names": names}


def score_parse(examples, results, kept_features):
    """Accuracies in per cent over all words. LAS ignores subtypes; LASfull keeps them."""
    count = Counter()
    for e, r in zip(examples, results):
        for i in range(len(e.words)):
            count["words"] += 1
            count["upos"] += e.upos[i] == r["upos"][i]
            count["feats"] += kept_features(e.xfeats[i]) == r["feats"][i]
            head = e.heads[i] == r["heads"][i]
            count["uas"] += head
            count["las"] += head and e.deprels[i].split(":")[0] == r["deprels"][i].split(":")[0]
            count["las_full"] += head and e.deprels[i] == r["deprels"][i]
    return {k: round(100 * count[k] / count["words"], 2) for k in ("upos", "feats", "uas", "las", "las_full")}


def score_names(examples, results, type_of, only=("PER", "ORG", "LOC")):
    """Micro F1 in per cent of exact spans, and of each type."""
    gold, system, right = Counter(), Counter(), Counter()
    for e, r in zip(examples, results):
        have = {(s, t, type_of(k)) for s, t, k in e.entities if type_of(k) in only}
        found = {(e.spans[s][0], e.spans[t - 1][1], k) for s, t, k in r["names"] if k in only}
        for kind, spans in ((gold, have), (system, found), (right, have & found)):
            kind.update(k for _, _, k in spans)
    f1 = lambda tp, g, s: round(200 * tp / (g + s), 2) if g + s else 0.0
    figures = {k: f1(right[k], gold[k], system[k]) for k in only}
    figures["f1"] = f1(sum(right.values()), sum(gold.values()), sum(system.values()))
    return figures


def dev_scores(dev, run, labels, limit=None):
    """All dev figures: parse and names of EWT and GUM, names of politics and re3d."""
    from data import kept_features
    from name_labels import TYPE_OF
    type_of = lambda kind: TYPE_OF.get(kind, kind)
    scores = {}
    for name, examples in dev.items():
        examples = examples[:limit]
        results = predict(examples, run, labels, parse=name in ("ewt", "gum"))
        if name in ("ewt", "gum"):
            scores[name] = score_parse(examples, results, kept_features)
        scores[f"{name}_names"] = score_names(examples, results, type_of)
    return scores


def onnx_runner(path, threads=1):
    """A `run` function over an exported graph."""
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return lambda batch: dict(zip(names, session.run(None, batch)))


def main():
    parser = argparse.ArgumentParser(description="Dev figures of an exported model folder.")
    parser.add_argument("model", help="folder with model.onnx, vocab.txt, config.json")
    parser.add_argument("--data", required=True)
    parser.add_argument("--graph", help="another graph than the folder's own, such as the fp32 one")
    args = parser.parse_args()
    from data import encode, load
    from wordpiece import load_vocab
    folder = Path(args.model)
    labels = json.loads((folder / "config.json").read_text())
    vocab = load_vocab(folder / "vocab.txt")
    dev = load(args.data)["dev"]
    for examples in dev.values():
        encode(examples, labels, vocab)
    print(json.dumps(dev_scores(dev, onnx_runner(args.graph or folder / "model.onnx"), labels), indent=1))


if __name__ == "__main__":
    main()
