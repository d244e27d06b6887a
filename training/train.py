"""Trains the language core on the treebanks and name corpora, on a CPU in bfloat16 where it can."""

import argparse
import copy
import hashlib
import json
import multiprocessing
import random
import time
from pathlib import Path

import numpy as np
import torch

from data import Example, batches, build_labels, encode, load, recased
from evaluate import collate, dev_scores
from model import Core, load_minilm
from swaps import swaps
from wordpiece import load_vocab

NAME_WEIGHT = {"ewt": 1.0, "gum": 0.7, "wikigold": 1.0, "politics": 1.0, "wnut": 0.3, "re3d": 0.7, "swap": 0.7,
               "silver": 0.5}
SILVER_WEIGHT = 0.6  # of a parse read by our own ensemble against one by hand
LOSS_WEIGHT = {"upos": 0.5, "feats": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.5}
EMA_EVERY = 4


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="folder with treebank/, names/ and actors/")
    parser.add_argument("--encoder", required=True, help="folder with model.safetensors and vocab.txt of MiniLM")
    parser.add_argument("--out", required=True, help="folder for checkpoints and the log")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--head-lr", type=float, default=1.5e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--batch-pieces", type=int, default=2000)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--head-dropout", type=float, default=0.33)
    parser.add_argument("--swaps", type=int, default=3000, help="sentences with exchanged names, new ones each epoch")
    parser.add_argument("--silver", help="sentences read by an ensemble, from silver.py")
    parser.add_argument("--mask", type=float, default=0.04, help="share of words hidden behind [MASK]")
    parser.add_argument("--ema", type=float, default=0.998)
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread each, in step with one another")
    parser.add_argument("--no-shapes", action="store_true")
    parser.add_argument("--eval-every", type=int, default=2, help="epochs between dev figures")
    parser.add_argument("--note", default="")
    return parser.parse_args()


def training_batch(examples, rng, mask_rate, sizes):
    """Inputs and targets of one batch, recased and masked at random."""
    shown = []
    for e in examples:
        e = copy.copy(e)
        e.shapes = recased(e.shapes, rng, e.upos)
        if mask_rate:
            e.pieces = [[103] * len(p) if rng.random() < mask_rate else p for p in e.pieces]
        shown.append(e)
    batch = collate(shown, step=4)
    return as_tensors(batch), as_tensors(targets(examples, batch["word_mask"].shape, sizes))


def as_tensors(arrays):
    return {k: torch.from_numpy(v) for k, v in arrays.items()}


def targets(examples, shape, sizes):
    """Distributions to be learned: one-hot where annotated by hand, the teachers' where read by them."""
    rows, width = shape
    target = {k: np.zeros((rows, width, n), np.float32) for k, n in sizes.items()}
    target |= {"heads": np.zeros((rows, width), np.int64), "parse_weight": np.zeros((rows, width), np.float32),
               "names_weight": np.zeros((rows, width), np.float32), "arcs": np.zeros((rows, width, width + 1), np.float32),
               "names_soft": np.zeros((rows, width, sizes["names"]), np.float32)}
    for i, e in enumerate(examples):
        n = len(e.words)
        place = np.arange(n)
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


def losses(core, batch, target):
    """Mean loss of every layer over the words that have it."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = core.encoder(batch["input_ids"], batch["attention_mask"], batch["shape_ids"])
    tags, parse, names = core.words(states, batch["word_starts"])
    out = {"names": name_loss(core.name_scores(names), target)}
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
            rate = args.lr * args.layer_decay ** (6 - depth)
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


def torch_runner(core):
    """A `run` function over the model in memory."""
    def run(batch):
        with torch.no_grad():
            out = core(**{k: torch.from_numpy(v) for k, v in batch.items()})
        return dict(zip(("upos", "feats", "arcs", "labels", "names"), (t.numpy() for t in out)))
    return run


def plan(train, count, args, rng):
    """Epochs of steps; a step is one batch for every worker, of like size.

    The first `count` examples are in every epoch, of the exchanged ones after them each epoch has its own.
    """
    epochs = []
    for epoch in range(args.epochs):
        first = count + epoch * args.swaps
        chosen = [*range(count), *range(first, first + args.swaps)]
        groups = [[chosen[i] for i in group] for group in batches([train[i] for i in chosen], args.batch_pieces, rng)]
        steps = [groups[i:i + args.workers] for i in range(0, len(groups) - args.workers + 1, args.workers)]
        rng.shuffle(steps)
        epochs.append(steps)
    return epochs


def hashes(root, silver):
    """SHA-256 of every file read: the corpora, the name lists, the unannotated texts."""
    patterns = ["treebank/*.xz", "names/*.xz", "actors/*.csv"] + ["time/*.jsonl", "feeds/state-press/*.xml"] * bool(silver)
    return {f"{p.relative_to(root)}": hashlib.sha256(p.read_bytes()).hexdigest()
            for pattern in patterns for p in sorted(Path(root).glob(pattern))}


def main():
    args = parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    vocab = load_vocab(Path(args.encoder) / "vocab.txt")
    sets = load(args.data)
    labels = build_labels(sets["train"])
    if args.silver:
        sets["train"] = with_silver(sets["train"], args.silver)
    count = len(sets["train"])
    sets["train"] += swaps(sets["train"], Path(args.data), args.swaps * args.epochs, random.Random(args.seed))
    for examples in [sets["train"], *sets["dev"].values()]:
        encode(examples, labels, vocab)
    core = Core(len(vocab), {k: len(v) for k, v in labels.items()}, args.dropout, args.head_dropout,
                use_shapes=not args.no_shapes)
    load_minilm(core, Path(args.encoder) / "model.safetensors")
    team = Team(core, args.workers)
    steps = plan(sets["train"], count, args, random.Random(args.seed))
    work = lambda rank: run_worker(rank, team, sets, steps, labels, args, out)
    context = multiprocessing.get_context("fork")
    others = [context.Process(target=work, args=(rank,), daemon=True) for rank in range(1, args.workers)]
    for process in others:
        process.start()
    work(0)


def with_silver(train, path):
    """Adds the silver sentences; those of name corpora take the place of the bare ones."""
    silver = [example_of(fields) for fields in torch.load(path, weights_only=False)]
    taught = {(e.source, e.text, tuple(e.words)) for e in silver}
    return [e for e in train if (e.source, e.text, tuple(e.words)) not in taught] + silver


def example_of(fields):
    example = Example(**{k: v for k, v in fields.items() if k in Example.__dataclass_fields__})
    example.feats_ids = fields["feats_ids"]
    return example


class Team:
    """What the workers share: weights, their running average, and gradients on the way to the worker that owns them."""

    def __init__(self, core, workers):
        context = multiprocessing.get_context("fork")
        self.core, self.average, self.workers = core.share_memory(), copy.deepcopy(core).share_memory().eval(), workers
        self.owner = self.share_out([p.numel() for p in core.parameters()])
        self.mail = [[torch.zeros_like(p).share_memory_() if self.owner[i] != rank else None
                      for i, p in enumerate(core.parameters())] for rank in range(workers)]
        self.norms = torch.zeros(workers).share_memory_()
        self.barrier, self.queue = context.Barrier(workers), context.Queue()

    def share_out(self, sizes):
        """Owner of every parameter, the largest dealt first to the one with the least."""
        load, owner = [0] * self.workers, [0] * len(sizes)
        for i in sorted(range(len(sizes)), key=lambda i: -sizes[i]):
            owner[i] = load.index(min(load))
            load[owner[i]] += sizes[i]
        return owner

    def update(self, rank, optimizer, rate, limit=1.0):
        """Sums the gradients of all workers, clips, and steps the weights this worker owns."""
        parameters = list(self.core.parameters())
        for i, p in enumerate(parameters):
            if self.owner[i] != rank:
                self.mail[rank][i].copy_(p.grad) if p.grad is not None else self.mail[rank][i].zero_()
        self.barrier.wait()
        mine = [p for i, p in enumerate(parameters) if self.owner[i] == rank]
        for i, p in enumerate(parameters):
            if self.owner[i] == rank:
                p.grad = torch.zeros_like(p) if p.grad is None else p.grad
                for other in range(self.workers):
                    if other != rank:
                        p.grad += self.mail[other][i]
        self.norms[rank] = sum(norm ** 2 for norm in torch._foreach_norm([p.grad for p in mine]))
        self.barrier.wait()
        scale = min(1.0, limit / (float(self.norms.sum()) ** 0.5 / self.workers + 1e-6)) / self.workers
        torch._foreach_mul_([p.grad for p in mine], scale)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        optimizer.step()

    def follow(self, rank, keep):
        """Moves the average of this worker's weights towards the present ones."""
        pairs = zip(self.average.parameters(), self.core.parameters(), self.owner)
        mine = [(a, p) for a, p, owner in pairs if owner == rank]
        with torch.no_grad():
            torch._foreach_lerp_([a for a, _ in mine], [p for _, p in mine], 1 - keep)


def run_worker(rank, team, sets, epochs, labels, args, out):
    """One worker's part of the whole run; worker 0 also logs and saves."""
    torch.set_num_threads(1)
    torch.manual_seed(args.seed * 1000 + rank)
    rng, core, train = random.Random(args.seed * 1000 + rank), team.core, sets["train"]
    owned = {id(p) for p, owner in zip(core.parameters(), team.owner) if owner == rank}
    optimizer = torch.optim.AdamW(parameter_groups(core, args, owned), betas=(0.9, 0.98), fused=True)
    sizes = {"upos": len(labels["upos"]), "feats": len(labels["feats"]), "labels": len(labels["deprel"]),
             "names": len(labels["names"])}
    total, step, began, scores = sum(map(len, epochs)), 0, time.time(), {}
    say = logger(out) if rank == 0 else lambda *words: None
    say(json.dumps({"labels": {k: len(v) for k, v in labels.items()}, "examples": len(train), "steps": total,
                    "parameters": sum(p.numel() for p in core.parameters())}))
    for epoch, steps in enumerate(epochs, 1):
        core.train()
        sums = {}
        for groups in steps:
            batch, target = training_batch([train[i] for i in groups[rank]], rng, args.mask, sizes)
            parts = losses(core, batch, target)
            sum(LOSS_WEIGHT[k] * v for k, v in parts.items()).backward()
            team.update(rank, optimizer, schedule(step, total))
            core.zero_grad()
            step += 1
            if step % EMA_EVERY == 0:
                team.follow(rank, min(args.ema ** EMA_EVERY, step / (step + 10 * EMA_EVERY)))
            team.barrier.wait()
            for k, v in parts.items():
                sums[k] = sums.get(k, 0.0) + v.item()
            if step % 50 == 0:
                say(f"step {step}/{total} {time.time() - began:.0f}s", {k: round(v / 50, 3) for k, v in sums.items()})
                sums = {}
        if rank == 0:
            save(team.average, labels, args, out)
        if epoch % args.eval_every == 0 or epoch == len(epochs):
            scores = team_scores(rank, team, sets["dev"], labels)
            say(f"epoch {epoch} {time.time() - began:.0f}s", json.dumps(scores))
    if rank == 0:
        record = {"note": args.note, "seconds": round(time.time() - began), "scores": scores,
                  "args": {k: v for k, v in vars(args).items() if k not in ("data", "encoder", "out", "note", "silver")}
                  | {"with_silver": bool(args.silver)}, "data": hashes(args.data, args.silver)}
        (out / "run.json").write_text(json.dumps(record))


def logger(out):
    log = open(out / "log.txt", "a", buffering=1)
    return lambda *words: print(*words, file=log)


def save(core, labels, args, out):
    torch.save({"state": core.state_dict(), "labels": labels, "args": vars(args)}, out / "last.tmp")
    (out / "last.tmp").replace(out / "last.pt")


def team_scores(rank, team, dev, labels):
    """Dev figures of the averaged weights, the dev sets dealt out over the workers."""
    mine = {name: dev[name] for k, name in enumerate(dev) if min(k, team.workers - 1) == rank}
    team.queue.put(dev_scores(mine, torch_runner(team.average), labels))
    team.barrier.wait()
    scores = {}
    if rank == 0:
        for _ in range(team.workers):
            scores |= team.queue.get()
    team.barrier.wait()
    return scores


if __name__ == "__main__":
    main()
