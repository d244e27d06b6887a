"""Reads treebanks and name corpora as they are written, and divides plain text into sentences and words."""

import json
import lzma
import re
from dataclasses import dataclass, field


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


TOKEN = re.compile(r"""https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@\#]\w+|(?:[A-Z]\.){2,}
    |(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|Maj|Sgt|No|vs)\.(?=\s)
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
