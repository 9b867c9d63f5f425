"""Words by which status and scope are told (see ``status``): lemmas unless they say forms."""

from __future__ import annotations

import re

from etl.codes import Status

PLANNING = frozenset(
    "plan prepare intend aim pledge promise schedule expect ready order decide gear due set "
    "poise await mean anticipate organise organize approve announce want seek preparation "
    "plan".split()
)
PLAN_NOUNS = frozenset("plan preparation order call intention proposal talk".split())
THREATENING = frozenset("threaten threat vow warn swear".split())
DENYING = frozenset(
    "deny reject dismiss refute disavow repudiate rebut debunk false untrue rumour rumor fabricate "
    "disprove withdraw".split()
)
FOILING = frozenset(
    "foil thwart prevent avert abort fail disrupt attempt try stop plot conspire misfire".split()
)
PREVENTING = frozenset("foil thwart prevent avert abort disrupt stop".split())
SUPPOSING = frozenset(
    "willing keen fear hope urge demand propose proposal risk possibility ability capable able "
    "unable unlikely likely chance call "
    "wish advise ask dream imagine believe refuse decline hesitate avoid deter potential danger "
    "condemn mark commemorate remember discuss debate train exercise simulate drill help allow "
    "investigate accuse".split()
) - {"believe", "accuse", "investigate", "call"}
OPPOSING = frozenset("reject oppose refuse protest criticise criticize denounce".split())
REHEARSALS = frozenset(
    "drill exercise manoeuvre maneuver wargame simulation rehearsal novel film movie".split()
)
FIGURATIVE = frozenset(
    "blistering scathing verbal stinging personal withering rhetorical legal diplomatic charm "
    "cyber "
    "heart media political price trade culture propaganda".split()
)
ABSTRACT = frozenset(
    "decency democracy freedom right independence value press law constitution customer poverty "
    "corruption "
    "disease hunger drug crime inflation climate tax market share title".split()
)
UNTRUE = frozenset("false untrue wrong unfounded baseless fabricated fake".split())
NOTORIOUS = frozenset("know notorious famous infamous renowned".split())
ANNOUNCED = frozenset("demonstration protest march rally offensive operation campaign".split())
MOVING = frozenset("move go come arrive rush return enter head seek struggle work campaign".split())
CONTENT_NOUNS = frozenset(
    "claim report story allegation rumour rumor accusation suggestion news statement "
    "account".split()
)
HAPPENING = frozenset("go explode detonate take occur happen".split())
FUTURE_STATUS = (Status.PLANNED, Status.THREATENED)
CAUGHT = frozenset(
    "arrest detain foil seize suspect cell plot intercept defuse catch thwart".split()
)
CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
FUTURE = frozenset(("will", "would", "shall", "'ll", "’ll"))
POSSIBLE = frozenset(("may", "might", "could", "can", "should", "must", "ought", "cannot", "ca"))
CLAUSAL = (
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "relcl",
    "pcomp",
    "conj",
    "dobj",
    "nsubj",
    "nsubjpass",
    "pobj",
    "prep",
    "attr",
    "appos",
    "dep",
    "oprd",
    "compound",
)
ONGOING_VERBS = frozenset("continue rage rag persist keep remain".split())
COUNTABLE = frozenset(
    "assault attack clash raid airstrike battle protest murder killing kidnapping".split()
)
SMALL_NUMBERS = frozenset("two three four 2 3 4".split())
LASTING = frozenset("war violence unrest conflict insurgency".split())
NEGATIONS = frozenset(("no", "not", "n't", "never", "neither", "nor", "n’t"))
COUNTED = frozenset(
    "kill die displace uproot detain arrest wound injure lose life abduct kidnap murder martyr "
    "perish".split()
)
FOR_YEARS = re.compile(
    r"\bfor (?:more than |over |nearly |almost |about |some |at least )?(?:\w+ )?(?:decades?|"
    r"years)\b|"
    r"\bsince (?:19|20)\d\d\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince (?:\d|mon|tues|wednes|thurs|fri|satur|sun|yesterday)", re.IGNORECASE)
PERIOD = re.compile(
    r"\b(?:since (?:the (?:start|beginning|outbreak|fall|coup|war|invasion)|"
    r"(?:[\w' ]{3,40}? )(?:began|started|erupted|broke out)|the (?:19|20)\d\d \w+|"
    r"(?:early |mid-?|late )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"last (?:year|month|summer|spring|autumn|winter)|(?:19|20)\d\d)|then)|"
    r"(?:over|during|in|for|within) (?:the )?(?:past|last|previous|first) (?:few |several |"
    r"couple of |"
    r"\w+[- ])?(?:weeks|months|years|decade|decades|year|month|quarter|half|nine months)|"
    r"so far this|this year|this month alone|in the course of|(?:each|every) (?:day|week|month|"
    r"year)|"
    r"in recent (?:weeks|months|years)|for (?:months|years)|annually|to date|"
    r"last year|in (?:19|20)\d\d|a total of|altogether|overall|in all)\b",
    re.IGNORECASE,
)
PATTERN_WORDS = re.compile(
    r"\b(?:increasingly|regularly|routinely|repeatedly|frequently|stepped up|tally|tallied|"
    r"recorded|documented|series of|string of|wave of|spate of|toll since)\b",
    re.IGNORECASE,
)
# Events of which a plural with a period tells a pattern.
REPEATED = frozenset(
    "attack raid strike clash bombing killing murder kidnapping explosion protest".split()
)
