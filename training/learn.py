"""What is learned from a batch: its targets, its losses, and at which rates."""

import copy

import numpy as np
import torch

from data import recased
from evaluate import collate
from headlines import headline
from model import STYLES

NAME_WEIGHT = {"ewt": 1.3, "gum": 0.7, "wikigold": 1.0, "politics": 1.0, "wnut": 0.3, "re3d": 0.7, "swap": 0.7,
               "silver": 0.5}
SILVER_WEIGHT = 0.6  # of a parse read by our own ensemble against one by hand
LOSS_WEIGHT = {"upos": 0.5, "feats": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.5}


def training_batch(examples, rng, args, sizes):
    """Inputs and targets of one batch, shortened to headlines, recased and masked at random."""
    shown = []
    for e in examples:
        shorten = args.headlines and e.heads and not e.soft and rng.random() < args.headlines
        e = headline(e) if shorten else copy.copy(e)
        e.shapes = recased(e.shapes, rng, e.upos)
        if args.mask:
            e.pieces = [[103] * len(p) if rng.random() < args.mask else p for p in e.pieces]
        shown.append(e)
    batch = collate(shown, step=4)
    return as_tensors(batch), as_tensors(targets(shown, batch["word_mask"].shape, sizes))


def as_tensors(arrays):
    return {k: torch.from_numpy(v) for k, v in arrays.items()}


def targets(examples, shape, sizes):
    """Distributions to be learned: one-hot where annotated by hand, the teachers' where read by them."""
    rows, width = shape
    target = {k: np.zeros((rows, width, n), np.float32) for k, n in sizes.items()}
    target |= {"heads": np.zeros((rows, width), np.int64), "parse_weight": np.zeros((rows, width), np.float32),
               "names_weight": np.zeros((rows, width), np.float32), "style": np.zeros(rows, np.int64),
               "arcs": np.zeros((rows, width, width + 1), np.float32),
               "names_soft": np.zeros((rows, width, sizes["names"]), np.float32)}
    for i, e in enumerate(examples):
        n = len(e.words)
        place = np.arange(n)
        target["style"][i] = STYLES.index(e.source)
        if e.heads:
            target["heads"][i, :n] = e.heads
            target["feats"][i, place, e.feats_ids] = 1
            target["parse_weight"][i, :n] = SILVER_WEIGHT if e.soft else 1.0
        if e.soft:
            target["upos"][i, :n], target["labels"][i, :n] = e.soft["upos"], e.soft["labels"]
            target["arcs"][i, :n, :n + 1] = e.soft["arcs"]
        elif e.heads:
            target["upos"][i, place, e.upos_ids], target["labels"][i, place, e.deprel_ids] = 1, 1
            target["arcs"][i, place, e.heads] = 1
        if e.names:
            target["names"][i, :n] = [[mask >> k & 1 for k in range(sizes["names"])] for mask in e.names]
            target["names_weight"][i, :n] = NAME_WEIGHT[e.source]
        elif e.soft:
            target["names_soft"][i, :n] = e.soft["names"]
            target["names"][i, :n] = 1
            target["names_weight"][i, :n] = NAME_WEIGHT[e.source]
    return target


def losses(core, batch, target, precision):
    """Mean loss of every layer over the words that have it; the encoder computes in the given precision."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == torch.bfloat16):
        states = core.encoder(batch["input_ids"], batch["attention_mask"], batch["shape_ids"])
    tags, parse, names = core.words(states, batch["word_starts"])
    out = {"names": name_loss(core.name_scores(names, target["style"]), target)}
    parsed = target["parse_weight"].any(1)
    if not parsed.any():
        return out
    pick = lambda tensor: tensor[parsed]
    weight = pick(target["parse_weight"])
    mean = lambda scores, key: -((scores.log_softmax(-1) * pick(target[key])).sum(-1) * weight).sum() / weight.sum()
    upos, feats = core.tag_scores(pick(tags))
    arcs = core.arc_scores(pick(parse), pick(batch["word_mask"]))
    labels = core.label_scores_at(pick(parse), pick(target["heads"]))
    return out | {"upos": mean(upos, "upos"), "feats": mean(feats, "feats"), "arcs": mean(arcs, "arcs"),
                  "labels": mean(labels, "labels")}


def name_loss(scores, target):
    """Log of the mass on the allowed tags; a teacher's word is learned as it is."""
    scores, weight = scores.log_softmax(-1), target["names_weight"]
    allowed = torch.logsumexp(scores + (1 - target["names"]) * -1e4, -1)
    taught = (scores * target["names_soft"]).sum(-1)
    return -((allowed + taught) * weight).sum() / weight.sum().clamp(min=1)


def parameter_groups(core, args, owned):
    """Lower rates for lower layers; no decay on vectors. Only the parameters this worker owns."""
    groups = {}
    for name, parameter in core.named_parameters():
        if id(parameter) not in owned:
            continue
        rate, decay = args.head_lr, 0.01
        if name.startswith("encoder."):
            depth = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            rate = args.lr * args.layer_decay ** (len(core.encoder.layers) - depth)
            if name == "encoder.shape.weight":
                rate = args.head_lr
        if parameter.dim() < 2 or "word.weight" in name:
            decay = 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": p, "lr": rate, "weight_decay": decay, "peak": rate} for (rate, decay), p in groups.items()]


def schedule(step, total, warmup=0.08):
    """Warm up, then cosine down to 2 % of the peak."""
    done = step / total
    if done < warmup:
        return done / warmup
    return 0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * (done - warmup) / (1 - warmup)))
