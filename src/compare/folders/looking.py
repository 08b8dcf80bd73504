"""One file of a folder: what its case comes to, in one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from compare.audit import balance
from compare.errors import CompareError
from compare.files import read
from compare.pseudonyms import without_names
from compare.scoring import Scores, score
from compare.sensitivity import what_if
from compare.ties import tiebreak
from compare.unknowns import questions
from compare.weights import Weights

_SURE = ("too close", "likely", "whatever")


@dataclass(frozen=True)
class Line:
    """What a case comes to.

    Parameters
    ----------
    file : str
        The name of the file.
    question : str
        What has to be decided.
    whose : str or None
        Whose weights count; None where nobody gave any.
    opinions : int
        How many there are.
    ahead : tuple of str
        The opinions with the highest mean total: one, or several that are level.
    sure : str
        How sure that is: ``"whatever"``, ``"likely"``, ``"too close"``, ``"level"``, ``"nothing known"``, ``"one opinion"``.
    flip : str
        What would change it first, in a sentence.
    open, deciding : int
        How many answers are open, and how many of them could put another opinion first.
    ask_next : str
        The most useful question; empty where there is none.
    third_opinion : bool
        Whether a third opinion may help.
    missing : tuple of str
        What is missing for one, in words.
    points, most_points : int
        How many points of a good decision page are met, and how many there are.
    """

    file: str
    question: str
    whose: str | None
    opinions: int
    ahead: tuple[str, ...]
    sure: str
    flip: str
    open: int
    deciding: int
    ask_next: str
    third_opinion: bool
    missing: tuple[str, ...]
    points: int
    most_points: int


def line_of(path: Path, weights: Weights | None, person: str | None, *, hidden: bool) -> Line | CompareError:
    """Return what the case in a file comes to, or what is wrong with the file.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    weights : Weights, optional
        How much each criterion counts; without them those of ``person``, else those of the case.
    person : str, optional
        Whose weights to use.
    hidden : bool
        Whether to put labels in the place of names.
    """
    try:
        case = read(path)
        chosen = case.people.index(case.person(person)) if person is not None else None
        case = without_names(case) if hidden else case
        name = case.people[chosen].name if chosen is not None and weights is None else None
        return _line(path.name, score(case, weights, person=name))
    except CompareError as error:
        error = replace(error, found=None, allowed=None, fix=None) if hidden else error
        return error.at(file=path.name)


def _line(file: str, scores: Scores) -> Line:
    asked, found, looked = questions(scores), balance(scores.case), tiebreak(scores)
    return Line(
        file=file,
        question=scores.case.question,
        whose=scores.person if scores.weights.given else None,
        opinions=len(scores.case.opinions),
        ahead=scores.leaders,
        sure=_sure(scores),
        flip=what_if(scores).sentence(),
        open=scores.open_count,
        deciding=sum(item.could_change_first for item in asked.answers),
        ask_next=next((str(asking) for asking in asked.to_ask(1)), ""),
        third_opinion=looked.third_opinion,
        missing=looked.missing,
        points=found.met,
        most_points=len(found.points),
    )


def _sure(scores: Scores) -> str:
    if len(scores.case.opinions) == 1:
        return "one opinion"
    if scores.nothing_known:
        return "nothing known"
    if len(scores.leaders) > 1:
        return "level"
    return min((pair.sure for pair in scores.ahead if pair.first == scores.order[0]), key=_SURE.index)
