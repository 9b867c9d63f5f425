"""Strategic developments (codebook, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.spec.coding import Row, code_text, difference, event, gap

if TYPE_CHECKING:
    from etl.coders import Coder

CASES = [
    # agreements
    ("The government of South Sudan and the main rebel group signed a ceasefire in Khartoum on Tuesday.", (event("agreement", place="Khartoum", start="2019-05-14"),)),
    ("A truce between Israel and Hamas came into force in the Gaza Strip at dawn on Thursday.", (event("agreement", status="occurred", start="2019-05-09"),)),
    ("The Houthis and the Yemeni government swapped 15 prisoners in Taiz.", (event("agreement", country="YEM"),)),
    ("Brokered by tribal elders, a peace deal between two clans was reached in the Somali town of Galkayo last week.", (event("agreement", place="Galkayo", country="SOM", start="2019-05-06"),)),
    # arrests
    ("Police arrested 12 suspected Islamic State members in Diyarbakir on Monday.", (event("arrests", country="TUR", captured="12", initiator="police", target="Islamic State"),)),
    ("Three opposition politicians were detained in Caracas on Saturday.", (event("arrests", place="Caracas", country="VEN", captured="3"),)),
    ("The arrest of a senior Boko Haram commander in the Cameroonian town of Mora was announced on Wednesday.", (event("arrests", country="CMR", captured="1"),)),
    ("Israeli troops rounded up 22 Palestinians in Hebron overnight.", (event("arrests", place="Hebron", country="PSE", captured="22", initiator="Israel"),)),
    ("Kenyan officers arrested two al-Shabaab suspects who were trying to cross the border at Liboi.", (event("arrests", country="KEN", captured="2"),)),
    # moves of armed groups
    # weapons that did no harm
    ("Saudi air defences intercepted a ballistic missile fired by the Houthis at Najran.", (event("disrupted_weapons", status="foiled", place="Najran", country="SAU", initiator="Saudi"),)),
    ("Police seized 200 kilograms of explosives from a house in Maiduguri.", (event("disrupted_weapons", status="occurred", place="Maiduguri", country="NGA"),)),
    ("A weapons cache with dozens of rifles was uncovered by the army in the Iraqi town of Tarmiyah.", (event("disrupted_weapons", status="occurred", country="IRQ"),)),
    # bases
    ("Turkey has set up a new military base near the Syrian town of al-Bab.", (event("base_established", country="SYR", initiator="Turkey"),)),
    ("Al-Shabaab opened a new headquarters in the Somali town of Jilib last month.", (event("base_established", place="Jilib", start="2019-04-01", end="2019-04-30"),)),
    # property
    ("Militiamen burned down dozens of houses in a village near Djugu in eastern Congo.", (event("property_destruction", country="COD"),)),
    ("Israeli soldiers demolished the home of a Palestinian prisoner in Jenin on Sunday.", (event("property_destruction", place="Jenin", country="PSE"),)),
    ("Rebels ransacked the offices of an aid agency in Bambari, Central African Republic, making off with three cars.", (event("property_destruction", country="CAF"),)),
    # ground that changes hands without a fight
    ("The last rebels in Harasta, outside Damascus, surrendered the town to the government on Friday.", (event("territory_transfer", place="Harasta", country="SYR"),)),
    ("Abandoned by its garrison, the Congolese town of Kibumba was occupied by M23 rebels without a shot being fired.", (event("territory_transfer", country="COD", initiator="M23"),)),
    # the last resort
    ("A faction of the Sudan Liberation Movement split from its leadership in the Darfur town of Zalingei.", (event("group_change", country="SDN"),)),
    ("A prisoner exchange between Ukraine and Russian-backed separatists took place near Horlivka on Saturday.", (event("agreement", country="UKR"),)),
    ("French troops withdrew from their base at Tessalit in northern Mali on Monday.", (event("group_change", country="MLI", initiator="French"),)),
    ("Taliban fighters entered Jalalabad unopposed on Sunday.", (event("territory_transfer", place="Jalalabad", country="AFG", initiator="Taliban"),)),
    ("Colombia's ELN rebels declared a unilateral truce on Sunday.", (event("agreement", initiator="ELN", start="2019-05-12"),)),
    ("Russia moved two battalions to Belgorod, near the Ukrainian border.", (event("group_change", country="RUS"),)),
    ("The redeployment of UN peacekeepers from Goma to Beni began on Saturday.", (event("group_change", country="COD"),)),
    ("Some 200 militiamen laid down their arms at a ceremony in Bunia, in eastern Congo.", (event("group_change", place="Bunia", country="COD"),)),
    ("Soldiers defused a car bomb parked near a school in Jalalabad on Monday.", (event("disrupted_weapons", status="foiled", place="Jalalabad", country="AFG"),)),
    ("A mine that insurgents had laid on the railway near Donetsk was found and destroyed by sappers.", (event("disrupted_weapons", status="foiled", country="UKR"),)),
    ("The interception of a boat carrying rockets off Hodeidah was announced by the coalition on Thursday.", (event("disrupted_weapons", country="YEM"),)),
    ("Russian troops established an observation post outside Tel Rifaat in northern Syria.", (event("base_established", country="SYR", initiator="Russia"),)),
    ("A clinic in the South Sudanese town of Pibor was looted by armed youths on Thursday.", (event("property_destruction", place="Pibor", country="SSD"),)),
    ("The torching of 40 huts by herders in Nigeria's Plateau state left families without shelter.", (event("property_destruction", country="NGA"),)),
    ("Kurdish fighters handed over the town of Arima to the Syrian army.", (event("territory_transfer", country="SYR", initiator="Syria"),)),
    ("The handover of Sirte's airport to government forces was completed on Monday.", (event("territory_transfer", country="LBY"),)),
]  # fmt: skip

GAPS = [
    gap("the part of a country that holds a town is read as a second place", "Ethiopia has deployed 3,000 troops to Dolo in southern Somalia.", event("group_change", country="SOM", initiator="Ethiopia")),
    gap("drones that are shot down are also read as a strike", "Two drones launched at the Khmeimim air base in western Syria were shot down on Friday.", event("disrupted_weapons", status="foiled", country="SYR")),
    gap("a base that is built gives no row", "A forward operating base was built by French engineers at Labbezanga, on Mali's border with Niger.", event("base_established", country="MLI")),
    gap("a curfew gives no row", "The authorities imposed a night-time curfew in the Indian city of Imphal on Monday.", event("other_strategic", place="Imphal", country="IND")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_strategic_development(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """Moves, deals, arrests and weapons that did no harm have types of their own."""
    assert not difference(code_text(coder, text), expected)


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_strategic_not_read_yet(coder: Coder, text: str, expected: tuple[Row, ...]) -> None:
    """What the coder should read and does not read rightly yet, each with its reason."""
    assert not difference(code_text(coder, text), expected)
