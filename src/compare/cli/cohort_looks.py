"""The commands that make up many cases, and that count what happens in many cases."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from compare.cli.cohorts import CRITERIA, IN, Commands, criteria_of, room_of
from compare.cli.commands import wrote
from compare.cli.output import not_the_input, say, say_blocks, say_json
from compare.cli.whose import weights_in
from compare.errors import CompareError, listed, missing_extra
from compare.words import cohort_card as made_up
from compare.words import cohort_summary as told

_AddCommon = Callable[[argparse.ArgumentParser, Callable[[argparse.Namespace], None]], None]

_USUAL_CASES = 2_000
_USUAL_OUT = "cohort.parquet"
_SHOWS_PROGRESS = 100_000


def sample_cohort(options: argparse.Namespace) -> None:
    """Make up many cases."""
    room_of(options)
    from compare.cohort.making import make_cohort

    out = Path(options.out)
    for path in (out, out.with_suffix(".md")):
        if path.exists():
            raise CompareError(
                "This file is there already; nothing was written.",
                file=path.name,
                fix="choose another name",
                found="a file of this name",
                allowed="a name that is free",
            )
    with _progress(options) as note:
        opinions = make_cohort(options.out, options.cases, options.seed, note=note)
    card = out.with_suffix(".md").name
    if options.json:
        say_json({"wrote": out.name, "card": card, "cases": options.cases, "opinions": opinions, "seed": options.seed})
    else:
        say(*made_up.wrote(out.name, card, options.cases, opinions))


def summary(options: argparse.Namespace) -> None:
    """Count how often opinions differ in many cases, and on what."""
    room_of(options)
    from compare.cohort.summary import summarise

    try:
        found = summarise(
            options.files,
            options.by,
            criteria=criteria_of(options),
            weights=weights_in(options),
            show_small=options.show_small,
        )
    except CompareError as error:
        raise error.at(file=error.file or listed(Path(name).name for name in options.files)) from None
    if options.out is not None:
        from compare.reports.cohort import save_cohort

        for name in options.files:
            not_the_input(options.out, name)
        wrote(save_cohort(found, options.out), options)
    elif options.json:
        say_json(found.plain())
    else:
        say_blocks(str(found))


_BY = (
    ("--by",),
    {"metavar": "WHAT", "choices": told.BY, "default": "cancer", "help": f"{', '.join(told.BY)} (default cancer)"},
)
_OUT = (("-o", "--out"), {"metavar": "OUT", "help": "a page or tables (.html, .csv, .xlsx, .pdf, .docx)"})
_SMALL = (
    ("--show-small",),
    {"action": "store_true", "help": "show counts of 1 to 10 too; they are hidden so that nobody is found out"},
)

COMMANDS: Commands = {"summary": (summary, told.COMMAND, (IN, _BY, CRITERIA, _OUT, _SMALL))}


def add_sample(kinds: Any, add_common: _AddCommon) -> None:
    """Add the command that makes up many cases to those that take a sample along."""
    text = "Make up many cases, to try things out."
    command = kinds.add_parser("cohort", help=text, description=text)
    command.add_argument(
        "--cases", metavar="N", type=int, default=_USUAL_CASES, help=f"how many (default {_USUAL_CASES})"
    )
    command.add_argument(
        "-o",
        "--out",
        metavar="X",
        default=_USUAL_OUT,
        help=f"the file to write, .parquet or .csv (default {_USUAL_OUT})",
    )
    add_common(command, sample_cohort)


@contextmanager
def _progress(options: argparse.Namespace) -> Iterator[Callable[[int], object] | None]:
    """Show how far it is: on a terminal, to people, where many cases are made."""
    if options.json or options.cases < _SHOWS_PROGRESS or not sys.stderr.isatty():
        yield None
        return
    try:
        from tqdm import tqdm  # type: ignore[import-untyped]
    except ImportError:
        raise missing_extra("tqdm", "cohort") from None
    with tqdm(unit=" opinions", unit_scale=True) as bar:
        yield bar.update
