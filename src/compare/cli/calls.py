"""How commands are called: their names, arguments and options, as data."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from compare.cli import cohort_looks, cohorts, commands, looks, notebooks, opening, preparing
from compare.errors import CompareError, did_you_mean, listed, quoted
from compare.files import ENDINGS
from compare.robustness import KNOWING, USUAL_DRAWS
from compare.words import papers
from compare.words import preparing as ready


class _Parser(argparse.ArgumentParser):
    """A parser whose errors read like every other error."""

    def error(self, message: str) -> NoReturn:
        word = message.partition("invalid choice: ")[2].partition(" ")[0].strip("'")
        known = [*_COMMANDS, "sample", "cohort"]
        wrong_command = "argument COMMAND" in message or "required: COMMAND" in message
        if word and not wrong_command:
            known = message.partition("choose from ")[2].rstrip(")").replace("'", "").split(", ")
        raise CompareError(
            "This is not a command." if wrong_command else "This call cannot be understood.",
            found=quoted(word or message),
            allowed=listed(known) if word or wrong_command else self.format_usage().removeprefix("usage: ").strip(),
            fix=(did_you_mean(word, known) if word else None) or f"{self.prog} --help",
        )


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = _Parser(prog="opinions", description="Compare what two or more doctors recommend, by what matters to you.")
    made.add_argument("--version", action="version", version=_version())
    groups = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (run, text, arguments) in _COMMANDS.items():
        command = groups.add_parser(name, help=text, description=text)
        for flags, settings in arguments:
            command.add_argument(*flags, **settings)
        _add_common(command, run)
    made_up = groups.add_parser("sample", help="Take a sample along.", description="Take a sample along.")
    kinds = made_up.add_subparsers(dest="kind", required=True, metavar="case|cohort")
    case = kinds.add_parser("case", help="A sample case.", description="List the sample cases, or write one.")
    case.add_argument("name", nargs="?", metavar="NAME", help="which one; without it, a list")
    case.add_argument("-o", "--out", metavar="FILE", help="the file to write")
    _add_common(case, commands.sample_case)
    cohort_looks.add_sample(kinds, _add_common)
    cohorts.add_to(groups, _add_common, cohort_looks.COMMANDS)
    return made


def _add_common(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], None]) -> None:
    command.add_argument("--person", metavar="NAME", help="whose weights to use")
    command.add_argument("--weights", metavar="LIST", help='weights as points, as in "goals=40,side_effects=30,..."')
    command.add_argument("--seed", metavar="N", type=int, default=0, help="for everything that is drawn (default 0)")
    command.add_argument("--json", action="store_true", help="one JSON document instead of text")
    command.add_argument("--debug", action="store_true", help="show the details of a fault of the program")
    command.set_defaults(run=run, without_names=False)


def _version() -> str:
    from importlib.metadata import version

    return f"opinion-compare {version('opinion-compare')}"


_FILE = (("file",), {"metavar": "FILE", "help": f"a case ({', '.join(ENDINGS)})"})

_CASE_OR_FOLDER = (
    ("file",),
    {"metavar": "FILE", "help": f"a case ({', '.join(ENDINGS)}), or a folder of cases"},
)

_WITHOUT_NAMES = (
    ("--without-names",),
    {"action": "store_true", "help": "labels instead of names, every day moved; read it through before you pass it on"},
)

_KNOWING = (
    ("--knowing",),
    {
        "metavar": "WHAT",
        "choices": KNOWING,
        "default": KNOWING[0],
        "help": f"what is known of the weights: {', '.join(KNOWING)} (default {KNOWING[0]})",
    },
)
_DRAWS = (
    ("--draws",),
    {"metavar": "N", "type": int, "default": USUAL_DRAWS, "help": f"how many draws (default {USUAL_DRAWS})"},
)

_KIND = (
    ("--kind",),
    {
        "metavar": "KIND",
        "choices": papers.KINDS,
        "default": papers.KINDS[0],
        "help": f"for whom: {', '.join(papers.KINDS)} (default {papers.KINDS[0]})",
    },
)
_PAPER = (
    ("--paper",),
    {
        "metavar": "SIZE",
        "choices": papers.PAPERS,
        "default": papers.PAPERS[0],
        "help": f"{' or '.join(papers.PAPERS)} (default {papers.PAPERS[0]})",
    },
)

_WHAT = (
    ("--what",),
    {
        "metavar": "WHAT",
        "choices": tuple(ready.PARTS),
        "help": f"{', '.join(ready.PARTS)}; without it, where each of them stands",
    },
)
_TODAY = (
    ("--today",),
    {"metavar": "DAY", "help": "which day it is, as 2026-03-31 (default: the last day that the case notes)"},
)
_OUT = (("-o", "--out"), {"metavar": "OUT", "help": f"{listed(papers.ENDINGS[:5])}; the plan also as .ics"})

_Arguments = Sequence[tuple[Sequence[str], Mapping[str, Any]]]

_COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], None], str, _Arguments]] = {
    "new": (
        commands.new,
        "Write an empty case to fill in.",
        [(("file",), {"metavar": "FILE", "help": "the file to write"})],
    ),
    "check": (commands.check, "Check a case and say what is still open.", [_FILE]),
    "compare": (
        commands.compare,
        "Compare the opinions of a case, or of every case in a folder.",
        [
            _CASE_OR_FOLDER,
            (("-o", "--out"), {"metavar": "OUT", "help": "for a folder: a worksheet (.xlsx, .csv, .html)"}),
            _WITHOUT_NAMES,
        ],
    ),
    "differences": (looks.differences, "Say where the doctors differ, and who can settle it.", [_FILE, _WITHOUT_NAMES]),
    "ask": (looks.ask, "Say what to ask next, the most useful first.", [_FILE, _WITHOUT_NAMES]),
    "what-if": (looks.what_if, "Say what would put another opinion first.", [_FILE, _WITHOUT_NAMES]),
    "how-often": (
        looks.how_often,
        "Say how often each opinion comes first.",
        [_FILE, _WITHOUT_NAMES, _KNOWING, _DRAWS],
    ),
    "family": (looks.family, "Say what each person sees, and on what they differ.", [_FILE, _WITHOUT_NAMES]),
    "audit": (
        looks.audit,
        "Say whether every opinion is told in equal detail, and what is missing.",
        [_FILE, _WITHOUT_NAMES],
    ),
    "prepare": (
        preparing.prepare,
        "Help to get ready for a second opinion: what to do when, to gather, to ask, to send.",
        [_FILE, _WITHOUT_NAMES, _WHAT, _TODAY, _OUT, _PAPER],
    ),
    "report": (
        commands.report,
        "Put the comparison on a page.",
        [
            _FILE,
            _WITHOUT_NAMES,
            (("-o", "--out"), {"metavar": "OUT", "required": True, "help": listed(papers.ENDINGS)}),
            _KIND,
            _PAPER,
        ],
    ),
    "convert": (
        commands.convert,
        "Write a case in another format.",
        [_FILE, _WITHOUT_NAMES, (("out",), {"metavar": "OUT", "help": "the file to write"})],
    ),
    "app": (
        opening.app,
        "Open the app in your browser, on this computer only.",
        [
            (
                ("file",),
                {
                    "metavar": "FILE",
                    "nargs": "?",
                    "help": f"a case ({', '.join(ENDINGS)}), also a new one; without it, none is kept",
                },
            ),
            (("--port",), {"metavar": "N", "type": int, "help": "where it listens (default: any free port)"}),
            (("--no-browser",), {"dest": "browser", "action": "store_false", "help": "do not open a browser"}),
        ],
    ),
    "notebooks": (
        notebooks.notebooks,
        "Put the notebooks into a folder.",
        [(("folder",), {"metavar": "DIR", "nargs": "?", "default": ".", "help": "where (default: here)"})],
    ),
    "limits": (commands.limits, "Say how large things may be.", []),
}
