# ruff: noqa: S311 - chance that is the same each time
"""Write ``documents.jsonl``: reports of 60 events in varied wording, with near misses.

    python tests/golden/linking/make_set.py [SEED] > tests/golden/linking/documents.jsonl

Each of 30 scenes has an event and its near miss (the same town on the next day, the next town on the
same day, or something else there and then). An event is told in one to eight documents, each with what
coders of news get: a day, no day, a week; the town, near it, its province; a related type; a raised or
a rival toll; a copy of another's text. Names of people are left out; places are real, events are not.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date, timedelta

# place, its province, country, degrees | a town nearby, degrees | type | initiator | target
SCENES = """
Taiz,Taizz,YEM,13.58,44.02|Al Turbah,13.48,44.12|shelling|houthis|civilians
Mosul,Nineveh,IRQ,36.34,43.13|Bartella,36.35,43.38|suicide_bomb|islamic-state|irq-army
Goma,North Kivu,COD,-1.68,29.22|Sake,-1.57,29.04|armed_clash|m23|cod-army
Maiduguri,Borno,NGA,11.85,13.16|Konduga,11.65,13.42|suicide_bomb|boko-haram|civilians
Idlib,Idlib,SYR,35.93,36.63|Saraqib,35.86,36.80|air_strike|syr-air-force|civilians
Kabul,Kabul,AFG,34.53,69.17|Paghman,34.59,68.95|suicide_bomb|islamic-state-khorasan|civilians
Mogadishu,Banaadir,SOM,2.04,45.34|Afgooye,2.14,45.12|remote_explosive|al-shabaab|som-army
Quetta,Balochistan,PAK,30.19,67.00|Kuchlak,30.36,66.95|attack|unknown|civilians
Bakhmut,Donetsk,UKR,48.59,38.00|Soledar,48.68,38.09|shelling|rus-army|civilians
El Fasher,North Darfur,SDN,13.63,25.35|Zamzam,13.49,25.31|shelling|rsf|civilians
Rafah,Gaza,PSE,31.29,34.25|Khan Younis,31.34,34.31|air_strike|isr-air-force|civilians
Beni,North Kivu,COD,0.49,29.47|Mbau,0.62,29.49|attack|adf|civilians
Tuz Khurmatu,Salah al-Din,IRQ,34.88,44.63|Amirli,34.72,44.60|remote_explosive|unknown|civilians
Lashkar Gah,Helmand,AFG,31.59,64.37|Nawa,31.47,64.27|armed_clash|taliban|afg-army
Kidal,Kidal,MLI,18.44,1.41|Anefis,18.04,0.60|remote_explosive|jnim|peacekeepers
Djibo,Sahel,BFA,14.10,-1.63|Nassoumbou,14.20,-1.74|attack|jnim|civilians
Pemba,Cabo Delgado,MOZ,-12.97,40.52|Metuge,-12.96,40.36|attack|ansar|civilians
Jenin,West Bank,PSE,32.46,35.30|Qabatiya,32.41,35.28|armed_clash|isr-army|militants
Baghdad,Baghdad,IRQ,33.34,44.40|Taji,33.51,44.26|remote_explosive|unknown|civilians
Dhaka,Dhaka,BGD,23.71,90.41|Savar,23.86,90.27|violent_demonstration|protesters|bgd-police
Conakry,Conakry,GIN,9.54,-13.68|Coyah,9.71,-13.38|protest_intervention|gin-police|protesters
Nasiriyah,Dhi Qar,IRQ,31.06,46.26|Shatra,31.41,46.17|excessive_force|irq-army|protesters
Buenaventura,Valle,COL,3.88,-77.03|Dagua,3.66,-76.69|attack|eln|civilians
Culiacan,Sinaloa,MEX,24.80,-107.39|Navolato,24.77,-107.70|armed_clash|cartel|mex-army
Jolo,Sulu,PHL,6.05,121.00|Patikul,6.07,121.10|armed_clash|abu-sayyaf|phl-army
Srinagar,Kashmir,IND,34.09,74.79|Pampore,34.02,74.93|grenade|unknown|ind-police
Bamenda,North-West,CMR,5.96,10.15|Bali,5.89,10.01|abduction|separatists|civilians
Mekelle,Tigray,ETH,13.50,39.47|Quiha,13.48,39.54|air_strike|eth-air-force|civilians
Sirte,Surt,LBY,31.21,16.59|Abu Hadi,31.13,16.66|armed_clash|lna|gna
Loikaw,Kayah,MMR,19.68,97.21|Demoso,19.55,97.16|air_strike|mmr-air-force|civilians
""".strip().splitlines()

# What each event and its near miss were about, in the words of two newsrooms: one line a scene.
DETAILS = """
a crowded vegetable market;stalls selling vegetables|a row of houses near the citadel;homes below the old citadel
an army convoy at a river bridge;a column of soldiers crossing the Tigris bridge|an army barracks gate;soldiers queueing outside their barracks
positions on the Kibati road;trenches along the road to Kibati|a hill above the airport;the heights over the airfield
worshippers at dawn prayers in a mosque;a mosque during the first prayers|women waiting at a water point;a queue for water in a camp
a maternity hospital;the wards of a hospital for mothers|a bakery with people in line;a bread queue outside a bakery
a wedding hall;guests of a marriage feast|students outside an education centre;a tutoring centre full of pupils
a vehicle carrying recruits;a minibus of army trainees|an officer's car at a checkpoint;the vehicle of a colonel
coal miners travelling by bus;a bus with workers of a coal mine|a barber shop;customers of a hairdresser
a nine-storey apartment block;a tall residential building|the railway station;platforms and a waiting train
the cattle market;traders of livestock|a shelter for displaced families;a school that houses the displaced
a tent encampment beside a warehouse;tents of displaced people next to a depot|a car on the coastal road;a vehicle driving along the shore
farmers harvesting cocoa;villagers in cocoa fields|patients of a health clinic;a rural dispensary and its patients
a football pitch;boys playing soccer|a funeral procession;mourners carrying a coffin
a police headquarters;the main police compound|a checkpoint on the canal;an outpost beside the irrigation canal
a supply truck with water;a lorry that carried drinking water|a patrol near the airstrip;an armoured patrol by the runway
people gathering firewood;women who had gone to collect wood|a convoy of grain lorries;trucks loaded with cereals
fishermen on a beach;boats drawn up on the sand|a village chapel;believers in a small church
the refugee camp;alleys of the camp|a house under siege;a besieged farm building
a bus terminal;waiting passengers of coaches|an ice cream parlour;customers eating ices
garment workers over wages;textile employees demanding pay|students against job quotas;university pupils opposed to quotas
opponents of a third term;critics of the president's constitution|teachers on strike;schoolteachers who stopped work
a sit-in on a bridge;demonstrators camping on the Zaytoun bridge|jobless graduates at an oil office;unemployed engineers outside a petroleum firm
social leaders in a community hall;neighbourhood activists meeting|a taxi driver and passengers;travellers in a cab
the arrest of a drug lord's son;the capture of an heir of traffickers|a fuel theft squad;a gang that tapped a pipeline
a jungle encampment;a hideout in the forest|a boat at the pier;a speedboat by the wharf
a paramilitary bunker;a sandbagged bunker|a busy flower market;florists and shoppers
pupils of a boarding school;schoolchildren in a dormitory|a priest and parishioners;a clergyman with churchgoers
a kindergarten playground;a nursery with its playing field|a tractor factory;an agricultural machinery plant
a power plant;the electricity works|a hotel on the seafront;a seaside hostel
a monastery sheltering families;monks and families in a cloister|a clinic run by volunteers;volunteer medics at a dispensary
""".strip().splitlines()

TELLING = {
    "shelling": "Shells hit {what} in {place} {when}|{who} fired mortars at {what} {when}, in {place}|Artillery fire struck {what} {when} in {place}",
    "suicide_bomb": "A suicide bomber blew himself up among {what} in {place} {when}|{who} sent a bomber against {what} {when}, in {place}|An explosives belt was set off at {what} in {place} {when}",
    "armed_clash": "Fighting broke out over {what} in {place} {when}|{who} attacked {what} {when} in {place}|Heavy exchanges of fire were heard around {what}, {place}, {when}",
    "air_strike": "Warplanes bombed {what} in {place} {when}|{who} carried out a raid on {what} {when} in {place}|Jets struck {what} {when}, in {place}",
    "remote_explosive": "A bomb went off at {what} in {place} {when}|{who} planted an explosive device near {what} {when} in {place}|A blast tore through {what} {when}, in {place}",
    "attack": "Gunmen opened fire on {what} in {place} {when}|{who} massacred {what} {when} in {place}|Attackers with rifles and machetes fell on {what} {when}, in {place}",
    "violent_demonstration": "A rally of {what} turned violent in {place} {when}|{who} hurled stones and burned tyres {when} in {place}: {what}|Clashes with officers followed a march of {what} {when}, in {place}",
    "protest_intervention": "Tear gas was fired at {what} in {place} {when}|{who} broke up a march by {what} {when} in {place}|Officers with batons dispersed {what} {when}, in {place}",
    "excessive_force": "Live rounds were fired at {what} in {place} {when}|{who} shot at protesters, {what}, {when} in {place}|Security forces killed demonstrators at {what} {when}, in {place}",
    "grenade": "A grenade was thrown at {what} in {place} {when}|{who} lobbed a hand grenade towards {what} {when} in {place}|A grenade exploded at {what} {when}, in {place}",
    "abduction": "Armed men kidnapped {what} in {place} {when}|{who} abducted {what} {when} in {place}|Captors marched away {what} {when}, from {place}",
}
RELATED = {
    "shelling": ["air_strike", "attack"],
    "suicide_bomb": ["remote_explosive", "attack"],
    "armed_clash": ["attack"],
    "air_strike": ["shelling"],
    "remote_explosive": ["suicide_bomb", "attack"],
    "attack": ["armed_clash"],
    "violent_demonstration": ["protest_intervention"],
    "protest_intervention": ["violent_demonstration", "peaceful_protest"],
    "excessive_force": ["protest_intervention"],
    "grenade": ["remote_explosive"],
    "abduction": ["attack"],
}
SOURCES = "police said|residents told reporters|a hospital source confirmed|according to a monitoring group|a spokesman announced|witnesses recalled".split(
    "|"
)
TAILS = "Ambulances came late.|Roads were closed afterwards.|Nobody claimed it at first.|The governor promised an inquiry.|Shops stayed shut.|It was the worst day in months.".split(
    "|"
)
# What went on around it: one event in two newsrooms shares some of it, rarely all.
AROUND = (
    """
during a dust storm|hours after a ceasefire|as schools opened|before a visit of mediators
in the third attack this year|on the eve of elections|after weeks of calm|while power was cut
near the new bypass|behind the old cinema|opposite the grain silo|beside the water tower
as evening prayers ended|while shops were opening|in heavy rain|after a warning by leaflet
despite a curfew|amid a fuel shortage|during harvest|on a public holiday
close to the customs house|by the railway crossing|next to the stadium|at the foot of the hill
as relatives gathered|while a delegation toured|after clan elders left|before reinforcements arrived
""".strip()
    .replace("\n", "|")
    .split("|")
)
TOLLS = (None, 1, 3, 4, 7, 9, 12, 17, 23, 38)
REPORTS = (1, 2, 3, 1, 4, 2, 5, 3, 8, 2, 6, 1, 3, 2, 4)


def main() -> None:
    """Write the set."""
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
    number = 0
    for at, (scene, details) in enumerate(zip(SCENES, DETAILS, strict=True)):
        town, near, kind, initiator, target = scene.split("|")
        name, admin1, country, *degrees = town.split(",")
        home = (name, admin1, country, *map(float, degrees))
        next_name, *degrees = near.split(",")
        beside = (next_name, admin1, country, *map(float, degrees))
        day = date(2019, 1, 10) + timedelta(days=11 * at)
        miss = ("next day", "next town", "next day", "other type", "planned")[at % 5]
        first_toll = chance.choice(TOLLS)
        for which, told in enumerate(details.split("|")):
            is_miss = which == 1
            event = {
                "event": f"{at:02d}{'b' if is_miss else 'a'}",
                "miss": miss if is_miss else "",
                "type": chance.choice(RELATED[kind]) if is_miss and miss == "other type" else kind,
                "status": "planned" if is_miss and miss == "planned" else "occurred",
                "place": beside if is_miss and miss == "next town" else home,
                "day": day + timedelta(days=is_miss and miss == "next day"),
                "initiator": initiator,
                "target": target,
                "killed": chance.choice(TOLLS) if is_miss else first_toll,
                "details": told.split(";"),
                "around": chance.sample(AROUND, 3),
            }
            count = REPORTS[(2 * at + which) % len(REPORTS)]
            rows: list[dict] = []
            for _ in range(count):
                number += 1
                rows.append(tell(event, number, chance, rows))
                row = {key: value for key, value in rows[-1].items() if key != "told"}
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def tell(event: dict, number: int, chance: random.Random, before: list[dict]) -> dict:
    """Return one document of an event; one in five is a copy of one before, under its own head."""
    if before and chance.random() < 0.2:
        copied = chance.choice(before)
        return {**copied, "id": f"doc-{number:03d}", "text": f"Wire {number}. {copied['told']}"}
    day, (name, admin1, country, lat, lon) = event["day"], event["place"]
    published = day + timedelta(days=chance.choice((0, 0, 1, 1, 1, 2)))
    how = chance.choices(("day", "inferred", "night", "week", "month"), (68, 16, 6, 7, 3))[0]
    when = {"day": f"on {day:%A}", "night": "overnight", "week": "this week", "month": "this month"}
    if how == "inferred":
        published = min(published, day + timedelta(days=1))
    start, end, precision = {
        "day": (day, day, "day"),
        "inferred": (published, published, "inferred"),
        "night": (day - timedelta(days=1), day, "day"),
        "week": (day - timedelta(days=day.weekday()), published, "week"),
        "month": (day.replace(day=1), published, "month"),
    }[how]
    if event["status"] == "planned":
        published = day - timedelta(days=chance.choice((1, 2)))
    where = chance.choices(("exact", "near", "quarter", "admin1", "country"), (80, 8, 4, 6, 2))[0]
    place = {
        "name": {"admin1": admin1, "country": country}.get(where, name),
        "admin1": None if where == "country" else admin1,
        "country": country,
        "lat": lat,
        "lon": lon,
        "precision": {"quarter": "exact"}.get(where, where),
    }
    if where == "quarter":
        place.update(name=f"Old {name}", lat=round(lat + 0.03, 2), lon=round(lon + 0.01, 2))
    kind = event["type"] if chance.random() < 0.85 else chance.choice(RELATED[event["type"]])
    initiator = chance.choices((event["initiator"], "unknown", None), (6, 2, 2))[0]
    target = event["target"] if chance.random() < 0.8 else None
    killed = event["killed"]
    raised = (published - day).days * chance.choice((0, 0, 1, 2))
    told = killed + max(0, raised) if killed and chance.random() < 0.85 else None
    telling = chance.choice(TELLING[event["type"]].split("|")).format(
        what=chance.choice(event["details"]),
        place=place["name"],
        when=when.get(how, "").strip(),
        who=(initiator or "Unknown men").replace("-", " ").title(),
    )
    toll = f", killing {told}" if told else ""
    around = "".join(f", {words}" for words in event["around"] if chance.random() < 0.5)
    text = f"{telling}{around}{toll}, {chance.choice(SOURCES)}. {chance.choice(TAILS)}"
    return {
        "id": f"doc-{number:03d}",
        "event": event["event"],
        "near_miss": event["miss"],
        "published": published.isoformat(),
        "text": f"{text} Item {number}.",
        "told": text,
        "type": kind,
        "status": event["status"],
        "date": [start.isoformat(), end.isoformat(), precision],
        "place": place,
        "initiator": initiator,
        "target": target,
        "killed": told,
    }


if __name__ == "__main__":
    main()
