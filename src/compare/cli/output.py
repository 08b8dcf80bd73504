"""What commands print: lines for people, one JSON document for programs."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

from compare.errors import CompareError, visible

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
        raise CompareError("The output could not be written.", found=error.strerror) from None


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
