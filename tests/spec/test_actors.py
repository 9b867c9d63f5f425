"""Sentences and the actors that they name or describe, by the codebook's section on actors."""

from __future__ import annotations

import pytest

from etl.codes import ActorKind, PassageKind
from etl.extract.actors import extract_actors, load_actor_list
from etl.extract.syntax import parse_sentences
from etl.records import ActorIdentity, Document, Passage
from etl.resolve.actors import place_actor, resolve_actors

STATE, REBEL, POLITICAL = "state_forces", "rebel_group", "political_militia"
COMMUNAL, CIVILIANS, FOREIGN = "communal_militia", "civilians", "external_forces"
RIOTERS, UNKNOWN, PROTESTERS = "rioters", "unknown", "protesters"

# Text (sentences are parted by " / "), country of the event, words of the mention, name, kind.
CASES: list[tuple[str, str, str, str, str]] = [
    # ---- forces of a state, at home and abroad
    (
        "Azerbaijani army lorries drove into Agdam.",
        "AZE",
        "Azerbaijani army lorries",
        "Azerbaijani Army",
        STATE,
    ),
    ("A bomb hit a police van in Lahore.", "PAK", "a police van", "Pakistan Police", STATE),
    (
        "The raid was the work of Boko Haram, whose fighters shot two guards.",
        "NGA",
        "whose fighters",
        "Boko Haram",
        REBEL,
    ),
    (
        "Gunmen believed to belong to al-Shabaab shot two teachers.",
        "KEN",
        "Gunmen believed to belong to al-Shabaab",
        "Al-Shabaab",
        REBEL,
    ),
    (
        "Rwandan rebels of the FDLR and their Wazalendo allies attacked Luvungi.",
        "COD",
        "their Wazalendo allies",
        "Wazalendo",
        POLITICAL,
    ),
    ("Malian troops swept three villages in Mopti.", "MLI", "Malian troops", "Malian Army", STATE),
    ("Kenyan jets bombed a camp in Gedo.", "SOM", "Kenyan jets", "Kenyan Air Force", FOREIGN),
    (
        "Two Indian soldiers died in the avalanche of fire.",
        "IND",
        "Two Indian soldiers",
        "Indian Army",
        STATE,
    ),
    ("The Tatmadaw shelled Myawaddy.", "MMR", "The Tatmadaw", "Myanmar Armed Forces", STATE),
    (
        "FARDC soldiers fled Sake.",
        "COD",
        "FARDC soldiers",
        "Armed Forces of the Democratic Republic of the Congo",
        STATE,
    ),
    (
        "Police fired tear gas at the marchers in Lagos.",
        "NGA",
        "Police",
        "Nigeria Police Force",
        STATE,
    ),
    (
        "Gendarmes opened fire on a lorry near Tillaberi.",
        "NER",
        "Gendarmes",
        "National Gendarmerie of Niger",
        STATE,
    ),
    (
        "Border guards shot two smugglers near Zahedan.",
        "IRN",
        "Border guards",
        "Iranian Border Guard",
        STATE,
    ),
    (
        "The armed forces of Armenia fired mortars at Tovuz.",
        "AZE",
        "The armed forces of Armenia",
        "Armed Forces of Armenia",
        FOREIGN,
    ),
    (
        "Iran's Revolutionary Guards shelled the ridge.",
        "IRQ",
        "Iran's Revolutionary Guards",
        "Islamic Revolutionary Guard Corps",
        FOREIGN,
    ),
    ("Israeli air strikes hit Baalbek.", "LBN", "Israeli", "Israeli Air Force", FOREIGN),
    (
        "Russian shelling destroyed a clinic in Kherson.",
        "UKR",
        "Russian",
        "Russian Armed Forces",
        FOREIGN,
    ),
    ("US drones circled over Shabwa.", "YEM", "US drones", "United States Air Force", FOREIGN),
    (
        "Government forces lost eleven men at Kidal.",
        "MLI",
        "Government forces",
        "Malian Armed Forces",
        STATE,
    ),
    (
        "Regime helicopters dropped barrel bombs on Darayya.",
        "SYR",
        "Regime helicopters",
        "Syrian Arab Air Force",
        STATE,
    ),
    ("Attackers raided an army base in Maradi.", "NER", "an army base", "Nigerien Army", STATE),
    (
        "A police lorry ran over a mine near Garissa.",
        "KEN",
        "A police lorry",
        "Kenya Police",
        STATE,
    ),
    (
        "Soldiers from Chad and the Frontier Corps were elsewhere.",
        "PAK",
        "the Frontier Corps",
        "Frontier Corps",
        STATE,
    ),
    (
        "Burundian and Ugandan soldiers entered Barawe.",
        "SOM",
        "Burundian and Ugandan soldiers",
        "Burundian Army",
        FOREIGN,
    ),
    (
        "Burundian and Ugandan soldiers entered Barawe.",
        "SOM",
        "Burundian and Ugandan soldiers",
        "Ugandan Army",
        FOREIGN,
    ),
    ("Ankara sent tanks across the line.", "SYR", "Ankara", "Government of Turkey", FOREIGN),
    (
        "The National Guard dispersed the crowd in Kasserine.",
        "TUN",
        "The National Guard",
        "Tunisian National Guard",
        STATE,
    ),
    # ---- names of the list, their spellings and acronyms
    ("Da'esh fighters overran Kirkuk's suburbs.", "IRQ", "Da'esh fighters", "Islamic State", REBEL),
    ("Daech claimed the bombing.", "IRQ", "Daech", "Islamic State", REBEL),
    (
        "A Shebab suicide bomber struck a hotel in Mogadishu.",
        "SOM",
        "A Shebab suicide bomber",
        "Al-Shabaab",
        REBEL,
    ),
    ("Ansar Allah fired a missile at Najran.", "SAU", "Ansar Allah", "Houthis", REBEL),
    (
        "The outlawed TTP ambushed the patrol.",
        "PAK",
        "The outlawed TTP",
        "Tehrik-i-Taliban Pakistan",
        REBEL,
    ),
    ("Hizballah rockets landed near Safed.", "ISR", "Hizballah", "Hezbollah", REBEL),
    (
        "Al Hashd Al Shaabi units cleared the orchard.",
        "IRQ",
        "Al Hashd Al Shaabi units",
        "Popular Mobilization Forces",
        STATE,
    ),
    ("Sendero Luminoso killed four ronderos.", "PER", "Sendero Luminoso", "Shining Path", REBEL),
    (
        "FMLN guerrillas blew up a bridge over the Lempa.",
        "SLV",
        "FMLN guerrillas",
        "Farabundo Martí National Liberation Front",
        REBEL,
    ),
    (
        "The CJNG burned 20 lorries in Jalisco.",
        "MEX",
        "The CJNG",
        "Jalisco New Generation Cartel",
        POLITICAL,
    ),
    (
        "Three members of the Gulf Clan were shot in Turbo.",
        "COL",
        "Three members of the Gulf Clan",
        "Gulf Clan",
        POLITICAL,
    ),
    (
        "CODECO militiamen hacked nine people to death.",
        "COD",
        "CODECO militiamen",
        "CODECO",
        COMMUNAL,
    ),
    ("A MONUSCO convoy was stoned in Beni.", "COD", "A MONUSCO convoy", "MONUSCO", FOREIGN),
    (
        "The Saudi-led coalition bombed Hodeidah.",
        "YEM",
        "The Saudi-led coalition",
        "Saudi-led coalition",
        FOREIGN,
    ),
    (
        "Fighters of the Karen National Liberation Army took the camp.",
        "MMR",
        "Fighters of the Karen National Liberation Army",
        "Karen National Liberation Army",
        REBEL,
    ),
    ("Anti-balaka looted the market.", "CAF", "Anti-balaka", "Anti-balaka", POLITICAL),
    ("Wagner mercenaries landed in Gao.", "MLI", "Wagner mercenaries", "Wagner Group", FOREIGN),
    # ---- ambiguous acronyms
    (
        "The Allied Democratic Forces (ADF) burned Oicha. / The ADF then fled.",
        "COD",
        "The ADF",
        "Allied Democratic Forces",
        REBEL,
    ),
    (
        "Cameroon's army said that the Ambazonia Defence Forces (ADF) had attacked. / The ADF denied it.",
        "CMR",
        "The ADF",
        "Ambazonia Defence Forces",
        REBEL,
    ),
    (
        "Somalia said that the SNA had retaken Adale.",
        "SOM",
        "the SNA",
        "Somali National Army",
        STATE,
    ),
    (
        "Syria's north is quiet, but the SNA shelled Tal Rifaat.",
        "SYR",
        "the SNA",
        "Syrian National Army",
        REBEL,
    ),
    # ---- groups in no list
    (
        "A little-known outfit called the Sahel Dawn Front claimed the raid.",
        "NER",
        "A little-known outfit called the Sahel Dawn Front",
        "Sahel Dawn Front",
        REBEL,
    ),
    (
        "The Lakeside Defence Movement (LDM) ambushed a convoy. / The LDM lost six men.",
        "MWI",
        "The LDM",
        "Lakeside Defence Movement",
        REBEL,
    ),
    (
        "Members of the Black Heron Cartel dumped the bodies.",
        "MEX",
        "Members of the Black Heron Cartel",
        "Black Heron Cartel",
        POLITICAL,
    ),
    # ---- described, not named
    (
        "Unidentified gunmen killed a councillor in Basra.",
        "IRQ",
        "Unidentified gunmen",
        "Unidentified armed group (Iraq)",
        UNKNOWN,
    ),
    (
        "Three masked men on a motorbike shot him.",
        "COL",
        "Three masked men",
        "Unidentified armed group (Colombia)",
        UNKNOWN,
    ),
    (
        "Men in army fatigues dragged him away.",
        "LBY",
        "Men",
        "Unidentified armed group (Libya)",
        UNKNOWN,
    ),
    (
        "Suspected jihadists burned a school in Soum.",
        "BFA",
        "Suspected jihadists",
        "Islamist militants (Burkina Faso)",
        REBEL,
    ),
    ("Bandits rustled 200 cows in Zamfara.", "NGA", "Bandits", "Bandits (Nigeria)", COMMUNAL),
    (
        "A gang leader and his bodyguard were arrested in Kingston.",
        "JAM",
        "A gang leader",
        "Gangs (Jamaica)",
        POLITICAL,
    ),
    (
        "Pro-government militiamen torched huts.",
        "SSD",
        "Pro-government militiamen",
        "Pro-government militias (South Sudan)",
        POLITICAL,
    ),
    (
        "Turkish-backed rebels seized Jarablus.",
        "SYR",
        "Turkish-backed rebels",
        "Turkish-backed rebels",
        REBEL,
    ),
    (
        "Tribal fighters blocked the road.",
        "YEM",
        "Tribal fighters",
        "Communal militias (Yemen)",
        COMMUNAL,
    ),
    (
        "Jewish settlers uprooted olive trees.",
        "PSE",
        "Jewish settlers",
        "Israeli settlers",
        RIOTERS,
    ),
    ("Mutinous soldiers stormed the palace.", "GIN", "Mutinous soldiers", "Rebels (Guinea)", REBEL),
    # ---- civilians, protesters
    (
        "Villagers fled towards Bria.",
        "CAF",
        "Villagers",
        "Civilians (Central African Republic)",
        CIVILIANS,
    ),
    (
        "The shell killed a university lecturer.",
        "UKR",
        "a university lecturer",
        "Civilians (Ukraine)",
        CIVILIANS,
    ),
    (
        "Two volunteer paramedics were wounded.",
        "LBY",
        "Two volunteer paramedics",
        "Civilians (Libya)",
        CIVILIANS,
    ),
    (
        "Journalist Ana Robles was shot outside her home.",
        "MEX",
        "Journalist Ana Robles",
        "Civilians (Mexico)",
        CIVILIANS,
    ),
    (
        "Pedro Salas Quispe, a farmers' leader, was shot.",
        "PER",
        "Pedro Salas Quispe",
        "Civilians (Peru)",
        CIVILIANS,
    ),
    (
        "Hundreds of people were driven from their homes.",
        "MOZ",
        "Hundreds of people",
        "Civilians (Mozambique)",
        CIVILIANS,
    ),
    (
        "Dozens of demonstrators were beaten in Minsk.",
        "BLR",
        "Dozens of demonstrators",
        "Protesters (Belarus)",
        PROTESTERS,
    ),
    ("An angry mob lynched a pickpocket.", "IDN", "An angry mob", "Rioters (Indonesia)", RIOTERS),
    ("A bus full of mourners was hit.", "AFG", "A bus", "Civilians (Afghanistan)", CIVILIANS),
    # ---- going back within the document
    (
        "Boko Haram raided Baga. / The group killed 20 people.",
        "NGA",
        "The group",
        "Boko Haram",
        REBEL,
    ),
    (
        "The ELN bombed a pipeline. / Its fighters then shot two engineers.",
        "COL",
        "Its fighters",
        "National Liberation Army (ELN)",
        REBEL,
    ),
    ("Al-Shabaab attacked Dhobley. / They withdrew at dawn.", "SOM", "They", "Al-Shabaab", REBEL),
    (
        "Turkish troops crossed the border. / The army said that it had lost two men.",
        "IRQ",
        "The army",
        "Turkish Army",
        FOREIGN,
    ),
    (
        "The Arakan Army besieged Ann. / The rebels shot down a helicopter.",
        "MMR",
        "The rebels",
        "Arakan Army",
        REBEL,
    ),
    (
        "The Sinaloa Cartel attacked Caborca. / The gang set cars alight.",
        "MEX",
        "The gang",
        "Sinaloa Cartel",
        POLITICAL,
    ),
    (
        "Gunmen stormed a mosque. / The attackers fled on foot.",
        "AFG",
        "The attackers",
        "Unidentified armed group (Afghanistan)",
        UNKNOWN,
    ),
    (
        "Jaish al-Adl, a Sunni militant group, claimed the blast.",
        "IRN",
        "a Sunni militant group",
        "Jaish al-Adl",
        REBEL,
    ),
    (
        "The Houthis fired on Saudi soldiers. / Both sides shelled the border.",
        "YEM",
        "Both sides",
        "Houthis",
        REBEL,
    ),
    (
        "The Houthis fired on Saudi soldiers. / Both sides shelled the border.",
        "YEM",
        "Both sides",
        "Saudi Army",
        FOREIGN,
    ),
    (
        "Congolese soldiers fought the M23. / The latter took Bunagana.",
        "COD",
        "The latter",
        "March 23 Movement",
        REBEL,
    ),
    (
        "Ethiopian soldiers entered Shire. / Their tanks shelled the town.",
        "ETH",
        "Their tanks",
        "Ethiopian Army",
        STATE,
    ),
    # ---- words before and after a name, things, drones
    (
        "Another rebel army, the Ogaden National Liberation Front, began a truce.",
        "ETH",
        "Another rebel army",
        "Ogaden National Liberation Front",
        REBEL,
    ),
    ("A police sergeant was stabbed.", "XKX", "A police sergeant", "Kosovo Police", STATE),
    (
        "The army and Hema militiamen met. / They then took Djugu.",
        "COD",
        "They",
        "Armed Forces of the Democratic Republic of the Congo",
        STATE,
    ),
    ("Shells hit positions of the Houthis.", "YEM", "the Houthis", "Houthis", REBEL),
    (
        "Syrian soldiers fought Islamic State. / The jihadists lost 12 men.",
        "SYR",
        "The jihadists",
        "Islamic State",
        REBEL,
    ),
    ("Shi'ite militias entered Amerli.", "IRQ", "Shi'ite militias", "Shi'ite militias", POLITICAL),
    (
        "Two Kuwaitis and a Palestinian were held.",
        "LBN",
        "a Palestinian",
        "Civilians (Lebanon)",
        CIVILIANS,
    ),
]


def _identities(text: str, words: str, country: str) -> list[ActorIdentity]:
    """Return what the mentions with the given words stand for in an event in a country."""
    sentences = text.split(" / ")
    body = " ".join(sentences)
    passages, at = [], 0
    for number, sentence in enumerate(sentences):
        passages.append(Passage(at, at + len(sentence), PassageKind.BODY, 0, number))
        at += len(sentence) + 1
    mentions = extract_actors(parse_sentences(body, passages), load_actor_list())
    assert all(body[m.start : m.end] == m.text for m in mentions)
    assert all(m.start <= m.head < m.end for m in mentions)
    resolved = resolve_actors(mentions, Document("0", "0", body))
    return [
        place_actor(part, country, country)
        for mention, actor in zip(mentions, resolved, strict=True)
        if mention.text == words
        for part in actor.parts or (actor,)
    ]


@pytest.mark.parametrize(
    ("text", "country", "words", "name", "kind"), CASES, ids=[f"{c[2]}: {c[3]}" for c in CASES]
)
def test_words_stand_for_an_actor(
    text: str, country: str, words: str, name: str, kind: str
) -> None:
    """The words of a mention stand for the actor that a reader would name, of the right kind."""
    found = _identities(text, words, country)
    assert (name, ActorKind(kind)) in [(actor.name, actor.kind) for actor in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The price of lamb forces families to skip meals.", "forces"),
        ("Soldiers guard the bridge.", "guard"),
        ("The attackers wore military uniforms.", "military"),
        ("An anti-Houthi commander was shot.", "anti-Houthi"),
        ("A bomb went off in the rebel-held town.", "rebel"),
        ("On 16 March the dam broke.", "March"),
    ],
)
def test_words_that_are_no_actor(text: str, words: str) -> None:
    """A verb, a quality or a relation to somebody else is no mention of an actor."""
    assert not _identities(text, words, "IRQ")
