"""Spellings of places as conflict news writes them, each in a text that names its country.

A row: the words before the name, the name, the country that the text is about, and where it is.
A place may be refused in ten of these rows at most, and none may be put elsewhere.
"""

from __future__ import annotations

import math

import pytest

from etl.codes import PassageKind
from etl.extract.places import extract_places
from etl.extract.syntax import parse_sentences
from etl.gazetteer import open_gazetteer
from etl.records import Passage, PlaceValue
from etl.resolve.places import resolve_places

TABLE = """
Deir Ezzur province|Syrian|SYR|35.3|40.1
Deir Ezzur|Syrian|SYR|35.34|40.14
al-Qa'em|Iraqi|IRQ|34.39|41.0
Qa'em|Iraqi|IRQ|34.39|41.0
Rawa|Iraqi|IRQ|34.48|41.92
Nineveh|Iraqi|IRQ|36.2|42.7
Anbar|Iraqi|IRQ|33.0|42.0
Albu Kamal|Syrian|SYR|34.45|40.92
al-Mayadeen|Syrian|SYR|35.02|40.45
Mosul|Iraqi|IRQ|36.34|43.12
Tal Afar|Iraqi|IRQ|36.38|42.45
Huweija|Iraqi|IRQ|35.33|43.77
Kirkuk|Iraqi|IRQ|35.47|44.39
Ana|Iraqi|IRQ|34.37|41.98
Tal Safuk|Iraqi|IRQ|36.3|41.3
T2 pumping station|Syrian|SYR|34.4|40.2
Baghdad|Iraqi|IRQ|33.34|44.4
Damascus|Syrian|SYR|33.51|36.29
Idlib|Syrian|SYR|35.93|36.63
Khan Sheikhoun|Syrian|SYR|35.44|36.65
Ghouta|Syrian|SYR|33.5|36.4
Douma|Syrian|SYR|33.57|36.4
Kobani|Syrian|SYR|36.89|38.35
Ayn al-Arab|Syrian|SYR|36.89|38.35
Raqqa|Syrian|SYR|35.95|39.01
Mariupol|Ukrainian|UKR|47.1|37.55
Bakhmut|Ukrainian|UKR|48.6|38.0
Avdiivka|Ukrainian|UKR|48.14|37.74
Goma|Congolese|COD|-1.68|29.22
Beni|Congolese|COD|0.49|29.47
Maiduguri|Nigerian|NGA|11.85|13.16
Chibok|Nigerian|NGA|10.87|12.85
Kunduz|Afghan|AFG|36.73|68.86
Lashkar Gah|Afghan|AFG|31.59|64.36
Quetta|Pakistani|PAK|30.18|67.0
Peshawar|Pakistani|PAK|34.01|71.58
Mogadishu|Somali|SOM|2.04|45.34
Kismayo|Somali|SOM|-0.36|42.55
El Fasher|Sudanese|SDN|13.63|25.35
Khartoum|Sudanese|SDN|15.55|32.53
Cabo Delgado|Mozambican|MOZ|-12.5|39.5
Mocimboa da Praia|Mozambican|MOZ|-11.35|40.35
Sana'a|Yemeni|YEM|15.35|44.21
Hodeidah|Yemeni|YEM|14.8|42.95
Rafah|Palestinian|PSE|31.3|34.25
Khan Younis|Palestinian|PSE|31.34|34.31
Jenin|Palestinian|PSE|32.46|35.3
Tigray|Ethiopian|ETH|13.8|39.0
Mekelle|Ethiopian|ETH|13.5|39.47
Myitkyina|Burmese|MMR|25.38|97.4
Apatzingan|Mexican|MEX|19.09|-102.35
Buenaventura|Colombian|COL|3.88|-77.03
Tell Abyad|Syrian|SYR|36.7|38.95
Ras al-Ain|Syrian|SYR|36.85|40.07
Maarat al-Numan|Syrian|SYR|35.64|36.68
Jisr al-Shughour|Syrian|SYR|35.81|36.32
Sheikh Maqsoud|Syrian|SYR|36.24|37.15
Ain Issa|Syrian|SYR|36.38|38.87
Baghouz|Syrian|SYR|34.45|40.96
Sweida|Syrian|SYR|32.71|36.57
Falluja|Iraqi|IRQ|33.35|43.78
Baqubah|Iraqi|IRQ|33.75|44.64
Muqdadiyah|Iraqi|IRQ|33.98|44.94
Sinjar|Iraqi|IRQ|36.32|41.88
Tuz Khurmatu|Iraqi|IRQ|34.88|44.63
Abu Ghraib|Iraqi|IRQ|33.3|44.18
Nasiriya|Iraqi|IRQ|31.06|46.26
Sadr City|Iraqi|IRQ|33.39|44.46
Ain al-Hilweh|Lebanese|LBN|33.55|35.38
Nahr al-Bared|Lebanese|LBN|34.51|35.96
Bint Jbeil|Lebanese|LBN|33.12|35.43
Arsal|Lebanese|LBN|34.18|36.42
Shujaiya|Palestinian|PSE|31.5|34.48
Jabaliya|Palestinian|PSE|31.53|34.48
Beit Hanoun|Palestinian|PSE|31.54|34.54
Nablus|Palestinian|PSE|32.22|35.26
Sderot|Israeli|ISR|31.52|34.6
Kiryat Shmona|Israeli|ISR|33.21|35.57
al-Arish|Egyptian|EGY|31.13|33.8
Sheikh Zuweid|Egyptian|EGY|31.22|34.11
Benghazi|Libyan|LBY|32.12|20.07
Sirte|Libyan|LBY|31.21|16.59
Ain Zara|Libyan|LBY|32.8|13.28
Ras Lanuf|Libyan|LBY|30.5|18.55
Zawiya|Libyan|LBY|32.76|12.73
Taiz|Yemeni|YEM|13.58|44.02
Marib|Yemeni|YEM|15.46|45.32
Zinjibar|Yemeni|YEM|13.13|45.38
Mukalla|Yemeni|YEM|14.54|49.12
Saada|Yemeni|YEM|16.94|43.76
Geneina|Sudanese|SDN|13.45|22.45
Nyala|Sudanese|SDN|12.05|24.88
Omdurman|Sudanese|SDN|15.64|32.48
Zamzam camp|Sudanese|SDN|13.48|25.31
Malakal|South Sudanese|SSD|9.53|31.66
Bentiu|South Sudanese|SSD|9.23|29.8
Lalibela|Ethiopian|ETH|12.03|39.04
Gondar|Ethiopian|ETH|12.6|37.47
Afgoye|Somali|SOM|2.14|45.12
Baidoa|Somali|SOM|3.11|43.65
Beledweyne|Somali|SOM|4.74|45.2
Dadaab|Kenyan|KEN|0.06|40.31
Mandera|Kenyan|KEN|3.94|41.86
Bunia|Congolese|COD|1.56|30.25
Rutshuru|Congolese|COD|-1.19|29.45
Bukavu|Congolese|COD|-2.49|28.84
Bangui|Central African|CAF|4.36|18.55
Bambari|Central African|CAF|5.77|20.68
Bama|Nigerian|NGA|11.52|13.69
Gwoza|Nigerian|NGA|11.09|13.69
Zaria|Nigerian|NGA|11.11|7.72
Sambisa Forest|Nigerian|NGA|11.25|13.42
Diffa|Nigerien|NER|13.32|12.61
Gao|Malian|MLI|16.27|-0.04
Kidal|Malian|MLI|18.44|1.41
Djibo|Burkinabe|BFA|14.1|-1.63
Pemba|Mozambican|MOZ|-12.97|40.52
Palma|Mozambican|MOZ|-10.77|40.47
Bamenda|Cameroonian|CMR|5.96|10.15
Maroua|Cameroonian|CMR|10.59|14.32
Kandahar|Afghan|AFG|31.61|65.71
Jalalabad|Afghan|AFG|34.43|70.45
Dasht-e-Barchi|Afghan|AFG|34.5|69.1
Tarin Kot|Afghan|AFG|32.63|65.87
Pul-e-Khumri|Afghan|AFG|35.94|68.71
Helmand|Afghan|AFG|31.4|64.2
Panjshir Valley|Afghan|AFG|35.4|69.7
Miranshah|Pakistani|PAK|33.0|70.07
Parachinar|Pakistani|PAK|33.9|70.1
Karachi|Pakistani|PAK|24.86|67.01
North Waziristan|Pakistani|PAK|32.95|70.1
Srinagar|Indian|IND|34.08|74.8
Pulwama|Indian|IND|33.87|74.9
Imphal|Indian|IND|24.81|93.94
Sukma|Indian|IND|18.39|81.66
Cox's Bazar|Bangladeshi|BGD|21.45|91.97
Maungdaw|Burmese|MMR|20.82|92.37
Laukkai|Burmese|MMR|23.69|98.76
Yala|Thai|THA|6.54|101.28
Marawi|Philippine|PHL|8.0|124.29
Jolo|Philippine|PHL|6.05|121.0
Donetsk|Ukrainian|UKR|48.02|37.8
Kharkov|Ukrainian|UKR|49.98|36.25
Kramatorsk|Ukrainian|UKR|48.74|37.58
Kherson|Ukrainian|UKR|46.64|32.62
Zaporizhzhia|Ukrainian|UKR|47.85|35.12
Grozny|Russian|RUS|43.31|45.69
Belgorod|Russian|RUS|50.6|36.59
Stepanakert|Azerbaijani|AZE|39.82|46.75
Diyarbakir|Turkish|TUR|37.91|40.22
Cizre|Turkish|TUR|37.33|42.19
Zahedan|Iranian|IRN|29.5|60.86
Culiacan|Mexican|MEX|24.8|-107.39
Ciudad Juarez|Mexican|MEX|31.72|-106.46
Reynosa|Mexican|MEX|26.08|-98.29
Tibu|Colombian|COL|8.64|-72.74
Toribio|Colombian|COL|2.96|-76.27
Cite Soleil|Haitian|HTI|18.58|-72.33
Petion-Ville|Haitian|HTI|18.51|-72.29
Mitrovica|Kosovar|XKX|42.88|20.87
"""
ROWS = [line.split("|") for line in TABLE.strip().splitlines()]
REACH_KM = {
    "Deir Ezzur province": 80,
    "Nineveh": 120,
    "Anbar": 150,
    "Tigray": 120,
    "Cabo Delgado": 120,
    "Helmand": 120,
}


def _resolve(name: str, adjective: str) -> tuple[str, PlaceValue | None]:
    """Return the mention that covers a name within a two-sentence report, and its value."""
    first = f"{adjective} officials gave the figures on Monday."
    second = f"Three people were killed in {name} on Sunday, they said."
    text = f"{first} {second}"
    passages = [
        Passage(0, len(first), PassageKind.BODY, 0, 0),
        Passage(len(first) + 1, len(text), PassageKind.BODY, 0, 1),
    ]
    gazetteer = open_gazetteer()
    mentions = extract_places(parse_sentences(text, passages), gazetteer)
    values = resolve_places(mentions, text, gazetteer)
    start = text.index(name)
    for mention, value in zip(mentions, values, strict=True):
        if mention.start < start + len(name) and mention.end > start:
            return mention.text, value
    return "", None


def _distance_km(value: PlaceValue, latitude: float, longitude: float) -> float:
    if value.latitude is None or value.longitude is None:
        return math.inf
    x = (longitude - value.longitude) * math.cos(math.radians(latitude))
    return 111.2 * math.hypot(x, latitude - value.latitude)


def test_table_holds_the_known_spellings_and_a_hundred_more() -> None:
    """The table has at least 152 spellings, no one twice."""
    assert len(ROWS) >= 152
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("name", "adjective", "country", "lat", "lon"), ROWS, ids=[r[0] for r in ROWS]
)
def test_spelling_is_right_or_refused(
    name: str, adjective: str, country: str, lat: str, lon: str
) -> None:
    """No spelling is put into another country or far from where the place is."""
    _, value = _resolve(name, adjective)
    if value is None or value.latitude is None:
        return
    assert value.country == country, value
    assert _distance_km(value, float(lat), float(lon)) <= REACH_KM.get(name, 40), value


def test_at_most_ten_spellings_are_refused() -> None:
    """All but ten spellings have a point."""
    refused = []
    for name, adjective, *_ in ROWS:
        _, value = _resolve(name, adjective)
        if value is None or value.latitude is None:
            refused.append(name)
    assert len(refused) <= 10, refused
    assert len(ROWS) - len(refused) >= 140
