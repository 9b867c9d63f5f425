"""Paragraphs that borrow the words of war: sport, markets, fiction, accidents, weather, disease.

Enters: parsed sentences. Leaves: the numbers of the paragraphs in which no event is to be read.
Two different words of one domain silence a paragraph; accidents, weather and disease do so only
where nothing armed is named beside them (``seeds/reference/distractors.csv``).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import Sentence

ARMED, POLITICAL, CRIME, GAME = "armed", "political", "crime", "game"
HARM = frozenset("kill wound injure arrest police protest riot die".split())
GUARDED = frozenset(("accident", "mishap", "nature", "health", "fiction"))
ENOUGH = {"mishap": 1, "game": 1, "sport": 3, "market": 3, "fiction": 3, "health": 3}
ENOUGH_OTHERWISE = 2
WHOLE_TEXT = ("sport", "market", "fiction")
ENOUGH_FOR_ALL = 6  # words of one domain that make it the whole text's


@lru_cache(maxsize=1)
def load_distractors() -> dict[str, frozenset[str]]:
    """Return the words of each domain."""
    return {
        row["domain"]: frozenset(row["words"].split()) for row in read_reference("distractors.csv")
    }


def find_distracted(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the numbers of the paragraphs that a domain other than conflict has to itself."""
    words: dict[int, set[str]] = defaultdict(set)
    for sentence in sentences:
        for token in sentence.doc:
            words[sentence.paragraph].update((token.lemma_.lower(), token.lower_))
    domains = load_distractors()
    everything = set[str]().union(*words.values())
    whole = [n for n in WHOLE_TEXT if len(everything & domains[n]) >= ENOUGH_FOR_ALL]
    if whole and not everything & domains[ARMED]:
        return frozenset(words)
    return frozenset(
        paragraph
        for paragraph, found in words.items()
        if any(
            _has_domain(found, name, domains) for name in domains if name not in (ARMED, POLITICAL)
        )
    )


def _has_domain(found: set[str], name: str, domains: dict[str, frozenset[str]]) -> bool:
    if len(found & domains[name]) < ENOUGH.get(name, ENOUGH_OTHERWISE):
        return False
    if name == GAME:
        return not found & (domains[ARMED] | domains[POLITICAL] | HARM)
    if name == CRIME:
        return not found & ((domains[ARMED] | domains[POLITICAL]) - {"gunman"})
    return name not in GUARDED or not found & domains[ARMED]
