"""The live comparison: sliders, totals, sentences, what would change it; how often and the map when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from compare.app.blocks import Act, Block, Group, LiveView, Picture, Points, Row, Text
from compare.app.panels import Enter, Follow
from compare.app.state import State
from compare.app.view import answer_for, scored, view_of
from compare.errors import visible
from compare.robustness import Knowing, how_often
from compare.scoring import Scores
from compare.sensitivity import trade_off, what_if
from compare.unknowns import questions
from compare.words import screens
from compare.words import seeing as told

KNOWING, PART, ACROSS, UP = "knowing", "part", "across", "up"
"""What can be chosen here."""

_MOST = 3
_LEAST_FOR_A_MAP = 3


def told_of(state: State) -> dict[str, Any]:
    """Return what is said anew after each move of a slider: sentences, what would change it, what to ask."""
    scores = state.scores
    answer = answer_for(state.points, scores)
    if state.screen != "compares" or scores is None or not _comparable(scores):
        return {**answer, "flips": [], "questions": []}
    return {
        **answer,
        "flips": [visible(text) for text in what_if(scores).sentences()],
        "questions": [visible(text) for text in questions(scores).sentences(_MOST)],
    }


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    answer = told_of(state)
    yield LiveView(view_of(state.case), dict(state.points), answer)
    scores = state.scores
    if scores is None or not _comparable(scores):
        yield Text(told.NEEDS_ANSWERS if scores else told.SLIDERS_AT_0, "note")
        return
    yield Group(
        screens.WHAT_CHANGES,
        [Text(told.CHANGES_NOTE, "note"), Follow("flips", answer["flips"]), *_shown(state, "what_if", _turning)],
    )
    yield Group(told.ASK_FIRST, [Follow("questions", answer["questions"])])
    yield Group(screens.HOW_OFTEN, [Text(told.OFTEN_NOTE, "note"), *_often(state)])
    yield Group(screens.MAP, list(_map(state)))


def _comparable(scores: Scores) -> bool:
    return len(scores.case.opinions) > 1 and not scores.nothing_known


def _shown(
    state: State, name: str, make: Callable[[Scores, State], list[Block]], label: str = told.AS_A_PICTURE
) -> Iterator[Block]:
    """Give a picture once it was asked for, for the sliders as they stood then, with a way to draw it anew."""
    if name not in state.opened:
        yield Act("draw", label, [name])
        return
    points = state.drawn.get(name) or dict(state.points)
    scores = scored(state.case, points, state.person or None) if set(points) == set(state.case.keys) else state.scores
    if scores is not None:
        chosen = tuple(sorted(state.chosen.items()))
        yield from state.look((name, tuple(sorted(points.items())), state.person, chosen), lambda: make(scores, state))
    yield Text(told.AS_THEY_STOOD, "note")
    yield Row([Act("draw", told.DRAW_AGAIN, [name]), Act("show", told.HIDE_PICTURE, [name], "quiet")])


def _turning(scores: Scores, _state: State) -> list[Block]:
    from compare import charts

    return [Picture.of(charts.what_if(what_if(scores), titled=False))]


def _often(state: State) -> Iterator[Block]:
    knowing = state.chosen.get(KNOWING, "nothing")
    yield Enter("choose", told.OFTEN_KNOWING, [KNOWING], "choice", knowing, list(told.KNOWING.items()))
    yield from _shown(state, "how_often", _frequencies, told.WORK_OUT)


def _frequencies(scores: Scores, state: State) -> list[Block]:
    from compare import charts

    knowing = state.chosen.get(KNOWING, "nothing")
    known = cast("Knowing", knowing if knowing in told.KNOWING else "nothing")
    found = how_often(scores.case, known, weights=None if known == "nothing" else scores.weights)
    return [Points(found.sentences()), Picture.of(charts.how_often(found, titled=False))]


def _map(state: State) -> Iterator[Block]:
    criteria = state.case.criteria
    if len(criteria) < _LEAST_FOR_A_MAP:
        yield Text(told.MAP_NEEDS, "note")
        return
    across, up = axes(state)
    choices = [
        Enter("choose", label, [what], "choice", chosen, [(c.key, c.label) for c in criteria if c.key != other])
        for label, what, chosen, other in ((told.ACROSS, ACROSS, across, up), (told.UPWARD, UP, up, across))
    ]
    yield Row(choices)
    yield from _shown(state, "map", _triangle)


def axes(state: State) -> tuple[str, str]:
    """Return the two criteria of the map: those that were chosen, else those that tell most."""
    scores = state.scores
    keys = state.case.keys
    usual = trade_off(scores) if scores is not None else None
    across = state.chosen.get(ACROSS, "")
    across = across if across in keys else usual.across if usual else keys[0]
    up = state.chosen.get(UP, "")
    if up in keys and up != across:
        return across, up
    likely = (usual.up, usual.across) if usual else keys
    return across, next(key for key in (*likely, *keys) if key != across)


def _triangle(scores: Scores, state: State) -> list[Block]:
    from compare import charts

    look = trade_off(scores, *axes(state))
    return [Picture.of(charts.weight_map(look, titled=False)), Points(look.sentences())]
