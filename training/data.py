"""Reads the treebanks and name corpora into one list of examples with partial labels.

A word may lack a parse, and a name tag may be uncertain: `names[i]` is then a bit mask of the
tags the source allows, so that a type a source never marks is not learned as "no name".
"""

import csv
import json
import lzma
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from wordpiece import pieces_of, shape_of

NAME_TYPES = ["PER", "ORG", "LOC", "NORP", "MISC"]
NAME_TAGS = ["O"] + [f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI"]
ALL_TAGS = (1 << len(NAME_TAGS)) - 1
# Kept features, the one given up first at the end: a rare combination sheds from the end until it is a known one.
FEATURES = ["VerbForm", "Tense", "Number", "Mood", "Person", "Voice", "PronType", "Polarity", "Case", "Poss", "Gender",
            "Degree", "NumType", "Definite"]
RARE_FEATS, RARE_DEPREL = 5, 15
# Peoples, faiths and movements that no list of states holds; states' adjectives and demonyms are read from states.csv.
PEOPLES = """arab arabic muslim moslem islamic shiite shi'ite shia sunni kurd kurdish jew jewish christian catholic
protestant hindu buddhist sikh tamil african asian european latin hispanic western eastern arabian balkan nordic baltic
yazidi pashtun baloch hutu tutsi republican democrat liberal conservative communist socialist islamist zionist baathist
ba'athist marxist nazi scottish welsh english breton basque catalan flemish prussian soviet ottoman caucasian anglo
palestinian israeli iraqi mujahedeen victorian goth chechen tibetan uyghur uighur bosnian serb croat persian hebrew
christian democrats social-democratic latino""".split()


@dataclass
class Example:
    """One sentence. Missing layers are None; heads are 0 for the root, else 1-based."""
    source: str
    id: str
    text: str
    words: list
    spans: list
    upos: list = None
    xfeats: list = None
    heads: list = None
    deprels: list = None
    names: list = None
    entities: list = field(default_factory=list)
    pieces: list = None
    shapes: list = None
    soft: dict = None


def read_lines(path):
    with lzma.open(path, "rt", encoding="utf-8") as file:
        yield from file


def read_conllu(path, source):
    """Sentences of a CoNLL-U file; empty nodes are passed over, words of a multiword token share its place in the text."""
    sentences, comments, rows = [], {}, []
    for line in read_lines(path):
        line = line.rstrip("\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            sentences.append(_sentence(source, comments, rows))
            comments, rows = {}, []
    return sentences


def _sentence(source, comments, rows):
    text = comments["text"]
    words = [row for row in rows if row[0].isdigit()]
    return Example(source, comments["sent_id"], text, [row[1] for row in words], word_spans(text, rows),
                   [row[3] for row in words], [row[5] for row in words], [int(row[6]) for row in words],
                   [row[7] for row in words])


def word_spans(text, rows):
    """Start and end of every word in the text, found left to right."""
    spans, position, group = [], 0, None
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            start = text.index(row[1], position)
            position, group = start + len(row[1]), (int(row[0].split("-")[1]), start, start, start + len(row[1]))
            continue
        if group and int(row[0]) <= group[0]:
            spans.append(_inside(text, row[1], group))
            group = (group[0], group[1], spans[-1][1] if spans[-1] != group[2:] else group[2], group[3])
            continue
        start = text.index(row[1], position)
        position = start + len(row[1])
        spans.append((start, position))
    return spans


def _inside(text, form, group):
    """Place of a word inside its multiword token; the whole token where its form is not found there."""
    start = text.find(form, group[2], group[3])
    return (start, start + len(form)) if start == group[2] else (group[1], group[3])


def read_names(path):
    """Rows of a names file, with offsets turned from UTF-16 units into characters."""
    rows = []
    for line in read_lines(path):
        row = json.loads(line)
        index, units = {}, 0
        for position, char in enumerate(row["text"] + " "):
            index[units] = position
            units += 2 if ord(char) > 0xFFFF else 1
        row["entities"] = [(index[e["start"]], index[e["end"]], e["type"]) for e in row["entities"]
                           if e["start"] in index and e["end"] in index]
        rows.append(row)
    return rows


TOKEN = re.compile(r"""https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@\#]\w+|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|Maj|Sgt|No|vs)\.(?=\s)
    |\b[A-Z]\.(?=\s[A-Z])|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|S|re|ve|ll|d|m)\b|\w+|\.\.\.|--+|\S""", re.X)


def split_words(text, offset=0):
    """Words of plain text much as the treebanks divide them: hyphens apart, clitics apart. Gives (word, start, end)."""
    return [(match.group(), match.start() + offset, match.end() + offset) for match in TOKEN.finditer(text)]


def split_sentences(text):
    """Spans of sentences, by end marks before a capital; only used for the paragraphs of re3d."""
    spans, start = [], 0
    for match in re.finditer(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+", text):
        if not re.search(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Maj|Sgt|No)\.$", text[start:match.start()]):
            spans.append((start, match.start()))
            start = match.end()
    return spans + [(start, len(text))]


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


TITLE = re.compile(r"\b(?:minister|secretary|president|prime|chancellor|ambassador|general|gen\.?|lt\.?|col\.?|dr\.?|mr\.?|mrs\.?|ms\.?|king|queen|prince|deputy|commander|sir|lord|foreign|he|advisor|senator|judge|sgt\.?|maj\.?)(?=\W|$)", re.I)


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


POLITICS_DEV = 200  # the last 200 rows of CrossNER's dev part stay for choosing; the others are trained on


def load(root):
    """All examples: {'train': [...], 'dev': {name: [...]}}."""
    root = Path(root)
    tree, names = root / "treebank", root / "names"
    norp = Norp(root / "actors/states.csv")
    with open(root / "actors/states.csv", encoding="utf-8") as file:
        states = {name.lower() for row in csv.DictReader(file) for name in row["names"].split("|")}
    sets = {}
    for source, part, file in [("ewt", "train", "uner-train"), ("ewt-dev", "dev", "uner-dev"),
                               ("gum", "train", "gum-open-train"), ("gum", "dev", "gum-open-dev")]:
        bank = "ewt" if source.startswith("ewt") else "gum-open"
        sentences = read_conllu(tree / f"{bank}-{part}.conllu.xz", source)
        attach_names(sentences, read_names(names / f"{file}.jsonl.xz"), source, norp)
        sets[f"{bank}-{part}"] = sentences
    politics = read_names(names / "politics-train.jsonl.xz"), read_names(names / "politics-dev.jsonl.xz")
    re3d = re3d_examples(read_names(names / "re3d-train.jsonl.xz"), norp, states)
    docs = sorted({e.id for e in re3d})
    held = set(docs[::7])
    train = sets["ewt-train"] + sets["gum-open-train"]
    train += names_only(read_names(names / "wikigold.jsonl.xz"), "wikigold", norp)
    train += names_only(politics[0] + politics[1][:-POLITICS_DEV], "politics", norp)
    train += names_only(read_names(names / "wnut17-train.jsonl.xz") + read_names(names / "wnut17-dev.jsonl.xz"), "wnut", norp)
    train += [e for e in re3d if e.id not in held]
    dev = {"ewt": sets["ewt-dev"], "gum": sets["gum-open-dev"],
           "politics": names_only(politics[1][-POLITICS_DEV:], "politics", norp),
           "re3d": [e for e in re3d if e.id in held]}
    return {"train": train, "dev": dev}


def build_labels(train):
    """Inventories in index order, from the training part alone."""
    parsed = [e for e in train if e.upos]
    upos = sorted({tag for e in parsed for tag in e.upos})
    counts = Counter(rel for e in parsed for rel in e.deprels)
    deprel = sorted(rel for rel, n in counts.items() if n >= RARE_DEPREL or ":" not in rel)
    feats = Counter(kept_features(f) for e in parsed for f in e.xfeats)
    feats = sorted((f for f, n in feats.items() if n >= RARE_FEATS or f == "_"), key=lambda f: (f != "_", f))
    return {"upos": upos, "feats": feats, "deprel": deprel, "names": NAME_TAGS}


def kept_features(feats):
    if feats == "_":
        return "_"
    return "|".join(p for p in sorted(feats.split("|")) if p.split("=")[0] in FEATURES) or "_"


def nearest_feats(feats, known):
    """The string itself, or with as few features dropped as it takes to be a known one."""
    feats = kept_features(feats)
    order = FEATURES
    while feats not in known and feats != "_":
        parts = feats.split("|")
        parts.remove(max(parts, key=lambda p: order.index(p.split("=")[0])))
        feats = "|".join(parts) or "_"
    return feats


def fold(deprel, known):
    return deprel if deprel in known else deprel.split(":")[0]


def encode(examples, labels, vocab):
    """Adds pieces, shapes and label ids in place."""
    upos, deprel = ({v: i for i, v in enumerate(labels[k])} for k in ("upos", "deprel"))
    feats = {v: i for i, v in enumerate(labels["feats"])}
    cache = {}
    for e in examples:
        e.pieces = [cache.get(w) or cache.setdefault(w, pieces_of(w, vocab)) for w in e.words]
        e.shapes = [shape_of(w) for w in e.words]
        if e.upos:
            e.upos_ids = [upos[t] for t in e.upos]
            e.feats_ids = [feats[nearest_feats(f, feats)] for f in e.xfeats]
            e.deprel_ids = [deprel.get(fold(r, deprel), deprel["dep"]) for r in e.deprels]
    return examples


def recased(shapes, rng, upos=None):
    """Shapes as if the sentence were all lower, all upper or a Title Case headline; pieces do not change."""
    roll = rng.random()
    if roll < 0.035:
        return [2 if s in (2, 3, 4, 5) else s for s in shapes]
    if roll < 0.06:
        return [4 if s in (2, 4, 5) else (4 if s == 3 else s) for s in shapes]
    if roll < 0.11:
        small = upos is not None and rng.random() < 0.5
        return [3 if s == 2 and not (small and upos[i] in ("ADP", "DET", "CCONJ", "PART", "SCONJ", "AUX", "PRON")) else s
                for i, s in enumerate(shapes)]
    return shapes


def batches(examples, max_pieces, rng, step=4):
    """Indices grouped by length under a budget of padded pieces, like lengths next to one another.

    Lengths are rounded up to `step`, so that few shapes of batch occur: each new one costs the library a compilation.
    """
    groups, sizes = [], {}
    for i, example in enumerate(examples):
        size = sum(map(len, example.pieces)) + 2
        if size <= 512:
            sizes.setdefault(-(-size // step) * step, []).append(i)
    waiting = []
    for size in sorted(sizes):
        rng.shuffle(sizes[size])
        waiting += sizes[size]
        rows = max(1, max_pieces // size)
        while len(waiting) >= rows:
            groups.append(waiting[:rows])
            waiting = waiting[rows:]
    return groups + ([waiting] if waiting else [])
