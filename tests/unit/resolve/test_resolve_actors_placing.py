"""The names and kinds that actors have at the place of an event."""

from __future__ import annotations

import pytest

from etl.codes import ActorKind
from etl.records import ActorMention, Document, ResolvedActor
from etl.resolve.actors import place_actor, resolve_actors

KIND = ActorKind


def _mention(text: str, noun_class: str, start: int = 0, **more: object) -> ActorMention:
    return ActorMention(
        start,
        start + len(text),
        start,
        text,
        0,
        noun_class=noun_class,
        is_generic=True,
        **more,  # type: ignore[arg-type]
    )


def _class(noun_class: str, text: str = "they", **more: object) -> ResolvedActor:
    return ResolvedActor(_mention(text, noun_class), noun_class=noun_class, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("country", "kind"),
    [("IRQ", KIND.STATE_FORCES), ("SYR", KIND.EXTERNAL_FORCES), (None, KIND.STATE_FORCES)],
)
def test_forces_of_a_state_are_external_abroad(country: str | None, kind: KIND) -> None:
    """The same soldiers are state forces at home and external forces elsewhere."""
    assert place_actor(_class("army", country="IRQ"), country, None).kind is kind


def test_soldiers_of_nowhere_said_are_those_of_the_country_of_the_event() -> None:
    """Bare "soldiers" belong to the country of the event, else to that of the document."""
    assert place_actor(_class("army"), "PER", "USA").name == "Peruvian Army"
    assert place_actor(_class("army"), None, "PER").name == "Peruvian Army"
    assert place_actor(_class("army"), None, None).country is None


def test_likely_countries_come_before_others() -> None:
    """Where forces of one country are told of, "the army" of another is not supposed."""
    actor = _class("army", countries=("TUR",))
    assert place_actor(actor, "IRQ", None).actor_id == "tur-army"
    assert place_actor(_class("army", countries=("TUR", "IRQ")), "IRQ", None).actor_id == "irq-army"


def test_police_are_local() -> None:
    """Police are of the country of the event whatever other forces are told of."""
    assert place_actor(_class("police", countries=("SOM",)), "KEN", None).country == "KEN"


def test_soldiers_and_aircraft_in_palestine_are_israeli() -> None:
    """A territory without an army of its own gives its soldiers' words to the one that acts there."""
    assert place_actor(_class("army"), "PSE", None).country == "ISR"
    assert place_actor(_class("police"), "PSE", None).country == "PSE"


def test_people_who_march_are_protesters() -> None:
    """The kind that people have in an event changes their name, but not that of fighters."""
    marched = place_actor(_class("students"), "CHL", None, as_kind=KIND.PROTESTERS)
    fought = place_actor(_class("rebels"), "CHL", None, as_kind=KIND.PROTESTERS)
    assert (marched.name, marched.kind) == ("Protesters (Chile)", KIND.PROTESTERS)
    assert fought.kind is KIND.REBEL_GROUP


def test_a_namesake_of_the_country_of_the_event_is_meant() -> None:
    """The insurgents whom Mozambicans call al-Shabaab are not Somalia's."""
    actor = ResolvedActor(
        _mention("al-Shabab", "named"),
        actor_id="al-shabaab",
        name="Al-Shabaab",
        kind=KIND.REBEL_GROUP,
        country="SOM",
        noun_class="named",
    )
    assert place_actor(actor, "MOZ", None).actor_id == "is-mozambique"
    assert place_actor(actor, "KEN", None).actor_id == "al-shabaab"


def test_an_unlisted_name_gives_the_same_id_each_time() -> None:
    """The id of a group in no list depends on its name alone, without regard to case."""
    one = ResolvedActor(_mention("Dawn Front", "named"), name="Dawn Front", kind=KIND.REBEL_GROUP)
    other = ResolvedActor(
        _mention("DAWN FRONT", "named", 9), name="DAWN FRONT", kind=KIND.REBEL_GROUP
    )
    assert place_actor(one, "MLI", None).actor_id == place_actor(other, "NER", None).actor_id


def test_resolving_keeps_to_the_mentions() -> None:
    """There is one resolved actor for each mention, and a pronoun for nobody stays nobody."""
    mentions = [_mention("They", "pronoun", is_plural=True)]
    (actor,) = resolve_actors(mentions, Document("0", "0", "They fled."))
    assert (actor.mention, actor.name, actor.noun_class) == (mentions[0], None, "")


def test_a_name_of_several_groups_is_that_of_the_country_of_the_event() -> None:
    """The word "Maoists" means one group in India, another in Nepal, mere rebels elsewhere."""
    maoists = _class("rebels", "the Maoists")
    assert place_actor(maoists, "IND", None).actor_id == "cpi-maoist"
    assert place_actor(maoists, "NPL", None).actor_id == "nepal-maoists"
    assert place_actor(maoists, "PER", None).name == "Rebels (Peru)"
