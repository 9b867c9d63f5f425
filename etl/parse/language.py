"""The language of a text, by its script and its commonest words.

Enters: a text. Leaves: an ISO 639-1 code, or None where there is too little to tell by. This is
no general detector: what matters is whether the text is English, which the coder reads, and the
name of the language where it plainly is another that news is written in.
"""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters
_FEWEST_WORDS = 8
_ENOUGH_WORDS = 25
_ENGLISH_SHARE = 0.06  # of running words; news has a quarter or more
_SCRIPT_SHARE = 0.5

# Grammar words that a language has and its neighbours mostly lack.
_WORDS = {
    "en": "the of and to in a was is were that for on with by at from as it his had has been be "
    "said which who after an are he they their not killed near this people",
    "fr": "le la les des et du dans une est que qui pour par sur au avec il été ont sont ne pas",
    "es": "el la los las de que y en un una por con del se para al su fue más han como",
    "pt": "o os as de que e do da em um uma para com não por dos no na foi são pelo",
    "it": "il di che la e un una per con del della sono nel gli alla è stato anche",
    "de": "der die und das den von zu mit ist im auf für dem nicht ein eine sich wurde des",
    "nl": "de het een van en in op dat is met voor zijn niet aan er door werd bij",
    "tr": "ve bir bu da de için ile olarak çok daha olan sonra gibi kadar ise tarafından",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan oleh telah ke",
    "sv": "och att det som en på är av för med den till inte har ett om",
    "pl": "w i na z do się że nie jest o od po przez dla oraz",
    "sw": "ya wa na kwa katika la za ni cha kuwa hiyo huo wakati alisema",
    "so": "iyo ka ku oo ayaa waxaa uu in ay la soo waxay",
    "ha": "da na ya a ta ga wata cewa sun wanda kuma yan",
    "tl": "ang ng mga sa na ay at ni kay para nang ito siya",
    "vi": "và của là có trong cho được không một người với các",
}
_STOPWORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = (  # language that stands for a script, and its letters
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
# Letters that tell apart languages of one script.
_LETTERS = {
    "ar": (("ur", "ٹڈڑںےہ"), ("ps", "ښځڅړ"), ("fa", "پچگژ")),
    "ru": (("uk", "іїєґ"),),
}


def parse_language(text: str) -> str | None:
    """Return the language of a text, or None where there are too few words to tell."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > _SCRIPT_SHARE * letters:
            near = _LETTERS.get(language, ())
            return next((code for code, signs in near if _has_many(sample, signs)), language)
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(
        {language: sum(word in known for word in words) for language, known in _STOPWORDS.items()}
    )
    language, best = max(counts.items(), key=lambda item: item[1])
    if counts["en"] == best:
        language = "en"
    return language if best > _ENGLISH_SHARE * len(words) else None


def is_foreign(text: str, language: str | None) -> bool:
    """Tell whether a text is in another language than English, or long and in none known."""
    if language is not None:
        return language != "en"
    return len(_WORD.findall(text[:_SAMPLE])) >= _ENOUGH_WORDS


def _has_many(sample: str, letters: str) -> bool:
    return sum(sample.count(letter) for letter in letters) > 0.01 * len(sample)
