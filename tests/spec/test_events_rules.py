"""Decision rules: one event or several, and which type when several fit (codebook, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

MEANS = [
    ("A suicide bomber detonated his car at the gate of a hotel in Mogadishu before gunmen stormed the building, killing 19 people.", (event("suicide_bomb", place="Mogadishu", country="SOM", killed="19"),)),
    ("Soldiers and rebels clashed in the Burmese town of Laukkai, and artillery fire killed two civilians there.", (event("shelling", country="MMR", killed="2"),)),
    ("A general was assassinated by a bomb under his car in Aden on Tuesday.", (event("remote_explosive", place="Aden", country="YEM", killed="1"),)),
    ("Police shot dead a motorist at a checkpoint in Abidjan.", (event("attack", place="Abidjan", country="CIV", killed="1"),)),
    ("Guerrillas blew up a police van with a mine near Tibú in Colombia, killing two officers.", (event("remote_explosive", country="COL", killed="2", target="police"),)),
    ("Rebels freed two nuns whom they had kidnapped in the Malian town of Sikasso in March.", (event("abduction", place="Sikasso", start="2019-03-01", end="2019-03-31", abducted="2"),)),
    ("Gunmen who threw a grenade into a mosque in Diyala and then shot at those who fled killed five worshippers.", (event("grenade", country="IRQ", killed="5"),)),
    ("A car bomb followed by a raid by gunmen killed 11 soldiers at a base in Kismayo.", (event("remote_explosive", place="Kismayo", country="SOM", killed="11"),)),
    ("Troops killed seven militants and captured four in a clash near Miranshah.", (event("armed_clash", country="PAK", killed="7", captured="4"),)),
    ("A truck bomb released chlorine gas in the Iraqi city of Fallujah, sickening dozens.", (event("chemical_weapon", country="IRQ"),)),
    ("Fighters raped and then killed six women in the Congolese village of Kalonge.", (event("sexual_violence", country="COD"),)),
    ("Jets bombed a depot near Misrata on Monday. Nobody was hurt in the raid, the Libyan government said.", (event("air_strike", country="LBY", killed="0", wounded="0"),)),
    ("Clashes in Lashkar Gah left six soldiers and nine Taliban fighters dead.", (event("armed_clash", place="Lashkar Gah", killed="15"),)),
]  # fmt: skip

SEVERAL = [
    ("Iraqi forces retook Mosul and Tal Afar from Islamic State.", (event("government_regains_territory", place="Mosul"), event("government_regains_territory", place="Tal Afar"))),
    ("Shells killed three people in Donetsk, while a drone strike in Kherson wounded two.", (event("shelling", place="Donetsk", killed="3"), event("air_strike", place="Kherson", wounded="2"))),
    ("Gunmen killed four villagers near Kajuru on Sunday. A day later, police arrested six suspects in Kaduna, the Nigerian state capital.", (event("attack", killed="4", start="2019-05-12"), event("arrests", place="Kaduna", captured="6"))),
    ("Protesters marched in Baghdad on Friday after an air strike in Diyala killed five people.", (event("peaceful_protest", place="Baghdad"), event("air_strike", killed="5"))),
    ("Three days of shelling in the Yemeni city of Taiz have killed nine people.", (event("shelling", scope="incident", country="YEM", killed="9"),)),
    ("The army shelled Zalingei on Sunday.\n\nThe shelling killed two sisters, doctors in the Sudanese town said.", (event("shelling", place="Zalingei", country="SDN", killed="2", start="2019-05-12"),)),
    ("A bomb exploded at a cafe in Sulaymaniyah on Tuesday.\n\nThe explosion, which wounded six people, shattered windows across the Iraqi city.", (event("remote_explosive", country="IRQ", wounded="6", start="2019-05-14"),)),
    ("At least four people were killed when a mortar shell hit a bakery in Taiz, Yemen. Medics later said that the toll had risen to seven.", (event("shelling", country="YEM", killed="7"),)),
    ("Twelve people, including three children, were killed by a landmine near Mopti in Mali.", (event("remote_explosive", country="MLI", killed="12"),)),
]  # fmt: skip

GAPS = [
    gap("a well-known place is left open where no other word names its country", "Two of eight rockets fired at Sderot were intercepted; the others hit a factory.", event("shelling", status="occurred", place="Sderot", country="ISR")),
    gap("a place that the index lacks is lost, with its name", "The army recaptured the Libyan town of Tawergha after air strikes and heavy fighting.", event("government_regains_territory", place="Tawergha", country="LBY")),
    gap("found dead after an abduction does not make it an attack", "Abducted on Friday near Acapulco in Mexico, the priest was found dead two days later.", event("attack", country="MEX", killed="1")),
    gap("a disguise is read as a target", "Militants dressed as soldiers stopped a bus near Gwadar, Pakistan, took 14 passengers off and shot them dead.", event("attack", country="PAK", killed="14")),
    gap("a verb left out in the second of two clauses gives no row", "Bombs exploded in Baghdad on Monday and in Kirkuk on Tuesday.", event("remote_explosive", place="Baghdad", start="2019-05-13"), event("remote_explosive", place="Kirkuk", start="2019-05-14")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANS)
def test_which_type_when_several_fit(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """The more specific means outranks the outcome, and a complex attack is one event."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_one_event_or_several(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """Another place or day is another event; a return to one event is none."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_rules_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
