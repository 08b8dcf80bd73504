"""What the live view is given: the numbers of a case, its words, who says what matters, and where everything starts.

The same plain data drives the view in a notebook, in the web app and in a page without Python.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from compare import words
from compare.case import Case, Person
from compare.charts.palette import criterion_sign
from compare.errors import visible
from compare.scoring import Scores, score
from compare.weights import Weights
from compare.words import live as said

MIDDLE = 50.0
"""Where every slider stands when nobody has said what matters."""

_SHOWN_AS_SAID = ("points", "swing", "ranking")

Points = Mapping[str, float]
"""For each criterion, 0-100."""


def start_of(case: Case, person: Person | None) -> dict[str, float]:
    """Return where the sliders of a person start; in the middle where they have not said what matters.

    Parameters
    ----------
    case : Case
        Whose criteria there are.
    person : Person, optional
        Who is asked.

    Returns
    -------
    dict
        For each criterion 0-100. Points and swings stay as they were said; any other way is stretched so that what counts
        most has 100.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A"}], criteria=[{"key": "goals"}, {"key": "cost"}],
    ...             people=[{"name": "Rosa", "weights": {"ranking": ["goals", "cost"]}}])
    >>> {key: round(value) for key, value in start_of(case, case.people[0]).items()}
    {'goals': 100, 'cost': 33}
    """
    stated = case.weights_by(person) if person is not None else None
    if stated is None or stated.equal:
        return dict.fromkeys(case.keys, MIDDLE)
    given = stated.points or stated.swing
    if given:
        return {key: float(given[key]) for key in case.keys}
    return _stretched(stated.on(case.keys))


def view_of(case: Case, scores: Scores | None = None) -> dict[str, Any]:
    """Return what ``live.js`` draws, as plain data.

    Parameters
    ----------
    case : Case
        One to six opinions look well; more are drawn too.
    scores : Scores, optional
        What a page shows; its weights are the first position. Without them, whoever's weights count.

    Returns
    -------
    dict
        ``criteria`` (key, label, the two anchors, colour and ink), ``opinions`` (name, and for each criterion ``[low, mean, high]`` on 0-100),
        ``people`` (see `people_of`), ``person`` (the place of whoever is shown first), ``start`` (their points), ``close_gap``, ``texts``.
    """
    people, place = _people(case, scores)
    return {
        "criteria": _criteria(case),
        "opinions": _opinions(case, scores or score(case)),
        "people": people,
        "person": place,
        "start": people[place]["points"],
        "close_gap": case.closeness.gap,
        "texts": said.LIVE,
    }


def people_of(case: Case) -> list[dict[str, Any]]:
    """Return who can say what matters, each with a start of their own.

    Parameters
    ----------
    case : Case
        Whose people are asked.

    Returns
    -------
    list of dict
        For each person of the case, or for nobody in particular: ``name``, ``label`` (with the role), ``role``, ``patient``, ``how`` (``points``,
        ``swing`` or ``ranking``), ``points`` (0-100 by criterion), ``order`` (criteria, the most important first), ``given`` (whether they have said
        what matters to them; where nobody has, nobody is put in front until a slider is moved), ``note``.
    """
    if not case.people:
        return [_entry("", start_of(case, None), said.NOBODY, given=False)]
    return [_as_entry(case, person) for person in case.people]


def close_places(scores: Scores) -> list[int]:
    """Return the places of the opinions that are too close to the first to call, the first among them."""
    return [scores.case.names.index(name) for name in scores.front if scores.close_call]


def first_answer(scores: Scores) -> dict[str, Any]:
    """Return what Python has to say of the first position on a page that says the sentences elsewhere."""
    people, place = _people(scores.case, scores)
    return {"points": people[place]["points"], "sentences": [], "close": close_places(scores)}


def _people(case: Case, scores: Scores | None) -> tuple[list[dict[str, Any]], int]:
    people = people_of(case)
    if scores is None:
        return people, _place_of(case, case.speaker)
    person = next((each for each in case.people if each.name == scores.person), None)
    if person is not None and scores.weights == score(case, person=person.name).weights:
        return people, _place_of(case, person)
    if case.speaker is None and not scores.weights.given:
        return people, 0
    return [_of_the_page(scores.weights), *people], 0


def _place_of(case: Case, person: Person | None) -> int:
    return case.people.index(person) if person is not None else 0


def _of_the_page(weights: Weights) -> dict[str, Any]:
    how = "swing" if weights.how == "swing" else "points"
    points = dict.fromkeys(weights, MIDDLE) if weights.how == "equal" else _stretched(weights)
    return _entry(said.AS_HERE, points, said.OF_THE_PAGE, how=how, given=weights.given)


def _as_entry(case: Case, person: Person) -> dict[str, Any]:
    stated = case.weights_by(person)
    how = stated.how if stated else "points"
    shown = how if how in _SHOWN_AS_SAID else "points"
    unsaid = said.starts_again if person.weights else said.starts_even
    note = unsaid if stated is None else said.starts_as if shown == how else said.starts_translated
    ranked = stated.ranking if stated else None
    points = start_of(case, person)
    name, given = visible(person.name), stated is not None
    entry = _entry(name, points, note(name), how=shown, order=ranked, given=given)
    label = words.named(entry["name"], visible(person.role))
    return {**entry, "label": label, "role": visible(person.role), "patient": person.is_patient}


def _entry(
    name: str, points: Points, note: str, *, given: bool, how: str = "points", order: Sequence[str] | None = None
) -> dict[str, Any]:
    ranked = list(order or sorted(points, key=lambda key: -points[key]))
    return {
        "name": name,
        "label": name,
        "role": "",
        "patient": False,
        "how": how,
        "points": dict(points),
        "order": ranked,
        "given": given,
        "note": note,
    }


def _criteria(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "key": criterion.key,
            "label": visible(criterion.label),
            "anchors": [visible(anchor) for anchor in criterion.anchors],
            "colour": criterion_sign(place).colour,
            "ink": criterion_sign(place).ink,
        }
        for place, criterion in enumerate(case.criteria)
    ]


def _opinions(case: Case, scores: Scores) -> list[dict[str, Any]]:
    return [
        {
            "name": visible(name),
            "values": {key: [value.low, value.mean, value.high] for key, value in scores.values[name].items()},
        }
        for name in case.names
    ]


def _stretched(weights: Points) -> dict[str, float]:
    largest = max(weights.values())
    return {key: 100 * weights[key] / largest for key in weights}
