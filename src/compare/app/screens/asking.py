"""What to ask next: ranked, to be ticked off, with questions of one's own."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block, Group, Points, Text
from compare.app.screens.fields import field
from compare.app.state import State
from compare.scoring import score
from compare.unknowns import questions
from compare.words import asking
from compare.words import screens as told

_MOST = 10


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    found = questions(score(state.case))
    yield Text(found.sentence(), "strong")
    asked = [str(each) for each in found.to_ask(_MOST)]
    yield Group(asking.QUESTION, [Points(asked, numbered=True)])
    own = state.case.preparation.questions if state.case.preparation else ()
    mine: list[Block] = []
    for place, _ in enumerate(own):
        at = ("preparation", "questions", place)
        mine += [
            field(state, (*at, "question"), told.OWN_QUESTION),
            field(state, (*at, "answered"), told.TICKED, "tick"),
        ]
    yield Group(told.OWN_QUESTION, [*mine, Act("add_question", told.ADD_QUESTION)])
