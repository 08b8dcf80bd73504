"""A value put at its place in the tree of a case; the tree that was there stays as it is."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Place = Sequence[str | int]
"""Where a value stands in the tree of a case, as ``("opinions", 0, "name")``."""


def placed(tree: dict[str, Any], place: Place, value: Any) -> dict[str, Any]:
    """Return a tree with a value at a place; ways that are missing are made, None takes the value out.

    Where an opinion gets another name, whoever named it before follows.

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


def _put(spot: Any, last: str | int, value: Any) -> None:
    if isinstance(spot, list):
        at = int(last)
        spot[at : at + 1] = [] if value is None else [value]
    elif value is None:
        spot.pop(last, None)
    else:
        spot[last] = value
