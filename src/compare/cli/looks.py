"""The commands that look at a comparison: what would change it, how often, what to ask, where doctors and people differ."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from compare import words
from compare.case import Case
from compare.cli.output import bullets, filled, say_blocks, say_json
from compare.cli.whose import case_of, scores_of, weights_in
from compare.errors import CompareError
from compare.unknowns import Kind, Questions
from compare.words import asking

_SHOWS_PROGRESS = 1_000_000

_SECTIONS: dict[Kind, str] = {
    "answer": asking.ANSWERS_TITLE,
    "layer": asking.LAYERS_TITLE,
    "standard": asking.STANDARD_TITLE,
}


def what_if(options: argparse.Namespace) -> None:
    """Say what would put another opinion first."""
    from compare.sensitivity import what_if as look

    case = case_of(options)
    found = look(scores_of(case, options))
    if options.json:
        say_json(found.plain())
    else:
        _say(case, str(found))


def how_often(options: argparse.Namespace) -> None:
    """Say how often each opinion comes first."""
    from compare.robustness import how_often as look

    case = case_of(options)
    try:
        found = look(
            case,
            options.knowing,
            weights=weights_in(options),
            person=options.person,
            draws=options.draws,
            seed=options.seed,
            progress=options.draws >= _SHOWS_PROGRESS and sys.stderr.isatty(),
        )
    except CompareError as error:
        raise error.at(file=Path(options.file).name) from None
    if options.json:
        say_json(found.plain())
    else:
        _say(case, str(found))


def ask(options: argparse.Namespace) -> None:
    """Say what to ask next, the most useful first."""
    from compare.unknowns import questions as look

    case = case_of(options)
    found = look(scores_of(case, options))
    if options.json:
        say_json(found.plain())
    else:
        _say(case, filled(found.sentence()), *(_section(found, kind) for kind in _SECTIONS))


def _section(found: Questions, kind: Kind) -> str:
    asked = [str(each) for each in found.to_ask(kinds=[kind])]
    return f"{_SECTIONS[kind]}:\n{bullets(asked)}" if asked else ""


def differences(options: argparse.Namespace) -> None:
    """Say where the doctors differ, and who can settle it."""
    from compare.disagreement import differences as look
    from compare.ties import tiebreak

    case = case_of(options)
    found = look(case)
    if options.json:
        say_json(found.plain())
    else:
        known = found.sentences()
        further = [text for text in tiebreak(scores_of(case, options)).sentences() if text not in known]
        _say(case, str(found), bullets(further))


def family(options: argparse.Namespace) -> None:
    """Say what each person sees, and on what they differ."""
    from compare.group import family as look

    case = case_of(options)
    found = look(case)
    if options.json:
        say_json(found.plain())
    else:
        table = str(found) if found.members else ""
        known = found.notes() if found.members else ()
        _say(case, table, bullets([text for text in found.sentences() if text not in known]))


def audit(options: argparse.Namespace) -> None:
    """Say whether every opinion is told in equal detail, and what is still missing."""
    from compare.audit import balance as look

    case = case_of(options)
    found = look(case)
    if options.json:
        say_json(found.plain())
    else:
        _say(case, str(found))


def _say(case: Case, *blocks: str) -> None:
    say_blocks(filled(case.question), filled(case.notice), *blocks, filled(words.CAUTION))
