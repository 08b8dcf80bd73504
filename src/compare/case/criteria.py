"""What opinions are compared on: criteria and their attributes, read from data, never written in code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, model_validator

from compare.answers import Answer, Count, plain_number
from compare.case.rating import RATING_KEYS
from compare.errors import CompareError, as_pydantic, quoted
from compare.fields import Key, Limited, Name, NotNegative, Part, Text, first_twice, sized
from compare.trees import data_tree
from compare.values import DIRECT, Levels, Value, ValueFunction
from compare.weights import ranking


class _Scale(Part):
    key: Key
    label: Name = ""
    question: Text = ""
    ask: Text = ""
    worst: Text = ""
    best: Text = ""
    source: Text = ""
    note: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _labelled(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("key"), str) and not data.get("label"):
            return {**data, "label": data["key"]}
        return data


_OUT_OF_100 = ("100", "%", "percent", "per cent")


class EachGoal(Part):
    """How the goals of the patient can be answered one by one: the question, with ``{goal}`` for the goal, and the scale."""

    question: Text
    value: ValueFunction
    source: Text = ""


class Attribute(_Scale):
    """One question within a criterion.

    Parameters
    ----------
    key, label, question : str
        Its name in files, its name for people, the question to a doctor.
    ask : str
        Whom to ask.
    worst, best : str
        The two anchors in words: what value 0 and value 100 mean.
    value : Linear, Curve or Levels
        From an answer to a value, 0-100.
    share : float
        How much it counts within its criterion; the shares of a criterion are scaled to add up to 1, so that splitting a
        criterion never raises its weight (rule R18).
    unit : str
        What the number counts.
    source, note : str
        Where the scale comes from; ``D:`` marks a proposal of this project.
    each_goal : EachGoal, optional
        How each goal of the patient can be answered instead of all together.
    """

    value: ValueFunction
    share: NotNegative = 1.0
    unit: Text = ""
    each_goal: EachGoal | None = None

    @model_validator(mode="after")
    def _not_reserved(self) -> Attribute:
        if self.key in RATING_KEYS:
            raise as_pydantic(
                CompareError(
                    "This word is taken.", path=("key",), found=quoted(self.key), allowed="another key", fix="rename it"
                )
            )
        return self

    def by_goal(self, goals: Sequence[str]) -> tuple[GoalAttribute, ...]:
        """Return the question about each goal; they share what this one counts by their order (rank order centroid, R3).

        Examples
        --------
        >>> fit = built_in_criteria()[2].attributes[0]
        >>> for asked in fit.by_goal(["Live long", "Stay at home"]):
        ...     print(asked.question, asked.share)
        Does this plan serve this goal: Live long? 0.75
        Does this plan serve this goal: Stay at home? 0.25
        """
        each = self.each_goal
        return tuple(self._about(each, goal, counts) for goal, counts in ranking(goals).items()) if each else ()

    def _about(self, each: EachGoal, goal: str, counts: float) -> GoalAttribute:
        return GoalAttribute.model_construct(
            key=f"{self.key}: {goal}",
            label=goal,
            question=each.question.replace("{goal}", goal),
            ask=self.ask,
            value=each.value,
            share=self.share * counts,
            source=each.source,
            of=self.key,
            goal=goal,
        )

    def worth(self, answer: Answer) -> Value:
        """Return what an answer is worth, 0-100.

        Raises
        ------
        CompareError
            The answer is not on the scale, or it is a count of people and the scale counts something else.
        """
        if isinstance(answer, Count) and self.unit and not any(word in self.unit.casefold() for word in _OUT_OF_100):
            raise CompareError(
                "A count is read out of 100, and this scale counts something else.",
                found=str(answer),
                allowed=f"{self.value.allowed} ({self.unit})",
                fix=f"write a number or a range of {self.unit}",
            )
        return self.value.value(answer)

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the keys that lead to its answer within a criterion."""
        return (self.key,)

    @property
    def anchors(self) -> tuple[str, str]:
        """Return the worst and the best anchor in words, made from the scale where nobody wrote any."""
        (worst, _), (best, _) = self._ends
        return self.worst or f"{_plain(worst)}{self._unit}", self.best or f"{_plain(best)}{self._unit}"

    @property
    def scale(self) -> str:
        """Return from which answer to which the scale goes, with what an end is worth where that is not 0 or 100.

        Examples
        --------
        >>> Attribute(key="alive", value={"linear": {"worst": 45, "best": 65}}, unit="of 100").scale
        '45 to 65 of 100'
        """
        ends = [
            f"{_plain(answer)} (worth {_plain(value)})" if value != usual else _plain(answer)
            for usual, (answer, value) in zip((0, 100), self._ends, strict=True)
        ]
        return f"{' to '.join(ends)}{self._unit}"

    @property
    def _ends(self) -> Sequence[tuple[str | float, float]]:
        return self.value.anchors

    @property
    def _unit(self) -> str:
        return f" {self.unit}" if self.unit and not isinstance(self.value, Levels) else ""


class GoalAttribute(Attribute):
    """The question about one goal of the patient, a part of the attribute ``of``."""

    of: Key
    goal: Text

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the keys that lead to its answer within a criterion."""
        return self.of, self.goal


class Criterion(_Scale):
    """One of the things that matter, with its attributes; without attributes it is rated directly, 0-100."""

    attributes: Annotated[tuple[Attribute, ...], Limited] = ()

    @model_validator(mode="after")
    def _distinct(self) -> Criterion:
        place = first_twice(attribute.key for attribute in self.attributes)
        if place is not None:
            raise as_pydantic(
                CompareError(
                    "Two attributes have the same key.",
                    path=("attributes", place, "key"),
                    found=quoted(self.attributes[place].key),
                    allowed="each key once",
                    fix="rename one",
                )
            )
        if self.attributes and not sum(attribute.share for attribute in self.attributes) > 0:
            raise as_pydantic(
                CompareError(
                    "No attribute counts.",
                    path=("attributes",),
                    found="0 for every share",
                    allowed="one above 0",
                    fix="raise one of the shares, or leave them all out",
                )
            )
        return self

    @property
    def shares(self) -> dict[str, float]:
        """Return how much each attribute counts within the criterion; adds up to 1."""
        return {attribute.key: self.share_of(attribute) for attribute in self.attributes}

    def share_of(self, attribute: Attribute) -> float:
        """Return how much an attribute, or the question about one goal, counts within the criterion, 0-1."""
        return attribute.share / sum(each.share for each in self.attributes)

    @property
    def anchors(self) -> tuple[str, str]:
        """Return the worst and the best anchor in words."""
        if self.attributes and not (self.worst and self.best):
            ends = [attribute.anchors for attribute in self.attributes]
            return self.worst or "; ".join(end[0] for end in ends), self.best or "; ".join(end[1] for end in ends)
        return self.worst or "0", self.best or "100"

    @staticmethod
    def direct(answer: Answer) -> Value:
        """Return what a direct rating of the whole criterion is worth, 0-100."""
        return DIRECT.value(answer)


def _plain(answer: str | float) -> str:
    return answer if isinstance(answer, str) else str(plain_number(answer))


Criteria = Annotated[tuple[Criterion, ...], sized(1)]


@cache
def built_in_criteria() -> tuple[Criterion, ...]:
    """Return the five criteria of ``data/criteria.yaml``."""
    return TypeAdapter(Criteria).validate_python(data_tree("criteria")["criteria"])
