"""WordPiece for single words, exactly as the uncased BERT tokenizer does it, and the shape of a word.

Reference for the TypeScript runtime: one word in, at least one piece out.
"""

import unicodedata

SHAPES = ["special", "noLetters", "lower", "title", "upper", "mixed"]
MAX_CHARS = 100


def load_vocab(path):
    """Piece -> id, from a vocab.txt of one piece a line."""
    with open(path, encoding="utf-8") as file:
        return {line.rstrip("\n"): index for index, line in enumerate(file)}


def _is_control(char):
    return char not in "\t\n\r" and unicodedata.category(char).startswith("C")


def _is_punctuation(char):
    code = ord(char)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_symbol or unicodedata.category(char).startswith("P")


def _is_cjk(char):
    code = ord(char)
    ranges = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
              (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]
    return any(low <= code <= high for low, high in ranges)


def basic_tokens(word):
    """Clean, isolate CJK, lowercase, strip accents, split on white space and punctuation."""
    chars = []
    for char in word:
        if char in "\0\ufffd" or _is_control(char):
            continue
        if char.isspace():
            chars.append(" ")
        elif _is_cjk(char):
            chars.append(f" {char} ")
        else:
            chars.append(char)
    folded = unicodedata.normalize("NFD", "".join(chars)).lower()
    stripped = "".join(char for char in folded if unicodedata.category(char) != "Mn")
    return "".join(f" {char} " if _is_punctuation(char) else char for char in stripped).split()


def pieces_of(word, vocab):
    """Ids of the pieces of one word; [UNK] alone where nothing is left of it."""
    unknown = vocab["[UNK]"]
    ids = []
    for token in basic_tokens(word):
        ids.extend(_greedy(token, vocab) or [unknown])
    return ids or [unknown]


def _greedy(token, vocab):
    """Longest match first; None when some part has no piece."""
    if len(token) > MAX_CHARS:
        return None
    ids, start = [], 0
    while start < len(token):
        end = len(token)
        while end > start:
            piece = ("##" if start else "") + token[start:end]
            if piece in vocab:
                break
            end -= 1
        if end == start:
            return None
        ids.append(vocab[piece])
        start = end
    return ids


def shape_of(word):
    """Index into SHAPES: letters are characters with case; a lone capital is title."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return 1
    upper = [char.isupper() for char in letters]
    if not any(upper):
        return 2
    if all(upper):
        return 4 if len(letters) >= 2 else 3
    return 3 if upper[0] and not any(upper[1:]) else 5
