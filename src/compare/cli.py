"""The command ``opinions``: one function a command, tables for people, JSON for programs.

Exit codes: 0 done; 2 the input or the call is wrong; 1 a fault of the program itself.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from compare import limits, words
from compare.case import Case
from compare.errors import CompareError, did_you_mean, quoted, visible
from compare.explanation import explain, what_to_ask
from compare.files import ENDINGS, new_case_text, read, read_text, save, save_bytes, written_as
from compare.files.reading import ending_of
from compare.samples import sample_path, samples
from compare.scoring import Scores, as_json, score
from compare.trees import is_number
from compare.weights import Weights, points

_WIDTH = 100
_DEFAULT_SAMPLE = "prostate"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], None] = options.run
        run(options)
        sys.stdout.flush()
    except CompareError as error:
        sys.stderr.write(f"{_limited(str(error))}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; your files are unchanged.\n")
        return 130
    except Exception:  # noqa: BLE001 - the last net: people never see a traceback
        return _internal_fault(arguments)
    return 0


def _new(options: argparse.Namespace) -> None:
    path = Path(options.file)
    ending = ending_of(path)
    if path.exists():
        raise CompareError(
            "This file is there already; nothing was written.", file=path.name, fix="choose another name"
        )
    text = new_case_text()
    save_bytes(path, (text if ending != ".json" else written_as(read_text(text), ending)).encode("utf-8"))
    _say(f"Wrote {path.name}. Fill it in with any editor, then: opinions check {path.name}")


def _check(options: argparse.Namespace) -> None:
    case = read(options.file)
    scores = score(case)
    still_open = sum(len(scores.open_answers(name)) for name in case.names)
    notes = [words.NEEDS_TWO] if len(case.opinions) == 1 else []
    found = {
        "ok": True,
        "opinions": len(case.opinions),
        "people": len(case.people),
        "answers": len(case.opinions) * scores.answer_count(),
        "open": still_open,
        "notes": notes,
    }
    if options.json:
        _say_json(found)
        return
    _say(words.checked(Path(options.file).name, len(case.opinions), len(case.people), still_open))
    _say(*notes)


def _compare(options: argparse.Namespace) -> None:
    case = read(options.file)
    scores = _scores(case, options)
    sentences = explain(scores)
    if options.json:
        _say_json(as_json(scores, sentences))
        return
    _say(_filled(case.question), _filled(case.notice), str(scores), *_bullets(sentences))
    questions = what_to_ask(scores)
    if questions:
        _say(words.WHAT_TO_ASK + ":", *_bullets(questions))
    _say(_filled(words.CAUTION))


def _report(options: argparse.Namespace) -> None:
    from compare.reports import report

    out = _not_the_input(options.out, options.file)
    made = report(_scores(read(options.file), options)).save(out)
    _say(f"Wrote {made.name}.")


def _convert(options: argparse.Namespace) -> None:
    out = _not_the_input(options.out, options.file)
    made = save(read(options.file), out, keep_comments=False)
    _say(f"Wrote {made.name}.")


def _limits(options: argparse.Namespace) -> None:
    if options.json:
        _say_json(limits.TABLE)
        return
    _say(*(f"{what}: at most {most}" for what, most in limits.TABLE.items()))


def _sample_case(options: argparse.Namespace) -> None:
    if options.name is None and options.out is None:
        if options.json:
            _say_json(list(samples()))
        else:
            _say(
                "Sample cases:",
                *(f"  {name}" for name in samples()),
                "Take one along: opinions sample case NAME --out FILE",
            )
        return
    path = sample_path(options.name or _DEFAULT_SAMPLE)
    if options.out is None:
        case = read(path)
        _say_text(written_as(case, ".json") if options.json else path.read_text(encoding="utf-8"))
        return
    out = Path(options.out)
    ending = ending_of(out)
    data = path.read_bytes() if ending != ".json" else written_as(read(path), ending).encode("utf-8")
    if out.exists():
        raise CompareError("This file is there already; nothing was written.", file=out.name, fix="choose another name")
    save_bytes(out, data)
    _say(f"Wrote {out.name}. Look at it: opinions compare {out.name}")


def _scores(case: Case, options: argparse.Namespace) -> Scores:
    try:
        weights = _weights(options.weights) if options.weights is not None else None
        if weights is None:
            return score(case, person=options.person)
        person = case.person(options.person).name if options.person is not None else None
        return score(case, weights, person=person)
    except CompareError as error:
        raise error.at(file=Path(options.file).name) from None


def _weights(text: str) -> Weights:
    given: dict[str, float] = {}
    for part in text.split(","):
        name, _, number = part.partition("=")
        name = name.strip()
        if not name or not is_number(number.strip()) or name in given:
            raise CompareError(
                "These weights cannot be read.",
                path=("--weights",),
                found=quoted(part or text),
                allowed='each criterion once with a number from 0 to 100: "goals=40,side_effects=30,..."',
                fix="write name=number, with a comma between two",
            )
        given[name] = float(number)
    try:
        return points(given)
    except CompareError as error:
        raise error.at(path=("--weights",)) from None


def _not_the_input(out: str, file: str) -> Path:
    if Path(out).exists() and Path(file).exists() and Path(out).samefile(file):
        raise CompareError(
            "The result would take the place of the file it is made from; nothing was written.",
            file=Path(out).name,
            fix="choose another name for the result",
        )
    return Path(out)


def _say(*lines: str) -> None:
    shown = [line for line in lines if line]
    if shown:
        sys.stdout.write("\n".join(shown) + "\n")
        sys.stdout.write("\n" if len(shown) > 1 else "")


def _say_text(text: str) -> None:
    sys.stdout.write(text)


def _say_json(document: Any) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def _filled(text: str) -> str:
    return textwrap.fill(visible(text), _WIDTH) + "\n" if text else ""


def _bullets(sentences: Sequence[str]) -> list[str]:
    return [
        textwrap.fill(visible(sentence), _WIDTH, initial_indent="- ", subsequent_indent="  ") for sentence in sentences
    ]


def _limited(text: str, most: int = 12) -> str:
    lines = [line if len(line) <= 400 else line[:400] + "…" for line in text.splitlines()]
    return "\n".join(lines[:most])


def _internal_fault(arguments: Sequence[str] | None) -> int:
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    sys.stderr.write("Internal error: this is a fault of the program. Your file is unchanged.\n")
    sys.stderr.write(traceback.format_exc() if debug else "Run the same command with --debug to see the details.\n")
    return 1


class _Parser(argparse.ArgumentParser):
    """A parser whose errors read like every other error."""

    def error(self, message: str) -> NoReturn:
        raise CompareError(
            "This call cannot be understood.",
            found=quoted(message),
            allowed=self.format_usage().removeprefix("usage: ").strip(),
            fix=self._suggestion(message) or f"{self.prog} --help",
        )

    def _suggestion(self, message: str) -> str | None:
        word = message.partition("invalid choice: ")[2].partition(" ")[0].strip("'")
        return did_you_mean(word, list(_COMMANDS)) if word else None


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="opinions", description="Compare what two or more doctors recommend, by what matters to you.")
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (run, text, arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        for flags, settings in arguments:
            command.add_argument(*flags, **settings)
        _add_common(command, run)
    made_up = commands.add_parser("sample", help="Take a sample along.", description="Take a sample along.")
    kinds = made_up.add_subparsers(dest="kind", required=True, metavar="case")
    case = kinds.add_parser("case", help="A sample case.", description="List the sample cases, or write one.")
    case.add_argument("name", nargs="?", metavar="NAME", help="which one; without it, a list")
    case.add_argument("-o", "--out", metavar="FILE", help="the file to write")
    _add_common(case, _sample_case)
    return parser


def _add_common(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], None]) -> None:
    command.add_argument("--person", metavar="NAME", help="whose weights to use")
    command.add_argument("--weights", metavar="LIST", help='weights as points, as in "goals=40,side_effects=30,..."')
    command.add_argument("--seed", metavar="N", type=int, default=0, help="for everything that is drawn (default 0)")
    command.add_argument("--json", action="store_true", help="one JSON document instead of text")
    command.add_argument("--debug", action="store_true", help="show the details of a fault of the program")
    command.set_defaults(run=run)


def _version() -> str:
    from importlib.metadata import version

    return f"opinion-compare {version('opinion-compare')}"


_FILE = (("file",), {"metavar": "FILE", "help": f"a case ({', '.join(ENDINGS)})"})

_Arguments = Sequence[tuple[Sequence[str], Mapping[str, Any]]]

_COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], None], str, _Arguments]] = {
    "new": (_new, "Write an empty case to fill in.", [(("file",), {"metavar": "FILE", "help": "the file to write"})]),
    "check": (_check, "Check a case and say what is still open.", [_FILE]),
    "compare": (_compare, "Compare the opinions of a case.", [_FILE]),
    "report": (
        _report,
        "Put the comparison on a page.",
        [_FILE, (("-o", "--out"), {"metavar": "OUT", "required": True, "help": ".html, .png, .svg or .csv"})],
    ),
    "convert": (
        _convert,
        "Write a case in another format.",
        [_FILE, (("out",), {"metavar": "OUT", "help": "the file to write"})],
    ),
    "limits": (_limits, "Say how large things may be.", []),
}

if __name__ == "__main__":
    sys.exit(main())
