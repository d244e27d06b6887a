"""Reads the weights of a shipped int8 graph back into a network, so that training can go on from it."""

import json
from pathlib import Path

import numpy as np
import torch

from export import layers_of
from model import Core

BLOCKS = ["qkv", "out", "inner", "outer"]
HEADS = ["upos", "feats", "arc_dep", "arc_head", "label_dep", "label_head", "label_weight", "names_hidden", "names"]


def restore(folder, dropout=0.1, head_dropout=0.33):
    """The network of a model folder and its labels."""
    import onnx
    from onnx import numpy_helper
    folder = Path(folder)
    config = json.loads((folder / "config.json").read_text())
    labels = {key: config[key] for key in ("upos", "feats", "deprel", "names")}
    stored = {t.name: numpy_helper.to_array(t) for t in onnx.load(str(folder / "model.onnx")).graph.initializer}
    state = {name: torch.from_numpy(np.array(values)) for name, values in weights(stored).items()}
    core = Core(len(stored["encoder.word.table"]), {k: len(v) for k, v in labels.items()}, dropout, head_dropout,
                layers=layers_of(state))
    state["label_weight"] = state["label_weight"].reshape(core.label_weight.shape)
    state["style"] = torch.zeros_like(core.style)  # the shipped one lies in the bias of names_hidden
    core.load_state_dict(state)
    return core, labels


def weights(stored):
    """Float weights by the names of the network. Products with weights have lost theirs: they stand in graph order."""
    unfolded = {name: values for name, values in stored.items() if values.dtype == np.float32}
    for name, values in stored.items():
        for ending in ("_bytes", "_quantized"):
            if name.endswith(ending):
                base = name.removesuffix(ending)
                unfolded[base] = values.astype(np.float32) * stored[base + "_scale"]
    unfolded["encoder.word.weight"] = stored["encoder.word.table"].astype(np.float32) * stored["encoder.word.scale"]
    named = {name: values for name, values in unfolded.items()
             if "::" not in name and not name.endswith("_scale") and name != "encoder.word.scale"}
    numbered = lambda kind: sorted((n for n in unfolded if n.startswith(f"onnx::{kind}_") and not n.endswith("_scale")),
                                   key=lambda n: int(n.split("_")[1]))
    products, mixes = numbered("MatMul"), numbered("Split")
    layers = (len(products) - len(HEADS)) // len(BLOCKS)
    targets = [f"encoder.layers.{i}.{block}.weight" for i in range(layers) for block in BLOCKS]
    # In the encoder the numbers follow the graph; so do those of the heads, whose small ones stayed in float.
    targets += [name if name == "label_weight" else f"{name}.weight" for name in HEADS]
    assert len(products) == len(targets), (len(products), len(targets))
    for target, name in zip(targets, products):
        named[target] = unfolded[name] if target == "label_weight" else unfolded[name].T
    for target, name in zip(("mix_tags", "mix_parse", "mix_names"), mixes):
        named[f"{target}.weights"] = np.log(unfolded[name])
    return named
