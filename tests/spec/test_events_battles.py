"""Battles: who fights whom, and who takes ground (codebook, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

REGAINS, OVERTAKES, CLASH = (
    "government_regains_territory",
    "nonstate_overtakes_territory",
    "armed_clash",
)

CASES = [
    # the state takes a place back
    ("Somali troops backed by African Union peacekeepers recaptured the town of Bariire from al-Shabaab on Monday.", (event(REGAINS, country="SOM", initiator="Somali", target="Shabaab", start="2019-05-13"),)),
    ("Syrian government forces, which drove the insurgents out of Morek overnight, planted their flag on its town hall.", (event(REGAINS, place="Morek", country="SYR"),)),
    ("Wrested from Boko Haram by the army on Sunday, the Nigerian town of Gwoza lay in ruins.", (event(REGAINS, place="Gwoza", country="NGA", start="2019-05-12"),)),
    ("Fighters loyal to Libya's UN-backed government seized back the town of Gharyan from Khalifa Haftar's forces.", (event(REGAINS, place="Gharyan", country="LBY"),)),
    ("Ukrainian troops have liberated the eastern town of Lyman, the general staff said on Saturday.", (event(REGAINS, place="Lyman", country="UKR"),)),
    ("Iraq's counter-terrorism service pushed Islamic State out of Hit, west of Ramadi.", (event(REGAINS, country="IRQ", target="Islamic State"),)),
    # somebody else takes a place
    ("Boko Haram fighters overran the Nigerian town of Baga at dawn on Friday.", (event(OVERTAKES, place="Baga", country="NGA", initiator="Boko Haram", start="2019-05-10"),)),
    ("Taliban insurgents have captured the centre of Ghormach district in north-western Afghanistan.", (event(OVERTAKES, country="AFG", initiator="Taliban"),)),
    ("Bukavu, which M23 rebels captured in February, has been calm since.", (event(OVERTAKES, place="Bukavu", country="COD", start="2019-02-01", end="2019-02-28"),)),
    ("Russian forces captured the eastern Ukrainian town of Popasna on Sunday, the regional governor said.", (event(OVERTAKES, place="Popasna", country="UKR", initiator="Russia"),)),
    ("Driven out of Kidal by Tuareg separatists last week, the Malian soldiers have yet to receive new orders.", (event(OVERTAKES, place="Kidal", country="MLI", start="2019-05-06"),)),
    # both sides are armed
    ("Indian and Pakistani troops traded fire across the Line of Control in Kashmir on Monday.", (event(CLASH, start="2019-05-13"),)),
    ("Clashes between the army and Karen rebels in Myanmar's Kayin State left at least 12 soldiers dead.", (event(CLASH, country="MMR", killed="12+"),)),
    ("Five Malian soldiers were killed when gunmen on motorbikes attacked their checkpoint outside Ménaka.", (event(CLASH, country="MLI", killed="5", target="soldiers"),)),
    ("Gunmen ambushed a police patrol in Mexico's Michoacán state, killing 13 officers.", (event(CLASH, country="MEX", killed="13", initiator="gunmen", target="police"),)),
    ("The ambush, in which eight Kenyan policemen died, took place near Mandera on Saturday.", (event(CLASH, country="KEN", killed="8", start="2019-05-11"),)),
    ("Fighting between rival militias in the Libyan city of Zawiya killed three bystanders on Tuesday.", (event(CLASH, place="Zawiya", country="LBY", killed="3"),)),
    ("Two Turkish soldiers died in fighting with PKK militants in Hakkari province on Sunday.", (event(CLASH, country="TUR", killed="2"),)),
    ("Hamas gunmen clashed with Israeli soldiers east of Khan Younis.", (event(CLASH, country="PSE"),)),
    ("An army convoy came under fire near the Somali town of Afgoye, and three soldiers were hurt.", (event(CLASH, country="SOM", wounded="3"),)),
    ("In Sudan's Nyala, RSF fighters stormed the headquarters of the army's 16th division on Thursday.", (event(CLASH, place="Nyala", country="SDN", initiator="Rapid Support"),)),
    ("Seven Afghan policemen, manning a checkpoint in Baghlan, were shot dead by the Taliban overnight.", (event(CLASH, country="AFG", killed="7", initiator="Taliban"),)),
    ("The town of Palma in northern Mozambique fell to Islamist insurgents on Tuesday night.", (event(OVERTAKES, place="Palma", country="MOZ"),)),
    ("The northern city of Kunduz was retaken by Afghan special forces on Saturday.", (event(REGAINS, place="Kunduz", country="AFG", initiator="Afghan"),)),
    ("Rebels shot down a government helicopter over Idlib province on Monday.", (event(CLASH, country="SYR", initiator="rebels"),)),
    ("A gun battle that raged for six hours in the centre of Grozny killed ten policemen.", (event(CLASH, place="Grozny", country="RUS", killed="10"),)),
    ("An attack by Islamic State on a Syrian army post near Palmyra was beaten back on Tuesday.", (event(CLASH, status="occurred", country="SYR", initiator="Islamic State"),)),
    ("Congolese soldiers regained control of Rutshuru on Tuesday.", (event(REGAINS, place="Rutshuru", country="COD"),)),
    ("The seizure of Bunagana by M23 rebels sent residents fleeing across the border into Uganda.", (event(OVERTAKES, place="Bunagana", country="COD", initiator="M23"),)),
    ("Houthi fighters took control of the Yemeni port of Midi after driving out government troops.", (event(OVERTAKES, place="Midi", country="YEM", initiator="Houthi"),)),
    ("Lalibela, in northern Ethiopia, was overrun by Tigrayan fighters last Thursday.", (event(OVERTAKES, place="Lalibela", country="ETH"),)),
]  # fmt: skip

REPELLED = [
    ("Burkinabe troops repelled an assault on the military camp in Djibo, killing 20 attackers.", (event(CLASH, status="occurred", place="Djibo", country="BFA", killed="20", target="Burkina"),)),
]  # fmt: skip

GAPS = [
    gap("an event noun with its agent in a by-phrase gives no row", "The recapture of Monguno by the Nigerian army reopened the road to the lake.", event(REGAINS, place="Monguno", country="NGA", initiator="Nigerian")),
    gap("a verb left out in the second of two clauses gives no row", "Islamic State overran the Iraqi town of Rawa on Sunday and Ana on Monday.", event(OVERTAKES, place="Rawa", start="2019-05-12"), event(OVERTAKES, place="Ana", start="2019-05-13")),
    gap("sides named after 'between', far from their noun, are no actors", "A firefight erupted on Sunday near the Colombian town of Tame between soldiers and ELN guerrillas.", event(CLASH, country="COL", participant="ELN", start="2019-05-12")),
    gap("who holds a place, in a compound adjective, is no target", "Kurdish forces launched an offensive on the Islamic State-held town of Hajin in eastern Syria on Saturday.", event(CLASH, place="Hajin", country="SYR", target="Islamic State")),
    gap("a participle of mutual fire does not make it a clash", "Militants exchanging gunfire with soldiers in Kupwara district wounded two of them.", event(CLASH, country="IND", wounded="2")),
    gap("mutual fire in the passive gives no row", "Heavy gunfire was exchanged between the two armies near the Armenian town of Jermuk.", event(CLASH, country="ARM")),
    gap("an assault that is thwarted is read as an attack that was foiled", "Iraqi paramilitaries thwarted an Islamic State assault on Tal Afar, losing two men.", event(CLASH, status="occurred", country="IRQ", initiator="Islamic State", killed="2")),
    gap("the attempt in a when-clause is a second event", "Al-Shabaab fighters were pushed back when they tried to storm an African Union base in Barawe.", event(CLASH, status="occurred", country="SOM", initiator="Shabaab")),
    gap("an attempt to enter a town is no trigger of a battle", "Under heavy fire, Ukrainian marines held off a Russian attempt to enter Vuhledar.", event(CLASH, status="occurred", country="UKR", initiator="Russia")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_battle(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """Ground taken goes by who takes it from whom; armed on both sides is a clash."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), REPELLED)
def test_a_repelled_attack(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """A repelled attack happened, and the attacker is its initiator."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_battles_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
