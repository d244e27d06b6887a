"""Learns lemmas.json (an exceptions table and ordered suffix rules) and holds the reference for applying it.

Applying, in order: 1. the table, keyed "UPOS<tab>lower-case form"; 2. the first rule whose UPOS and suffix fit
and that leaves at least `minStem` characters before the suffix; 3. the form itself for PROPN, else the form in
lower case.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from corpora import read_lines

MIN_STEM, LONGEST, GAIN = 2, 6, 3


def lemma_of(form, upos, table, rules):
    """The lemma of a form under a part of speech. `rules` are tried in order."""
    lower = form.lower()
    known = table.get(f"{upos}\t{lower}")
    if known is not None:
        return known
    for rule in rules:
        if rule["upos"] == upos and lower.endswith(rule["suffix"]) and len(lower) - len(rule["suffix"]) >= rule["minStem"]:
            return lower[:len(lower) - len(rule["suffix"])] + rule["replace"]
    return form if upos == "PROPN" else lower


def read_lemmas(path):
    """(form, UPOS, lemma) of every word of a CoNLL-U file."""

    for line in read_lines(path):
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            yield columns[1], columns[3], columns[2]


def learn(words):
    """Rules and table from training words. Rules are counted over types, so that rare words weigh as much as common ones."""
    seen = defaultdict(Counter)
    for form, upos, lemma in words:
        if upos != "PROPN" or lemma.lower() != form.lower():
            seen[upos, form.lower()][lemma] += 1
        else:
            seen[upos, form.lower()][None] += 1
    best = {key: commonest(counts) for key, counts in seen.items()}
    best = {key: lemma for key, lemma in best.items() if lemma is not None}
    rules = []
    for upos in ("NOUN", "VERB", "AUX", "ADJ", "ADV"):
        rules += learn_rules(upos, {form: lemma for (tag, form), lemma in best.items() if tag == upos and form.isalpha()})
    table = {f"{upos}\t{form}": lemma for (upos, form), lemma in sorted(best.items())
             if lemma_of(form, upos, {}, rules) != lemma}
    return {"rules": rules, "exceptions": table}


def commonest(counts):
    """The most frequent lemma; one with capitals only if no lower-case one has a sixth of its count."""
    top, count = counts.most_common(1)[0]
    if top and top != top.lower():
        plain = [(n, lemma) for lemma, n in counts.items() if lemma and lemma == lemma.lower() and n * 6 >= count]
        return max(plain)[1] if plain else top
    return top


def learn_rules(upos, lemmas):
    """From short suffixes to long ones, each kept where it mends at least GAIN types more than it spoils."""
    guess, rules = {form: form for form in lemmas}, []
    for length in range(1, LONGEST + 1):
        groups = defaultdict(Counter)
        for form, lemma in lemmas.items():
            stem = form[:-length]
            if len(stem) >= MIN_STEM and lemma.startswith(stem):
                groups[form[-length:]][lemma[len(stem):]] += 1
        for suffix, replacements in sorted(groups.items()):
            replace = replacements.most_common(1)[0][0]
            fits = [f for f in lemmas if f.endswith(suffix) and len(f) - length >= MIN_STEM]
            changed = {f: f[:-length] + replace for f in fits}
            gain = sum((changed[f] == lemmas[f]) - (guess[f] == lemmas[f]) for f in fits)
            if gain >= GAIN:
                guess.update(changed)
                rules.append({"upos": upos, "suffix": suffix, "replace": replace, "minStem": MIN_STEM})
    return sorted(rules, key=lambda rule: (-len(rule["suffix"]), rule["suffix"]))


def accuracy(model, words):
    """Share of words, in per cent, whose lemma is right given the right part of speech."""
    words = list(words)
    right = sum(lemma_of(form, upos, model["exceptions"], model["rules"]) == lemma for form, upos, lemma in words)
    return round(100 * right / len(words), 2)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True, help="where lemmas.json goes")
    args = parser.parse_args()
    bank = Path(args.data) / "treebank"
    model = learn(word for part in ("ewt-train", "gum-open-train") for word in read_lemmas(bank / f"{part}.conllu.xz"))
    Path(args.out).write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(json.dumps({"rules": len(model["rules"]), "exceptions": len(model["exceptions"])}
                     | {part: accuracy(model, read_lemmas(bank / f"{part}.conllu.xz")) for part in ("ewt-dev", "gum-open-dev")}))


if __name__ == "__main__":
    main()
