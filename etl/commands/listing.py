"""Events as a person reads them: one block an event, from its row in the gold format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from etl.commands.console import emphasize, mark_spans, one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 100
LABEL = 12


def list_document(row: dict[str, Any]) -> str:
    """Return a document of the gold format as text: a heading and its events."""
    title = one_line(row["title"] or "") or shorten(row["text"], 70) or "(empty)"
    day = row["published"] or "no date"
    lines = [emphasize(f"{one_line(row['id'])}  {day}  {title}")]
    if not row["events"]:
        lines.append("  no events")
    for number, event in enumerate(row["events"], start=1):
        lines += list_event(event, row["text"], f"{number}.")
    return "\n".join([*lines, ""])


def list_event(event: dict[str, Any], text: str, head: str = "") -> list[str]:
    """Return the lines that tell an event of the gold format."""
    scope = " (summary)" if event["scope"] == "summary" else ""
    title = f"{event['type']}, {event['status']}{scope}"
    lines = [f"  {head} {emphasize(title)}".rstrip()]
    lines += [
        _line("when", tell_date(event["date"])),
        _line("where", tell_place(event["location"])),
    ]
    for actor in event["actors"]:
        words = ", ".join(f'"{one_line(words)}"' for words in actor["text"])
        lines.append(_line(actor["role"], f"{actor['name']} ({actor['kind']}) {words}".rstrip()))
    lines += [_line(casualty["outcome"], tell_toll(casualty)) for casualty in event["casualties"]]
    if event["attribution"]:
        said = event["attribution"]
        lines.append(_line("says", f"{said['claimant']} ({said['kind']})"))
    lines += [_line("", sentence) for sentence in mark_sentences(event, text)]
    return lines


def tell_date(when: dict[str, Any]) -> str:
    """Return a date with its precision."""
    if when["start"] is None and when["end"] is None:
        return "unknown"
    days = dict.fromkeys(str(day or "…") for day in (when["start"], when["end"]))
    return f"{' to '.join(days)} ({when['precision']})"


def tell_place(place: dict[str, Any]) -> str:
    """Return a place from the small to the large, with its precision."""
    names = dict.fromkeys(place[key] for key in ("name", "admin1", "country") if place[key])
    if not names:
        return "unknown"
    at = f" at {place['lat']:.4f}, {place['lon']:.4f}" if place["lat"] is not None else ""
    return f"{', '.join(names)} ({place['precision']}){at}"


def tell_toll(casualty: dict[str, Any]) -> str:
    """Return a toll: its bounds, its victims, its claimant, its words."""
    low, best, high = casualty["low"], casualty["best"], casualty["high"]
    if low is None and high is None:
        bounds = "uncounted"
    elif low == high:
        bounds = str(best)
    elif high is None:
        bounds = f"{low} or more"
    elif low is None:
        bounds = f"up to {high}"
    else:
        bounds = f"{low} to {high}"
    marks = [
        word
        for word, is_so in (
            ("about", casualty.get("approximate", False)),
            ("replaced", not casualty.get("current", True)),
            ("a part", casualty.get("part_of", False)),
        )
        if is_so
    ]
    told = ", ".join([bounds, *marks, casualty["victims"], f"of {casualty['side']}"])
    by = f", says {casualty['claimant']}" if casualty["claimant"] else ""
    return f'{told}{by}: "{one_line(casualty["text"])}"'


def mark_sentences(event: dict[str, Any], text: str) -> Iterator[str]:
    """Return the sentences that an event was read from, its words in them marked."""
    from etl.parse.passages import parse_passages

    spans = [(item["start"], item["end"]) for item in event["evidence"]]
    trigger = event["trigger"]
    spans.append((trigger["start"], trigger["start"] + len(trigger["text"])))
    for passage in parse_passages(text):
        if any(start < passage.end and end > passage.start for start, end in spans):
            yield mark_spans(text, passage.start, passage.end, spans)


def _line(label: str, value: str) -> str:
    return f"     {label:<{LABEL}} {one_line(value)}" if label else f"     {value}"
