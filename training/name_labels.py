"""Name tags with their uncertainty: for every word a bit mask of the tags its source allows.

A type that a source never marks is left open there, so that it is not learned as "no name".
"""

import csv
import re

from corpora import Example, split_sentences, split_words

NAME_TYPES = ["PER", "ORG", "LOC", "NORP", "MISC"]
NAME_TAGS = ["O"] + [f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI"]
ALL_TAGS = (1 << len(NAME_TAGS)) - 1
# Peoples, faiths and movements that no list of states holds; states' adjectives and demonyms are read from states.csv.
PEOPLES = """arab arabic muslim moslem islamic shiite shi'ite shia sunni kurd kurdish jew jewish christian catholic
protestant hindu buddhist sikh tamil african asian european latin hispanic western eastern arabian balkan nordic baltic
yazidi pashtun baloch hutu tutsi republican democrat liberal conservative communist socialist islamist zionist baathist
ba'athist marxist nazi scottish welsh english breton basque catalan flemish prussian soviet ottoman caucasian anglo
palestinian israeli iraqi mujahedeen victorian goth chechen tibetan uyghur uighur bosnian serb croat persian hebrew
christian democrats social-democratic latino""".split()


class Norp:
    """Tells a nationality, people, faith or party follower from other miscellaneous names."""

    def __init__(self, states_csv):
        self.words = set(PEOPLES)
        with open(states_csv, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                for column in ("adjectives", "demonyms"):
                    self.words.update(word.lower() for word in row[column].split("|") if word)
        self.words |= {word + "s" for word in self.words}

    def __call__(self, text, upos=()):
        plain = re.sub(r"^(?:anti|pro|non|north|south|west|east)[- ]|[- ]speaking$", "", text.lower())
        if plain in self.words or all(part in self.words for part in re.split(r"[\s-]+", plain)):
            return True
        return bool(upos) and all(tag in ("ADJ", "PUNCT") for tag in upos)


# What each source marks, as our types. A type absent here is unknown there: its "O" words may be of it.
MARKED = {
    "ewt": {"PER", "ORG", "LOC", "NORP", "MISC"},
    "ewt-dev": {"PER", "ORG", "LOC"},
    "gum": {"PER", "ORG", "LOC", "MISC"},
    "wikigold": {"PER", "ORG", "LOC", "NORP", "MISC"},
    "politics": {"PER", "ORG", "LOC", "NORP", "MISC"},
    "wnut": {"PER", "ORG", "LOC", "MISC"},
    "re3d": {"PER", "ORG", "LOC", "NORP"},
}
TYPE_OF = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC", "MISC": "MISC",
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC",
    "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC",
    "group": "ORG", "corporation": "ORG", "product": "MISC", "creative-work": "MISC",
}


def bit(tag):
    return 1 << NAME_TAGS.index(tag)


TITLES = """minister secretary president prime chancellor ambassador general gen.? lt.? col.? dr.? mr.? mrs.? ms.? king
queen prince deputy commander sir lord foreign he advisor senator judge sgt.? maj.?""".replace(".?", r"\.?").split()
TITLE = re.compile(rf"\b(?:{'|'.join(TITLES)})(?=\W|$)", re.I)


def name_masks(example, source, norp):
    """Allowed tags of every word, from the entities of the example (start, end, type)."""
    unknown = sum(bit(f"{p}-{kind}") for kind in NAME_TYPES if kind not in MARKED[source] for p in "BI")
    masks = [bit("O") | unknown] * len(example.words)
    for start, end, kind in example.entities:
        inside = [i for i, (s, e) in enumerate(example.spans) if s < end and e > start]
        if not inside:
            continue
        exact = example.spans[inside[0]][0] >= start and example.spans[inside[-1]][1] <= end
        allowed = kinds_of(example, inside, start, end, kind, norp)
        for place, i in enumerate(inside):
            masks[i] = sum(bit(f"{'I' if place else 'B'}-{k}") for k in allowed) if exact else ALL_TAGS
        if source == "gum" and kind == "PER" and len(inside) > 1 and TITLE.fullmatch(example.words[inside[0]]):
            masks[inside[0]] |= bit("O")  # GUM has "President Biden" as the name, the others "Biden"
            masks[inside[1]] |= bit("B-PER")
    return masks


def kinds_of(example, inside, start, end, kind, norp):
    """Our types that an annotated type may stand for."""
    text = example.text[start:end]
    mapped = TYPE_OF[kind]
    if mapped != "MISC":
        return [mapped]
    upos = [example.upos[i] for i in inside] if example.upos else ()
    return ["NORP"] if norp(text, upos) else ["MISC"]


# Words that may stand in lower case inside a name.
SMALL = {"of", "the", "and", "for", "al", "bin", "ibn", "in", "de", "on", "to", "an", "ar"}


def re3d_entities(entities, text, states):
    """Mentions that read as plain names keep their type; the rest is marked `?` (anything allowed)."""
    kept, type_of = [], {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
    for start, end, kind in entities:
        words = re.findall(r"\w+", text[start:end])
        if kind not in type_of:
            if kind in ("MilitaryPlatform", "Vehicle", "Weapon", "DocumentReference"):
                kept.append((start, end, "?"))
            continue
        named = bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in SMALL or w[0].isdigit() for w in words)
        determined = words and words[0].lower() in ("the", "a", "an", "we", "i", "he", "they", "it", "our", "this")
        if not named or determined or (kind == "Person" and TITLE.search(text[start:end])) or len(words) > 6:
            kept.append((start, end, "?"))
        elif kind == "Organisation" and text[start:end].lower() in states:
            kept.append((start, end, "ORG|LOC"))
        else:
            kept.append((start, end, type_of[kind]))
    return kept


def names_only(rows, source, norp):
    """Examples without a parse, one a row."""
    examples = []
    for row in rows:
        tokens = split_words(row["text"])
        if not tokens:
            continue
        example = Example(source, row["doc"], row["text"], [t[0] for t in tokens], [t[1:] for t in tokens],
                          entities=row["entities"])
        example.names = name_masks(example, source, norp)
        examples.append(example)
    return examples


def re3d_examples(rows, norp, states):
    """Sentences of re3d. Overlapping mentions: the longest first, those inside it are dropped."""
    examples = []
    for row in rows:
        for start, end in split_sentences(row["text"]):
            tokens = split_words(row["text"][start:end], start)
            if not tokens:
                continue
            inside = sorted((e for e in row["entities"] if e[0] >= start and e[1] <= end), key=lambda e: (e[0], -e[1]))
            flat = []
            for entity in re3d_entities(inside, row["text"], states):
                if not flat or entity[0] >= flat[-1][1] or flat[-1][2] == "?":
                    flat.append(entity)
            example = Example("re3d", row["doc"], row["text"], [t[0] for t in tokens], [t[1:] for t in tokens],
                              entities=flat)
            example.names = re3d_masks(example)
            examples.append(example)
    return examples


def re3d_masks(example):
    unknown = bit("B-MISC") | bit("I-MISC")
    masks = [bit("O") | unknown] * len(example.words)
    for start, end, kind in example.entities:
        inside = [i for i, (s, e) in enumerate(example.spans) if s < end and e > start]
        for place, i in enumerate(inside):
            masks[i] = ALL_TAGS if kind == "?" else sum(bit(f"{'I' if place else 'B'}-{k}") for k in kind.split("|"))
    return masks


def attach_names(sentences, rows, source, norp):
    """Gives treebank sentences the entities of the rows with the same id; spacing may differ between the two."""
    by_id = {row["doc"]: row for row in rows}
    for sentence in sentences:
        row = by_id.get(sentence.id)
        if row is None or "".join(row["text"].split()) != "".join(sentence.text.split()):
            continue
        moved = dict(zip(_dense(row["text"]), _dense(sentence.text)))
        sentence.entities = [(moved[start], moved[end - 1] + 1, kind) for start, end, kind in row["entities"]]
        sentence.names = name_masks(sentence, source, norp)


def _dense(text):
    return [position for position, char in enumerate(text) if not char.isspace()]
