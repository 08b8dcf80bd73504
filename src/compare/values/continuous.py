"""Value functions on numbers: straight lines between knots."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter
from typing import Annotated, Any, Literal

from pydantic import model_serializer, model_validator

from compare.answers import Answer, Count, Single, plain_number
from compare.distributions import Beta, Piece, central_interval, counted, pieces_between
from compare.errors import CompareError, as_pydantic, listed, quoted
from compare.fields import Amount, OnScale, Part, one_of, sized
from compare.interval import Interval
from compare.values.value import Value

Outside = Literal["error", "clip"]
Knot = tuple[float, float]
"""An answer and its value."""


class Continuous(Part):
    """A value function on numbers: straight lines between knots."""

    outside: Annotated[Outside, one_of("error", "clip")] = "error"

    @property
    def knots(self) -> tuple[Knot, ...]:
        """Return the knots, answers ascending."""
        raise NotImplementedError

    @property
    def allowed(self) -> str:
        """Return in words which answers are on the scale."""
        (low, _), *_, (high, _) = self.knots
        return f"{low:g} to {high:g}"

    @property
    def ends(self) -> tuple[float, float]:
        """Return the lowest and the highest value that an answer can have."""
        values = [value for _, value in self.knots]
        return min(values), max(values)

    @property
    def anchors(self) -> tuple[Knot, Knot]:
        """Return the worst and the best answer with their values; of several that are worth the same, the outermost."""
        rising = self.knots if self.knots[0][1] <= self.knots[-1][1] else self.knots[::-1]
        return min(rising, key=itemgetter(1)), max(reversed(rising), key=itemgetter(1))

    def __call__(self, answer: float) -> float:
        """Return the value of an answer, 0-100.

        Raises
        ------
        CompareError
            The answer is off the scale and ``outside`` is ``"error"``.
        """
        return self._line(self._on_scale(answer))

    def value(self, answer: Answer) -> Value:
        """Return what an answer in any form is worth."""
        if answer is None:
            return Value.between(*self.ends)
        if isinstance(answer, Count):
            self._on_scale(answer.of_100, f"{answer}, that is {answer.of_100:.1f} of 100")
            return self._counted(counted(answer.happened, answer.total))
        if isinstance(answer, tuple):
            low, high = (_a_number(end, self.allowed) for end in answer)
            for end in (low, high):
                self._on_scale(end)
            return self._between(low, high)
        return Value.exact(self(_a_number(answer, self.allowed)))

    def turning(self, given: Answer, wanted: float, *, falling: bool) -> tuple[float, bool] | None:
        """Return the answer nearest to the given one beyond which the value passes ``wanted``, and whether that is upward.

        Parameters
        ----------
        given : Answer
            The answer as it is; the middle of the scale stands in where nobody knows.
        wanted : float
            The value at which something turns.
        falling : bool
            Whether it turns where the value falls below ``wanted``, rather than rises above it.

        Returns
        -------
        (float, bool) or None
            The answer, and whether it has to be exceeded (else: undercut); None where the scale never gets beyond ``wanted``.

        Examples
        --------
        >>> Linear(worst=80, best=0).turning(20.0, 50, falling=True)
        (40.0, True)
        """
        found = [
            (x0 + (x1 - x0) * (wanted - v0) / (v1 - v0), (v1 > v0) != falling)
            for (x0, v0), (x1, v1) in pairwise(self.knots)
            if (min(v0, v1) < wanted <= max(v0, v1) if falling else min(v0, v1) <= wanted < max(v0, v1))
        ]
        middle = self._middle(given)
        return min(found, key=lambda place: abs(place[0] - middle), default=None)

    def _middle(self, given: Answer) -> float:
        if given is None:
            return (self.knots[0][0] + self.knots[-1][0]) / 2
        if isinstance(given, Count):
            return given.of_100
        ends = given if isinstance(given, tuple) else (given, given)
        return sum(_a_number(end, self.allowed) for end in ends) / 2

    def _line(self, answer: float) -> float:
        knots = self.knots
        if answer <= knots[0][0]:
            return knots[0][1]
        for (x0, v0), (x1, v1) in pairwise(knots):
            if answer <= x1:
                return v0 + (v1 - v0) * (answer - x0) / (x1 - x0)
        return knots[-1][1]

    def _on_scale(self, answer: float, stated: str | None = None) -> float:
        low, high = self.knots[0][0], self.knots[-1][0]
        if self.outside == "error" and not low <= answer <= high:
            raise CompareError(
                "This answer is off its scale.",
                found=stated or quoted(answer),
                allowed=f"{low:g} to {high:g}",
                fix="check the number and its unit; or give the scale `outside: clip`",
            )
        return min(max(answer, low), high)

    def _between(self, low: float, high: float) -> Value:
        if low == high:
            return Value.exact(self._line(low))
        stretches = pieces_between([x for x, _ in self.knots], low, high)
        pieces = tuple(self._piece((right - left) / (high - low), left, right) for left, right in stretches)
        mean = sum(share * (bottom + top) / 2 for share, bottom, top in pieces)
        return Value(Interval(min(p[1] for p in pieces), mean, max(p[2] for p in pieces)), pieces)

    def _piece(self, share: float, left: float, right: float) -> Piece:
        first, second = self._line(left), self._line(right)
        return share, min(first, second), max(first, second)

    def _counted(self, chance: Beta) -> Value:
        bounds = self._between(*(self._clipped(100 * end) for end in central_interval(chance))).interval
        pieces = [
            (share * part, low, high)
            for share, left, right in chance.slices()
            for part, low, high in self._between(self._clipped(100 * left), self._clipped(100 * right)).pieces
        ]
        mean = self._mean(chance)
        return Value(Interval(min(bounds.low, mean), mean, max(bounds.high, mean)), tuple(pieces))

    def _clipped(self, answer: float) -> float:
        return min(max(answer, self.knots[0][0]), self.knots[-1][0])

    def _mean(self, chance: Beta) -> float:
        """Return the exact mean value under a Beta chance: on each line, slope times partial mean plus offset."""
        first, last = self.knots[0], self.knots[-1]
        total = first[1] * chance.cdf(first[0] / 100) + last[1] * (1 - chance.cdf(last[0] / 100))
        for (x0, v0), (x1, v1) in pairwise(self.knots):
            slope = (v1 - v0) / (x1 - x0)
            share = chance.cdf(x1 / 100) - chance.cdf(x0 / 100)
            partial = 100 * (chance.mean_below(x1 / 100) - chance.mean_below(x0 / 100))
            total += slope * partial + (v0 - slope * x0) * share
        return total


class Linear(Continuous):
    """A straight line from the worst answer (value 0) to the best (value 100).

    Examples
    --------
    >>> Linear(worst=80, best=0)(20)
    75.0
    """

    worst: Amount
    best: Amount

    @model_validator(mode="before")
    @classmethod
    def _from_file(cls, data: Any) -> Any:
        return _flat(data, "linear")

    @model_validator(mode="after")
    def _two_ends(self) -> Linear:
        if self.worst == self.best:
            raise as_pydantic(
                CompareError(
                    "The worst and the best answer are the same.",
                    found=f"{self.best:g}",
                    allowed="two numbers",
                    fix="give the worst and the best end a number of its own each",
                )
            )
        return self

    @property
    def knots(self) -> tuple[Knot, ...]:
        """Return the two ends, answers ascending."""
        return (
            ((self.worst, 0.0), (self.best, 100.0))
            if self.worst < self.best
            else ((self.best, 100.0), (self.worst, 0.0))
        )

    @model_serializer
    def _to_file(self) -> dict[str, Any]:
        ends = {"worst": plain_number(self.worst), "best": plain_number(self.best)}
        return {"linear": ends} | _not_default(self.outside)


class Curve(Continuous):
    """Straight lines through given points ``(answer, value)``.

    Examples
    --------
    >>> Curve(points=[(-0.7, 100), (-0.3, 50), (0.4, 0)])(-0.5)
    75.0
    """

    points: Annotated[tuple[tuple[Amount, OnScale], ...], sized(2)]

    @model_validator(mode="before")
    @classmethod
    def _from_file(cls, data: Any) -> Any:
        if isinstance(data, dict) and "curve" in data:
            return {("points" if key == "curve" else key): value for key, value in data.items()}
        return data

    @model_validator(mode="after")
    def _ascending(self) -> Curve:
        answers = [x for x, _ in self.points]
        if len(set(answers)) < len(answers):
            raise as_pydantic(
                CompareError(
                    "Two points of the curve have the same answer.",
                    found=listed(map(plain_number, answers)),
                    allowed="each once",
                    fix="leave one of them out, or change its answer",
                )
            )
        object.__setattr__(self, "points", tuple(sorted(self.points)))
        return self

    @property
    def knots(self) -> tuple[Knot, ...]:
        """Return the points, answers ascending."""
        return self.points

    @model_serializer
    def _to_file(self) -> dict[str, Any]:
        points = [[plain_number(x), plain_number(v)] for x, v in self.points]
        return {"curve": points} | _not_default(self.outside)


def _flat(data: Any, kind: str) -> Any:
    if isinstance(data, dict) and isinstance(data.get(kind), dict):
        rest = {key: value for key, value in data.items() if key != kind}
        return {**data[kind], **rest}
    return data


def _not_default(outside: Outside) -> dict[str, str]:
    return {} if outside == "error" else {"outside": outside}


def _a_number(answer: Single, allowed: str) -> float:
    if isinstance(answer, float):
        return answer
    raise CompareError(
        "This is not a number.",
        found=quoted(answer),
        allowed=f"a number from {allowed}; a range `[low, high]`; a count `8 of 129`; `not asked`; `not known`",
        fix=_instead_of(answer) or "write one of these, or `{words: ...}` for what was said",
    )


_N = r"(\d{1,9}(?:[.,]\d{1,9})?)"
_INSTEAD = (
    (re.compile(rf"(?:about |ca\.? |~)?{_N} ?%?"), "write {0}"),
    (re.compile(rf"{_N} ?%? ?(?:-|–|to) ?{_N} ?%?"), "write [{0}, {1}]"),
    (re.compile(rf"{_N} ?(?:/|out of|in) ?{_N}"), "write {0} of {1}"),
    (re.compile(rf"{_N} \w+"), "write {0}"),
    (re.compile(r"unknown|n/?a|don'?t know|\?+"), "write `not known`"),
)
"""What families write, and how the file wants it."""


def _instead_of(answer: str) -> str | None:
    for pattern, advice in _INSTEAD:
        if found := pattern.fullmatch(answer.strip().casefold()):
            return advice.format(*(number.replace(",", ".") for number in found.groups()))
    return None
