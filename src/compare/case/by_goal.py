"""An attribute answered goal by goal: an answer for each goal of the patient, in the place of one for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.case.criteria import Attribute, GoalAttribute
from compare.case.rating import NOT_ASKED, RATING_KEYS, Rating
from compare.errors import CompareError, Path, did_you_mean, listed, quoted
from compare.fields import first_twice
from compare.values import ValueFunction


def answers_by_goal(
    attribute: Attribute, goals: Sequence[str], given: Mapping[str, Rating]
) -> Iterator[tuple[GoalAttribute, Rating]]:
    """Give the question about each goal with its answer; a goal without one has not been asked about."""
    for asked in attribute.by_goal(goals):
        yield asked, given.get(asked.goal, NOT_ASKED)


def with_goals(attributes: Iterable[Attribute], given: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """Return attributes with the goals under each; without one that is answered by goal alone.

    Parameters
    ----------
    attributes : iterable of Attribute
        What can be answered, in its order.
    given : iterable of Attribute
        What is answered, goals among it.
    """
    by_key = {asked.key: asked for asked in given}
    found: list[Attribute] = []
    for attribute in attributes:
        goals = [each for each in by_key.values() if isinstance(each, GoalAttribute) and each.of == attribute.key]
        found += goals if goals and attribute.key not in by_key else [attribute, *goals]
    return tuple(found)


def scale_of_goals(
    attribute: Attribute, goals: Sequence[str], given: Mapping[str, Rating], path: Path
) -> ValueFunction:
    """Return the scale on which each goal is answered.

    Parameters
    ----------
    attribute : Attribute
        What is answered.
    goals : sequence of str
        The goals of the patient.
    given : mapping
        The answer to each goal.
    path : tuple of str and int
        Where it stands in the case.

    Raises
    ------
    CompareError
        There are no goals, one of them stands twice, this is none of them, or goals have no answers here.
    """
    if attribute.each_goal is None:
        raise _no_key_here(given, path)
    if not goals:
        raise CompareError(
            "Each goal has an answer here, and no goals are written.",
            path=path,
            found=listed(given),
            allowed=f"one answer for all goals: {attribute.value.allowed}",
            fix="write the goals in `patient: {goals: [...]}`, what matters most first; or give one answer",
        )
    _check_once(goals)
    for goal in given:
        if goal not in goals:
            raise _no_goal(goal, goals, path)
    return attribute.each_goal.value


def _no_key_here(given: Mapping[str, Rating], path: Path) -> CompareError:
    """Return the error for what is neither an answer nor the key of a long one."""
    key = next(iter(given))
    fix = did_you_mean(key, RATING_KEYS) or "delete it, or use one of these"
    return CompareError(
        "This key is not known here.",
        path=(*path, key),
        found=quoted(key),
        allowed=listed(Rating.model_fields),
        fix=fix,
    )


def _no_goal(goal: str, goals: Sequence[str], path: Path) -> CompareError:
    return CompareError(
        "This is not a goal of the patient.",
        path=(*path, goal),
        found=quoted(goal),
        allowed=listed(goals),
        fix=did_you_mean(goal, goals) or "write it as it stands in the goals of the patient; or delete this answer",
    )


def _check_once(goals: Sequence[str]) -> None:
    place = first_twice(goals)
    if place is not None:
        raise CompareError(
            "This goal stands there twice.",
            path=("patient", "goals", place),
            found=quoted(goals[place]),
            allowed="each goal once where goals are answered one by one",
            fix="delete one of the two",
        )
