"""What is not coded: the words of violence without an event (codebook, section 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, gap

if TYPE_CHECKING:
    from etl.coders import Coder

CASES = [
    # sport
    "Liverpool's attack tore Barcelona apart at Anfield on Tuesday.",
    "The striker's late shot killed off the visitors' hopes in Lagos.",
    # markets and business
    "Shares in Tokyo were hammered on Monday as a sell-off in technology stocks exploded.",
    "The two airlines have been locked in a price war over the route from Paris to Nairobi.",
    "The kidnap and ransom insurance market has grown since 2015, brokers in London say.",
    # metaphors and culture
    "The minister came under fire in parliament in Accra for a remark about farmers.",
    "Voters in Warsaw delivered a bombshell on Sunday.",
    "Her new film, about a bank robbery in Beirut, opens in Cairo on Thursday.",
    # accidents, disasters and disease
    "A gas cylinder exploded in a kitchen in Lahore on Sunday, killing three members of a family.",
    "A bus plunged into a ravine near La Paz on Friday, leaving 22 passengers dead.",
    "An earthquake killed at least 60 people in the Iranian province of Kermanshah.",
    "A stampede at a religious festival in Antananarivo left 15 people dead.",
    # crime and courts
    "A court in The Hague adjourned the trial of the former warlord until September.",
    "Customs officers at Mombasa found two tonnes of ivory in a container on Thursday.",
    # talk, visits, votes
    "The foreign ministers of Egypt and Sudan met in Cairo on Tuesday to discuss the conflict.",
    "The Security Council condemned the violence and urged all sides to show restraint.",
    "Thousands voted in Mogadishu on Sunday without incident.",
    "The president visited troops near the front and praised their courage.",
    "A conference on landmines opens in Oslo on Monday.",
    # conditionals, wishes, questions
    "If the town falls, the road to Aleppo will lie open.",
    "Had the bomb gone off, hundreds might have died, an expert said.",
    "Diplomats hope that the rebels will lay down their arms.",
    "Could the militants attack the capital again?",
    "Residents of Marib fear that the Houthis could shell the city.",
    # standing conditions and background without place or time
    "The militants, who control the valley, levy taxes on farmers.",
    "Bombs have become a part of daily life there, she said.",
    # drills, monuments, weather
    "A statue of the slain rebel leader was unveiled in Asmara on Saturday.",
    "Heavy rain pounded Manila on Monday, and lightning struck a tower.",
    "Kenya's rugby team clash with Fiji in Cape Town on Saturday.",
    "In the novel, rebels storm a palace in Kinshasa and hang the governor.",
    "Doctors in Freetown are fighting on two fronts, against poverty and against neglect.",
    "Eleven miners died when a coal mine collapsed in Shaanxi on Saturday.",
    "A military helicopter crashed in bad weather near Herat, killing all on board.",
    "The group is known for kidnapping foreigners.",
    "South Korean and American troops fired artillery in a drill near Pohang on Wednesday.",
]

GAPS = [
    gap("sport: a siege of a goal", "Zidane's men laid siege to the Valencia goal before Ramos struck from a free kick."),
    gap("metaphor: a battle for customers", "Oil plunged after Saudi Arabia fired the first shot in a battle for customers in Asia."),
    gap("metaphor: an attack in words", "The opposition leader launched a blistering attack on the president in Lusaka on Monday."),
    gap("metaphor: an army of volunteers", "An army of volunteers has descended on Lisbon to clean its beaches."),
    gap("disease: a subject that kills", "Cholera has killed 90 people in the Yemeni city of Hodeidah since April."),
    gap("accident: a fire", "Fire swept through a textile factory in Dhaka on Monday, injuring dozens of workers."),
    gap("ordinary crime", "A man was stabbed in a dispute over a parking space in Manchester on Friday night."),
    gap("ordinary crime", "Thieves stole jewels worth four million euros from a shop in Milan on Tuesday."),
    gap("standing condition", "He was a veteran of two wars and had been wounded many times."),
    gap("standing condition", "The separatists want independence for the island and have long fought for it."),
]  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_no_event(coder: Coder, text: str) -> None:
    """Sport, markets, metaphor, accident, disease, court, talk and wish give no row."""
    assert not difference(code_text(coder, text), ())


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_distractors_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
