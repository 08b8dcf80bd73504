"""The commands for many cases at once: check their files, and score every opinion in them."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.case import Criterion
from compare.cli.output import say, say_blocks, say_json
from compare.cli.whose import weights_in
from compare.errors import CompareError
from compare.files import read
from compare.robustness import check_seed
from compare.words import cohorts as told

if TYPE_CHECKING:
    from compare.cohort import Tally

IN = (("files",), {"metavar": "IN", "nargs": "+", "help": "files of many cases (.parquet, .csv)"})
CRITERIA = (
    ("--criteria",),
    {"metavar": "FILE", "help": "a case whose criteria the columns follow (default: the built-in five)"},
)
_OUT = (("-o", "--out"), {"metavar": "OUT", "required": True, "help": "the file to write (.parquet, .csv)"})
_SHARES = (
    ("--shares",),
    {"action": "store_true", "help": "how often each opinion is first, worked out for every case (takes longer)"},
)
_ANY = (
    ("--any-weights",),
    {"action": "store_true", "help": "in what share of all weights each of two known opinions is first"},
)
_ENGINE = (
    ("--engine",),
    {
        "choices": told.ENGINES,
        "default": told.ENGINES[0],
        "help": "where the sums are done (default: local, on this computer)",
    },
)
_SCHEDULER = (
    ("--scheduler",),
    {"metavar": "ADDRESS", "help": "with --engine dask: the Dask cluster that the rows are sent to (tcp://HOST:8786)"},
)


def check(options: argparse.Namespace) -> None:
    """Check files of many cases."""
    cohort = room_of(options)
    found = cohort.check_files(options.files, criteria=criteria_of(options), progress=shows_progress(options))
    if options.json:
        say_json({"ok": True, **found.plain()})
    else:
        say(told.CHECKED)
        say_blocks(str(found))


def score(options: argparse.Namespace) -> None:
    """Score every opinion of many cases."""
    cohort = room_of(options)
    began = time.monotonic()
    asked = cohort.Options(weights=weights_in(options), shares=options.shares, any_weights=options.any_weights)
    found: Tally = cohort.score_files(
        options.files,
        options.out,
        criteria=criteria_of(options),
        options=asked,
        scheduler=scheduler_in(options),
        progress=shows_progress(options),
    )
    name = Path(options.out).name
    if options.json:
        say_json(
            {"schema": 1, "wrote": name, "weights": asked.weights.plain() if asked.weights else None, **found.plain()}
        )
        return
    say_blocks(str(found), told.wrote(name, found.opinions))
    sys.stderr.write(f"{told.took(time.monotonic() - began)}\n")


Commands = Mapping[str, tuple[Callable[[argparse.Namespace], None], str, Sequence[Any]]]

COMMANDS: Commands = {
    "check": (check, "Check files of many cases, every row of them.", (IN, CRITERIA)),
    "score": (score, "Score every opinion of many cases.", (IN, _OUT, CRITERIA, _SHARES, _ANY, _ENGINE, _SCHEDULER)),
}


def add_to(
    groups: Any,
    add_common: Callable[[argparse.ArgumentParser, Callable[[argparse.Namespace], None]], None],
    more: Commands | None = None,
) -> None:
    """Add the commands for many cases to a parser's groups."""
    commands = {**COMMANDS, **(more or {})}
    cohort = groups.add_parser("cohort", help=told.COMMAND, description=told.COMMAND)
    kinds = cohort.add_subparsers(dest="kind", required=True, metavar="|".join(commands))
    for name, (run, text, arguments) in commands.items():
        command = kinds.add_parser(name, help=text, description=text)
        for flags, settings in arguments:
            command.add_argument(*flags, **settings)
        add_common(command, run)


def room_of(options: argparse.Namespace) -> Any:
    """Return the room of many cases, loaded at its first use, after a look at the options that every command takes."""
    try:
        check_seed(options.seed)
    except CompareError as error:
        raise error.at(path=("--seed",)) from None
    if options.person is not None:
        raise CompareError(
            "Many cases have no people of their own.",
            path=("--person",),
            found=options.person,
            allowed="--weights, or columns of weights in the file",
            fix="leave --person out",
        )
    from compare import cohort

    return cohort


def criteria_of(options: argparse.Namespace) -> Sequence[Criterion] | None:
    """Return the criteria that the columns follow; None for the built-in ones."""
    return None if options.criteria is None else read(options.criteria).criteria


def scheduler_in(options: argparse.Namespace) -> str | None:
    """Return the address of the cluster that does the sums; None where this computer does them."""
    if (options.engine == "dask") != bool(options.scheduler):
        raise CompareError(
            told.ENGINE_AND_ADDRESS,
            path=("--scheduler",),
            found=f"--engine {options.engine}, "
            + (f"--scheduler {options.scheduler}" if options.scheduler else "no address"),
            allowed="--engine dask --scheduler tcp://HOST:8786, or neither",
            fix="give both, or neither",
        )
    return options.scheduler or None


def shows_progress(options: argparse.Namespace) -> bool:
    """Tell whether to show how far it is: on a terminal, to people."""
    return bool(sys.stderr.isatty()) and not options.json
