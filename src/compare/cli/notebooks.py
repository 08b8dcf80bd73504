"""The command that puts the notebooks into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from compare.cli.output import say, say_json
from compare.errors import CompareError
from compare.files import save_bytes
from compare.samples import notebook_paths


def notebooks(options: argparse.Namespace) -> None:
    """Put the notebooks that come with the program into a folder; what is there already stays as it is."""
    folder = Path(options.folder)
    targets = [folder / path.name for path in notebook_paths()]
    there = [path.name for path in targets if path.exists()]
    if there:
        raise CompareError(
            "These notebooks are there already; nothing was written.",
            file=folder.name,
            found=", ".join(there),
            fix="choose an empty folder: opinions notebooks FOLDER",
            allowed="a folder without them",
        )
    _make(folder)
    for source, target in zip(notebook_paths(), targets, strict=True):
        save_bytes(target, source.read_bytes())
    names = [path.name for path in targets]
    if options.json:
        say_json({"wrote": names})
    else:
        say("Wrote:", *(f"  {name}" for name in names), f"Open the first: jupyter lab {targets[0]}")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        found = (error.strerror if isinstance(error, OSError) else None) or "a name that no folder can have"
        raise CompareError(
            "This folder cannot be made; nothing was written.",
            file=folder.name,
            found=found,
            fix="choose a name in a folder that is there",
            allowed="a folder that is there, or a new one in it",
        ) from None
