"""``diurna code``: documents to events, printed; no database."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from etl.commands.arguments import add_command, add_sources, add_workers
from etl.commands.console import LOG, count_of, tell_issues
from etl.commands.progress import progress

if TYPE_CHECKING:
    import argparse

    from etl.commands.arguments import Commands
    from etl.issues import Issue
    from etl.pipeline import CodedInput
    from etl.records import Document

DETAILS = """\
The kind of input follows the file: JSONL (id, title, text, published, publisher, url; other keys
are ignored), plain text, HTML or PDF. The result does not depend on the number of workers."""
EXAMPLES = """
  diurna code article.txt --published 2017-10-25
  diurna code articles.jsonl --jsonl > events.jsonl
  diurna code page.html report.pdf --jsonl --workers 4
"""
SOME_REFUSED, NOTHING_DONE = 3, 1


def add_parsers(commands: Commands) -> None:
    """Add ``code``."""
    parser = add_command(
        commands,
        "code",
        run_code,
        summary="code documents and print their events; no database",
        details=DETAILS,
        examples=EXAMPLES,
    )
    add_sources(parser, "FILE", "a file or folder of documents")
    parser.add_argument(
        "--jsonl", action="store_true", help="one line of JSON a document, in the order given"
    )
    add_workers(parser)


def run_code(args: argparse.Namespace) -> int:
    """Code and print; the exit status tells what was refused."""
    from etl.coders import DEFAULT_CODER
    from etl.commands.listing import list_document
    from etl.gold import gold_document, json_line
    from etl.pipeline import chunk_inputs, code_chunk, map_chunks, opened_coder, read_inputs

    # Before there are workers: what the coder needs is built once, and what it lacks is told once.
    opened_coder(DEFAULT_CODER)
    issues: list[Issue] = []
    done = refused = events = 0
    inputs = read_inputs(args.sources, args.published)
    with progress("coding", prints=True) as advance:
        for chunk in map_chunks(code_chunk, chunk_inputs(inputs), args.workers):
            for item in chunk:
                issues += item.all_issues
                refused += item.is_refused
                if not item.was_read:
                    continue
                row = gold_document(document_of(item), item.coding)
                done += not item.is_refused
                events += len(row["events"])
                print(json_line(row) if args.jsonl else list_document(row))
                advance(1)
            sys.stdout.flush()
    tell_issues(issues)
    if not args.jsonl and done:
        LOG.info(
            "%s in %s. To keep them: diurna ingest %s",
            count_of(events, "event"),
            count_of(done, "document"),
            " ".join(str(source) for source in args.sources),
        )
    return exit_status(done, refused)


def document_of(item: CodedInput) -> Document:
    """Return the parsed document, or an empty one that keeps the place of one refused."""
    from etl.records import Document

    if item.document is not None:
        return item.document
    return Document(document_id="", source_key=item.source_key or "", text="")


def exit_status(done: int, refused: int) -> int:
    """Return 0 where nothing was refused, 3 where some was, 1 where all was."""
    if not refused and done:
        return 0
    return SOME_REFUSED if done else NOTHING_DONE
