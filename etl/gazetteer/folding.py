"""Names to keys: what makes two spellings of a place the same name.

Enters: a name as written. Leaves: its folded form (case, accents, apostrophes, hyphens and common
abbreviations evened out), its key (folded, without articles and spaces) or its sound (consonants
alone, for transliterations). Nothing is refused; a name without letters gives an empty key.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, and marks that stand for a sound or for none.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
        "þ": "th", "Þ": "th", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "e",
        "Ə": "e", "ħ": "h", "Ħ": "h", "ŋ": "n", "Ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
        "'": None, "’": None, "‘": None, "ʼ": None, "ʻ": None, "ʿ": None, "ʾ": None, "`": None,
        "´": None, "ʹ": None, "ʺ": None, "ʽ": None, "ˈ": None, "′": None, '"': None, "\u200e": None,
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", "_": " ", ",": " ", ".": " ",
    }
)  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# The Arabic article in the shapes that English spelling gives it, the Persian link and "the".
ARTICLES = frozenset(
    "al el ad ar as ash at az an adh ath ud ul ur us ush uz ez ed er es e i the".split()
)
_LINKS = frozenset({"e", "i"})
_DIGRAPHS = (
    ("tch", "s"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"),
    ("th", "t"), ("zh", "z"), ("sh", "s"), ("ch", "s"), ("q", "k"), ("c", "k"), ("x", "ks"),
    ("v", "w"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"[aeiouyw]+")


def _strip_marks(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 16)
def fold_name(name: str) -> str:
    """Return a name in lower case without accents, apostrophes, hyphens and full stops."""
    words = _strip_marks(name.translate(_LETTERS)).casefold().split()
    return " ".join(_WORDS.get(word, word) for word in words)


def key_of(folded: str) -> str:
    """Return the key under which a folded name is looked up: no articles, no spaces.

    Articles alone ("El") stay, and so does a link at the edge of a name: it is no link there.
    """
    words = folded.split()
    last = len(words) - 1
    kept = [
        word
        for place, word in enumerate(words)
        if word not in ARTICLES or (word in _LINKS and place in (0, last))
    ]
    return "".join(kept or words)


def sound_of(folded: str) -> str:
    """Return the consonants of a folded name, for spellings of one name in another script.

    Articles, vowels, y, w and a final h go, doubled letters are one, q and kh are k.
    """
    key = _DOUBLED.sub(r"\1", key_of(folded))
    for written, heard in _DIGRAPHS:
        key = key.replace(written, heard)
    key = key.rstrip("h")
    return key[:1] * (key[:1] not in "aeiouyw") + _SILENT.sub("", key[1:])
