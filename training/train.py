"""Trains the language core on the treebanks and name corpora, on a CPU in bfloat16 where it can."""

import argparse
import hashlib
import json
import multiprocessing
import random
import time
from pathlib import Path

import torch

from corpora import Example
from data import batches, build_labels, encode, load
from evaluate import dev_scores
from learn import LOSS_WEIGHT, losses, parameter_groups, schedule, training_batch
from model import Core, keep_layers, load_minilm
from restore import restore
from swaps import swaps
from team import Team
from wordpiece import load_vocab

EMA_EVERY = 4


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="folder with treebank/, names/ and actors/")
    parser.add_argument("--encoder", required=True, help="folder with model.safetensors and vocab.txt of MiniLM")
    parser.add_argument("--start", help="model folder to go on from; its labels are kept")
    parser.add_argument("--keep", help="layers of the encoder to keep, as 0,2,4,5; all where not given")
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
    parser.add_argument("--headlines", type=float, default=0.03, help="share of parsed sentences shown as headlines")
    parser.add_argument("--ema", type=float, default=0.998)
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread each, in step with one another")
    parser.add_argument("--float32", action="store_true", help="for processors that have no bfloat16: 18 times faster there")
    parser.add_argument("--no-shapes", action="store_true")
    parser.add_argument("--leave-out", default="", help="heads that learn nothing, as upos,feats,arcs,labels or names")
    parser.add_argument("--eval-every", type=int, default=2, help="epochs between dev figures")
    parser.add_argument("--note", default="")
    return parser.parse_args()


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
    begun = restore(args.start, args.dropout, args.head_dropout) if args.start else None
    labels = begun[1] if begun else build_labels(sets["train"])
    if args.silver:
        sets["train"] = with_silver(sets["train"], args.silver)
    count = len(sets["train"])
    sets["train"] += swaps(sets["train"], Path(args.data), args.swaps * args.epochs, random.Random(args.seed))
    for examples in [sets["train"], *sets["dev"].values()]:
        encode(examples, labels, vocab)
    core = begun[0] if begun else fresh(args, len(vocab), labels)
    if args.keep:
        keep_layers(core, [int(i) for i in args.keep.split(",")])
    team = Team(core, args.workers)
    steps = plan(sets["train"], count, args, random.Random(args.seed))
    work = lambda rank: run_worker(rank, team, sets, steps, labels, args, out)
    context = multiprocessing.get_context("fork")
    others = [context.Process(target=work, args=(rank,), daemon=True) for rank in range(1, args.workers)]
    for process in others:
        process.start()
    work(0)


def fresh(args, vocab_size, labels):
    core = Core(vocab_size, {k: len(v) for k, v in labels.items()}, args.dropout, args.head_dropout,
                use_shapes=not args.no_shapes)
    load_minilm(core, Path(args.encoder) / "model.safetensors")
    return core


def with_silver(train, path):
    """Adds the silver sentences; those of name corpora take the place of the bare ones."""
    silver = [example_of(fields) for fields in torch.load(path, weights_only=False)]
    taught = {(e.source, e.text, tuple(e.words)) for e in silver}
    return [e for e in train if (e.source, e.text, tuple(e.words)) not in taught] + silver


def example_of(fields):
    example = Example(**{k: v for k, v in fields.items() if k in Example.__dataclass_fields__})
    example.feats_ids = fields["feats_ids"]
    return example


def run_worker(rank, team, sets, epochs, labels, args, out):
    """One worker's part of the whole run; worker 0 also logs and saves."""
    torch.set_num_threads(1)
    torch.manual_seed(args.seed * 1000 + rank)
    rng, core, train = random.Random(args.seed * 1000 + rank), team.core, sets["train"]
    owned = {id(p) for p, owner in zip(core.parameters(), team.owner) if owner == rank}
    optimizer = torch.optim.AdamW(parameter_groups(core, args, owned), betas=(0.9, 0.98), fused=True)
    sizes = {"upos": len(labels["upos"]), "feats": len(labels["feats"]), "labels": len(labels["deprel"]),
             "names": len(labels["names"])}
    left_out = args.leave_out.split(",")
    total, step, began, scores = sum(map(len, epochs)), 0, time.time(), {}
    say = logger(out) if rank == 0 else lambda *words: None
    say(json.dumps({"labels": {k: len(v) for k, v in labels.items()}, "examples": len(train), "steps": total,
                    "parameters": sum(p.numel() for p in core.parameters())}))
    for epoch, steps in enumerate(epochs, 1):
        core.train()
        sums = {}
        for groups in steps:
            batch, target = training_batch([train[i] for i in groups[rank]], rng, args, sizes)
            parts = losses(core, batch, target, torch.float32 if args.float32 else torch.bfloat16)
            sum(LOSS_WEIGHT[k] * v for k, v in parts.items() if k not in left_out).backward()
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
                  "args": {k: v for k, v in vars(args).items() if k not in ("data", "encoder", "out", "note", "silver", "start")}
                  | {"with_silver": bool(args.silver), "start": start_hash(args.start)}, "data": hashes(args.data, args.silver)}
        (out / "run.json").write_text(json.dumps(record))


def start_hash(folder):
    return folder and hashlib.sha256((Path(folder) / "model.onnx").read_bytes()).hexdigest()


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
