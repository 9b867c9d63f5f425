"""Figures and errors as text for a person to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from etl.evaluate.figures import Figure
    from etl.evaluate.tally import Tally

_KINDS = ("missed", "spurious", "wrong")


def render_figures(figures: Mapping[str, Figure]) -> str:
    """Return a table of the figures that there are: value, 95% interval, what it is taken over."""
    lines = [f"{'figure':<23}{'value':>7}  {'95% interval':<16}n"]
    for name, figure in figures.items():
        if figure.value is None:
            continue
        between = " – ".join(f"{bound:.3f}" for bound in figure.interval or ())
        lines.append(f"{name:<23}{figure.value:>7.3f}  {between:<16}{figure.n}")
    return "\n".join(lines)


def render_errors(tallies: Sequence[Tally], count: int) -> str:
    """Return the first errors of each kind: events missed, events made up, values wrong."""
    parts = []
    for kind in _KINDS:
        errors = [words for tally in tallies for found, words in tally.errors if found == kind]
        if errors[:count]:
            parts.append("\n".join([kind, *(f"  {words}" for words in errors[:count])]))
    return "\n\n".join(parts)
