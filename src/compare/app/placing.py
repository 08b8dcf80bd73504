"""A value put at its place in the tree of a case; the tree that was there stays as it is."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from compare.case.rating import RATING_KEYS

_ALIKE = 0.6
"""How alike a goal and another one are for the second to be the first in other words, 0-1."""

Place = Sequence[str | int]
"""Where a value stands in the tree of a case, as ``("opinions", 0, "name")``."""


def placed(tree: dict[str, Any], place: Place, value: Any) -> dict[str, Any]:
    """Return a tree with a value at a place; ways that are missing are made, None takes the value out.

    Where an opinion or a goal gets another name, whoever named it before follows; what was answered on a goal goes with it.

    Examples
    --------
    >>> placed({"opinions": [{"name": "A"}]}, ("opinions", 0, "ratings", "goals"), 70)
    {'opinions': [{'name': 'A', 'ratings': {'goals': 70}}]}
    """
    changed = copy.deepcopy(tree)
    if len(place) == 3 and place[0] == "opinions" and place[2] == "name":
        _rename(changed, changed["opinions"][int(place[1])].get("name"), value)
    spot: Any = changed
    for step, following in pairwise(place):
        spot = _stepped(spot, step, following)
    _put(spot, place[-1], value)
    if place[0] == "patient":
        _follow_goals(changed, _goals_of(tree), _goals_of(changed))
    return changed


def _stepped(spot: Any, step: str | int, following: str | int) -> Any:
    """Return what stands one step further on, made where it is missing; a bare answer becomes the long form."""
    wanted = list if isinstance(following, int) else dict
    if isinstance(spot, list):
        if int(step) >= len(spot):
            spot.append(wanted())
        return spot[int(step)]
    if not isinstance(spot.get(step), wanted):
        bare = spot.get(step)
        spot[step] = wanted() if bare is None or wanted is list else {"answer": bare}
    return spot[step]


def _rename(tree: dict[str, Any], old: Any, new: Any) -> None:
    """Give an opinion another name wherever people named it."""
    for person in tree.get("people", []):
        for feeling in ("gut_first", "gut_later"):
            told = person.get(feeling)
            if told == old:
                person[feeling] = new
            elif isinstance(told, dict) and told.get("opinion") == old:
                told["opinion"] = new
        if old in person.get("first_look", {}):
            person["first_look"] = {new if name == old else name: row for name, row in person["first_look"].items()}
    if tree.get("decision", {}).get("opinion") == old:
        tree["decision"]["opinion"] = new


def _goals_of(tree: dict[str, Any]) -> list[str]:
    return list((tree.get("patient") or {}).get("goals") or ())


def _follow_goals(tree: dict[str, Any], old: list[str], new: list[str]) -> None:
    """Let answers by goal follow the goals: to another wording, or out with a goal that is gone."""
    called, come = {goal: goal for goal in new}, [goal for goal in new if goal not in old]
    for goal in old:
        if goal not in called and (alike := get_close_matches(goal, come, 1, _ALIKE)):
            called[goal] = alike[0]
            come.remove(alike[0])
    for part in (part for opinion in tree["opinions"] for part in opinion.get("ratings", {}).values()):
        for key, given in list(part.items()) if _is_several(part) else ():
            if _is_several(given):
                kept = {called[goal]: answer for goal, answer in given.items() if goal in called}
                _put(part, key, kept or None)


def _is_several(given: Any) -> bool:
    return isinstance(given, dict) and RATING_KEYS.isdisjoint(given)


def _put(spot: Any, last: str | int, value: Any) -> None:
    if isinstance(spot, list):
        at = int(last)
        spot[at : at + 1] = [] if value is None else [value]
    elif value is None:
        spot.pop(last, None)
    else:
        spot[last] = value
