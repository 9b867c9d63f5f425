"""Run the commands of a document's ``console`` blocks and put what they print below them.

Enters: a Markdown file. Leaves: the same file with fresh output, or with ``--check`` exit status 1
if it was stale. A block is commands (``$ diurna …``, continued by ``> ``), each followed by what it
prints on standard output. All run in one empty folder beside a copy of ``seeds``, in their order.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")


def _commands(block: str) -> list[str]:
    """Return the commands of a block as they stand there, continuation lines included."""
    commands: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append(line)
        elif line.startswith("> ") and commands:
            commands[-1] += f"\n{line}"
    return commands


def _run(command: str, folder: Path) -> str:
    """Return what a command prints on standard output.

    Raises:
        SystemExit: the command failed.
    """
    shell = "\n".join(line[2:] for line in command.splitlines())
    environment = dict(os.environ, PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    environment.pop("DIURNA_DB", None)
    done = subprocess.run(  # noqa: S602 - the documents' own commands
        shell,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{shell}\n{done.stdout}{done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines())


def refresh(text: str) -> str:
    """Return a document with the output of its commands as they print it now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds")

        def fill(match: re.Match[str]) -> str:
            parts = [
                "\n".join(filter(None, (command, _run(command, folder))))
                for command in _commands(match.group(1))
            ]
            return "```console\n" + "\n".join(parts) + "\n```"

        return _BLOCK.sub(fill, text)


def main(arguments: list[str]) -> int:
    """Refresh, or check, each document named."""
    is_check = "--check" in arguments
    stale = []
    for name in arguments:
        if name == "--check":
            continue
        path = Path(name)
        before = path.read_text(encoding="utf-8")
        after = refresh(before)
        if after == before:
            continue
        stale.append(name)
        if not is_check:
            path.write_text(after, encoding="utf-8")
    if is_check and stale:
        print(f"stale: {', '.join(stale)}. Run make docs.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
