"""Words by which objects, subjects and sentences decide an event type (see ``types``).

Closed classes of nouns that several rules ask for; the trigger words themselves stand in
``seeds/reference/triggers.csv``.
"""

from __future__ import annotations

import re

ARMS = re.compile(
    r"\b(?:weapons?|arms|rifles?|ammunition|explosives?|bombs?|mines?|landmines?|rockets?|"
    r"missiles?|"
    r"grenades?|IEDs?|devices?|cache|depot|mortars?|guns?|detonators?|belts?|vests?|drones?|"
    r"munitions?|"
    r"launchers?|shells?|ordnance)\b",
    re.IGNORECASE,
)
MANNED = re.compile(
    r"\b(?:jet|warplane|plane|helicopter|aircraft|fighter|bomber|gunship|MiG|Su-\d+|F-\d+)s?\b",
    re.IGNORECASE,
)
UNMANNED = re.compile(
    r"\b(?:drone|missile|rocket|projectile|UAV|quadcopter|balloon)s?\b", re.IGNORECASE
)
UNOPPOSED = re.compile(
    r"\bwithout (?:a |any )?(?:fight|fighting|resistance|battle|struggle|shot|bloodshed|firing)|"
    r"\bunopposed\b|\bpeacefully\b|\bno resistance\b|\babandoned by\b|\bslipped away\b|"
    r"\bhad (?:fled|withdrawn|left|pulled out)|\bafter .{0,60}\b(?:withdrew|fled|left|"
    r"pulled (?:out|back))",
    re.IGNORECASE,
)
TRUCE = re.compile(
    r"\b(?:cease-?fire|truce|armistice|peace|cessation|prisoners?|captives?|detainees?|hostages?|"
    r"hostilities|reconciliation|(?:hold|cease)\w* (?:their )?fire|guns|disarm\w*|demobili\w*|"
    r"surrender|evacuat\w*|remains|bodies)\b",
    re.IGNORECASE,
)
VEHICLES = re.compile(
    r"\b(?:car|vehicle|truck|lorry|pickup|van|minibus|motorcycle|motorbike|bicycle|parcel|package|"
    r"suitcase|bag|rickshaw|boat|ambulance|himself|herself|themselves|charges?)\b",
    re.IGNORECASE,
)
FIGHTING = re.compile(
    r"\b(?:war|conflict|fighting|clashes|insurgency|hostilities|offensive|violence)\b",
    re.IGNORECASE,
)
GATHERED = re.compile(
    r"\b(?:crowds?|protesters?|demonstrators?|marchers?|rally|sit-in|mourners)\b", re.IGNORECASE
)
DEMONSTRATING = re.compile(
    r"\b(?:crowds?|rioters?|protesters?|protestors?|demonstrators?|marchers?|strikers?)\b",
    re.IGNORECASE,
)
COMMUNITY = re.compile(
    r"\b(?:crowds?|mobs?|villagers|locals|residents|townspeople|neighbours|neighbors)\b",
    re.IGNORECASE,
)
NO_CROWD = re.compile(r"\b(?:settlers?|armed)\b", re.IGNORECASE)
CIVIL_OBJECTS = re.compile(
    r"\b(?:villages?|hamlet|markets?|church|mosque|schools?|homes?|houses?|bus|minibus|farms?|"
    r"hotel|"
    r"stores?|warehouses?|bank|supermarket|shops?|clinic|hospital|ambulance|convoy of aid|"
    r"passengers|bar|restaurant|wedding|funeral)\b",
    re.IGNORECASE,
)
CROWD_WORDS = re.compile(
    r"\b(?:crowds?|mobs?|rioters?|protesters?|demonstrators?|youths|looters)\b", re.IGNORECASE
)
# What makes a gathering a protest.
CAUSE = re.compile(
    r"\b(?:banners?|slogans?|placards?|chant\w*|against|demand\w*|calling for|protest\w*|vigil|"
    r"candles|"
    r"peaceful\w*|pressure|pots|sit-in|portraits|coffins|strike|anger|angry|justice|resign\w*|"
    r"denounc\w*|in silence|flags)\b",
    re.IGNORECASE,
)
BASE = re.compile(
    r"\b(?:bases?|camps?|posts?|outposts?|headquarters|garrisons?|barracks|checkpoints?|airbase)\b",
    re.IGNORECASE,
)
FORCES = re.compile(
    r"\b(?:troops|soldiers|forces|fighters|reinforcements|battalions?|brigades?|police|officers|"
    r"army|"
    r"units?|column|convoy|militants|rebels|peacekeepers|marines|tanks|contingent|militiamen|"
    r"legion|regiment|men)\b",
    re.IGNORECASE,
)
