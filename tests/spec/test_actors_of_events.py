"""Who did it and on whom it fell, over all that a document tells of an event (codebook, section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event

if TYPE_CHECKING:
    from etl.coders import Coder

CLAIMED = [
    ("A bomb killed six people at a market in Quetta on Monday. The Baloch Liberation Army claimed responsibility for the blast.", (event("remote_explosive", initiator="Baloch", killed="6"),)),
    ("Gunmen shot dead two policemen in the Kenyan town of Mandera on Sunday. Al-Shabaab said that it was behind the attack.", (event("armed_clash", initiator="Shabaab", target="Police"),)),
    ("A car bomb exploded outside a mosque in Kirkuk on Tuesday, killing four people. Police blamed Islamic State.", (event("remote_explosive", initiator="Islamic State", killed="4"),)),
    ("A grenade wounded three people in a bar in Goma on Friday. No group has claimed responsibility.", (event("grenade", initiator="none", wounded="3"),)),
    ("A roadside bomb killed two soldiers near Menaka in Mali on Monday. There was no immediate claim, but such attacks are often blamed on al-Qaeda.", (event("remote_explosive", initiator="none", killed="2"),)),
]  # fmt: skip

ONE_ROW = [
    ("The Iraqi army attacked Islamic State positions near Hawija on Monday, killing 20 terrorists.", (event("armed_clash", initiator="Army", target="Islamic State", killed="20"),)),
    ("Boko Haram fighters attacked an army post near Dikwa in Nigeria on Sunday. Three soldiers and nine militants were killed.", (event("armed_clash", initiator="Boko Haram", target="Army"),)),
]  # fmt: skip

NOT_TOLD_BY_SYNTAX = [
    ("Iraqi soldiers, helped by Shia militiamen, drove Islamic State out of Baiji on Monday.", (event("government_regains_territory", initiator="Shia", target="Islamic State"),)),
    ("A march for jobs took place in Tunis on Saturday.", (event("peaceful_protest", initiator="Protesters"),)),
    ("Masked men in a pickup truck kidnapped a judge in the Libyan city of Sirte on Sunday.", (event("abduction", initiator="armed group", target="Civilians"),)),
    ("Police in Istanbul arrested 12 people with suspected links to Islamic State on Monday.", (event("arrests", initiator="Police", target="Islamic State"),)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMED)
def test_an_author_named_later_is_the_initiator(
    coder: Coder, text: str, expected: tuple[Row, ...]
) -> None:
    """Who claims a deed or is blamed for it did it; a claim that nobody made names nobody."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), ONE_ROW)
def test_words_that_say_less_are_the_named_actor(
    coder: Coder, text: str, expected: tuple[Row, ...]
) -> None:
    """Words such as "terrorists" among the victims are the group that the event names, on its own side."""
    reports = code_text(coder, text)
    assert not difference(reports, expected)
    assert len(reports[0].actors) == 2


@pytest.mark.parametrize(("text", "expected"), NOT_TOLD_BY_SYNTAX)
def test_roles_that_the_kind_of_event_fills(
    coder: Coder, text: str, expected: tuple[Row, ...]
) -> None:
    """A march is of protesters, gunmen before a verb are its doers, suspects are of their group."""
    assert not difference(code_text(coder, text), expected)
