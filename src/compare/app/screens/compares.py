"""The live comparison: sliders, totals, sentences, what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compare.app.blocks import Block, Group, LiveView, Picture, Points
from compare.app.state import State
from compare.app.view import answer_to, view_of
from compare.errors import visible
from compare.sensitivity import what_if
from compare.unknowns import questions
from compare.words import screens as told

_MOST = 3


def told_of(state: State) -> dict[str, Any]:
    """Return what is said anew after each move of a slider: sentences, what would change it, what to ask."""
    answer = answer_to(state.case, state.points, state.person or None)
    scores = state.scores if state.screen == "compares" else None
    if scores is None or len(state.case.opinions) < 2 or scores.nothing_known:
        return {**answer, "flips": [], "questions": []}
    return {
        **answer,
        "flips": [visible(text) for text in what_if(scores).sentences()],
        "questions": [visible(text) for text in questions(scores).sentences(_MOST)],
    }


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield LiveView(view_of(state.case), dict(state.points), answer_to(state.case, state.points))
    scores = state.scores
    if scores is not None and len(state.case.opinions) > 1 and not scores.nothing_known:
        from compare import charts

        look = what_if(scores)
        yield Group(told.WHAT_CHANGES, [Points(look.sentences()), Picture.of(charts.what_if(look, titled=False))])
