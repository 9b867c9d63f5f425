"""Where, when, who and how many, in the texts of whole events (codebook, sections 5 to 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

PLACES = [
    ("Militants killed ten soldiers in the Syrian province of Homs.", (event("armed_clash", country="SYR", precision="admin1"),)),
    ("Ukraine and Russia exchanged 103 prisoners on Friday, in a deal brokered by Qatar.", (event("agreement", country="UKR"),)),
    ("A doctor from Lagos was kidnapped in the Nigerian capital, Abuja, on Sunday.", (event("abduction", place="Abuja", country="NGA"),)),
    ("A landmine killed two herders 15 kilometres south of the Malian town of Ansongo.", (event("remote_explosive", place="Ansongo", country="MLI", precision="near"),)),
    ("Gunmen ambushed an army convoy on the road between Jos and Bauchi in Nigeria.", (event("armed_clash", country="NGA", precision="near"),)),
    ("Shelling killed five people in Syria's Idlib province on Monday.", (event("shelling", place="Idlib", country="SYR", precision="admin1"),)),
    ("A roadside bomb killed three soldiers in northern Mali.", (event("remote_explosive", country="MLI", precision="country"),)),
    ("Maoist rebels shot dead two policemen in the Indian district of Bijapur.", (event("armed_clash", country="IND", precision="admin2"),)),
    ("A car bomb exploded on the outskirts of Tripoli, the Libyan capital.", (event("remote_explosive", place="Tripoli", country="LBY", precision="near"),)),
    ("BEIRUT, May 15 – Shells killed two children in the Syrian city of Aleppo on Tuesday.", (event("shelling", place="Aleppo", country="SYR", killed="2"),)),
    ("Jets bombed Saqba, in the Eastern Ghouta region near Damascus, on Monday.", (event("air_strike", place="Saqba", country="SYR"),)),
    ("In a statement from Geneva, the United Nations said that rebels had burned down a clinic in Malakal, South Sudan.", (event("property_destruction", place="Malakal", country="SSD"),)),
    ("Russian missiles hit the Ukrainian port of Odesa.", (event("shelling", place="Odesa", country="UKR", precision="exact"),)),
]  # fmt: skip

TIMES = [
    ("A bomb went off in Baghdad early on Monday.", (event("remote_explosive", start="2019-05-13", end="2019-05-13", dated="day"),)),
    ("Gunmen killed two people in Baghdad overnight.", (event("attack", start="2019-05-14", end="2019-05-15", dated="day"),)),
    ("Rebels attacked an Iraqi army post near Baghdad last week.", (event("armed_clash", start="2019-05-06", end="2019-05-12", dated="week"),)),
    ("Three men were shot dead in Baghdad earlier this month.", (event("attack", start="2019-05-01", end="2019-05-15", dated="month"),)),
    ("A bomb has killed three people in Baghdad.", (event("remote_explosive", start="2019-05-15", end="2019-05-15", dated="inferred"),)),
    ("The Iraqi city of Mosul, retaken by the army in July 2017, is still in ruins.", (event("government_regains_territory", start="2017-07-01", end="2017-07-31", dated="month"),)),
    ("Government jets have bombed the Syrian city of Idlib since Saturday.", (event("air_strike", start="2019-05-11", end="2019-05-15"),)),
    ("Hours earlier, a suicide bomber had killed six people in Kabul.", (event("suicide_bomb", start="2019-05-15", end="2019-05-15", dated="day"),)),
    ("A grenade was thrown at a police post in Kabul on 3 March 2018.", (event("grenade", start="2018-03-03", end="2018-03-03", dated="day"),)),
]  # fmt: skip

ACTORS = [
    ("A patrol of Kenyan soldiers came under fire near Mandera on Monday.", (event("armed_clash", initiator="none", target="Kenya"),)),
    ("Boko Haram attacked a village near Maiduguri on Sunday. The group burned a school there and killed three guards.", (event("attack", initiator="Boko Haram", country="NGA", killed="3"),)),
    ("Police blamed al-Shabaab for a bomb that killed two teachers in Mogadishu.", (event("remote_explosive", initiator="Shabaab", killed="2"),)),
    ("Four people were killed by a bomb in Kabul, and the Taliban denied any involvement.", (event("remote_explosive", status="occurred", initiator="none", killed="4"),)),
    ("The Islamic State said that it was behind the suicide bombing that killed nine people in Kabul on Sunday.", (event("suicide_bomb", initiator="Islamic State", killed="9"),)),
    ("Iraqi soldiers, backed by Shia militiamen, attacked Islamic State positions near Baiji.", (event("armed_clash", country="IRQ", initiator="militia", target="Islamic State"),)),
    ("A truce between the Sudanese army and the RSF, mediated by Saudi Arabia, was signed in Jeddah on Saturday.", (event("agreement", participant="Rapid Support", country="SAU"),)),
]  # fmt: skip

TOLLS = [
    ("Between 10 and 15 people were killed by an air strike on a market in Sanaa.", (event("air_strike", killed="10–15"),)),
    ("As many as 20 soldiers died when a car bomb exploded in Mogadishu.", (event("remote_explosive", killed="≤20"),)),
    ("Some 40 passengers were wounded by a bomb on a bus in Nairobi.", (event("remote_explosive", wounded="~40"),)),
    ("Several people were killed when shells hit a market in Khartoum.", (event("shelling", killed="3+"),)),
    ("It was not clear whether there were any casualties from the rockets that hit Baghdad.", (event("shelling", killed="none", wounded="none"),)),
    ("A bomb killed six people in Baghdad and wounded two dozen.", (event("remote_explosive", killed="6", wounded="24"),)),
    ("An air strike on Sanaa killed or injured 30 people.", (event("air_strike", killed="none", wounded="none"),)),
    ("The toll of Monday's bombing in Kabul rose from 12 to 34.", (event("remote_explosive", killed="34", start="2019-05-13"),)),
    ("The defence minister told reporters in Paris that two French soldiers had been killed by a bomb in Mali's Ménaka region.", (event("remote_explosive", country="MLI", killed="2"),)),
]  # fmt: skip

GAPS = [
    gap("the capital of a country is no place", "Three blasts shook the Afghan capital on Tuesday.", event("remote_explosive", place="Kabul", country="AFG")),
    gap("days counted from an event in a when-clause are lost", "Two days after the army shelled the Sudanese town of Nyala on Friday, gunmen looted its market.", event("shelling", start="2019-05-10"), event("property_destruction", start="2019-05-12")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """An event is where it happened: not where it was told, nor where its victims live."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_when(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """An event has the days that its own words allow."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), ACTORS)
def test_who(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """A blamed author is the initiator unless it denies it; where none is named there is none."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_how_many(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """A toll has the bounds of its words, and what is not told has no row."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_slots_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
