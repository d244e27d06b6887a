"""Training sentences with their names exchanged for others: names of the world, in the places where names stand.

Only the names layer is learned from them; the new words may not fit the parse.
"""

import csv
import re

from corpora import Example, split_words
from name_labels import TYPE_OF, bit


def read_column(path, *columns):
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column in columns:
                yield from (value for value in row[column].split("|") if value)


def name_lists(root, train):
    """Names by type: from the actor tables and from the training corpora themselves."""
    actors = root / "actors"
    people = {n for file in ("offices", "offices-ministers", "offices-ambassadors")
              for n in read_column(actors / f"{file}.csv", "holder")
              if 2 <= len(n.split()) <= 4 and all(w[0].isupper() for w in n.split())}
    places = set(read_column(actors / "states.csv", "names", "capital"))
    with open(actors / "cities.csv", encoding="utf-8") as file:
        places |= {row["name"] for row in csv.DictReader(file) if int(row["population"] or 0) >= 100000}
    bodies = set(read_column(actors / "igos.csv", "acronym", "name"))
    bodies |= set(read_column(actors / "ministries.csv", "name")) | set(read_column(actors / "armed-groups.csv", "name"))
    peoples = {w for w in read_column(actors / "states.csv", "adjectives", "demonyms") if w[0].isupper()}
    lists = {"PER": people, "LOC": places, "ORG": bodies, "NORP": peoples}
    for example in train:
        for start, end, kind in example.entities:
            if example.source != "wnut" and TYPE_OF.get(kind) in ("PER", "ORG", "LOC"):
                lists[TYPE_OF[kind]].add(example.text[start:end])
    return {kind: sorted(name for name in names if not re.match(r"the |a ", name)) for kind, names in lists.items()}


def swapped(example, lists, rng, share=0.7):
    """A copy with most names exchanged, or None where none could be. Masks of all other words stay."""
    words, masks, changed, i = [], [], False, 0
    starts = {bit(f"B-{kind}"): kind for kind in lists}
    while i < len(example.words):
        kind, end = starts.get(example.names[i]), i + 1
        while kind and end < len(example.words) and example.names[end] == bit(f"I-{kind}"):
            end += 1
        if kind and rng.random() < share:
            new = replacement(kind, end - i, lists, rng)
            words += new
            masks += [bit(f"{'I' if place else 'B'}-{kind}") for place in range(len(new))]
            changed = True
        else:
            words += example.words[i:end]
            masks += example.names[i:end]
        i = end
    return Example("swap", example.id, "", words, [], names=masks) if changed else None


def replacement(kind, length, lists, rng):
    """Words of another name; a lone surname stands for a lone name of a person."""
    name = rng.choice(lists[kind])
    if kind == "PER" and length == 1:
        name = name.split()[-1]
    if kind == "NORP" and length == 1:
        name = name.split()[-1]
    return [word for word, _, _ in split_words(name)]


def swaps(train, root, count, rng):
    """`count` sentences with exchanged names, drawn from all corpora but the social media one."""
    lists = name_lists(root, train)
    named = [e for e in train if e.source != "wnut" and e.names
             and any(mask & (mask - 1) == 0 and mask != 1 for mask in e.names)]
    made = []
    while len(made) < count:
        example = swapped(rng.choice(named), lists, rng)
        if example:
            made.append(example)
    return made
