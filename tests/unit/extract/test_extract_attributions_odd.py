"""Attributions in odd sentences: nothing raises, and offsets hold."""

from __future__ import annotations

import pytest

from etl.codes import PassageKind
from etl.extract.attributions import extract_attributions
from etl.extract.syntax import parse_sentences
from etl.records import Passage

ODD = [
    "",
    "said",
    "said said said, said.",
    "according to",
    "According to according to police said the army, he said it said.",
    "(clinic) (police) (a hospital)",
    '"No," he said, she said, they said; police said, the army said, and it said',
    "Police, said; said. — who said, which said: we said!",
    "said Zahir Amani, said Ali, a doctor, according to, said",
    "He said that she said that police said that medics said that ten died, the army said.",
    "told by told to told from",
    "The toll, put at ten by the ministry and at twelve by the rebels, rose, the hospital said",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_sentences_keep_their_offsets(text: str) -> None:
    """Each mention's words stand at its offsets, and what it covers lies within its sentence."""
    lead = "Medics said ten died.\n"
    whole = lead + text
    passages = [
        Passage(0, len(lead) - 1, PassageKind.BODY, 0, 0),
        Passage(len(lead), len(whole), PassageKind.BODY, 1, 1),
    ]
    for mention in extract_attributions(parse_sentences(whole, passages)):
        passage = passages[mention.sentence]
        assert whole[mention.start : mention.end] == mention.text
        assert passage.start <= mention.covers_start < mention.covers_end <= passage.end
