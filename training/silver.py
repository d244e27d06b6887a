"""Reads unannotated texts of the domain with an ensemble of our own checkpoints; the student learns their soft scores.

Only models trained on the same open data teach. Sentences of corpora with gold names keep those names.
"""

import argparse
import html
import json
import re
from pathlib import Path

import numpy as np
import torch

from corpora import Example, split_sentences, split_words
from data import encode, load
from decode import decode_tree
from evaluate import collate
from export import load_core
from wordpiece import load_vocab


def plain_texts(root):
    """Paragraphs of WikiWars, MEANTIME and the State Department's releases."""
    for name in ("wikiwars", "meantime"):
        for line in open(root / f"time/{name}.jsonl", encoding="utf-8"):
            yield from json.loads(line)["text"].split("\n")
    for file in sorted((root / "feeds/state-press").glob("*.xml")):
        for body in re.findall(r"<content:encoded><!\[CDATA\[(.*?)\]\]>", file.read_text(encoding="utf-8"), re.S):
            body = re.sub(r"<(script|style).*?</\1>", "", body, flags=re.S)
            for paragraph in re.split(r"</?(?:p|div|li|h\d|br)[^>]*>", body):
                yield html.unescape(re.sub(r"<[^>]+>", "", paragraph))


def silver_sentences(root, known):
    """Distinct sentences of 4 to 70 words that are in none of the annotated sets."""
    seen, examples = set(known), []
    for paragraph in plain_texts(root):
        text = re.sub(r"\s+", " ", paragraph).strip()
        for start, end in split_sentences(text) if text else []:
            sentence = text[start:end]
            words = [word for word, _, _ in split_words(sentence)]
            if sentence not in seen and 4 <= len(words) <= 70 and not re.search(r"[{}<>|]|http", sentence):
                seen.add(sentence)
                examples.append(Example("silver", "", sentence, words, []))
    return examples


def teach(examples, cores, precision, batch_size=32):
    """Adds the mean probabilities of the teachers: `soft` holds upos, arcs, labels, names; heads and features are hard."""
    order = sorted(range(len(examples)), key=lambda i: sum(map(len, examples[i].pieces)))
    for start in range(0, len(order), batch_size):
        group = [examples[i] for i in order[start:start + batch_size]]
        batch = {k: torch.from_numpy(v) for k, v in collate(group).items()}
        scores = [mean_probabilities(part) for part in zip(*(run(core, batch, precision) for core in cores))]
        for row, example in enumerate(group):
            read_off(example, [part[row] for part in scores])


def run(core, batch, precision):
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == torch.bfloat16):
        states = core.encoder(batch["input_ids"], batch["attention_mask"], batch["shape_ids"])
    with torch.no_grad():
        tags, parse, names = core.words(states, batch["word_starts"])
        return (*core.tag_scores(tags), core.arc_scores(parse, batch["word_mask"]), core.label_scores(parse),
                core.name_scores(names))


def mean_probabilities(parts):
    return torch.stack([part.softmax(-1) for part in parts]).mean(0).numpy()


def read_off(example, scores):
    upos, feats, arcs, labels, names = scores
    n = len(example.words)
    heads = decode_tree(np.log(arcs[:n, :n + 1] + 1e-9))
    half = lambda array: array.astype(np.float16)
    example.heads, example.feats_ids = heads, feats[:n].argmax(-1).tolist()
    example.soft = {"upos": half(upos[:n]), "arcs": half(arcs[:n, :n + 1]),
                    "labels": half(labels[np.arange(n), heads]), "names": half(names[:n])}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoints", nargs="+")
    parser.add_argument("--data", required=True)
    parser.add_argument("--vocab", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--float32", action="store_true", help="for processors that have no bfloat16")
    args = parser.parse_args()
    torch.set_num_threads(1)
    loaded = [load_core(path) for path in args.checkpoints]
    labels, vocab, sets = loaded[0][1], load_vocab(args.vocab), load(args.data)
    known = {e.text for part in [sets["train"], *sets["dev"].values()] for e in part}
    examples = silver_sentences(Path(args.data), known)
    examples += [e for e in sets["train"] if e.source in ("wikigold", "politics", "re3d", "wnut") and len(e.words) <= 70]
    encode(examples, labels, vocab)
    teach(examples, [core for core, _ in loaded], torch.float32 if args.float32 else torch.bfloat16)
    torch.save([vars(e) for e in examples], args.out)
    print(len(examples), sum(len(e.words) for e in examples))


if __name__ == "__main__":
    main()
