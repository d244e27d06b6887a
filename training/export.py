"""Writes the model folder: int8 graph, vocabulary, configuration, golden examples, checksums."""

import argparse
import hashlib
import json
import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from torch import nn

from corpora import Example
from data import encode
from evaluate import collate, onnx_runner, predict
from model import Core
from wordpiece import SHAPES, load_vocab

INPUTS = ["input_ids", "attention_mask", "shape_ids", "word_starts", "word_mask"]
OUTPUTS = ["upos", "feats", "arcs", "labels", "names"]
GOLDEN = [
    "The foreign ministers of Norway and Kenya met in Oslo on Tuesday .",
    "\" We did n't agree to that , \" Ambassador Lena Haugland told reporters .",
    "TALKS ON BORDER WATER STALL IN ADDIS ABABA",
    "Xi 's envoy , Mr. Marek Dvořák - Oyelaran , will be received by the African Union next week .",
    "The treaty was signed by Chile , Peru and the European Commission in 2019 .",
]


class ByteEmbedding(nn.Module):
    """Word embeddings as int8 rows, each with a scale of its own."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.table[ids].to(torch.float32) * self.scale[ids]


def layers_of(state):
    return 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))


def load_core(checkpoint):
    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)
    labels, args = saved["labels"], saved["args"]
    core = Core(saved["state"]["encoder.word.weight"].shape[0], {k: len(v) for k, v in labels.items()},
                use_shapes=not args.get("no_shapes"), layers=layers_of(saved["state"]))
    core.load_state_dict(saved["state"])
    with torch.no_grad():
        core.names_hidden.bias += core.style[0]
        core.style.zero_()
    return core.eval(), labels


def export_float(core, path, byte_words=True):
    """The fp32 graph; words as bytes from the start, since row scales keep more than one scale for the table."""
    if byte_words:
        core.encoder.word = ByteEmbedding(core.encoder.word.weight.data)
    example = Example("", "", "", ["We", "met", "envoys"], [])
    example.pieces, example.shapes = [[2057], [2777], [19918, 2015]], [3, 2, 2]
    other = Example("", "", "", ["Talks"], [])
    other.pieces, other.shapes = [[7566]], [3]
    batch = {k: torch.from_numpy(v) for k, v in collate([example, other]).items()}
    axes = {k: {0: "batch", 1: "pieces" if k in INPUTS[:3] else "words"} for k in INPUTS}
    axes |= {k: {0: "batch", 1: "words"} for k in OUTPUTS}
    axes["arcs"][2] = axes["labels"][2] = "heads"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(core, tuple(batch[k] for k in INPUTS), str(path), input_names=INPUTS, output_names=OUTPUTS,
                          dynamic_axes=axes, opset_version=17, dynamo=False)


def quantise(source, target):
    """Dynamic int8 for the encoder's products with weights; the heads stay in float."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    graph = onnx.load(str(source)).graph
    heads = [node.name for node in graph.node if node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name]
    quantize_dynamic(str(source), str(target), op_types_to_quantize=["MatMul"], per_channel=True,
                     weight_type=QuantType.QInt8, nodes_to_exclude=heads)


def shrink(path, least=10000):
    """Stores what float tables are left as bytes with a scale a column; the runtime unfolds them once, on loading."""
    import onnx
    from onnx import helper, numpy_helper
    model = onnx.load(str(path))
    graph, nodes, added = model.graph, [], []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.ndim != 2 or values.size < least or values.shape[1] == 1:
            continue
        scale = np.maximum(np.abs(values).max(0, keepdims=True), 1e-8) / 127
        added.append(numpy_helper.from_array(np.round(values / scale).astype(np.int8), tensor.name + "_bytes"))
        added.append(numpy_helper.from_array(scale.astype(np.float32), tensor.name + "_scale"))
        nodes.append(helper.make_node("Cast", [tensor.name + "_bytes"], [tensor.name + "_wide"], to=onnx.TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [tensor.name + "_wide", tensor.name + "_scale"], [tensor.name]))
        graph.initializer.remove(tensor)
    graph.initializer.extend(added)
    for place, node in enumerate(nodes):
        graph.node.insert(place, node)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def golden(folder, labels, vocab):
    """What the exported graph reads in five sentences, one at a time."""
    examples = [Example("", "", text, text.split(), word_places(text)) for text in GOLDEN]
    encode(examples, labels, vocab)
    run, rows = onnx_runner(folder / "model.onnx"), []
    for example in examples:
        batch = collate([example])
        read = predict([example], run, labels)[0]
        rows.append({"words": example.words} | {k: batch[k][0].tolist() for k in ("input_ids", "shape_ids", "word_starts")}
                    | {k: read[k] for k in ("upos", "feats", "heads", "deprels")}
                    | {"names": [list(span) for span in read["names"]]})
    return rows


def word_places(text):
    starts = np.cumsum([0] + [len(word) + 1 for word in text.split()])
    return [(int(s), int(s) + len(word)) for s, word in zip(starts, text.split())]


def config(labels, version):
    return {"name": "core-en", "version": version, "maxPieces": 512, "lowercase": True, "stripAccents": True,
            "special": {"pad": 0, "unk": 100, "cls": 101, "sep": 102}, "maxWordChars": 100,
            "upos": labels["upos"], "feats": labels["feats"], "deprel": labels["deprel"],
            "names": labels["names"], "nameTypes": sorted({t[2:] for t in labels["names"] if t != "O"}),
            "namesScheme": "BIO: I-X only after B-X or I-X of the same type",
            "shapes": SHAPES, "inputs": INPUTS, "outputs": OUTPUTS,
            "root": "column 0 of arcs and labels is the root; column k is word k"}


def write(folder, name, text):
    """Whole or not at all, for readers at work beside us."""
    temporary = folder / (name + ".tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(folder / name)


def checksums(folder):
    names = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name != "SHA256SUMS" and p.suffix != ".tmp")
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    write(folder, "SHA256SUMS", "\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    parser.add_argument("--vocab", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--keep-float", help="also write the fp32 graph here")
    args = parser.parse_args()
    folder = Path(args.out)
    folder.mkdir(parents=True, exist_ok=True)
    if args.keep_float:
        export_float(load_core(args.checkpoint)[0], args.keep_float, byte_words=False)
    core, labels = load_core(args.checkpoint)
    with tempfile.TemporaryDirectory() as scratch:
        export_float(core, Path(scratch) / "float.onnx")
        quantise(Path(scratch) / "float.onnx", folder / "model.onnx.tmp")
    shrink(folder / "model.onnx.tmp")
    (folder / "model.onnx.tmp").replace(folder / "model.onnx")
    write(folder, "vocab.txt", Path(args.vocab).read_text(encoding="utf-8"))
    write(folder, "config.json", json.dumps(config(labels, args.version), indent=1, ensure_ascii=False) + "\n")
    rows = golden(folder, labels, load_vocab(folder / "vocab.txt"))
    write(folder, "golden.json", json.dumps(rows, ensure_ascii=False, indent=None).replace("}, {", "},\n{") + "\n")
    checksums(folder)


if __name__ == "__main__":
    main()
