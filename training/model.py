"""The language core: a MiniLM encoder with a shape embedding, tag heads, a biaffine parser and a names head."""

import torch
from torch import nn
from torch.nn import functional as F

HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
# Sources of names: each has its own idea of what a name is and where it ends. We read as the first does.
STYLES = ["ewt", "gum", "wikigold", "politics", "wnut", "re3d", "swap", "silver"]


class Dropout(nn.Module):
    """Dropout whose masks are windows at random offsets of one pool: drawing bits costs more than the rest of it."""

    POOL = 1 << 23
    pools = {}

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or not self.rate:
            return x
        key = (self.rate, x.dtype)
        if key not in self.pools:
            self.pools[key] = torch.bernoulli(torch.full((self.POOL,), 1 - self.rate)).to(x.dtype) / (1 - self.rate)
        count = x.numel()
        if count >= self.POOL:
            return F.dropout(x, self.rate)
        start = int(torch.randint(self.POOL - count, ()))
        return x * self.pools[key][start:start + count].view(x.shape)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + bias
        mixed = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces and the shapes of their words to the hidden states of every layer."""

    def __init__(self, vocab_size, shapes, dropout, use_shapes=True, layers=LAYERS):
        super().__init__()
        self.word = nn.Embedding(vocab_size, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.shape = nn.Embedding(shapes, HIDDEN)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.drop = Dropout(dropout)
        self.use_shapes = use_shapes

    def embed_words(self, input_ids):
        return self.word(input_ids)

    def forward(self, input_ids, attention_mask, shape_ids):
        positions = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.embed_words(input_ids) + self.position(positions)
        if self.use_shapes:
            x = x + self.shape(shape_ids)
        x = self.drop(self.norm(x))
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
        bias = (1.0 - attention_mask.to(x.dtype))[:, None, None, :] * -1e4
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


class Mix(nn.Module):
    """Learned weighted mean of the last few layers."""

    def __init__(self, layers):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(layers))
        with torch.no_grad():
            self.weights[-1] = 1.0

    def forward(self, states):
        shares = torch.softmax(self.weights, 0)
        return sum(share * state for share, state in zip(shares, states[-len(self.weights):]))


class Core(nn.Module):
    """All heads over one encoder. Scores only; decoding is the caller's."""

    def __init__(self, vocab_size, sizes, dropout=0.1, head_dropout=0.33, arc=256, label=64, names_hidden=256, mix=4,
                 use_shapes=True, layers=LAYERS):
        super().__init__()
        self.encoder = Encoder(vocab_size, 6, dropout, use_shapes, layers)
        self.mix_tags, self.mix_parse, self.mix_names = Mix(mix), Mix(mix), Mix(mix)
        self.upos = nn.Linear(HIDDEN, sizes["upos"])
        self.feats = nn.Linear(HIDDEN, sizes["feats"])
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, arc), nn.Linear(HIDDEN, arc)
        self.arc_weight = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label_dep, self.label_head = nn.Linear(HIDDEN, label), nn.Linear(HIDDEN, label)
        self.label_weight = nn.Parameter(torch.zeros(label + 1, sizes["deprel"], label + 1))
        self.names_hidden = nn.Linear(HIDDEN, names_hidden)
        self.names = nn.Linear(names_hidden, sizes["names"])
        self.style = nn.Parameter(torch.zeros(len(STYLES), names_hidden))
        nn.init.normal_(self.arc_weight, std=0.02)
        nn.init.normal_(self.label_weight, std=0.02)
        self.drop = Dropout(head_dropout)

    def words(self, states, word_starts):
        """Vectors of words for tags, parse (with the root in front) and names, from the states of the layers."""
        states = [state.float() for state in states[-4:]]
        starts = word_starts.unsqueeze(-1).expand(-1, -1, HIDDEN)
        tags, parse, names = (mix(states) for mix in (self.mix_tags, self.mix_parse, self.mix_names))
        root, pick = parse[:, :1], lambda x: torch.gather(x, 1, starts)
        return pick(tags), torch.cat([root, pick(parse)], 1), pick(names)

    def tag_scores(self, tags):
        x = self.drop(tags)
        return self.upos(x), self.feats(x)

    def name_scores(self, names, style=None):
        """[B, W, tags], in the style of one source for each row, or of the first source for all."""
        given = self.style[0] if style is None else self.style[style].unsqueeze(1)
        return self.names(self.drop(F.gelu(self.names_hidden(self.drop(names)) + given)))

    def arc_scores(self, parse, word_mask):
        """[B, W, W+1]: column 0 is the root; padding columns are far below."""
        x = self.drop(parse)
        dep = self.drop(F.gelu(self.arc_dep(x[:, 1:])))
        head = self.drop(F.gelu(self.arc_head(x)))
        dep = torch.cat([dep, torch.ones_like(dep[:, :, :1])], -1)
        scores = (dep @ self.arc_weight) @ head.transpose(1, 2)
        real = torch.cat([torch.ones_like(word_mask[:, :1]), word_mask], 1).to(scores.dtype)
        return scores + (1.0 - real)[:, None, :] * -1e4

    def label_parts(self, parse):
        x = self.drop(parse)
        dep = self.drop(F.gelu(self.label_dep(x[:, 1:])))
        head = self.drop(F.gelu(self.label_head(x)))
        one = lambda t: torch.cat([t, torch.ones_like(t[:, :, :1])], -1)
        return one(dep), one(head)

    def label_scores_at(self, parse, heads):
        """[B, W, R]: scores of the labels for given heads."""
        dep, head = self.label_parts(parse)
        head = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        left = torch.einsum("bwd,dre->bwre", dep, self.label_weight)
        return torch.einsum("bwre,bwe->bwr", left, head)

    def label_scores(self, parse):
        """[B, W, W+1, R]: scores of the labels for every pair."""
        dep, head = self.label_parts(parse)
        size, labels = self.label_weight.shape[0], self.label_weight.shape[1]
        left = dep @ self.label_weight.reshape(size, labels * size)
        left = left.reshape(dep.shape[0], -1, size)
        scores = left @ head.transpose(1, 2)
        return scores.reshape(dep.shape[0], -1, labels, head.shape[1]).transpose(2, 3)

    def forward(self, input_ids, attention_mask, shape_ids, word_starts, word_mask):
        states = self.encoder(input_ids, attention_mask, shape_ids)
        tags, parse, names = self.words(states, word_starts)
        upos, feats = self.tag_scores(tags)
        return upos, feats, self.arc_scores(parse, word_mask), self.label_scores(parse), self.name_scores(names)


def keep_layers(core, kept):
    """Leaves only the given layers of the encoder, in their order."""
    core.encoder.layers = nn.ModuleList(core.encoder.layers[i] for i in kept)
    return core


def load_minilm(core, weights_path):
    """Copies the published encoder weights in; the token type vector is folded into the positions."""
    from safetensors.torch import load_file
    given = load_file(weights_path)
    encoder, state = core.encoder, {}
    state["word.weight"] = given["embeddings.word_embeddings.weight"]
    state["position.weight"] = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    rename = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "inner": "intermediate.dense",
              "outer": "output.dense", "norm2": "output.LayerNorm"}
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = given[f"embeddings.LayerNorm.{kind}"]
        for i in range(LAYERS):
            parts = [given[f"encoder.layer.{i}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in rename.items():
                state[f"layers.{i}.{ours}.{kind}"] = given[f"encoder.layer.{i}.{theirs}.{kind}"]
    missing, extra = encoder.load_state_dict(state, strict=False)
    assert list(missing) == ["shape.weight"] and not extra, (missing, extra)
