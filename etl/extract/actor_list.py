"""The actor list in memory: which names stand in a text, and which country a word speaks of.

Enters: ``seeds/reference/actors.csv``, ``actor_names.csv``, ``countries.csv``. Leaves: an
``ActorList`` that finds the longest names in a text without regard to accents, apostrophes,
hyphens and Arabic articles, but with regard to capitals. It refuses nothing in a text, and raises
``ReferenceDataError`` for a name of an actor that is not in the list.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.codes import ActorKind
from etl.errors import ReferenceDataError
from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’‘`ʿʾʼ][^\W_]+)*|,")
_APOSTROPHES = re.compile(r"['’‘`ʿʾʼ]")
_JOINT = re.compile(r"[\s\-‐‑–/.'’‘`&,\"“”]*")
_ARTICLES = frozenset({"al", "el", "ul"})
_HYPHEN_ARTICLES = frozenset({"an", "ar", "as", "ash", "at", "az", "ad", "ud", "ut", "e", "i"})
_MAX_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class ListedActor:
    """A row of the actor list."""

    actor_id: str
    name: str
    kind: ActorKind
    country: str | None
    parent_id: str | None
    active_from: int | None
    active_to: int | None


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of an actor: its words as compared, and what its letters have to look like."""

    actor: ListedActor
    keys: tuple[str, ...]
    is_acronym: bool
    is_ambiguous: bool
    needs_capital: bool


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name at ``text[start:end]``; several candidates where actors share it."""

    start: int
    end: int
    names: tuple[ListedName, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    key: str
    raw: str


def fold(word: str) -> str:
    """Return a word without case, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _APOSTROPHES.sub("", plain)


def _read_words(text: str) -> list[_Word]:
    """Return the words that count in comparing names: articles and possessive endings left out."""
    words = []
    for match in _WORD.finditer(text):
        raw, end = match[0], match.end()
        if len(raw) > 2 and raw[-1] in "sS" and raw[-2] in "'’":
            raw, end = raw[:-2], end - 2
        key = fold(raw)
        follows_hyphen = (
            text[end : end + 1] in ("-", "‑") or text[match.start() - 1 : match.start()] == "-"
        )
        if key in _ARTICLES or (key in _HYPHEN_ARTICLES and follows_hyphen):
            continue
        words.append(_Word(match.start(), end, key, raw))
    return words


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return (
        1 < len(name) <= _MAX_ACRONYM + name.count("-") * _MAX_ACRONYM
        and " " not in name
        and sum(c.isupper() for c in letters) > len(letters) / 2
    )


class ActorList:
    """Actors by id, their names by first word, and the words for countries."""

    def __init__(
        self,
        actors: Iterable[ListedActor],
        names: Iterable[tuple[str, str, bool]],
        countries: Iterable[tuple[str, Sequence[str], Sequence[str], Sequence[str]]],
    ) -> None:
        """Index actors, (actor_id, name, is_ambiguous) and (code, names, adjectives, capitals)."""
        self.actors = {actor.actor_id: actor for actor in actors}
        self._by_first: dict[str, list[ListedName]] = {}
        for actor in self.actors.values():
            self._add_name(actor, actor.name, is_ambiguous=False)
        for actor_id, name, is_ambiguous in names:
            if actor_id not in self.actors:
                message = f"actor_names.csv: {name!r} is of {actor_id!r}, which actors.csv lacks."
                raise ReferenceDataError(message)
            self._add_name(self.actors[actor_id], name, is_ambiguous=is_ambiguous)
        for listed in self._by_first.values():
            listed.sort(key=lambda name: -len(name.keys))
        self.country_names: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        for code, own_names, adjectives, capitals in countries:
            for table, words in (
                (self.country_names, own_names),
                (self.adjectives, adjectives),
                (self.capitals, capitals),
            ):
                for word in words:
                    table.setdefault(word, code)
        self._country_words = re.compile(
            r"(?<!\w)(?:"
            + "|".join(
                re.escape(word)
                for word in sorted(
                    {**self.country_names, **self.adjectives, **self.capitals},
                    key=len,
                    reverse=True,
                )
            )
            + r")(?!\w)"
        )

    def _add_name(self, actor: ListedActor, name: str, *, is_ambiguous: bool) -> None:
        """Index a name; one with brackets, which tell namesakes apart, is ambiguous."""
        plain = re.sub(r"\s*\([^)]*\)", "", name)
        words = _read_words(plain)
        if not words:
            return
        listed = ListedName(
            actor,
            tuple(word.key for word in words),
            _is_acronym(plain),
            is_ambiguous or plain != name,
            plain != plain.casefold(),
        )
        same_first = self._by_first.setdefault(listed.keys[0], [])
        if not any(n.actor is actor and n.keys == listed.keys for n in same_first):
            same_first.append(listed)

    def country_of(self, word: str) -> str | None:
        """Return the country that a name, adjective or capital stands for."""
        return self.country_names.get(word) or self.adjectives.get(word) or self.capitals.get(word)

    def find_countries(self, text: str) -> list[tuple[int, int, str]]:
        """Return each word for a country in a text, with the country's code."""
        found = []
        for match in self._country_words.finditer(text):
            code = self.country_of(match[0])
            if code is not None:
                found.append((match.start(), match.end(), code))
        return found

    def find_names(self, text: str) -> list[NameMatch]:
        """Return the longest listed names in a text, ambiguous ones too, left to right."""
        words = _read_words(text)
        found: list[NameMatch] = []
        at = 0
        while at < len(words):
            match = self._longest_at(text, words, at)
            if match is None:
                at += 1
                continue
            length, names = match
            start = _with_article(text, words[at].start)
            found.append(NameMatch(start, words[at + length - 1].end, names))
            at += length
        return found

    def name_spans(self, text: str) -> list[tuple[int, int]]:
        """Return where proper names of two words or more stand: no place is read inside them."""
        return [
            (match.start, match.end)
            for match in self.find_names(text)
            if any(len(name.keys) > 1 for name in match.names)
        ]

    def _longest_at(
        self, text: str, words: list[_Word], at: int
    ) -> tuple[int, tuple[ListedName, ...]] | None:
        best: list[ListedName] = []
        for name in self._by_first.get(words[at].key, ()):
            length = len(name.keys)
            if best and length < len(best[0].keys):
                break
            if self._stands_at(text, words, at, name):
                best.append(name)
        return (len(best[0].keys), tuple(best)) if best else None

    @staticmethod
    def _stands_at(text: str, words: list[_Word], at: int, name: ListedName) -> bool:
        length = len(name.keys)
        here = words[at : at + length]
        if len(here) < length or tuple(word.key for word in here) != name.keys:
            return False
        if name.is_acronym:
            letters = [c for word in here for c in word.raw if c.isalpha()]
            if sum(c.isupper() for c in letters) <= len(letters) / 2:
                return False
        elif name.needs_capital and not (here[0].raw[0].isupper() or here[0].raw[0].isdigit()):
            return False
        for left, right in pairwise(here):
            between = text[left.end : right.start]
            between = re.sub(r"(?i)\b(?:al|el|ul|an|ar|as|ash|at|az|ad|ud|ut|e|i|s)\b", "", between)
            ends_sentence = "." in between and len(left.raw) > 1
            if ends_sentence or not _JOINT.fullmatch(between):
                return False
        return True


def _with_article(text: str, start: int) -> int:
    """Return where a name starts with the Arabic article before it, if there is one."""
    match = re.search(
        r"(?i)(?<![\w-])(?:al|el|an|ar|as|ash|at|az|ad)[-‑ ]$", text[max(0, start - 4) : start]
    )
    if match is None or (match[0][-1] == " " and match[0][:2].casefold() not in {"al", "el"}):
        return start
    return start - len(match[0])


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def load_actor_list() -> ActorList:
    """Return the actor list of ``seeds/reference``, read once a process.

    Raises:
        ReferenceDataError: a file is missing, or a name has no actor.
    """
    actors = [
        ListedActor(
            row["actor_id"],
            row["name"],
            ActorKind(row["kind"]),
            row["country"] or None,
            row["parent_id"] or None,
            _year(row["active_from"]),
            _year(row["active_to"]),
        )
        for row in read_reference("actors.csv")
    ]
    names = [
        (row["actor_id"], row["name"], row["is_ambiguous"] == "1")
        for row in read_reference("actor_names.csv")
    ]
    countries = [
        (
            row["iso3"],
            [row["name"], *_parts(row["other_names"])],
            _parts(row["adjectives"]),
            _parts(row["capital"]),
        )
        for row in read_reference("countries.csv")
    ]
    return ActorList(actors, names, countries)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]
