"""``diurna places`` and ``diurna dates``: every toponym and expression of time of documents."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from etl.commands.arguments import add_command, add_sources
from etl.commands.code import document_of, exit_status
from etl.commands.console import one_line, tell_issues

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from etl.commands.arguments import Commands
    from etl.issues import Issue
    from etl.records import Document, Passage

    ListMentions = Callable[[Document, Sequence[Passage]], list[dict[str, Any]]]


def add_parsers(commands: Commands) -> None:
    """Add ``places`` and ``dates``."""
    for name, run, summary in (
        ("places", run_places, "list every toponym of documents with where it is"),
        ("dates", run_dates, "list every expression of time of documents with its days"),
    ):
        examples = f"""
  diurna {name} article.txt --published 2017-10-25
  diurna {name} articles.jsonl --jsonl > {name}.jsonl
"""
        parser = add_command(commands, name, run, summary=summary, examples=examples)
        add_sources(parser, "FILE", "a file or folder of documents")
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON a document")


def run_places(args: argparse.Namespace) -> int:
    """Print the places of each document, read as the rule coder reads them."""
    from etl.coders.rules import RuleCoder
    from etl.gazetteer import CREDIT

    status = _run(args, "mentions", RuleCoder().list_places)
    if not args.jsonl:
        print(CREDIT, file=sys.stderr)
    return status


def run_dates(args: argparse.Namespace) -> int:
    """Print the dates of each document."""
    from etl.extract.dates import extract_dates
    from etl.extract.syntax import extract_sentences
    from etl.resolve.dates import list_dates

    def list_of(document: Document, passages: Sequence[Passage]) -> list[dict[str, Any]]:
        mentions = extract_dates(extract_sentences(document, passages))
        return list_dates(mentions, document.published)

    return _run(args, "dates", list_of)


def _run(args: argparse.Namespace, key: str, list_mentions: ListMentions) -> int:
    from etl.gold import json_line
    from etl.parse.passages import parse_passages
    from etl.pipeline import parse_input, read_inputs

    issues: list[Issue] = []
    done = refused = 0
    for raw in read_inputs(args.sources, args.published):
        item = parse_input(raw)
        issues += item.issues
        refused += item.is_refused
        done += not item.is_refused
        if not item.was_read:
            continue
        document = document_of(item)
        passages = parse_passages(document.text)
        rows = [] if item.is_refused else list_mentions(document, passages)
        if args.jsonl:
            print(json_line({"id": document.source_key, key: rows}), flush=True)
            continue
        print(one_line(document.source_key))
        for row in rows:
            words = document.text[row["start"] : row["end"]]
            rest = ", ".join(f"{name} {value}" for name, value in row.items() if value is not None)
            print(f"  {one_line(words)}: {one_line(rest)}")
    tell_issues(issues)
    return exit_status(done, refused)
