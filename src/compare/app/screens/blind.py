"""The first look without names: the same answers as A, B, C in an order drawn at random, each rated before names are shown.

Rules R15 and R16. Whatever names a doctor, a place, a plan or a treatment is left out, wherever it stands in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.app.blinding import Blind
from compare.app.blocks import Act, Block, Card, Group, Row, Table, Text
from compare.app.panels import Enter
from compare.app.state import State
from compare.case import Person
from compare.scoring import score
from compare.statements import side_by_side
from compare.statements.table import Cell, Line
from compare.words import headings
from compare.words import seeing as told


def blocks(state: State, person: Person) -> Iterator[Block]:
    """Give what stands on the screen while somebody looks without names."""
    look = Blind(state.case, state.seed)
    said = side_by_side(state.case)
    yield Text(told.BLIND_LEAD.format(name=look.masked(person.name)), "lead")
    yield Text(told.ORDER_NUMBER.format(seed=state.seed), "note")
    for place in look.criteria:
        group, key = said.answers[place], state.case.keys[place]
        title = look.masked(group.title)
        sliders = list(_sliders(look, person, key, place))
        yield Card(title, [_table(look, title, group.lines), Row(sliders)], name=f"blind-{place}")
    reasons = said.reasons.lines[::-1] if look.against_first else said.reasons.lines
    for title, lines in ((headings.CHANCES, said.chances.lines), (headings.FOR_AND_AGAINST, reasons)):
        if lines:
            yield Group(title, [_table(look, title, lines)])
    yield Act("reveal", told.SHOW_NAMES, tone="main")


def looks(state: State) -> Iterator[Block]:
    """Give the way into the first look for each person, and what came of it beside what the answers come to."""
    if not state.case.people:
        people = Act("go", told.TO_PEOPLE, ["matters"], "quiet")
        yield Group(
            told.FIRST_LOOK, [Text(told.FIRST_LOOK_NOTE, "note"), Text(told.WHO_LOOKS, "note"), people], folded=True
        )
        return
    total = len(state.case.opinions) * len(state.case.criteria)
    acts: list[Block] = []
    for place, person in enumerate(state.case.people):
        label = told.GO_ON_LOOK if person.first_look else told.BEGIN_LOOK
        acts.append(Act("blind", label.format(name=person.name), [place]))
    done = sum(bool(person.first_look) for person in state.case.people)
    remark = words.counted(done, "person", "people") if done else ""
    kept = [_kept(state, person, total) for person in state.case.people if person.first_look]
    yield Group(told.FIRST_LOOK, [Text(told.FIRST_LOOK_NOTE, "note"), Row(acts), *kept], remark, folded=True)


def _kept(state: State, person: Person, total: int) -> Group:
    case = state.case
    count = sum(len(row) for row in person.first_look.values())
    rows = [
        [criterion.label, *(_both(state, person, name, criterion.key) for name in case.names)]
        for criterion in case.criteria
        if any(criterion.key in row for row in person.first_look.values())
    ]
    title = told.LOOKED.format(name=person.name)
    table = Table(title, ["", *case.names], rows)
    return Group(title, [Text(told.LOOKED_NOTE, "note"), table], told.rated(count, total))


def _both(state: State, person: Person, name: str, key: str) -> dict[str, object]:
    first = person.first_look.get(name, {}).get(key)
    scores = state.look("scores", lambda: score(state.case))
    value = words.range_text(scores.values[name][key])
    text = told.NOT_RATED if first is None else told.FIRST_NUMBER.format(number=words.whole(first))
    remark = told.ANSWERS_SAY.format(number=value)
    return {"text": text, "number": "", "remark": remark, "is_open": first is None}


def _sliders(look: Blind, person: Person, key: str, criterion: int) -> Iterator[Enter]:
    for place, letter in enumerate(look.letters):
        given = person.first_look.get(look.name(place), {}).get(key)
        value = "" if given is None else words.whole(given)
        yield Enter("rate", told.RATED.format(letter=letter), [place, criterion], "slider", value)


def _table(look: Blind, title: str, lines: Sequence[Line]) -> Table:
    """Give lines without names, and without what an answer is worth, so that nothing is said before people have."""
    rows = [[look.masked(label), *(_cell(look, cells[place]) for place in look.order)] for label, cells in lines]
    return Table(title, ["", *look.letters], rows)


def _cell(look: Blind, cell: Cell) -> dict[str, object]:
    return {"text": look.masked(cell.text), "number": "", "remark": "", "is_open": cell.is_open}
