"""Whose weights a command uses: those typed in the call, those of the person named, or those of the case."""

from __future__ import annotations

import argparse
from pathlib import Path

from compare.case import Case
from compare.errors import CompareError, quoted
from compare.scoring import Scores, score
from compare.trees import is_number
from compare.weights import Weights, points


def scores_of(case: Case, options: argparse.Namespace) -> Scores:
    """Score a case by the weights that the call asks for."""
    try:
        weights = weights_in(options)
        if weights is None:
            return score(case, person=options.person)
        if options.person is not None:
            case.person(options.person)
        return score(case, weights)
    except CompareError as error:
        raise error.at(file=Path(options.file).name) from None


def weights_in(options: argparse.Namespace) -> Weights | None:
    """Return the weights that stand in the call itself, None where there are none."""
    return None if options.weights is None else _weights(options.weights)


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
