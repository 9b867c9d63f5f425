"""Violence against unarmed people (codebook, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

CASES = [
    # sexual violence
    # attacks
    ("Gunmen shot dead a radio journalist outside his home in the Honduran city of Choluteca.", (event("attack", place="Choluteca", country="HND", killed="1"),)),
    ("Suspected ADF rebels hacked 14 villagers to death near Oicha in eastern Congo.", (event("attack", country="COD", killed="14", initiator="Allied Democratic"),)),
    ("An opposition politician was assassinated in the Mozambican city of Beira on Monday.", (event("attack", place="Beira", country="MOZ", killed="1"),)),
    ("Islamic State militants beheaded 15 captives in the Syrian city of Deir ez-Zor.", (event("attack", country="SYR", killed="15", initiator="Islamic State"),)),
    ("Jihadists on motorbikes, firing on worshippers outside a mosque in the Burkinabe village of Salmossi, killed 16 of them.", (event("attack", country="BFA", killed="16"),)),
    ("The bodies of nine men, their hands tied, were found near Kirkuk on Sunday.", (event("attack", country="IRQ", killed="9", start="2019-05-12"),)),
    ("Soldiers beat a taxi driver to death in Kampala.", (event("attack", place="Kampala", country="UGA", killed="1", initiator="soldiers"),)),
    ("The killing of a village chief by unidentified gunmen in Thailand's Yala province alarmed his neighbours.", (event("attack", country="THA", killed="1"),)),
    ("Sprayed with bullets by men in military fatigues, a bus crashed near Bamenda, Cameroon, killing four passengers.", (event("attack", country="CMR", killed="4"),)),
    ("Herders raided a farming village in Nigeria's Benue state before dawn, killing more than 30 people.", (event("attack", country="NGA", killed="30+"),)),
    ("Villagers in Ituri said that CODECO militiamen had slaughtered between 10 and 15 people at a camp near Djugu.", (event("attack", country="COD", killed="10–15", initiator="CODECO"),)),
    ("Up to 20 miners were executed by rebels in the Central African town of Bambari.", (event("attack", country="CAF", killed="≤20"),)),
    # abductions
    ("Gunmen kidnapped more than 300 schoolboys from a boarding school in Kankara, in Nigeria's Katsina state.", (event("abduction", country="NGA", abducted="300+"),)),
    ("ELN rebels took a dozen oil workers hostage in the Colombian department of Arauca.", (event("abduction", country="COL", abducted="12", initiator="ELN"),)),
    ("Bandits carried off about 40 women from a village near Gusau in Nigeria.", (event("abduction", country="NGA", abducted="~40"),)),
    ("A French tourist whom jihadists seized in northern Benin on Wednesday was alone with his guide.", (event("abduction", country="BEN"),)),
    ("Militiamen abducting three nurses from a clinic in Mweso fled into the hills of North Kivu.", (event("abduction", country="COD", abducted="3"),)),
    ("The massacre of 130 people in the Malian village of Ogossagou shocked the region.", (event("attack", country="MLI", killed="130"),)),
    ("Three vaccinators, who were going from door to door in Jalalabad, were gunned down on Tuesday.", (event("attack", place="Jalalabad", country="AFG", killed="3", start="2019-05-14"),)),
    ("A gunman opened fire in a crowded cinema in Grozny, injuring nine.", (event("attack", place="Grozny", country="RUS", wounded="9"),)),
    ("Soldiers raped at least 20 women in the South Sudanese town of Bentiu.", (event("sexual_violence", place="Bentiu", country="SSD", initiator="soldiers"),)),
    ("Five girls were gang-raped by militiamen outside Kaga-Bandoro in the Central African Republic.", (event("sexual_violence", country="CAF"),)),
    ("Women fleeing Leer, in South Sudan, were sexually assaulted by armed men at a roadblock on Friday.", (event("sexual_violence", country="SSD", start="2019-05-10"),)),
    ("Israeli settlers shot and wounded a Palestinian shepherd near Nablus.", (event("attack", country="PSE", wounded="1"),)),
    ("A blogger has not been seen since plain-clothes officers dragged him into a car in Dhaka on Thursday.", (event("abduction", place="Dhaka", country="BGD", start="2019-05-09"),)),
]  # fmt: skip

GAPS = [
    gap("a well-known place is left open where no other word names its country", "Four aid workers were abducted by armed men near Kidal on Tuesday.", event("abduction", country="MLI", abducted="4")),
    gap("an event noun with its agent in a by-phrase gives no row", "The rape of dozens of women by fighters in the Darfur village of Tabit has never been punished.", event("sexual_violence", country="SDN")),
    gap("a victim's toll beside the noun makes the abduction an attack", "The kidnapping of two Turkish engineers in Nigeria's Kwara state was confirmed by their employer.", event("abduction", country="NGA", abducted="2")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_violence_against_civilians(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """Unarmed victims make it an attack, unless a more specific means is told."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_civilians_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
