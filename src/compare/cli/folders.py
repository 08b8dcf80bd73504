"""The command for a folder of cases: one worksheet."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from compare.cli.output import not_the_input, say, say_json
from compare.cli.whose import weights_in
from compare.errors import CompareError
from compare.robustness import check_seed

_SHOWS_PROGRESS = 50


def worksheet(options: argparse.Namespace) -> None:
    """Say in a line each what the cases of a folder come to, and save it where that is wanted."""
    from compare.folders import files_in, read_folder

    paths = files_in(Path(options.file))
    for path in paths if options.out is not None else ():
        not_the_input(options.out, path)
    shows = len(paths) >= _SHOWS_PROGRESS and sys.stderr.isatty() and not options.json and find_spec("tqdm") is not None
    try:
        check_seed(options.seed)
    except CompareError as error:
        raise error.at(path=("--seed",)) from None
    found = read_folder(
        options.file,
        weights_in(options),
        person=options.person,
        without_names=options.without_names,
        progress=shows,
    )
    made = None if options.out is None else found.save(options.out)
    if options.json:
        say_json(found.plain() | ({} if made is None else {"wrote": made.name}))
    else:
        say(str(found), "" if made is None else f"\nWrote {made.name}.")


def expect_folder(options: argparse.Namespace) -> None:
    """Refuse a file to write where one case is compared."""
    if options.out is not None:
        raise CompareError(
            "A worksheet is made from a folder of cases.",
            path=("--out",),
            found=Path(options.file).name,
            allowed="a folder",
            fix="for one case: opinions report FILE -o OUT",
        )
