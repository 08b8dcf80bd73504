"""A value function on words."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import model_serializer, model_validator

from compare.answers import NOT_KNOWN, Answer, Count, Single, plain_number
from compare.errors import CompareError, as_pydantic, listed, quoted, unknown
from compare.fields import Name, OnScale, Part, sized
from compare.trees import is_number
from compare.values.value import Value

_LEAST_STEP = 1e-6
"""Values nearer than this, of 100, are the same."""


class Levels(Part):
    """Words, each with its value.

    Examples
    --------
    >>> Levels(levels={"poor": 0, "fair": 60, "good": 100})("fair")
    60.0
    """

    levels: Annotated[dict[Name, OnScale], sized(2)]

    @model_validator(mode="after")
    def _can_be_chosen(self) -> Levels:
        for word in self.levels:
            if word.casefold() in NOT_KNOWN:
                raise as_pydantic(
                    CompareError(
                        "This word is taken: it says that nothing is known.",
                        path=(word,),
                        found=quoted(word),
                        allowed="another word",
                        fix="rename the level",
                    )
                )
        return self

    @property
    def allowed(self) -> str:
        """Return the words."""
        return listed(self.levels)

    @property
    def ends(self) -> tuple[float, float]:
        """Return the lowest and the highest value of a level."""
        return min(self.levels.values()), max(self.levels.values())

    @property
    def anchors(self) -> tuple[tuple[str, float], tuple[str, float]]:
        """Return the worst and the best level with their values; of several that are worth the same, the first by the alphabet.

        Examples
        --------
        >>> Levels(levels={"poor": 0, "good": 90, "fine": 90}).anchors
        (('poor', 0.0), ('fine', 90.0))
        """
        worst = min(self.levels, key=lambda word: (self.levels[word], word))
        best = min(self.levels, key=lambda word: (-self.levels[word], word))
        return (worst, self.levels[worst]), (best, self.levels[best])

    def __call__(self, answer: Single) -> float:
        """Return the value of a level, 0-100; a level that looks like a number may be given as one."""
        for word, value in self.levels.items():
            if word == answer or (isinstance(answer, float) and is_number(word) and float(word) == answer):
                return value
        raise unknown("one of the levels", f"{answer:g}" if isinstance(answer, float) else answer, list(self.levels))

    def value(self, answer: Answer) -> Value:
        """Return what an answer in any form is worth."""
        if answer is None:
            return Value.between(*self.ends)
        if isinstance(answer, Count):
            raise unknown("one of the levels", str(answer), list(self.levels))
        if isinstance(answer, tuple):
            return Value.between(*sorted(self(end) for end in answer))
        return Value.exact(self(answer))

    def turning(self, given: Answer, wanted: float, *, falling: bool) -> tuple[str, bool] | None:  # noqa: ARG002 - as for numbers
        """Return the nearest level whose value is below ``wanted`` (``falling``) or above it, and whether the value rises.

        Examples
        --------
        >>> Levels(levels={"poor": 0, "fair": 60, "good": 100}).turning("good", 70, falling=True)
        ('fair', False)
        """
        beyond = {
            word: value
            for word, value in self.levels.items()
            if (wanted - value if falling else value - wanted) > _LEAST_STEP
        }
        nearest = min(beyond, key=lambda word: abs(beyond[word] - wanted), default=None)
        return None if nearest is None else (nearest, not falling)

    @model_serializer
    def _to_file(self) -> dict[str, Any]:
        return {"levels": {word: plain_number(value) for word, value in self.levels.items()}}
