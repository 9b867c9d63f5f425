"""Passages: what a sentence is, and what is none."""

from __future__ import annotations

import pytest

from etl.codes import PassageKind
from etl.parse import parse_passages


def cut(text: str) -> list[tuple[str, str]]:
    """Return kind and words of every passage."""
    return [(p.kind.value, text[p.start : p.end]) for p in parse_passages(text)]


def body(text: str) -> list[str]:
    """Return the body sentences, wrapped lines joined."""
    return [" ".join(words.split()) for kind, words in cut(text) if kind == "body"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Abdul Rashid met Lt. Col. J. R. Doe near St. Petersburg on Jan. 12 with the U.S. Army.",
        "Communiqué No. 11 of the army said that 3.5 tons of explosives were seized by Maj. Gen. Khan.",
        "The raid began at 5 a.m. Monday in Quetta, said Dr. Karim, the head of Mercy Corps Inc. there.",
        "“Who did it?” Khan asked the villagers of Beni after the attack on their homes.",
        '"Get out!" the gunmen shouted, witnesses said, before they opened fire on the bus.',
        "The U.N. Security Council met in Washington, D.C. on the fall of El Fasher to the rebels.",
        "He said that the rebels ... would never give up the town of Rawa to the army.",
    ],
)
def test_abbreviations_and_quotes_end_no_sentence(sentence: str) -> None:
    """A full stop that belongs to an abbreviation, an initial or a number ends nothing."""
    assert body(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He flew to the U.S. The rebels stayed.", ["He flew to the U.S.", "The rebels stayed."]),
        ("It began at 9 p.m. Two men died.", ["It began at 9 p.m.", "Two men died."]),
        ("“It is over.” The army left.", ["“It is over.”", "The army left."]),
        ("They fled.[1] al-Shabaab stayed.", ["They fled.[1]", "al-Shabaab stayed."]),
        ("Ten were shot dead.The police left.", ["Ten were shot dead.", "The police left."]),
        ("It was the end... Nobody came.", ["It was the end...", "Nobody came."]),
        ("Was it a bomb? 12 people died!", ["Was it a bomb?", "12 people died!"]),
        ("The army said no. Rebels fled.", ["The army said no.", "Rebels fled."]),
    ],
)
def test_sentences_end(text: str, sentences: list[str]) -> None:
    """A full stop before a word that begins a sentence ends one, closing quotes included."""
    assert body(text) == sentences


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("BAGHDAD (UW) — A car bomb exploded.", "BAGHDAD (UW) —"),
        ("SIDON, Sept 23 - Gunmen fought.", "SIDON, Sept 23 -"),
        ("Daraa, LNSA – Units of the army moved.", "Daraa, LNSA –"),
        ("MARIB: Sheikhs have met.", "MARIB:"),
        ("Srinagar, June 14: A trooper was hurt.", "Srinagar, June 14:"),
        (
            "ADEN, Yemen, Jan. 28 (Herald) -- Yemen's army moved.",
            "ADEN, Yemen, Jan. 28 (Herald) --",
        ),
        ("MAZAR-I-SHARIF: The Taliban came.", "MAZAR-I-SHARIF:"),
        ("BEIRUT/JERUSALEM (Gazette) - Warplanes struck.", "BEIRUT/JERUSALEM (Gazette) -"),
        ("WASHINGTON, D.C. -- The raid failed.", "WASHINGTON, D.C. --"),
        ("NIGER. The post came under attack.", "NIGER."),
        ("(Beirut) – The government bombed a town.", "(Beirut) –"),
        ("Nineveh (IraqiNews.com) Security forces killed ten.", "Nineveh (IraqiNews.com)"),
        ("Quito, 25 Apr 89 (Efe) -- [text] The group met.", "Quito, 25 Apr 89 (Efe) -- [text]"),
        (
            "   Guatemala city, 10 Sep 89 (AFP) -- [text] Sources said so.",
            "Guatemala city, 10 Sep 89 (AFP) -- [text]",
        ),
        ("KABUL, Afghanistan (Aug. 6, 2012)\nForces met.", "KABUL, Afghanistan (Aug. 6, 2012)"),
        ("08:10 - Five people were killed.", "08:10 -"),
        ("18:05\nRescue workers found them.", "18:05"),
    ],
)
def test_dateline_is_a_passage_of_its_own(text: str, dateline: str) -> None:
    """The sentence begins after its dateline or time stamp."""
    passages = cut(text)
    assert passages[0] == ("dateline", dateline)
    assert passages[1][0] == "body"


@pytest.mark.parametrize(
    "text",
    [
        "ISIL - also known as Daesh - fled the town.",
        "Police: two men died in the blast.",
        "UN: Fighting displaces 5,000 people.",
        "In Homs, U.N. observers left the city.",
        "Iraqi forces, backed by jets, took Rawa.",
        "On 7 May 2019 the army took the town.",
        "The PKK - a banned group - denied it.",
    ],
)
def test_what_begins_like_a_dateline_and_is_none(text: str) -> None:
    """A name that takes part in the sentence stays in it."""
    assert cut(text) == [("body", text)]


@pytest.mark.parametrize(
    "heading",
    [
        "HUMANITARIAN ACCESS",
        "Humanitarian access",
        "Khash (Sistan and Baluchestan)",
        "Beni and Lubero",
        "Communiqué No. 27 of the General Command of the Armed Forces",
        "What we know so far:",
    ],
)
def test_headings_keep_their_span(heading: str) -> None:
    """A short line that ends as no sentence does is a heading, and its words stay findable."""
    text = f"The army came.\n\n{heading}\nTwo people were killed."
    assert ("heading", heading) in cut(text)


def test_markdown_heading() -> None:
    """The marks of a Markdown heading are no part of its words."""
    assert cut("## Beni\n\nTwo died. #Beni is calm.") == [
        ("boilerplate", "##"),
        ("heading", "Beni"),
        ("body", "Two died."),
        ("body", "#Beni is calm."),
    ]


def test_first_line_without_full_stop_is_the_headline() -> None:
    """A headline in sentence case is no event of its own: the lead repeats it."""
    text = "Bomber kills dozens outside voter centre\n\nA bomber killed 23 people."
    assert cut(text)[0][0] == "heading"


def test_a_list_of_alerts_is_body() -> None:
    """Lines without full stops are read where the whole text is of such lines, lest they be lost."""
    text = "Alerts\nGunmen kill five in Kaduna\nBomb kills three in Maiduguri on Tuesday"
    assert body(text) == text.splitlines()[1:]


def test_a_lone_line_is_body() -> None:
    """A text of one line without a full stop is read, lest it be lost."""
    assert body("Gunmen kill five in Kaduna") == ["Gunmen kill five in Kaduna"]


@pytest.mark.parametrize(
    "words",
    [
        "Back to top button",
        "Share this: Facebook Twitter WhatsApp",
        "Read more: Inside Hodeida",
        "Subscribe to our newsletter",
        "Follow us on Facebook",
        "© 2019 The Gazette",
        "Copyright 2019. All rights reserved.",
        "Image: Getty",
        "(Reporting by A.B. Smith in Baghdad; Editing by Q. Doe)",
        "For further information, please contact the desk.",
        "ADVERTISEMENT",
        "We use cookies to improve your visit.",
        "12 comments",
        "By John Smith in Kabul",
        "***",
        "[End recording]",
        "https://example.org/a",
    ],
)
def test_boilerplate(words: str) -> None:
    """What a page adds around the story is searched for no events."""
    text = f"The army came.\n\n{words}\n\nIt left again."
    assert [p for p in cut(text) if p[0] != "body"] == [("boilerplate", words)]


def test_boilerplate_at_the_end_of_a_paragraph() -> None:
    """An agency's end mark and credit are cut off the sentence before them."""
    text = "They will meet in March. Enditem\n\nTwo died. (Reporting by A. B.; Editing by C. D.)"
    assert [words for kind, words in cut(text) if kind == "boilerplate"] == [
        "Enditem",
        "(Reporting by A. B.; Editing by C. D.)",
    ]


def test_hard_wrapped_lines_are_joined() -> None:
    """A single line break within wrapped copy ends neither paragraph nor sentence."""
    text = (
        "   Castellar was kidnapped on 5 January on the outskirts of Achi, about 850\n"
        "km north of Bogota, by a group of armed men, who forced him to accompany\n"
        "them to an undisclosed location.  Police sources in Cartagena reported that\n"
        "The Mayor's body showed signs of torture.\n\n"
        "   The group had been seen on the road from the town to the coast on May\n"
        "12. It is said to have crossed the river with its captives on the day after.\n"
    )
    passages = [p for p in parse_passages(text) if p.kind is PassageKind.BODY]
    assert [p.paragraph for p in passages] == [0, 0, 1, 1]
    assert body(text)[1].startswith("Police sources in Cartagena reported that The Mayor's body")


def test_complete_lines_are_paragraphs() -> None:
    """A single line break between complete lines ends a paragraph; a bullet does so always."""
    text = (
        "Khash\nSecurity forces shot at marchers from the roof of the governor's office.\n"
        "Two men died in the square before it.\n- A convoy was hit near Rawa\n- A bridge fell"
    )
    assert [p[0] for p in cut(text)] == [
        "heading",
        "body",
        "body",
        "boilerplate",
        "body",
        "boilerplate",
        "body",
    ]
    assert cut(text)[4] == ("body", "A convoy was hit near Rawa")


def test_no_sentence_is_longer_than_a_parser_can_take() -> None:
    """A text without any full stop is cut at white space."""
    passages = parse_passages("word " * 5000)
    assert max(p.end - p.start for p in passages) <= 2000
    assert "word wor" not in {("word " * 5000)[p.start : p.end][-8:] for p in passages}
