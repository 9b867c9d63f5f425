"""Words that decide whether two names agree: generic words, branches of a state, countries.

Kept apart from the coder's own word lists on purpose: what judges the coder must not change with
it.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set("the a an al el ad an ar as ash at az l")
PREPOSITIONS = _set("of in from for at near with by to on and")
BRANCHES = {
    "army": _set("army military troop soldier serviceman infantry"),
    "police": _set("police policeman policewoman constable"),
    "air": _set("airforce warplane jet jets aircraft drone helicopter"),
    "armed": _set(
        "rebel militant insurgent terrorist jihadist jihadi extremist guerrilla gunman militia "
        "militiaman fighter combatant separatist armed"
    ),
}
STATE = _set("army police air")
NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve dozen score hundred several "
    "some many"
)
QUALIFIERS = _set("unidentified unknown suspected alleged local armed security special regular")
# Beside a name these do not make it another actor's.
GENERIC = QUALIFIERS.union(
    *BRANCHES.values(),
    _set(
        "force group member unit element personnel officer official commander leader supporter "
        "operative recruit cell man person attacker assailant suicide bomber ground government "
        "regime national arab defense defence defender peacekeeper organization organisation "
        "movement corp service air"
    ),
)
# With generic words alone, these name nobody.
HEADS = _set(
    "state people party front council brigade battalion division coalition alliance union republic "
    "wing branch faction authority community network"
)
# A name with one of these and a name without it are two actors.
DIVIDERS = _set(
    "free anti pro former ex new real rival dissident breakaway splinter south north east west "
    "backed"
)
PLACE_WORDS = PREPOSITIONS | _set(
    "province governorate district city town village region area countryside state county "
    "municipality camp airport base border north south east west northern southern eastern western "
    "central near outside suburb outskirt neighborhood neighbourhood"
)
PHRASES = {
    "armed force": "military airforce",
    "military force": "military airforce",
    "air force": "airforce",
    "fighter jet": "jet",
    "police officer": "police",
    "police force": "police",
    "shiite": "shia",
    "kurdish": "kurd",
}
# Two armies that are not those of the state in their name.
NAMED_ARMIES = {"libya national army": "lna", "syria national army": "sna"}
# A country, its people and its other names; the first form stands for all.
COUNTRIES = [
    line.split(",")
    for line in """
Afghanistan,Afghan;Algeria,Algerian;Angola,Angolan;Argentina,Argentine;Armenia,Armenian
Azerbaijan,Azerbaijani,Azeri;Bangladesh,Bangladeshi;Belgium,Belgian;Bolivia,Bolivian
Brazil,Brazilian;Britain,British,UK,U.K.,United Kingdom;Burkina Faso,Burkinabe,Burkinabè
Burundi,Burundian;Cambodia,Cambodian;Cameroon,Cameroonian;Canada,Canadian
Central African Republic,Central African;Chad,Chadian;Chile,Chilean;China,Chinese
Colombia,Colombian
DR Congo,DRC,Congo,Congolese,Democratic Republic of Congo,Democratic Republic of the Congo
Cuba,Cuban;Cyprus,Cypriot;Ecuador,Ecuadorian;Egypt,Egyptian
El Salvador,Salvadoran,Salvadorean,Salvador;Ethiopia,Ethiopian;France,French;Georgia,Georgian
Germany,German;Ghana,Ghanaian;Greece,Greek;Guatemala,Guatemalan;Guinea,Guinean;Haiti,Haitian
Honduras,Honduran;India,Indian;Indonesia,Indonesian;Iran,Iranian;Iraq,Iraqi;Ireland,Irish
Israel,Israeli;Italy,Italian;Ivory Coast,Ivorian,Cote d'Ivoire;Japan,Japanese;Jordan,Jordanian
Kenya,Kenyan;Kosovo,Kosovar;Kyrgyzstan,Kyrgyz;Lebanon,Lebanese;Liberia,Liberian;Libya,Libyan
Malaysia,Malaysian;Mali,Malian;Mexico,Mexican;Morocco,Moroccan;Mozambique,Mozambican
Myanmar,Burma,Burmese;Nepal,Nepalese,Nepali;Nicaragua,Nicaraguan;Niger,Nigerien
Nigeria,Nigerian;North Korea,North Korean;Pakistan,Pakistani;Palestine,Palestinian
Panama,Panamanian;Paraguay,Paraguayan;Peru,Peruvian;Philippines,Philippine,Filipino
Russia,Russian;Rwanda,Rwandan;Saudi Arabia,Saudi,Saudi Arabian;Senegal,Senegalese
Serbia,Serbian;Somalia,Somali,Somalian;South Africa,South African;South Korea,South Korean
South Sudan,South Sudanese;Spain,Spanish;Sri Lanka,Sri Lankan;Sudan,Sudanese;Syria,Syrian
Tanzania,Tanzanian;Thailand,Thai;Tunisia,Tunisian;Turkey,Turkish,Türkiye;Uganda,Ugandan
Ukraine,Ukrainian;United Arab Emirates,UAE,U.A.E.,Emirati
United States,US,U.S.,USA,U.S.A.,American;Venezuela,Venezuelan;Vietnam,Vietnamese;Yemen,Yemeni
Zambia,Zambian;Zimbabwe,Zimbabwean
""".strip()
    .replace("\n", ";")
    .split(";")
]
