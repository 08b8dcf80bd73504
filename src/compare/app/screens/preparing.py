"""Getting ready for a second opinion: how things stand, then each thing to prepare with its fields and its papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from compare.app.blocks import Act, Block, Card, Group, Picture, Points, Row, Text
from compare.app.panels import Enter
from compare.app.readying import TODAY, today_of
from compare.app.screens import arranging, gathering, thinking
from compare.app.screens.fields import field
from compare.app.state import State
from compare.app.taking_away import NAMES, PAPERS_OF_PARTS
from compare.preparation import Standing, prepare, short_on_time
from compare.scoring import score
from compare.words import needing, preparing, screens, taking
from compare.words import readiness as told

PLAN = "plan"


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    today = today_of(state)
    found = state.look(("prepare", today), lambda: prepare(state.case, today=today))
    yield Card(preparing.STANDING, list(_standing(state, found)), name="standing")
    yield _part("reasons", thinking.reasons(state))
    yield _part("worries", thinking.worries(state))
    yield Card(preparing.PARTS[PLAN], [*_plan(state, found), _papers(PLAN)], name="ready-plan")
    yield _part("records", gathering.records(state), found.lines["records"])
    yield _part("specialists", gathering.specialists(state), found.lines["specialists"])
    yield _part("insurer", arranging.insurer(state), found.lines["insurer"])
    yield _part("questions", [Act("go", told.TO_QUESTIONS, ["asking"])], found.lines["questions"])
    yield _part("summary", arranging.summary(state), found.lines["summary"])
    yield _part("packet", arranging.packet(state))
    yield _part("visit", arranging.visits(state), found.lines["visit"])
    yield Group(told.PAPERS, [Text(told.PAPERS_NOTE, "note"), *_all_papers()], name="ready-papers")


def _standing(state: State, found: Standing) -> Iterator[Block]:
    yield Text(found.plan.heading(), "strong")
    yield Points(found.plan.sentences()[1:])
    today = today_of(state)
    day = Enter("choose", told.TODAY, [TODAY], "day", today.isoformat() if today else "", help=told.TODAY_HELP)
    has_begun = state.case.noted.started is not None or found.plan.start != today
    begins = told.STARTED_HELP if has_begun else told.NOT_STARTED
    yield Row(
        [
            day,
            field(state, ("preparation", "started"), told.STARTED, "day", help=begins),
            field(state, ("decide_by",), screens.DECIDE_BY, "day", help=screens.DECIDE_BY_HELP),
        ]
    )
    yield field(state, ("preparation", "short_on_time"), told.SHORT_ON_TIME, "tick")
    if state.case.noted.short_on_time:
        asked = state.look("hurry", lambda: short_on_time(score(state.case)).questions)
        yield Group(needing.FIVE, [Points(asked)], name="hurry")


def _plan(state: State, found: Standing) -> Iterator[Block]:
    yield from gathering.steps(state, found.plan)
    is_drawn = PLAN in state.opened
    yield Act("show", told.HIDE_PICTURE if is_drawn else told.AS_A_PICTURE, [PLAN], "quiet")
    if is_drawn:
        yield state.look(("picture", found.plan.today), lambda: _picture(found))


def _picture(found: Standing) -> Picture:
    from compare import charts

    return Picture.of(charts.plan(found.plan, titled=False))


def _part(what: str, inside: Iterable[Block], remark: str = "") -> Group:
    """Return one thing to prepare, with its papers at its end."""
    return Group(preparing.PARTS[what], [*inside, _papers(what)], remark, folded=True, name=f"ready-{what}")


def _papers(what: str) -> Row:
    names = [*PAPERS_OF_PARTS[what], *([NAMES[taking.READY][-1]] if what == PLAN else [])]
    return Row([_button(preparing.PARTS[what], name) for name in names])


def _all_papers() -> Iterator[Block]:
    yield Row([_button(told.ALL_PAPERS, name) for name in NAMES[taking.READY]])
    yield Group(preparing.PARTS["after"], [_papers("after")], name="ready-after")


def _button(title: str, name: str) -> Act:
    label = taking.FORMATS[PurePath(name).suffix]
    return Act(
        "download", label, [name], "quiet", name=taking.NAMED.format(title=title, label=label), wait=taking.ONE_MOMENT
    )
