"""Did it happen, and is it one event: status and scope (codebook, sections 2 and 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

OCCURRED = [
    ("The truce did not prevent rebels from detonating a car bomb in Cali, Colombia, on Monday.", (event("remote_explosive", status="occurred", country="COL"),)),
    ("Guards failed to stop gunmen from killing four people in Basra on Monday.", (event("attack", status="occurred", country="IRQ", killed="4"),)),
    ("The army reportedly shelled the Sudanese town of Kutum on Sunday.", (event("shelling", status="occurred", place="Kutum", country="SDN"),)),
    ("Residents said that soldiers had shot dead four people in Bamenda on Monday, which the army denied.", (event("attack", status="occurred", killed="4"),)),
    ("No group has claimed the bombing that killed three people in Lahore on Tuesday.", (event("remote_explosive", status="occurred", place="Lahore", killed="3"),)),
    ("The planned withdrawal was called off after a bomb killed two soldiers in Tessalit, Mali.", (event("remote_explosive", status="occurred", country="MLI", killed="2"),)),
]  # fmt: skip

ONGOING = [
    ("Gunmen are holding about 20 hostages in a hotel in Mogadishu.", (event("abduction", status="ongoing", place="Mogadishu"),)),
    ("Government troops are battling insurgents for control of Sirte.", (event("armed_clash", status="ongoing", place="Sirte"),)),
    ("Fierce fighting is raging between the army and rebels in the streets of Marawi.", (event("armed_clash", status="ongoing"),)),
]  # fmt: skip

FOILED = [
    ("Police arrested two men who were preparing to blow up a church in Lahore.", (event("arrests", status="occurred", country="PAK", captured="2"), event("remote_explosive", status="foiled", place="Lahore"))),
    ("A bomb left under an official's car in Basra failed to explode.", (event("remote_explosive", status="foiled", country="IRQ"),)),
    ("An attempt by armed men to abduct a mayor near Zamboanga was thwarted by his bodyguards.", (event("abduction", status="foiled"),)),
    ("Jordanian intelligence broke up an Islamic State cell that was plotting to shoot worshippers at a church in Amman.", (event("attack", status="foiled", place="Amman"),)),
    ("Police foiled a plot to bomb a shopping mall in Nairobi on Saturday.", (event("remote_explosive", status="foiled", place="Nairobi"),)),
    ("Bomb disposal experts made safe a mine found on a road near Goma.", (event("disrupted_weapons", status="foiled"),)),
]  # fmt: skip

PLANNED = [
    ("The army will launch an offensive on the Malian town of Kidal next week.", (event("armed_clash", status="planned", place="Kidal", start="2019-05-20", end="2019-05-26"),)),
    ("The opposition has called a march in Lomé for Saturday.", (event("peaceful_protest", status="planned", place="Lomé", start="2019-05-18"),)),
    ("Iraqi troops are preparing to storm the old city of Mosul.", (event("armed_clash", status="planned", place="Mosul"),)),
    ("The general ordered his brigades to retake the Ethiopian town of Woldiya.", (event("armed_clash", status="planned", country="ETH"),)),
    ("A prisoner swap between the Houthis and the government is expected in Taiz within days.", (event("agreement", status="planned", start="2019-05-15", end="2019-05-22"),)),
    ("The two Libyan governments are due to sign a ceasefire in Geneva on Monday.", (event("agreement", status="planned", place="Geneva", start="2019-05-20"),)),
]  # fmt: skip

THREATENED = [
    ("The Houthis threatened to fire missiles at Abu Dhabi.", (event("shelling", status="threatened", place="Abu Dhabi", initiator="Houthi"),)),
    ("A Taliban spokesman vowed that the group would attack polling stations in Kabul.", (event("attack", status="threatened", place="Kabul", initiator="Taliban"),)),
    ("The kidnappers have warned that they will kill the hostages they hold in Sokoto unless a ransom is paid.", (event("attack", status="threatened"),)),
    ("Israel's defence minister threatened to bomb Beirut's airport.", (event("air_strike", status="threatened", place="Beirut"),)),
]  # fmt: skip

DENIED = [
    ("The Ethiopian government denied that its soldiers had killed civilians in Axum.", (event("attack", status="denied", country="ETH"),)),
    ("Pakistan denied shelling villages across the border in the Afghan province of Kunar.", (event("shelling", status="denied", country="AFG"),)),
    ("The army dismissed as baseless reports of an attack on its barracks in Bangui.", (event("armed_clash", status="denied", country="CAF"),)),
    ("The coalition rejected claims that its jets had bombed a hospital in Saada.", (event("air_strike", status="denied", country="YEM"),)),
    ("No air strike took place in Sanaa on Tuesday, the ministry said.", (event("air_strike", status="denied", country="YEM"),)),
]  # fmt: skip

SUMMARY = [
    ("At least 70 journalists were murdered in Mexico between 2012 and 2018.", (event("attack", scope="summary", country="MEX", killed="70+"),)),
    ("Militants have stepped up attacks on villages in Mozambique's Cabo Delgado province in recent months.", (event("attack", scope="summary", country="MOZ"),)),
    ("Coalition air strikes across Yemen killed 30 people last week.", (event("air_strike", scope="summary", country="YEM", killed="30", start="2019-05-06", end="2019-05-12"),)),
    ("The war in South Sudan has cost some 400,000 lives since 2013.", (event("armed_clash", scope="summary", country="SSD", killed="~400000"),)),
    ("Landmines injured 120 farmers in Cambodia in 2017.", (event("remote_explosive", scope="summary", country="KHM", wounded="120", start="2017-01-01"),)),
    ("Armed gangs have killed more than 300 people in Nigeria's Zamfara state since January.", (event("attack", scope="summary", country="NGA", killed="300+", start="2019-01-01"),)),
]  # fmt: skip

INCIDENT = [
    ("Eight people were killed in Tuesday's bombing in Jos, the third in the Nigerian city this year.", (event("remote_explosive", scope="incident", killed="8", start="2019-05-14"),)),
    ("Two weeks of clashes in the Libyan town of Sabratha ended on Sunday.", (event("armed_clash", scope="incident", country="LBY"),)),
]  # fmt: skip

GAPS = [
    gap("'the attack', told first, is taken for a mention of another", "The attack in the Afghan city of Herat was the deadliest since January: 31 people died.", event("attack", scope="incident", country="AFG", killed="31")),
    gap("'was continuing' does not make it ongoing", "Shelling of the Ukrainian city of Sievierodonetsk was continuing on Wednesday morning.", event("shelling", status="ongoing", country="UKR")),
    gap("a crowd that remains gives no row", "Protesters remain camped in Khartoum's main square for a third week.", event("peaceful_protest", status="ongoing", place="Khartoum")),
    gap("what did not happen 'before he could' is read as having happened", "A would-be suicide bomber was overpowered by guards before he could detonate his vest in Kabul.", event("suicide_bomb", status="foiled", place="Kabul")),
    gap("giving up an attempt is no cue of failure", "The kidnappers of a banker in Lagos gave up the attempt when he fought back.", event("abduction", status="foiled", place="Lagos")),
    gap("the place after 'from' is lost to the subject's country", "Kenya plans to withdraw its troops from Kismayo by the end of the year.", event("group_change", status="planned", place="Kismayo")),
    gap("an announced demonstration is read as having happened", "Unions announced demonstrations in Tunis for Friday.", event("peaceful_protest", status="planned", place="Tunis", start="2019-05-17")),
    gap("a promise of attacks is read as a plan", "Boko Haram promised further suicide bombings in N'Djamena in a video released on Monday.", event("suicide_bomb", status="threatened", initiator="Boko Haram")),
    gap("a report that is false, said of the noun, does not deny", "Reports that rebels had captured the Malian town of Sévaré were false, the army said.", event("nonstate_overtakes_territory", status="denied", country="MLI")),
    gap("a summary is split into its event and its toll", "Shelling has killed 40 civilians in Syria's Idlib province over the past two weeks.", event("shelling", scope="summary", country="SYR", killed="40")),
    gap("an event noun whose number changes gives no row", "Kidnappings by bandits in north-western Nigeria doubled last year.", event("abduction", scope="summary", country="NGA")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OCCURRED)
def test_it_happened(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What is told as having happened occurred, whoever tells it and whoever denies it."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), ONGOING)
def test_it_is_under_way(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What is told as under way at publication is ongoing."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), FOILED)
def test_it_was_foiled(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What was attempted and stopped takes the type that it would have had, or is disrupted."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), PLANNED)
def test_it_is_planned(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What is prepared, ordered, announced or expected is planned, and looks forward."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), THREATENED)
def test_it_is_threatened(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What an actor says that it will do, as a threat, is threatened."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_it_is_denied(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the document only denies is denied."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), SUMMARY)
def test_it_is_a_summary(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """Totals and patterns over a period or a region are summaries."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), INCIDENT)
def test_it_is_an_incident(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """A period told beside an event, or a spell at one place, makes no summary."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_status_scope_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
