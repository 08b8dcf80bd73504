"""An attribute answered goal by goal: an answer for each goal of the patient, in the place of one for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.case.criteria import Attribute, GoalAttribute
from compare.case.rating import NOT_ASKED, RATING_KEYS, Rating
from compare.errors import CompareError, Path, did_you_mean, listed, quoted
from compare.fields import first_twice, same_name
from compare.values import ValueFunction


def answers_by_goal(
    attribute: Attribute, goals: Sequence[str], given: Mapping[str, Rating]
) -> Iterator[tuple[GoalAttribute, Rating]]:
    """Give the question about each goal with its answer; a goal without one has not been asked about."""
    said = {same_name(goal): rating for goal, rating in given.items()}
    for asked in attribute.by_goal(goals):
        yield asked, said.get(same_name(asked.goal), NOT_ASKED)


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
        There are no goals, this is no goal of the patient, one stands twice, or goals have no answers here.
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
    _check_once(goals, ("patient", "goals"))
    _check_once([*given], path)
    known = {same_name(goal) for goal in goals}
    for goal in given:
        if same_name(goal) not in known:
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


def _check_once(goals: Sequence[str], path: Path) -> None:
    place = first_twice(goals)
    if place is not None:
        in_list = path == ("patient", "goals")
        raise CompareError(
            "This goal stands there twice.",
            path=(*path, place if in_list else goals[place]),
            found=quoted(goals[place]),
            allowed="each goal once (capital and small letters count as the same)",
            fix="delete one of the two",
        )
