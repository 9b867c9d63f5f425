"""A progress line on standard error, on a terminal only; elsewhere nothing is written."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress(label: str, *, prints: bool = False) -> Iterator[Callable[[int], None]]:
    """Give a function that counts finished documents up; the line goes when the block ends.

    A block that ``prints`` to the terminal is its own progress.
    """
    if not sys.stderr.isatty() or (prints and sys.stdout.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f} documents"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    # Standard output is the result's: it must not be led through the bar's console.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(label, total=None, rate="")

        def advance(count: int) -> None:
            bar.advance(task, count)
            shown = bar.tasks[0]
            rate = shown.completed / shown.elapsed if shown.elapsed else 0
            bar.update(task, rate=f"{rate:,.1f} a second" if shown.completed else "")

        yield advance
