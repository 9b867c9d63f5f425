"""Explosions and remote violence: the means of violence decides (codebook, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

CASES = [
    # chemical weapons
    ("A chlorine bomb dropped by a government helicopter injured 30 people in the Syrian town of Saraqib.", (event("chemical_weapon", place="Saraqib", country="SYR", wounded="30"),)),
    # from the air
    ("Saudi-led warplanes bombed a wedding hall in the Yemeni port of Hodeidah, killing 20 people.", (event("air_strike", country="YEM", killed="20"),)),
    ("At least six people died in a drone strike on a vehicle in Pakistan's North Waziristan.", (event("air_strike", country="PAK", killed="6+"),)),
    ("A hospital in the Syrian town of Kafr Nabl was hit by Russian jets on Sunday.", (event("air_strike", country="SYR", initiator="Russia", start="2019-05-12"),)),
    ("Israeli air raids on Gaza City flattened a tower block on Tuesday.", (event("air_strike", place="Gaza City", initiator="Israel"),)),
    ("Myanmar's air force, bombing a village in Sagaing region, killed 11 schoolchildren.", (event("air_strike", country="MMR", killed="11"),)),
    ("Barrel bombs dropped on the Syrian city of Daraa on Monday killed a family of five.", (event("air_strike", country="SYR", killed="5"),)),
    ("A helicopter gunship strafed a cattle market in the Malian village of Toulfé.", (event("air_strike", country="MLI"),)),
    ("Two fighters were killed by an unmanned aircraft that fired on their pickup in Iraq's Sinjar district.", (event("air_strike", country="IRQ", killed="2"),)),
    # suicide bombs
    ("A suicide bomber blew himself up at a mosque in Maiduguri, killing 15 worshippers.", (event("suicide_bomb", place="Maiduguri", country="NGA", killed="15"),)),
    ("The suicide attack on Kabul's airport last week killed 13 American service members.", (event("suicide_bomb", country="AFG", killed="13", start="2019-05-06"),)),
    # guns, rockets and missiles from afar
    ("Mortar rounds landed on a school in the Yemeni city of Taiz on Saturday, wounding eight pupils.", (event("shelling", country="YEM", wounded="8", start="2019-05-11"),)),
    ("Artillery shells slammed into a bus stop in Donetsk on Thursday.", (event("shelling", place="Donetsk", country="UKR"),)),
    ("A missile strike on Kharkiv knocked out a power plant overnight.", (event("shelling", place="Kharkiv", country="UKR", start="2019-05-14", end="2019-05-15"),)),
    ("Azerbaijani artillery shelled Stepanakert for a second night.", (event("shelling", place="Stepanakert"),)),
    # bombs left behind
    ("A roadside bomb killed four policemen in the Pakistani city of Quetta.", (event("remote_explosive", place="Quetta", country="PAK", killed="4"),)),
    ("Three farmers were killed when their tractor ran over a landmine near the Libyan city of Derna.", (event("remote_explosive", country="LBY", killed="3"),)),
    ("An explosion at a market in Nairobi wounded 12 people.", (event("remote_explosive", place="Nairobi", country="KEN", wounded="12"),)),
    ("An improvised explosive device went off as a convoy passed through Diffa in south-eastern Niger.", (event("remote_explosive", country="NER"),)),
    ("A bomb planted under a bridge in the southern Thai province of Yala exploded on Friday, killing a soldier.", (event("remote_explosive", country="THA", killed="1"),)),
    ("A judge was killed in Baghdad by a bomb that had been attached to his car.", (event("remote_explosive", place="Baghdad", country="IRQ", killed="1"),)),
    ("The bombing of a minibus in Kabul on Saturday killed seven passengers.", (event("remote_explosive", place="Kabul", country="AFG", killed="7"),)),
    # grenades
    ("Attackers on a motorcycle threw a hand grenade into a bar in Bujumbura, wounding six people.", (event("grenade", place="Bujumbura", country="BDI", wounded="6"),)),
    ("Grenades were lobbed at a police station in Srinagar on Tuesday.", (event("grenade", place="Srinagar", country="IND", target="police"),)),
    ("Two people were hurt by a grenade tossed into a crowd in Addis Ababa.", (event("grenade", place="Addis Ababa", country="ETH", wounded="2"),)),
    ("Sarin killed more than 80 people in Khan Sheikhoun in April 2017.", (event("chemical_weapon", place="Khan Sheikhoun", killed="80+", start="2017-04-01", end="2017-04-30"),)),
    ("Twin blasts hidden in rubbish bins injured nine in Pattani.", (event("remote_explosive", place="Pattani", country="THA", wounded="9"),)),
    ("Dozens were treated for breathing difficulties after a suspected gas attack on Douma, near Damascus.", (event("chemical_weapon", place="Douma", country="SYR"),)),
    ("Ethiopian drones struck a school sheltering displaced people in the Tigrayan town of Dedebit, leaving 56 dead.", (event("air_strike", country="ETH", killed="56"),)),
    ("A Taliban car bomber rammed the gates of the police headquarters in Lashkar Gah on Thursday.", (event("suicide_bomb", place="Lashkar Gah", country="AFG", initiator="Taliban"),)),
    ("Two women detonated their explosive vests at a market in the Nigerian town of Mubi, leaving dozens dead.", (event("suicide_bomb", place="Mubi", country="NGA", killed="12+"),)),
    ("Several Katyusha rockets fell near the US embassy in Baghdad late on Sunday without causing casualties.", (event("shelling", place="Baghdad", country="IRQ"),)),
    ("Stepping on a mine, a shepherd lost his life near the Syrian city of Palmyra.", (event("remote_explosive", country="SYR", killed="1"),)),
    ("A grenade blast outside a church in Nairobi killed a child.", (event("grenade", place="Nairobi", country="KEN", killed="1"),)),
]  # fmt: skip

GAPS = [
    gap("the country of who shells is taken for that of the place", "The bombardment of Kherson by Russian guns left three pensioners dead on Monday.", event("shelling", place="Kherson", country="UKR", killed="3")),
    gap("a well-known place is left open where no other word names its country", "A parked car rigged with explosives blew up outside a bank in Kandahar.", event("remote_explosive", place="Kandahar", country="AFG")),
    gap("a means in a participle of the object is not seen", "Islamic State fired shells filled with mustard gas at Peshmerga lines near Makhmour.", event("chemical_weapon", country="IRQ", initiator="Islamic State", target="Peshmerga")),
    gap("strikes of a foreign power are not read as air strikes", "US strikes killed 17 al-Shabaab militants near Jilib, Africa Command said.", event("air_strike", country="SOM", killed="17", target="Shabaab")),
    gap("a river beside a town is read as a second place", "The bombing by coalition jets of a bridge over the Euphrates near Raqqa cut the city's last supply road.", event("air_strike", country="SYR")),
    gap("an explosive vehicle driven into a target is not a suicide bomb", "An explosives-laden truck was driven into an army camp in Gao by a jihadist, killing 60 soldiers.", event("suicide_bomb", place="Gao", country="MLI", killed="60")),
    gap("a participle of the bomber is not read as the means", "Strapped with explosives, a teenager walked into a tea shop in Konduga and killed eight people.", event("suicide_bomb", country="NGA", killed="8")),
    gap("rockets as the subject of 'hit' are not the means", "Rockets fired from Gaza hit a house in the Israeli city of Ashkelon, killing a woman.", event("shelling", place="Ashkelon", country="ISR", killed="1")),
    gap("a place name of many countries is put in the wrong one", "Government tanks pounded rebel-held districts of Homs.", event("shelling", place="Homs", country="SYR")),
    gap("the name of a weapon is read as a place", "Struck by a Grad rocket, a bakery in Avdiivka burned down on Tuesday.", event("shelling", place="Avdiivka", country="UKR", start="2019-05-14")),
    gap("an adjective on a weapon is no initiator", "Turkish howitzers, firing across the border, killed two farmers near Qamishli.", event("shelling", country="SYR", killed="2", initiator="Turk")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_explosion(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What exploded, and how it came there, gives the type."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_explosions_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
