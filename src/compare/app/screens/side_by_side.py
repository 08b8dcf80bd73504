"""What each doctor said side by side, where they differ, and a first look without names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.app.blocks import Block, Group, Picture, Points, Table, Text
from compare.app.panels import Enter
from compare.app.screens import blind
from compare.app.state import State
from compare.disagreement import differences
from compare.outcomes import what_may_happen
from compare.scoring import score
from compare.statements import side_by_side
from compare.statements.table import Line
from compare.ties import tiebreak
from compare.words import chances
from compare.words import seeing as told

OUTCOME = "what may happen"

_FIRST = 4


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    person = next((person for person in state.case.people if person.name == state.blind), None)
    if person is not None:
        yield from blind.blocks(state, person)
        return
    yield from _differences(state)
    yield from blind.looks(state)
    said = side_by_side(state.case)
    for group in (*said.answers, said.facts):
        if group.lines:
            yield Group(group.title, [_table(group.title, state.case.names, group.lines)])
    if said.chances.lines:
        table = _table(said.chances.title, state.case.names, said.chances.lines)
        yield Group(said.chances.title, [table, *_dots(state)])
    for group in (said.reasons, said.others, said.asked):
        if group.lines:
            yield Group(group.title, [_table(group.title, state.case.names, group.lines)])
    if said.sources:
        numbered = [chances.source_line(number, text) for text, number in said.sources.items()]
        yield Group(chances.SOURCES, [Points(numbered)])
    if said.decision.lines:
        yield Group(said.decision.title, [Points(list(said.notes()))])


def _differences(state: State) -> Iterator[Block]:
    if len(state.case.of_doctors) < 2:
        yield Text(told.ONE_SO_FAR, "note")
        return
    found = differences(state.case)
    if found.nothing_stated:
        yield Group(found.heading(), [Text(found.sentence())])
        return
    heads, *rows = found.shown()
    sentences = state.look("tie", lambda: tiebreak(score(state.case)).sentences())
    more = (
        [Group(told.MORE, [Points(sentences[_FIRST:])], folded=True, name="differences")] if sentences[_FIRST:] else []
    )
    table = Table(found.heading(), heads, rows)
    yield Group(found.heading(), [Text(found.sentence(), "strong"), table, Points(sentences[:_FIRST]), *more])
    for opinion in state.case.opinions:
        if opinion.plan and opinion.plan.needs_doctor_to_confirm:
            yield Text(told.MADE_UP_OF_TWO.format(name=opinion.name), "warn")


def _dots(state: State) -> Iterator[Block]:
    """Give one thing that may happen as a hundred dots, once it was chosen, with both frames in words."""
    names = [outcome.name for outcome in what_may_happen(state.case).stated]
    if not names:
        yield Text(chances.NO_NUMBERS, "note")
        return
    chosen = state.chosen.get(OUTCOME, "")
    options = [("", told.CHOOSE_ONE), *((name, name) for name in names)]
    yield Enter("choose", told.SEE_AS_DOTS, [OUTCOME], "choice", chosen, options)
    if chosen in names:
        yield state.look(("dots", chosen), lambda: _picture(state, chosen))
        yield Points(what_may_happen(state.case, chosen).sentences())


def _picture(state: State, outcome: str) -> Picture:
    from compare import charts

    return Picture.of(charts.chances(state.case, outcome, titled=False))


def _table(title: str, names: Sequence[str], lines: Sequence[Line]) -> Table:
    rows = [
        [
            label,
            *(
                {"text": cell.text, "number": cell.number, "remark": cell.remark, "is_open": cell.is_open}
                for cell in cells
            ),
        ]
        for label, cells in lines
    ]
    return Table(title, ["", *names], rows)
