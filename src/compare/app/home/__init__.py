"""The one page of the app: what its kernel runs. Which file to open it learns from the environment, never from a cell."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from compare.errors import CompareError

FILE = "OPINIONS_FILE"
"""The name under which a kernel is told which case to open."""


def open_home() -> None:
    """Show the app with the case that the command was called with; where it can no longer be read, say so and show it empty."""
    name = os.environ.get(FILE)
    try:
        _show(screen(Path(name) if name else None))
    except CompareError as error:
        _show({"text/plain": str(error)}, raw=True)
        _show(screen(None))


def screen(file: Path | None) -> Any:
    """Return what the app shows; this is the one place that decides it.

    Parameters
    ----------
    file : Path or None
        A case file.

    Raises
    ------
    CompareError
        The file cannot be read, or is no longer a case.
    """
    from compare.app import App

    app = App(path=file)
    app.state.folder = app.state.folder or Path.cwd()
    return app


def _show(thing: Any, **how: Any) -> None:
    from IPython.display import display

    display(thing, **how)  # type: ignore[no-untyped-call]
