"""What the kinds of input are read to: text with what the file itself says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.issues import Issue, Severity, Stage

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an input, and the metadata that stands in the input itself."""

    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    address: str | None = None
    language: str | None = None


def parse_issue(severity: Severity, code: str, source_key: str, message: str) -> Issue:
    """Return an issue of this stage, its message led by where it is."""
    return Issue(Stage.PARSE, severity, code, f"{source_key}: {message}", source_key)


def doubt(code: str, source_key: str, message: str) -> Issue:
    """Return an issue about an input that is used all the same."""
    return parse_issue(Severity.DOUBT, code, source_key, message)


def refusal(code: str, source_key: str, message: str) -> Issue:
    """Return an issue about an input that is not used."""
    return parse_issue(Severity.REFUSED, code, source_key, message)
