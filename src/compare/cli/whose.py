"""The case of a call, and whose weights count: those typed in the call, those of the person named, or those of the case."""

from __future__ import annotations

import argparse
from pathlib import Path

from compare.case import Case
from compare.errors import CompareError, quoted
from compare.files import read
from compare.pseudonyms import without_names
from compare.robustness import check_seed
from compare.scoring import Scores, score
from compare.trees import number_from
from compare.weights import Weights, points


def case_of(options: argparse.Namespace) -> Case:
    """Read the case of a call, and check the options that every command takes, whether it uses them or not.

    A copy without names is made here, once for every command; ``--person`` takes the name that stands in the file, and is
    then the label of the same person.
    """
    case = read(options.file)
    try:
        _check_seed(options.seed)
        weights = weights_in(options)
        if weights is not None:
            weights.bound_to(case.keys)
        if options.person is not None:
            case.person(options.person)
    except CompareError as error:
        raise error.at(file=Path(options.file).name) from None
    return _without_names(case, options) if options.without_names else case


def _without_names(case: Case, options: argparse.Namespace) -> Case:
    copy = without_names(case)
    if options.person is not None:
        options.person = copy.people[case.people.index(case.person(options.person))].name
    return copy


def _check_seed(seed: int) -> None:
    try:
        check_seed(seed)
    except CompareError as error:
        raise error.at(path=("--seed",)) from None


def scores_of(case: Case, options: argparse.Namespace) -> Scores:
    """Score the case of a call by the weights that it asks for."""
    weights = weights_in(options)
    return score(case, weights, person=options.person if weights is None else None)


def weights_in(options: argparse.Namespace) -> Weights | None:
    """Return the weights that stand in the call itself, None where there are none."""
    return None if options.weights is None else _weights(options.weights)


def _weights(text: str) -> Weights:
    try:
        return points(_given(text))
    except CompareError as error:
        raise error.at(path=("--weights",)) from None


def _given(text: str) -> dict[str, float]:
    given: dict[str, float] = {}
    for part in text.split(","):
        name, _, written = part.partition("=")
        name, number = name.strip(), number_from(written)
        if not name or number is None or name in given:
            raise CompareError(
                "These weights cannot be read.",
                found=quoted(part or text or "nothing"),
                allowed='each criterion once with a number from 0 to 100: "goals=40,side_effects=30,..."',
                fix="write name=number, with a comma between two",
            )
        given[name] = number
    return given
