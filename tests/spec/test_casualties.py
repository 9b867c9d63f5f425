"""Sentences and the tolls that they state, by the codebook's section on casualties."""

from __future__ import annotations

import pytest

from etl.extract.casualties import extract_casualties
from etl.extract.syntax import open_syntax
from etl.records import CasualtyMention, Sentence

_FLAGS = {
    "approximate": "approximate",
    "is_update": "update",
    "is_part": "part",
    "is_addition": "addition",
    "is_superseded": "superseded",
    "is_hypothetical": "hypothetical",
    "is_perpetrator_victim": "perpetrator",
}

Row = tuple[str, int | None, int | None, int | None, str, str]
"""Outcome, low, best, high, victims, and the flags that are set."""

CASES: list[tuple[str, list[Row]]] = [
    (
        "Two men on a motorcycle killed Luis Alberto Rangel, 52, a leader of coca growers.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        'An army statement spoke of "dozens" of the assailants killed and four vehicles captured.',
        [
            ("killed", 12, 12, None, "combatant", "perpetrator"),
        ],
    ),
    (
        "Three civilians lost their lives and 14 others sustained injuries in the attack.",
        [
            ("killed", 3, 3, 3, "civilian", ""),
            ("wounded", 14, 14, 14, "unknown", "addition"),
        ],
    ),
    (
        "At least 12 were reported killed, and an unknown number were wounded.",
        [
            ("killed", 12, 12, None, "unknown", ""),
            ("wounded", 3, 3, None, "unknown", ""),
        ],
    ),
    (
        "The attack resulted in the deaths of four soldiers and two civilians.",
        [
            ("killed", 4, 4, 4, "combatant", ""),
            ("killed", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "The ambush left four soldiers and a driver dead, and seven others with gunshot wounds.",
        [
            ("killed", 4, 4, 4, "combatant", ""),
            ("killed", 1, 1, 1, "civilian", ""),
            ("wounded", 7, 7, 7, "unknown", "addition"),
        ],
    ),
    (
        "A suicide bomber blew himself up outside a mosque, killing himself and 12 worshippers.",
        [
            ("killed", 1, 1, 1, "combatant", "perpetrator"),
            ("killed", 12, 12, 12, "civilian", ""),
        ],
    ),
    (
        "The bomber and two accomplices also died in the blast.",
        [
            ("killed", 3, 3, 3, "combatant", ""),
        ],
    ),
    (
        "Troops killed an estimated 60 militants, among them two senior commanders, during the operation.",
        [
            ("killed", 60, 60, 60, "combatant", "approximate"),
            ("killed", 2, 2, 2, "combatant", "part"),
        ],
    ),
    (
        "The army said it had lost 15 men, while the rebels put their own dead at 22.",
        [
            ("killed", 15, 15, 15, "unknown", ""),
            ("killed", 22, 22, 22, "unknown", ""),
        ],
    ),
    (
        "The attackers also took at least seven hostages.",
        [
            ("abducted", 7, 7, None, "civilian", ""),
        ],
    ),
    (
        "Gunmen stormed the church, killing the pastor and abducting three nuns.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
            ("abducted", 3, 3, 3, "civilian", ""),
        ],
    ),
    (
        "Five people, three of whom were children, died when a shell hit their home.",
        [
            ("killed", 5, 5, 5, "unknown", ""),
            ("killed", 3, 3, 3, "civilian", "part"),
        ],
    ),
    (
        "The bodies of 14 men, blindfolded and shot in the head, were discovered in a ditch.",
        [
            ("killed", 14, 14, 14, "unknown", ""),
        ],
    ),
    (
        "A total of 48 fighters were killed on both sides.",
        [
            ("killed", 48, 48, 48, "combatant", ""),
        ],
    ),
    (
        "Fifteen people were killed and more than 70 hurt.",
        [
            ("killed", 15, 15, 15, "unknown", ""),
            ("wounded", 70, 70, None, "unknown", ""),
        ],
    ),
    (
        "Some 2,500 families were displaced by the fighting.",
        [
            ("displaced", 2500, 2500, 2500, "civilian", "approximate"),
        ],
    ),
    (
        "More than 30,000 people have been forced to flee their homes.",
        [
            ("displaced", 30000, 30000, None, "unknown", ""),
        ],
    ),
    (
        "Residents said at least eight people had been killed, including the village chief and his wife.",
        [
            ("killed", 8, 8, None, "unknown", ""),
            ("killed", 2, 2, 2, "civilian", "part"),
        ],
    ),
    (
        "The shooting left one dead and three in critical condition.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
            ("wounded", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "The death toll from Sunday's bombing has risen to 52, officials said.",
        [
            ("killed", 52, 52, 52, "unknown", "update"),
        ],
    ),
    (
        "Officials revised the death toll downwards from 63 to 58.",
        [
            ("killed", 58, 58, 58, "unknown", "update"),
            ("killed", 63, 63, 63, "unknown", "superseded"),
        ],
    ),
    (
        "The army chief said that his troops had killed 40 rebels and captured 13 others.",
        [
            ("killed", 40, 40, 40, "combatant", ""),
            ("captured", 13, 13, 13, "unknown", "addition"),
        ],
    ),
    (
        "Police fired on protesters, killing one and injuring at least nine.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
            ("wounded", 9, 9, None, "unknown", ""),
        ],
    ),
    (
        "He was shot dead by unidentified gunmen on Friday.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "Unidentified gunmen shot and killed a tribal elder and wounded his son.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
            ("wounded", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "Rebels ambushed a convoy, killing seven troops and wounding 11.",
        [
            ("killed", 7, 7, 7, "combatant", ""),
            ("wounded", 11, 11, 11, "unknown", ""),
        ],
    ),
    (
        "A landmine killed three children who were playing near the road.",
        [
            ("killed", 3, 3, 3, "civilian", ""),
        ],
    ),
    (
        "An explosion killed two police officers, a soldier and three bystanders.",
        [
            ("killed", 3, 3, 3, "combatant", ""),
            ("killed", 3, 3, 3, "civilian", ""),
        ],
    ),
    (
        "No one was killed or injured in the attack.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "There were no immediate reports of casualties.",
        [],
    ),
    (
        "Neither side reported casualties.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "The militants released 12 hostages and killed two.",
        [
            ("killed", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "The strike killed an al-Shabaab commander, Ahmed Godane, and his bodyguard.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
        ],
    ),
    (
        "The clashes claimed the lives of at least 30 people, most of them civilians.",
        [
            ("killed", 30, 30, None, "civilian", ""),
        ],
    ),
    (
        "Insurgents beheaded at least eleven villagers, among them four boys.",
        [
            ("killed", 11, 11, None, "civilian", ""),
            ("killed", 4, 4, 4, "civilian", "part"),
        ],
    ),
    (
        "Police said they had detained 40 protesters, among them a journalist.",
        [
            ("captured", 40, 40, 40, "civilian", ""),
            ("captured", 1, 1, 1, "civilian", "part"),
        ],
    ),
    (
        "Eight of the hostages were executed.",
        [
            ("killed", 8, 8, 8, "civilian", ""),
        ],
    ),
    (
        "Thirty-one people, mostly women and children, were burned alive in the church.",
        [
            ("killed", 31, 31, 31, "unknown", ""),
        ],
    ),
    (
        "The drone strike killed all six passengers in the vehicle.",
        [
            ("killed", 6, 6, 6, "civilian", ""),
        ],
    ),
    (
        "The raid left the village chief and two of his sons dead.",
        [
            ("killed", 3, 3, 3, "civilian", ""),
        ],
    ),
    (
        "The bombing killed him and his driver.",
        [
            ("killed", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "Militants kidnapped a Polish engineer and killed his three guards.",
        [
            ("abducted", 1, 1, 1, "civilian", ""),
            ("killed", 3, 3, 3, "combatant", ""),
        ],
    ),
    (
        "Around 50 gunmen on motorbikes attacked the village and killed 27 residents.",
        [
            ("killed", 27, 27, 27, "civilian", ""),
        ],
    ),
    (
        "A 12-year-old boy was killed and his sister, 9, was wounded.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
            ("wounded", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "The military said 16 of its troops died and 42 were wounded in the battle.",
        [
            ("killed", 16, 16, 16, "combatant", ""),
            ("wounded", 42, 42, 42, "unknown", ""),
        ],
    ),
    (
        "Rescue workers pulled nine bodies from the rubble.",
        [
            ("killed", 9, 9, 9, "unknown", ""),
        ],
    ),
    (
        "Doctors said they had received 13 bodies and 45 wounded people.",
        [
            ("killed", 13, 13, 13, "unknown", ""),
            ("wounded", 45, 45, 45, "unknown", ""),
        ],
    ),
    (
        "Twenty fighters were taken prisoner and five surrendered.",
        [
            ("captured", 20, 20, 20, "combatant", ""),
        ],
    ),
    (
        "The military warned that hundreds could be killed if the assault goes ahead.",
        [
            ("killed", 100, 100, None, "unknown", "hypothetical"),
        ],
    ),
    (
        "The victims were identified as two teachers and a nurse.",
        [],
    ),
    (
        "Soldiers rounded up dozens of young men and took them away.",
        [
            ("captured", 12, 12, None, "unknown", ""),
        ],
    ),
    (
        "A mob lynched two men accused of kidnapping children.",
        [
            ("killed", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "One policeman died and three were hurt when a grenade was thrown at their vehicle.",
        [
            ("killed", 1, 1, 1, "combatant", ""),
            ("wounded", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "The mortar fire killed a mother, her two daughters and a neighbour.",
        [
            ("killed", 4, 4, 4, "civilian", ""),
        ],
    ),
    (
        "At least 22 people, including a dozen soldiers, lost their lives in twin bombings.",
        [
            ("killed", 22, 22, None, "unknown", ""),
            ("killed", 12, 12, 12, "combatant", "part"),
        ],
    ),
    (
        "The UN said 1,141 civilians had been killed and 2,004 injured in October.",
        [
            ("killed", 1141, 1141, 1141, "civilian", ""),
            ("wounded", 2004, 2004, 2004, "unknown", ""),
        ],
    ),
    (
        "Gunfire from the building wounded two journalists, one of them seriously.",
        [
            ("wounded", 2, 2, 2, "civilian", ""),
            ("wounded", 1, 1, 1, "civilian", "part"),
        ],
    ),
    (
        "The attack, in which 16 people were killed, was the deadliest this year.",
        [
            ("killed", 16, 16, 16, "unknown", ""),
        ],
    ),
    (
        "Nine Sudanese soldiers were killed by the rebels and four of their vehicles destroyed.",
        [
            ("killed", 9, 9, 9, "combatant", ""),
        ],
    ),
    (
        "Nobody was injured but several cars were damaged.",
        [
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "The raid caused neither deaths nor injuries.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "The missile killed at least 15 people and injured scores, many of them children.",
        [
            ("killed", 15, 15, None, "unknown", ""),
            ("wounded", 20, 20, None, "civilian", ""),
        ],
    ),
    (
        "Israeli forces shot and wounded three Palestinians near Jenin, the ministry said.",
        [
            ("wounded", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "A Palestinian was critically wounded by Israeli fire.",
        [
            ("wounded", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "The fighting has left more than 5,000 people dead and driven 1.5 million from their homes.",
        [
            ("killed", 5000, 5000, None, "unknown", ""),
            ("displaced", 1500000, 1500000, 1500000, "unknown", ""),
        ],
    ),
    (
        "Hospital officials said 34 people died, a dozen of them women.",
        [
            ("killed", 34, 34, 34, "unknown", ""),
            ("killed", 12, 12, 12, "civilian", "part"),
        ],
    ),
    (
        "Clashes between the army and the rebels left 18 dead, a military source said.",
        [
            ("killed", 18, 18, 18, "unknown", ""),
        ],
    ),
    (
        "The fighters suffered 14 killed and 20 wounded.",
        [
            ("killed", 14, 14, 14, "unknown", ""),
            ("wounded", 20, 20, 20, "unknown", ""),
        ],
    ),
    (
        "Russia said it had eliminated up to 150 Ukrainian servicemen.",
        [
            ("killed", None, 150, 150, "combatant", ""),
        ],
    ),
    (
        "Colonel Ahmed Hassan, the head of the anti-terrorism unit, and two of his guards were assassinated.",
        [
            ("killed", 3, 3, 3, "combatant", ""),
        ],
    ),
    (
        "Six of those killed were soldiers.",
        [
            ("killed", 6, 6, 6, "combatant", "part"),
        ],
    ),
    (
        "Two of the wounded later died in hospital, bringing the toll to nine.",
        [
            ("killed", 2, 2, 2, "unknown", ""),
            ("killed", 9, 9, 9, "unknown", "update"),
        ],
    ),
    (
        "The toll stood at 19 on Tuesday.",
        [
            ("killed", 19, 19, 19, "unknown", ""),
        ],
    ),
    (
        "The health ministry gave a toll of 64 dead and 120 wounded.",
        [
            ("killed", 64, 64, 64, "unknown", ""),
            ("wounded", 120, 120, 120, "unknown", ""),
        ],
    ),
    (
        "The ministry put the toll at 64 dead and more than 120 wounded.",
        [
            ("killed", 64, 64, 64, "unknown", ""),
            ("wounded", 120, 120, None, "unknown", ""),
        ],
    ),
    (
        "He said 14 died, later raising the figure to 17.",
        [
            ("killed", 14, 14, 14, "unknown", ""),
            ("killed", 17, 17, 17, "unknown", "update"),
        ],
    ),
    (
        "Earlier reports had spoken of five dead.",
        [
            ("killed", 5, 5, 5, "unknown", "superseded"),
        ],
    ),
    (
        "Police initially said eight people had died.",
        [
            ("killed", 8, 8, 8, "unknown", "superseded"),
        ],
    ),
    (
        "The first reports spoke of three killed; the governor later said 11.",
        [
            ("killed", 3, 3, 3, "unknown", "superseded"),
        ],
    ),
    (
        "At least seven died and dozens more are feared trapped.",
        [
            ("killed", 7, 7, None, "unknown", ""),
        ],
    ),
    (
        "Twelve people are still unaccounted for.",
        [
            ("missing", 12, 12, 12, "unknown", ""),
        ],
    ),
    (
        "Four fishermen have been missing since the attack.",
        [
            ("missing", 4, 4, 4, "civilian", ""),
        ],
    ),
    (
        "The insurgents paraded the bodies of three soldiers.",
        [
            ("killed", 3, 3, 3, "combatant", ""),
        ],
    ),
    (
        "Bodies of dozens of civilians lay in the streets.",
        [
            ("killed", 12, 12, None, "civilian", ""),
        ],
    ),
    (
        "The corpses of two policemen were found by the roadside.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
        ],
    ),
    (
        "A mass grave containing 29 bodies was discovered.",
        [
            ("killed", 29, 29, 29, "unknown", ""),
        ],
    ),
    (
        "Four Israelis were stabbed, two of them fatally.",
        [
            ("wounded", 4, 4, 4, "unknown", ""),
            ("killed", 2, 2, 2, "unknown", "part"),
        ],
    ),
    (
        "A settler was stabbed and moderately wounded.",
        [
            ("wounded", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "A woman was trampled to death in the panic.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "Demonstrators said three of their number had been shot dead.",
        [
            ("killed", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "Medics treated 30 people for the effects of tear gas.",
        [
            ("wounded", 30, 30, 30, "unknown", ""),
        ],
    ),
    (
        "More than 40 protesters suffered from tear gas inhalation.",
        [
            ("wounded", 40, 40, None, "civilian", ""),
        ],
    ),
    (
        "Twenty people were rushed to hospital.",
        [
            ("wounded", 20, 20, 20, "unknown", ""),
        ],
    ),
    (
        "Ninety people were hospitalized.",
        [
            ("wounded", 90, 90, 90, "unknown", ""),
        ],
    ),
    (
        "The attack sent 20 people to hospital.",
        [
            ("wounded", 20, 20, 20, "unknown", ""),
        ],
    ),
    (
        "A shell hit the house, injuring two of the children.",
        [
            ("wounded", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "Four soldiers were burned to death in their vehicle.",
        [
            ("killed", 4, 4, 4, "combatant", ""),
        ],
    ),
    (
        "Gunmen killed 10 people on Friday and 12 more on Saturday.",
        [
            ("killed", 10, 10, 10, "unknown", ""),
            ("killed", 12, 12, 12, "unknown", "addition"),
        ],
    ),
    (
        "Rebels seized four policemen and two teachers.",
        [
            ("abducted", 4, 4, 4, "combatant", ""),
            ("abducted", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "Ten aid workers are being held hostage.",
        [
            ("abducted", 10, 10, 10, "civilian", ""),
        ],
    ),
    (
        "More than 200 schoolgirls were abducted from their dormitory.",
        [
            ("abducted", 200, 200, None, "civilian", ""),
        ],
    ),
    (
        "Fifteen people were whisked away to an unknown destination.",
        [
            ("abducted", 15, 15, 15, "unknown", ""),
        ],
    ),
    (
        "Armed men made off with nine students.",
        [
            ("abducted", 9, 9, 9, "civilian", ""),
        ],
    ),
    (
        "Unknown assailants bundled a journalist into a car.",
        [
            ("abducted", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "The gang holds 17 missionaries.",
        [
            ("abducted", 17, 17, 17, "civilian", ""),
        ],
    ),
    (
        "Police arrested more than 300 people, 12 of them minors.",
        [
            ("captured", 300, 300, None, "unknown", ""),
            ("captured", 12, 12, 12, "civilian", "part"),
        ],
    ),
    (
        "Six suspects have been remanded in custody.",
        [
            ("captured", 6, 6, 6, "unknown", ""),
        ],
    ),
    (
        "The army announced the capture of 14 rebels.",
        [
            ("captured", 14, 14, 14, "combatant", ""),
        ],
    ),
    (
        "The arrest of two commanders was announced.",
        [
            ("captured", 2, 2, 2, "combatant", ""),
        ],
    ),
    (
        "Over 100 people were detained at the rally.",
        [
            ("captured", 100, 100, None, "unknown", ""),
        ],
    ),
    (
        "Two suspected bombers were apprehended at a checkpoint.",
        [
            ("captured", 2, 2, 2, "combatant", "perpetrator"),
        ],
    ),
    (
        "Nearly 700 families fled to neighbouring villages.",
        [
            ("displaced", 700, 700, 700, "civilian", "approximate"),
        ],
    ),
    (
        "The fighting drove 12,000 people from their homes.",
        [
            ("displaced", 12000, 12000, 12000, "unknown", ""),
        ],
    ),
    (
        "About 3,000 villagers have sought refuge in a church.",
        [
            ("displaced", 3000, 3000, 3000, "civilian", "approximate"),
        ],
    ),
    (
        "The attack forced hundreds of residents to flee.",
        [
            ("displaced", 100, 100, None, "civilian", ""),
        ],
    ),
    (
        "Tens of thousands have been uprooted since May.",
        [
            ("displaced", 10000, 10000, None, "unknown", ""),
        ],
    ),
    (
        "The UN estimates that 1.3 million people are internally displaced.",
        [
            ("displaced", 1300000, 1300000, 1300000, "unknown", ""),
        ],
    ),
    (
        "Neither the pilot nor the passengers were hurt.",
        [
            ("killed", 0, 0, 0, "civilian", ""),
            ("wounded", 0, 0, 0, "civilian", ""),
        ],
    ),
    (
        "The rocket fell in an open area without causing casualties.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "There were no casualties on our side.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "The army did not suffer any casualties.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "The blast caused damage but no injuries, police said.",
        [
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "Nine were martyred and 20 others wounded.",
        [
            ("killed", 9, 9, 9, "unknown", ""),
            ("wounded", 20, 20, 20, "unknown", "addition"),
        ],
    ),
    (
        "An FC soldier embraced martyrdom while two others sustained injuries.",
        [
            ("killed", 1, 1, 1, "combatant", ""),
            ("wounded", 2, 2, 2, "unknown", "addition"),
        ],
    ),
    (
        "The firing claimed one life.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "The violence has cost hundreds of lives.",
        [
            ("killed", 100, 100, None, "unknown", ""),
        ],
    ),
    (
        "The conflict, which has killed more than 30,000 people since 1984, shows no sign of ending.",
        [
            ("killed", 30000, 30000, None, "unknown", ""),
        ],
    ),
    (
        "In 2014, a suicide bomber killed 15 people there.",
        [
            ("killed", 15, 15, 15, "unknown", ""),
        ],
    ),
    (
        "The attack came two days after 12 soldiers were killed in a similar raid.",
        [
            ("killed", 12, 12, 12, "combatant", ""),
        ],
    ),
    (
        "An air raid wiped out a family of seven.",
        [
            ("killed", 7, 7, 7, "civilian", ""),
        ],
    ),
    (
        "The shelling killed a woman and injured her husband and three children.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
            ("wounded", 4, 4, 4, "civilian", ""),
        ],
    ),
    (
        "A helicopter crashed, killing both pilots.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
        ],
    ),
    (
        "The rebels said they had killed 50 soldiers; the army admitted losing 12.",
        [
            ("killed", 50, 50, 50, "combatant", ""),
            ("killed", 12, 12, 12, "unknown", ""),
        ],
    ),
    (
        "The army acknowledged the loss of four men.",
        [
            ("killed", 4, 4, 4, "unknown", ""),
        ],
    ),
    (
        "Eleven policemen fell in the ambush.",
        [
            ("killed", 11, 11, 11, "combatant", ""),
        ],
    ),
    (
        "The car bomb tore through the market, leaving scores dead or wounded.",
        [
            ("killed_or_wounded", 20, 20, None, "unknown", ""),
        ],
    ),
    (
        "Dozens of casualties were reported.",
        [
            ("killed_or_wounded", 12, 12, None, "unknown", ""),
        ],
    ),
    (
        "At least 60 casualties were taken to the hospital.",
        [
            ("killed_or_wounded", 60, 60, None, "unknown", ""),
        ],
    ),
    (
        "Heavy casualties were inflicted on the enemy.",
        [],
    ),
    (
        "The militia confirmed the death of its commander, Abu Yusuf.",
        [
            ("killed", 1, 1, 1, "combatant", ""),
        ],
    ),
    (
        "The attack led to the killing of nine policemen and the wounding of six more.",
        [
            ("killed", 9, 9, 9, "combatant", ""),
            ("wounded", 6, 6, 6, "unknown", "addition"),
        ],
    ),
    (
        "The operation ended with the death of 11 militants and the arrest of three.",
        [
            ("killed", 11, 11, 11, "combatant", ""),
            ("captured", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "Of the 15 people killed, nine were soldiers.",
        [
            ("killed", 15, 15, 15, "unknown", ""),
            ("killed", 9, 9, 9, "combatant", "part"),
        ],
    ),
    (
        "The 14 killed included five police.",
        [
            ("killed", 14, 14, 14, "unknown", ""),
            ("killed", 5, 5, 5, "combatant", "part"),
        ],
    ),
    (
        "Security forces gunned down four of the attackers.",
        [
            ("killed", 4, 4, 4, "combatant", "perpetrator"),
        ],
    ),
    (
        "The attackers were all killed.",
        [],
    ),
    (
        "All four attackers were killed.",
        [
            ("killed", 4, 4, 4, "combatant", "perpetrator"),
        ],
    ),
    (
        "The gunman was shot dead by police.",
        [
            ("killed", 1, 1, 1, "combatant", "perpetrator"),
        ],
    ),
    (
        "Two suicide bombers detonated their vests, killing five worshippers.",
        [
            ("killed", 5, 5, 5, "civilian", ""),
        ],
    ),
    (
        "As many as 300 people may have been killed.",
        [
            ("killed", None, 300, 300, "unknown", ""),
        ],
    ),
    (
        "The strike killed at least six members of the same family.",
        [
            ("killed", 6, 6, None, "civilian", ""),
        ],
    ),
    (
        "A couple and their baby died.",
        [
            ("killed", 3, 3, 3, "civilian", ""),
        ],
    ),
    (
        'Troops killed "a number of terrorists" in the operation.',
        [
            ("killed", 3, 3, None, "combatant", ""),
        ],
    ),
    (
        "Police held nine protesters.",
        [
            ("captured", 9, 9, 9, "civilian", ""),
        ],
    ),
    (
        "Police shot a protester in the leg.",
        [
            ("wounded", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "Boko Haram fighters killed 14 people, and at least three others were wounded, the mayor said.",
        [
            ("killed", 14, 14, 14, "unknown", ""),
            ("wounded", 3, 3, None, "unknown", "addition"),
        ],
    ),
    (
        "Government troops killed three rebels and lost two of their own.",
        [
            ("killed", 3, 3, 3, "combatant", ""),
            ("killed", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "A senior Hamas official was killed along with his wife and two children.",
        [
            ("killed", 4, 4, 4, "civilian", ""),
        ],
    ),
    (
        "Suspected ADF rebels hacked 13 farmers to death in their fields.",
        [
            ("killed", 13, 13, 13, "civilian", ""),
        ],
    ),
    (
        "Some 14 people were confirmed dead.",
        [
            ("killed", 14, 14, 14, "unknown", "approximate"),
        ],
    ),
    (
        "Seven were pronounced dead at the scene.",
        [
            ("killed", 7, 7, 7, "unknown", ""),
        ],
    ),
    (
        "The strike levelled the home of the Abu Taha family, killing nine.",
        [
            ("killed", 9, 9, 9, "unknown", ""),
        ],
    ),
    (
        "The blast, which killed two and injured five, occurred at 9 am.",
        [
            ("killed", 2, 2, 2, "unknown", ""),
            ("wounded", 5, 5, 5, "unknown", ""),
        ],
    ),
    (
        "Three people were shot and killed and one was shot and wounded.",
        [
            ("killed", 3, 3, 3, "unknown", ""),
            ("wounded", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "The suspects shot and injured a guard.",
        [
            ("wounded", 1, 1, 1, "combatant", ""),
        ],
    ),
    (
        "Nobody was reported hurt.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "There were no reported injuries.",
        [
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "No casualties were reported in the 14 attacks.",
        [
            ("killed", 0, 0, 0, "unknown", ""),
            ("wounded", 0, 0, 0, "unknown", ""),
        ],
    ),
    (
        "There was no word on casualties.",
        [],
    ),
    (
        "It was not immediately clear if anyone was killed.",
        [],
    ),
    (
        "The ministry denied that 30 soldiers had been killed.",
        [
            ("killed", 30, 30, 30, "combatant", "hypothetical"),
        ],
    ),
    (
        "Rebels deny killing 20 civilians.",
        [
            ("killed", 20, 20, 20, "civilian", "hypothetical"),
        ],
    ),
    (
        "The mission lost 12 peacekeepers since 2013.",
        [
            ("killed", 12, 12, 12, "combatant", ""),
        ],
    ),
    (
        "Another person was killed in Nablus.",
        [
            ("killed", 1, 1, 1, "unknown", "addition"),
        ],
    ),
    (
        "A third person was injured.",
        [
            ("wounded", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "A 14-year-old was shot and two others wounded.",
        [
            ("wounded", 2, 2, 2, "unknown", "addition"),
        ],
    ),
    (
        "The militants beheaded a 60-year-old priest.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "The army's 3rd Brigade killed 12 Houthi fighters with 14 rockets.",
        [
            ("killed", 12, 12, 12, "combatant", ""),
        ],
    ),
    (
        "Thirty gunmen attacked the post, killing two guards.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
        ],
    ),
    (
        "Police killed a dog.",
        [],
    ),
    (
        "Sixty sheep were killed.",
        [],
    ),
    (
        "Fierce clashes erupted in Wadi Bana, leaving five pro-government soldiers and eight Houthis dead.",
        [
            ("killed", 5, 5, 5, "combatant", ""),
            ("killed", 8, 8, 8, "combatant", ""),
        ],
    ),
    (
        "Taliban fighters overran a checkpoint, killing four policemen and taking two captive.",
        [
            ("killed", 4, 4, 4, "combatant", ""),
            ("abducted", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "The Kurdish forces lost 14 fighters in the battle, in which 60 IS militants died.",
        [
            ("killed", 14, 14, 14, "combatant", ""),
            ("killed", 60, 60, 60, "combatant", ""),
        ],
    ),
    (
        "Eighteen of the 40 attackers were killed.",
        [
            ("killed", 18, 18, 18, "combatant", "perpetrator"),
        ],
    ),
    (
        "Around 20 militants and two Filipino marines were killed, and six marines were wounded.",
        [
            ("killed", 20, 20, 20, "combatant", "approximate"),
            ("killed", 2, 2, 2, "combatant", ""),
            ("wounded", 6, 6, 6, "combatant", ""),
        ],
    ),
    (
        "The insurgents said they shot dead a police chief and captured his deputy.",
        [
            ("killed", 1, 1, 1, "combatant", ""),
            ("captured", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "An Israeli strike on a car killed three members of Islamic Jihad.",
        [
            ("killed", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "Warplanes bombed a school, killing 14 pupils and two teachers.",
        [
            ("killed", 16, 16, 16, "civilian", ""),
        ],
    ),
    (
        "A roadside bomb hit a minibus, killing all nine passengers on board, most of them women.",
        [
            ("killed", 9, 9, 9, "civilian", ""),
        ],
    ),
    (
        "The bodies of the five kidnapped engineers were found on Thursday.",
        [
            ("killed", 5, 5, 5, "civilian", ""),
        ],
    ),
    (
        "The US military said it killed two al-Shabaab fighters in a strike.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
        ],
    ),
    (
        "Five members of one family, including a baby, were killed in their sleep.",
        [
            ("killed", 5, 5, 5, "unknown", ""),
            ("killed", 1, 1, 1, "civilian", "part"),
        ],
    ),
    (
        "A woman and her daughter were hurt by shrapnel.",
        [
            ("wounded", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "Two women and a child died under the rubble.",
        [
            ("killed", 3, 3, 3, "civilian", ""),
        ],
    ),
    (
        "At least 10 were feared dead.",
        [
            ("killed", 10, 10, None, "unknown", ""),
        ],
    ),
    (
        "One Turkish soldier was killed and another wounded.",
        [
            ("killed", 1, 1, 1, "combatant", ""),
            ("wounded", 1, 1, 1, "unknown", "addition"),
        ],
    ),
    (
        "Two soldiers were killed, one of whom was a lieutenant.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
            ("killed", 1, 1, 1, "combatant", "part"),
        ],
    ),
    (
        "Six protesters and one policeman were reported killed; more than 100 were hurt.",
        [
            ("killed", 6, 6, 6, "civilian", ""),
            ("killed", 1, 1, 1, "combatant", ""),
            ("wounded", 100, 100, None, "unknown", ""),
        ],
    ),
    (
        "Twenty-three-year-old Ahmed Odeh was shot dead by soldiers.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "Ahmed Odeh, 23, was shot dead at a checkpoint.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "Killed were two guards and a driver.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
            ("killed", 1, 1, 1, "civilian", ""),
        ],
    ),
    (
        "Among the dead were two nurses and a doctor.",
        [
            ("killed", 3, 3, 3, "civilian", "part"),
        ],
    ),
    (
        "Three of the dead were children.",
        [
            ("killed", 3, 3, 3, "civilian", "part"),
        ],
    ),
    (
        "Local media put the death toll as high as 70.",
        [
            ("killed", None, 70, 70, "unknown", ""),
        ],
    ),
    (
        "The strike is believed to have killed more than 40 people.",
        [
            ("killed", 40, 40, None, "unknown", ""),
        ],
    ),
    (
        "Up to 60 people were feared killed.",
        [
            ("killed", None, 60, 60, "unknown", ""),
        ],
    ),
    (
        "Dozens have been killed and hundreds injured since the unrest began.",
        [
            ("killed", 12, 12, None, "unknown", ""),
            ("wounded", 100, 100, None, "unknown", ""),
        ],
    ),
    (
        "Close to 90 people, most of them soldiers, were killed on both sides.",
        [
            ("killed", 90, 90, 90, "mixed", "approximate"),
        ],
    ),
    (
        "The attack killed Abdul Karim, the district governor, and three of his bodyguards.",
        [
            ("killed", 1, 1, 1, "civilian", ""),
            ("killed", 3, 3, 3, "combatant", ""),
        ],
    ),
    (
        "Officials confirmed the killing of Mullah Nazir, a Taliban commander.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "Soldiers shot and killed 14-year-old Yusuf Shawamreh.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "Militants executed 13 young men in public.",
        [
            ("killed", 13, 13, 13, "unknown", ""),
        ],
    ),
    (
        "Three gendarmes were wounded, two seriously.",
        [
            ("wounded", 3, 3, 3, "combatant", ""),
            ("wounded", 2, 2, 2, "combatant", "part"),
        ],
    ),
    (
        "The explosion injured seven, three of them critically.",
        [
            ("wounded", 7, 7, 7, "unknown", ""),
            ("wounded", 3, 3, 3, "unknown", "part"),
        ],
    ),
    (
        "Clashes with police left 17 protesters injured.",
        [
            ("wounded", 17, 17, 17, "civilian", ""),
        ],
    ),
    (
        "Protesters stoned police, injuring 11 officers.",
        [
            ("wounded", 11, 11, 11, "combatant", ""),
        ],
    ),
    (
        "Eleven officers were injured, and 35 people were arrested.",
        [
            ("wounded", 11, 11, 11, "combatant", ""),
            ("captured", 35, 35, 35, "unknown", ""),
        ],
    ),
    (
        "One assailant was killed and the other arrested.",
        [
            ("killed", 1, 1, 1, "combatant", "perpetrator"),
            ("captured", 1, 1, 1, "unknown", "addition"),
        ],
    ),
    (
        "Two attackers were killed and a third captured.",
        [
            ("killed", 2, 2, 2, "combatant", "perpetrator"),
            ("captured", 1, 1, 1, "unknown", "addition"),
        ],
    ),
    (
        "The rebels handed over the bodies of 16 soldiers.",
        [
            ("killed", 16, 16, 16, "combatant", ""),
        ],
    ),
    (
        "The blast in the market has so far claimed 23 lives, with over 60 persons injured.",
        [
            ("killed", 23, 23, 23, "unknown", ""),
            ("wounded", 60, 60, None, "unknown", ""),
        ],
    ),
    (
        "An undisclosed number of soldiers died.",
        [
            ("killed", 3, 3, None, "combatant", ""),
        ],
    ),
    (
        "More than 1,000 people, including 300 children, have been killed since October, the UN says.",
        [
            ("killed", 1000, 1000, None, "unknown", ""),
            ("killed", 300, 300, 300, "civilian", "part"),
        ],
    ),
    (
        "Seven people were killed, all of them civilians.",
        [
            ("killed", 7, 7, 7, "civilian", ""),
        ],
    ),
    (
        "Both men died.",
        [
            ("killed", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "Boko Haram seized more than 100 women and girls.",
        [
            ("abducted", 100, 100, None, "civilian", ""),
        ],
    ),
    (
        "The kidnappers took 13 people, including two priests.",
        [
            ("abducted", 13, 13, 13, "unknown", ""),
            ("abducted", 2, 2, 2, "civilian", "part"),
        ],
    ),
    (
        "Armed men abducted the mayor and his brother from their home.",
        [
            ("abducted", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "Gunmen snatched 30 passengers from a train.",
        [
            ("abducted", 30, 30, 30, "civilian", ""),
        ],
    ),
    (
        "Some 400 families left their homes.",
        [
            ("displaced", 400, 400, 400, "civilian", "approximate"),
        ],
    ),
    (
        "Shelling forced around 5,000 people from their homes in the town.",
        [
            ("displaced", 5000, 5000, 5000, "unknown", "approximate"),
        ],
    ),
    (
        "More than half a million people fled across the border.",
        [
            ("displaced", 500000, 500000, None, "unknown", ""),
        ],
    ),
    (
        "The militia said two of its fighters had fallen and four been wounded.",
        [
            ("killed", 2, 2, 2, "combatant", ""),
            ("wounded", 4, 4, 4, "unknown", ""),
        ],
    ),
    (
        "Fatalities numbered 12.",
        [
            ("killed", 12, 12, 12, "unknown", ""),
        ],
    ),
    (
        "The attack brought to 23 the number of soldiers killed this month.",
        [
            ("killed", 23, 23, 23, "combatant", "update"),
        ],
    ),
    (
        "That brings to 44 the number of people killed since Sunday.",
        [
            ("killed", 44, 44, 44, "unknown", "update"),
        ],
    ),
    (
        "Their deaths bring the total to 15.",
        [
            ("killed", 15, 15, 15, "unknown", "update"),
        ],
    ),
    (
        "Some 60 people were said to have been killed.",
        [
            ("killed", 60, 60, 60, "unknown", "approximate"),
        ],
    ),
    (
        "Security officials put the number of militants killed at 30.",
        [
            ("killed", 30, 30, 30, "combatant", ""),
        ],
    ),
    (
        "The number of casualties has risen to 19 dead and 55 injured.",
        [
            ("killed", 19, 19, 19, "unknown", "update"),
            ("wounded", 55, 55, 55, "unknown", "update"),
        ],
    ),
    (
        "According to the ministry, 12 civilians, including two children, and three police officers were killed.",
        [
            ("killed", 12, 12, 12, "civilian", ""),
            ("killed", 2, 2, 2, "civilian", "part"),
            ("killed", 3, 3, 3, "combatant", ""),
        ],
    ),
    (
        "Gunmen attacked a bus on Sunday. All 14 passengers died.",
        [
            ("killed", 14, 14, 14, "civilian", ""),
        ],
    ),
    (
        "Twin blasts at a mosque killed 30 and wounded more than 80 worshippers.",
        [
            ("killed", 30, 30, 30, "unknown", ""),
            ("wounded", 80, 80, None, "civilian", ""),
        ],
    ),
    (
        "Troops opened fire on a crowd and shot dead at least six.",
        [
            ("killed", 6, 6, None, "unknown", ""),
        ],
    ),
    (
        "Three members of a family were among those killed.",
        [
            ("killed", 3, 3, 3, "civilian", "part"),
        ],
    ),
    (
        "Five of the dead were women.",
        [
            ("killed", 5, 5, 5, "civilian", "part"),
        ],
    ),
    (
        "In all, 34 people died.",
        [
            ("killed", 34, 34, 34, "unknown", ""),
        ],
    ),
    (
        "In total, 19 people have lost their lives.",
        [
            ("killed", 19, 19, 19, "unknown", ""),
        ],
    ),
    (
        "The bombing, the third this month, left 12 dead, among them four policemen, and 40 wounded.",
        [
            ("killed", 12, 12, 12, "unknown", ""),
            ("killed", 4, 4, 4, "combatant", "part"),
            ("wounded", 40, 40, 40, "unknown", ""),
        ],
    ),
    (
        "A barrage of rockets fell on the town, with two people killed.",
        [
            ("killed", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "Air strikes killed dozens of IS fighters, the coalition said.",
        [
            ("killed", 12, 12, None, "combatant", ""),
        ],
    ),
    (
        "Ukrainian drones killed one person and injured two in Belgorod.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
            ("wounded", 2, 2, 2, "unknown", ""),
        ],
    ),
    (
        "One civilian and two policemen were injured, one critically.",
        [
            ("wounded", 1, 1, 1, "civilian", ""),
            ("wounded", 2, 2, 2, "combatant", ""),
            ("wounded", 1, 1, 1, "combatant", "part"),
        ],
    ),
    (
        "Four more bodies were pulled from the rubble.",
        [
            ("killed", 4, 4, 4, "unknown", "addition"),
        ],
    ),
    (
        "Another body was found on Tuesday.",
        [
            ("killed", 1, 1, 1, "unknown", "addition"),
        ],
    ),
    (
        "His body was found in a ditch.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "Police recovered three bodies bearing bullet wounds.",
        [
            ("killed", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        "Thousands have been killed and millions displaced.",
        [
            ("killed", 1000, 1000, None, "unknown", ""),
            ("displaced", 1000000, 1000000, None, "unknown", ""),
        ],
    ),
    (
        "Around 600,000 people, half of them children, have been displaced.",
        [
            ("displaced", 600000, 600000, 600000, "unknown", "approximate"),
        ],
    ),
    (
        "Twelve miners were taken away by armed men in uniform.",
        [
            ("abducted", 12, 12, 12, "civilian", ""),
        ],
    ),
    (
        "The men marched 30 villagers into the forest.",
        [
            ("abducted", 30, 30, 30, "civilian", ""),
        ],
    ),
    (
        "They abducted at least 20 boys for use as soldiers.",
        [
            ("abducted", 20, 20, None, "civilian", ""),
        ],
    ),
    (
        "Eight fishermen went missing at sea.",
        [
            ("missing", 8, 8, 8, "civilian", ""),
        ],
    ),
    (
        "Nine soldiers are missing in action.",
        [
            ("missing", 9, 9, 9, "combatant", ""),
        ],
    ),
    (
        "One was killed, two wounded and one captured.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
            ("wounded", 2, 2, 2, "unknown", ""),
            ("captured", 1, 1, 1, "unknown", ""),
        ],
    ),
    (
        "The coalition lost one dead and seven wounded.",
        [
            ("killed", 1, 1, 1, "unknown", ""),
            ("wounded", 7, 7, 7, "unknown", ""),
        ],
    ),
    (
        "The group said three of its members were martyred.",
        [
            ("killed", 3, 3, 3, "unknown", ""),
        ],
    ),
    (
        'The army declared that it "neutralized" 30 rebels.',
        [
            ("killed", 30, 30, 30, "combatant", ""),
        ],
    ),
    (
        "No fewer than 16 people, mostly women, lost their lives when gunmen invaded Zangon Kataf.",
        [
            ("killed", 16, 16, None, "unknown", ""),
        ],
    ),
    (
        "Hoodlums hacked a policeman to death.",
        [
            ("killed", 1, 1, 1, "combatant", ""),
        ],
    ),
    (
        "The strike martyred a mother and her infant.",
        [
            ("killed", 2, 2, 2, "civilian", ""),
        ],
    ),
    (
        "Palestinian medical sources reported the martyrdom of three citizens and the injury of five.",
        [
            ("killed", 3, 3, 3, "civilian", ""),
            ("wounded", 5, 5, 5, "unknown", ""),
        ],
    ),
    (
        "Six persons sustained various degrees of injury.",
        [
            ("wounded", 6, 6, 6, "unknown", ""),
        ],
    ),
    (
        "Several persons were feared killed as bandits attacked.",
        [
            ("killed", 3, 3, None, "unknown", ""),
        ],
    ),
    (
        "The soldiers neutralised scores of terrorists.",
        [
            ("killed", 20, 20, None, "combatant", ""),
        ],
    ),
]


def _row(mention: CasualtyMention) -> Row:
    flags = " ".join(word for name, word in _FLAGS.items() if getattr(mention, name))
    bounds = (mention.low, mention.best, mention.high)
    return (mention.outcome.value, *bounds, mention.victims.value, flags)


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_gives_the_tolls_that_it_states(sentence: str, expected: list[Row]) -> None:
    """Each wording gives its outcome, bounds, victims and standing, and nothing more."""
    parsed = Sentence(open_syntax()(sentence), 0, 0, 0)
    assert [_row(mention) for mention in extract_casualties([parsed])] == expected
