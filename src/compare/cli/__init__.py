"""The command ``opinions``: tables for people, JSON for programs.

Exit codes: 0 done; 2 the input or the call is wrong; 1 a fault of the program itself.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence

from compare.cli.calls import parser
from compare.errors import CompareError

_OBJECTS_BETWEEN_SEARCHES = 100_000
"""A command is short and leaves few rings of objects: looking for them as often as usual takes a tenth of its time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES)
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()  # None where they were closed
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], None] = options.run
        run(options)
    except CompareError as error:
        sys.stderr.write(f"{_limited(str(error))}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; no file is half written.\n")
        return 130
    except Exception:  # noqa: BLE001 - the last net: people never see a traceback
        return _internal_fault(arguments)
    return 0


def _limited(text: str, most: int = 12) -> str:
    lines = [line if len(line) <= 400 else line[:400] + "…" for line in text.splitlines()]
    return "\n".join(lines[:most])


def _internal_fault(arguments: Sequence[str] | None) -> int:
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    sys.stderr.write("Internal error: this is a fault of the program. Your file is unchanged.\n")
    sys.stderr.write(traceback.format_exc() if debug else "Run the same command with --debug to see the details.\n")
    return 1
