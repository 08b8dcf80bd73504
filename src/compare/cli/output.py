"""What commands print, lines for people and one JSON document for programs; and where they may write."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from compare.errors import CompareError, quoted, visible

_WIDTH = 80


def say(*lines: str) -> None:
    """Print lines, the empty ones left out."""
    say_text("".join(f"{visible(line)}\n" for line in lines if line))


def say_blocks(*blocks: str) -> None:
    """Print blocks of lines, the empty ones left out, with an empty line between two."""
    say("\n\n".join(block for block in blocks if block))


def say_text(text: str) -> None:
    """Print a text as it is.

    Raises
    ------
    CompareError
        Nothing can be written there, as on a full disk.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CompareError(
            "The output could not be written.",
            found=error.strerror,
            allowed="a place that takes text",
            fix="check the free space, or send the output to another place",
        ) from None


def say_json(document: Any) -> None:
    """Print one JSON document."""
    say_text(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def filled(text: str) -> str:
    """Return a text in lines that fit a terminal."""
    return textwrap.fill(visible(text), _WIDTH)


def bullets(sentences: Sequence[str]) -> str:
    """Return sentences as a list."""
    return "\n".join(
        textwrap.fill(visible(sentence), _WIDTH, initial_indent="- ", subsequent_indent="  ") for sentence in sentences
    )


def not_the_input(out: str, file: str | Path) -> Path:
    """Return where the result goes, or say that it would take the place of the file that it is made from."""
    if is_there(out) and is_there(file) and Path(out).samefile(file):
        raise CompareError(
            "The result would take the place of the file it is made from; nothing was written.",
            file=Path(out).name,
            fix="choose another name for the result",
            found="the name of the input",
            allowed="a name of its own for the result",
        )
    return Path(out)


def is_there(name: str | Path) -> bool:
    """Tell whether there is a file of this name, or say that no file can have it."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        raise CompareError(
            "No file can have this name; nothing was written.",
            found=quoted(str(name)),
            fix="choose a short, plain name",
            allowed="a name that a file can have",
        ) from None
