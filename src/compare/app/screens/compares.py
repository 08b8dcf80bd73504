"""The live comparison: sliders, totals, sentences, what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Block, Group, LiveView, Picture, Points
from compare.app.state import State
from compare.app.view import answer_to, view_of
from compare.sensitivity import what_if
from compare.words import screens as told


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield LiveView(view_of(state.case), dict(state.points), answer_to(state.case, state.points))
    scores = state.scores
    if scores is not None and len(state.case.opinions) > 1 and not scores.nothing_known:
        from compare import charts

        look = what_if(scores)
        yield Group(told.WHAT_CHANGES, [Points(look.sentences()), Picture.of(charts.what_if(look, titled=False))])
