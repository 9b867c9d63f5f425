"""Protests and riots (codebook, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

CASES = [
    # peaceful protesters killed or badly hurt
    ("Sudanese security forces opened fire on a sit-in outside the army headquarters in Khartoum on Monday, killing at least 35 protesters.", (event("excessive_force", place="Khartoum", country="SDN", killed="35+", target="protesters"),)),
    ("The shooting of unarmed marchers by soldiers in Lagos on Tuesday left twelve dead.", (event("excessive_force", place="Lagos", country="NGA", killed="12"),)),
    ("A student was killed by live fire from riot police at a rally in the Nicaraguan city of Masaya.", (event("excessive_force", place="Masaya", country="NIC", killed="1"),)),
    # protests that are interfered with
    ("About 40 activists were detained at an unauthorised rally in Moscow on Sunday.", (event("protest_intervention", place="Moscow", country="RUS", captured="~40"),)),
    ("A protest against fuel prices in Harare was broken up with batons and water cannon.", (event("protest_intervention", place="Harare", country="ZWE"),)),
    # protests
    ("Tens of thousands of people marched through Algiers on Friday to demand the departure of the president.", (event("peaceful_protest", place="Algiers", country="DZA", start="2019-05-10"),)),
    ("Thousands took to the streets of Beirut on Sunday to protest against corruption.", (event("peaceful_protest", place="Beirut", country="LBN"),)),
    ("Demonstrations were held in Rabat and Casablanca on Sunday.", (event("peaceful_protest", place="Rabat"), event("peaceful_protest", place="Casablanca"))),
    ("Chanting slogans against the junta, medical students walked through Mandalay at dawn.", (event("peaceful_protest", place="Mandalay", country="MMR"),)),
    # violent demonstrations
    ("A demonstration in Kinshasa turned violent on Thursday when youths stoned police vehicles.", (event("violent_demonstration", place="Kinshasa", country="COD"),)),
    ("Rioters looted shops and burned cars in Santiago, the Chilean capital.", (event("violent_demonstration", country="CHL"),)),
    ("Two police officers were injured by stones thrown by protesters in Hong Kong.", (event("violent_demonstration", wounded="2"),)),
    ("Riots broke out in the Tunisian town of Kasserine after a street seller set himself on fire.", (event("violent_demonstration", country="TUN"),)),
    # mobs
    ("A mob lynched two men accused of theft in the Nigerian city of Calabar on Sunday.", (event("mob_violence", place="Calabar", country="NGA", killed="2"),)),
    ("The lynching of a farmer by villagers near Antsirabe in Madagascar was filmed on telephones.", (event("mob_violence", country="MDG"),)),
    ("Riot police turned water cannon on anti-government demonstrators in Tbilisi on Friday night.", (event("protest_intervention", place="Tbilisi", country="GEO"),)),
    ("Teachers staged a sit-in outside the education ministry in Baghdad on Tuesday.", (event("peaceful_protest", place="Baghdad", country="IRQ", initiator="teachers"),)),
    ("A rally in support of jailed journalists drew hundreds to central Yangon.", (event("peaceful_protest", place="Yangon", country="MMR"),)),
    ("A candlelight vigil for the dead brought some 500 mourners to the main square of Minsk.", (event("peaceful_protest", place="Minsk", country="BLR"),)),
    ("Demonstrators burned tyres and threw petrol bombs at police in Port-au-Prince.", (event("violent_demonstration", place="Port-au-Prince", country="HTI"),)),
    ("Hindu and Muslim crowds attacked each other with sticks and stones in north-east Delhi, leaving seven people dead.", (event("mob_violence", country="IND", killed="7"),)),
    ("A man suspected of blasphemy was beaten to death by a crowd in the Pakistani city of Sialkot.", (event("mob_violence", place="Sialkot", country="PAK", killed="1"),)),
    ("Settlers rampaged through the West Bank village of Huwara, torching dozens of cars.", (event("mob_violence", country="PSE"),)),
    gap("a participle between subject and verb is read as the verb", "Locals armed with machetes set upon two suspected cattle thieves in Kitui, Kenya, killing both.", event("mob_violence", country="KEN", killed="2")),
]  # fmt: skip

GAPS = [
    gap("a well-known place is left open where no other word names its country", "Four demonstrators were shot dead by police during a peaceful march in Conakry.", event("excessive_force", place="Conakry", country="GIN", killed="4", initiator="police")),
    gap("marching people, without a noun of protest, are no protesters", "Police who fired live rounds at teachers marching in Harare killed two of them.", event("excessive_force", place="Harare", country="ZWE", killed="2")),
    gap("a place in a participle of the crowd is lost", "Police fired tear gas to disperse hundreds of opposition supporters marching in Kampala.", event("protest_intervention", place="Kampala", country="UGA", initiator="police")),
    gap("clearing a sit-in is read as the protest alone", "Security forces cleared a sit-in by oil workers in Basra, arresting nine of them.", event("protest_intervention", country="IRQ", captured="9")),
    gap("tear gas in the passive is no intervention", "Tear gas was used against a women's march in Istanbul on Friday.", event("protest_intervention", place="Istanbul", country="TUR")),
    gap("the home of the protesters, as their only place, is lost", "Residents of Goma protesting against the UN mission blocked the road to the airport on Monday.", event("peaceful_protest", place="Goma", country="COD")),
    gap("the violence of one crowd in two clauses makes two events", "Protesters hurling stones set fire to the governor's office in Basra on Friday.", event("violent_demonstration", country="IRQ", initiator="protesters")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_protest_or_riot(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the demonstrators do, and what is done to them, gives the type."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_protests_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
