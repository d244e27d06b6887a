"""Workers in step with one another: shared weights, summed gradients, each owning a part of the weights."""

import copy
import multiprocessing

import torch


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
