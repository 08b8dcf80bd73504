"""The command that opens the app in a browser."""

from __future__ import annotations

import argparse
import json
import threading
import webbrowser
from functools import partial
from pathlib import Path

from compare.cli.output import say, say_text
from compare.errors import CompareError, visible
from compare.files import read
from compare.files.reading import ending_of
from compare.words import serving

_LOWEST_PORT, _HIGHEST_PORT = 1024, 65535
_KEY = "Ctrl-C"


def app(options: argparse.Namespace) -> None:
    """Open the app, with a case or without one, until somebody stops it."""
    from compare.app.serve import serve

    file = None if options.file is None else Path(options.file).absolute()
    if file is not None and not _begins(file, options):
        read(file)
    serve(file, port=_port(options.port), starting=partial(_starting, options), started=partial(_started, options))
    if not options.json:
        say(serving.STOPPED)


def _begins(file: Path, options: argparse.Namespace) -> bool:
    """Tell whether a file is to be made, and say so; a file that can never be one of ours is refused."""
    ending_of(file)
    try:
        file.lstat()
    except FileNotFoundError:
        if not file.parent.is_dir():
            found = visible(file.parent.name)
            raise CompareError(
                serving.NO_FOLDER,
                file=file.name,
                found=found,
                fix=serving.MAKE_FOLDER,
                allowed="a folder that is there",
            ) from None
        if not options.json:
            say(serving.begins(visible(file.name)))
        return True
    except (OSError, ValueError):
        return False
    return False


def _port(number: int | None) -> int:
    from compare.app.serve import port_error

    if number is not None and not _LOWEST_PORT <= number <= _HIGHEST_PORT:
        raise port_error(number)
    return number or 0


def _starting(options: argparse.Namespace) -> None:
    if not options.json:
        say(serving.STARTING)


def _started(options: argparse.Namespace, address: str, once: str) -> None:
    if options.json:
        say_text(json.dumps({"address": address, "stop": _KEY}) + "\n")
    else:
        say(*serving.started(address))
    if options.browser:
        threading.Thread(target=webbrowser.open, args=(once,), daemon=True).start()
