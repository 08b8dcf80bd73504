"""Under which ends of the scales a person weighed: a weight is for the step from one end to the other, and for no other step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from compare import limits
from compare.case.criteria import Criterion
from compare.fields import Key, Part, Text

_SHORT = 24
"""Two ends of at most so many letters are told together."""


class Anchors(Part):
    """The two ends of a criterion as they stood when somebody said how much the step between them matters (R1).

    Parameters
    ----------
    worst, best : str
        The two ends in words, as people were asked.
    scales : mapping of str to str
        For each attribute, from which answer to which its scale goes.
    """

    worst: Text
    best: Text
    scales: dict[Key, Text] = Field(default_factory=dict)


class Moved(NamedTuple):
    """An end of a scale that is another now than it was.

    Parameters
    ----------
    label : str
        What the scale is called.
    end : {"both", "worst", "best"}
        Which end it is; short ones are told together.
    was, now : str
        What stood there, and what stands there now.
    """

    label: str
    end: Literal["both", "worst", "best"]
    was: str
    now: str


def anchors_of(criteria: Sequence[Criterion]) -> dict[str, Anchors]:
    """Return the ends of every criterion as they stand, by its key.

    Examples
    --------
    >>> alive = {"key": "alive", "value": {"linear": {"worst": 45, "best": 65}}}
    >>> anchors_of([Criterion(key="survival", attributes=[alive])])["survival"]
    Anchors(worst='45', best='65', scales={'alive': '45 to 65'})
    """
    return {criterion.key: _anchors(criterion) for criterion in criteria}


def moved(before: Mapping[str, Anchors], criteria: Sequence[Criterion]) -> tuple[Moved, ...]:
    """Return which ends are others than before; labels, order and what lies between the ends do not count.

    Where a criterion says its own ends in words, a new question within it does not change them (R18).

    Examples
    --------
    >>> moved({"trust": Anchors(worst="none", best="full")}, [Criterion(key="trust", worst="none", best="much")])
    (Moved(label='trust', end='both', was='none to full', now='none to much'),)
    """
    return tuple(
        one for criterion in criteria if criterion.key in before for one in _moved(criterion, before[criterion.key])
    )


def _anchors(criterion: Criterion) -> Anchors:
    worst, best = (end[: limits.TEXT_LETTERS] for end in criterion.anchors)
    scales = {attribute.key: attribute.scale[: limits.TEXT_LETTERS] for attribute in criterion.attributes}
    return Anchors(worst=worst, best=best, scales=scales)


def _moved(criterion: Criterion, was: Anchors) -> Iterator[Moved]:
    now = _anchors(criterion)
    scales = [
        Moved(criterion.label if len(criterion.attributes) == 1 else attribute.label, "both", there, here)
        for attribute in criterion.attributes
        for here in [now.scales[attribute.key]]
        if (there := was.scales.get(attribute.key, here)) != here
    ]
    yield from scales or _ends_moved(criterion.label, was, now)


def _ends_moved(label: str, was: Anchors, now: Anchors) -> Iterator[Moved]:
    if was.worst == now.worst and was.best == now.best:
        return
    if max(map(len, (was.worst, was.best, now.worst, now.best))) <= _SHORT:
        yield Moved(label, "both", f"{was.worst} to {was.best}", f"{now.worst} to {now.best}")
        return
    if was.worst != now.worst:
        yield Moved(label, "worst", was.worst, now.worst)
    if was.best != now.best:
        yield Moved(label, "best", was.best, now.best)
