"""What each command does: one function a command, called with its options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from compare import limits as size
from compare import words
from compare.case import Case
from compare.cli import folders
from compare.cli.documents import comparison
from compare.cli.output import bullets, filled, is_there, not_the_input, say, say_blocks, say_json, say_text
from compare.cli.whose import case_of, scores_of
from compare.errors import CompareError, written
from compare.explanation import explain
from compare.files import new_case_bytes, read, save, save_bytes, written_as, written_as_bytes
from compare.files.reading import ending_of
from compare.samples import sample_names, sample_path
from compare.scoring import weights_of
from compare.unknowns import questions
from compare.words import moved_ends

_DEFAULT_SAMPLE = "prostate"
_MOST_QUESTIONS = 5


def new(options: argparse.Namespace) -> None:
    """Write an empty case to fill in."""
    path = _new_file(options.file)
    ending = ending_of(path)
    save_bytes(path, new_case_bytes(ending))
    hint = "" if ending != ".json" else " A template in .yaml also holds every question."
    program = "spreadsheet program" if ending in {".csv", ".xlsx"} else "editor"
    wrote(path, options, f"Fill it in with any {program}, then: opinions check {path.name}{hint}")


def check(options: argparse.Namespace) -> None:
    """Check a case and say what is still open."""
    case = case_of(options)
    scores = scores_of(case, options)
    notes = [words.NEEDS_TWO] if len(case.opinions) == 1 else []
    weights, person = weights_of(case)
    notes.append(words.whose_count(person, given=weights.given, outdated=weights.outdated))
    notes.extend(_said_for_other_ends(case))
    found = {
        "ok": True,
        "opinions": len(case.opinions),
        "people": len(case.people),
        "answers": scores.answer_count,
        "open": scores.open_count,
        "notes": notes,
    }
    if options.json:
        say_json(found)
        return
    say(words.checked(Path(options.file).name, len(case.opinions), len(case.people), scores.open_count))
    say(*notes)


def _said_for_other_ends(case: Case) -> Iterator[str]:
    """Say whose weights do not count because an end of a scale has moved since, and where they stand (R1)."""
    for place, person in enumerate(case.people):
        if moved := case.moved_for(person):
            yield moved_ends.at_place(written(("people", place, "weights")), moved_ends.asked_again(person.name, moved))


def compare(options: argparse.Namespace) -> None:
    """Compare the opinions of a case, or say in a line each what the cases of a folder come to."""
    if os.path.isdir(options.file):  # noqa: PTH112 - never raises, whatever the name
        folders.worksheet(options)
        return
    folders.expect_folder(options)
    case = case_of(options)
    scores = scores_of(case, options)
    sentences = explain(scores)
    if options.json:
        say_json(comparison(scores, sentences))
        return
    asked = [str(asking) for asking in questions(scores).to_ask(_MOST_QUESTIONS)]
    asks = f"{words.WHAT_TO_ASK}:\n{bullets(asked)}" if asked else ""
    say_blocks(filled(case.question), filled(case.notice), str(scores), bullets(sentences), asks, filled(words.CAUTION))


def report(options: argparse.Namespace) -> None:
    """Put the comparison on a page."""
    from compare import reports

    out = not_the_input(options.out, options.file)
    paper = reports.report(scores_of(case_of(options), options), seed=options.seed, kind=options.kind)
    made = paper.save(out, paper=options.paper)
    wrote(made, options)


def convert(options: argparse.Namespace) -> None:
    """Write a case in another format."""
    out = not_the_input(options.out, options.file)
    made = save(case_of(options), out, keep_comments=False)
    wrote(made, options)


def limits(options: argparse.Namespace) -> None:
    """Say how large things may be."""
    if options.json:
        say_json(size.TABLE)
        return
    say(*(f"{what}: at most {most}" for what, most in size.TABLE.items()))


def sample_case(options: argparse.Namespace) -> None:
    """List the sample cases, or write one."""
    if options.name is None and options.out is None:
        if options.json:
            say_json(list(sample_names()))
        else:
            say(
                "Sample cases:",
                *(f"  {name}" for name in sample_names()),
                "Take one along: opinions sample case NAME --out FILE",
            )
        return
    path = sample_path(options.name or _DEFAULT_SAMPLE)
    if options.out is None:
        case = read(path)
        say_text(written_as(case, ".json") if options.json else path.read_text(encoding="utf-8"))
        return
    out = _new_file(options.out)
    ending = ending_of(out)
    data = path.read_bytes() if ending in {".yaml", ".yml"} else written_as_bytes(read(path), ending)
    wrote(save_bytes(out, data), options, f"Look at it: opinions compare {out.name}")


def _new_file(name: str) -> Path:
    if is_there(name):
        raise CompareError(
            "This file is there already; nothing was written.",
            file=Path(name).name,
            fix="choose another name",
            found="a file of this name",
            allowed="a name that is free",
        )
    return Path(name)


def wrote(path: Path, options: argparse.Namespace, next_step: str = "") -> None:
    """Say which file was written, and what can be done next."""
    if options.json:
        say_json({"wrote": path.name})
    else:
        say(f"Wrote {path.name}.", next_step)
