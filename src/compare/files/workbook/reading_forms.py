"""What people wrote into the forms, as values of a case, each with its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from compare.case import standard_questions
from compare.errors import CompareError, Place, quoted
from compare.files.long_form import Entry, Steps
from compare.files.workbook.forms import (
    MANY,
    NAMED,
    RANGED,
    SHAPES,
    Line,
    Section,
    opinion_sections,
    person_sections,
    start_sections,
)
from compare.files.workbook.grid import Grid, Row, Spot, outside
from compare.trees import Node, twice
from compare.words import sheets

_LABELS = ("name", "left", "right")


def start_entries(grid: Grid) -> Iterator[Entry]:
    """Give what stands on the first sheet."""
    lines = {"schema": Line("schema", ""), **_lines("start")}
    yield from _entries(grid.rows, lines, ())


def opinion_entries(grid: Grid) -> Iterator[Entry]:
    """Give what stands on the sheet of an opinion; nothing where it is blank."""
    named = next((row for row in grid.rows if row.key == "name"), None)
    rows = [row for row in grid.rows if row is not named]
    lines = _lines("opinion")
    if named is not None:
        _check_cells(named, lines["name"])
    name = named.cells.get("answer") if named else None
    if name is None:
        filled = next(_entries(rows, lines, ("opinions", "")), None)
        if filled is not None:
            raise _no_name(named.places["answer"] if named else grid.place, "this opinion")
        return
    steps = ("opinions", name.text.strip())
    yield Entry.at(steps, Node({}, name.place))
    yield from _entries(rows, lines, steps)


def people_entries(grid: Grid) -> Iterator[Entry]:
    """Give what stands in the column of each person; nothing where it is blank."""
    lines = _lines("people")
    seen: dict[str, Row] = {}
    for row in grid.rows:
        if row.key not in lines and not row.key.startswith("weight,"):
            raise _unknown_row(row)
        if row.key in seen and not row.key.endswith(MANY):
            raise twice(row.key, seen[row.key].places["name"], row.places["name"])
        seen[row.key] = row
    for column in (name for name in grid.columns if name.startswith("person ")):
        rows = [Row(row.key, _only(row, column), {"answer": row.places[column]}) for row in grid.rows]
        yield from _person(rows, lines, grid.place)


def _only(row: Row, column: str) -> dict[str, Spot]:
    return {"answer": row.cells[column]} if column in row.cells else {}


def _person(rows: list[Row], lines: Mapping[str, Line], place: Place) -> Iterator[Entry]:
    filled = [row for row in rows if row.cells]
    name = next((row.cells["answer"] for row in filled if row.key == "name"), None)
    if name is None:
        if filled:
            raise _no_name(next((row.places["answer"] for row in rows if row.key == "name"), place), "this person")
        return
    steps = ("people", name.text.strip())
    yield Entry.at(steps, Node({}, name.place))
    own = [row for row in filled if row.key not in {"name", "how"} and not row.key.startswith("weight,")]
    yield from _entries(own, lines, steps)
    how = next((row for row in rows if row.key == "how"), None)
    weights = {row.key.partition(",")[2]: row.cells["answer"] for row in filled if row.key.startswith("weight,")}
    yield from _weights(how, weights, (*steps, "weights"))


def _weights(how: Row | None, given: Mapping[str, Spot], steps: Steps) -> Iterator[Entry]:
    way = how.cells.get("answer") if how else None
    if way is None:
        if given and how:
            raise CompareError(
                "It is not said how these numbers are meant.",
                line=how.places["answer"],
                found=f"nothing, and {len(given)} numbers below",
                allowed=", ".join(sheets.WAYS),
                fix="pick one: points when 100 counts most, ranking when 1 comes first",
            )
        return
    word = way.text.strip().casefold()
    if word == "equal" and not given:
        yield Entry.at((*steps, word), Node("yes", way.place))
    elif word == "ranking":
        yield Entry.at((*steps, word), _ranked(given, way))
    else:
        for name, spot in given.items():
            yield Entry.at((*steps, word, name), spot.node())
        if not given:
            yield Entry.at((*steps, word), Node({}, way.place))


def _ranked(given: Mapping[str, Spot], way: Spot) -> Node:
    places = {name: spot.node().value for name, spot in given.items()}
    wanted = set(map(float, range(1, len(given) + 1)))
    for name, spot in given.items():
        place = places[name]
        if not isinstance(place, float) or place not in wanted or list(places.values()).count(place) > 1:
            raise CompareError(
                "A ranking gives each place once.",
                line=spot.place,
                found=spot.text,
                allowed=f"1 to {len(given)}, each once",
                fix="write 1 for what matters most, then 2, 3 and so on",
            )
    ordered = sorted(given, key=lambda name: places[name])
    return Node([Node(name, given[name].place) for name in ordered], way.place)


@cache
def _lines(form: str) -> Mapping[str, Line]:
    made: dict[str, Callable[[], Iterable[Section]]] = {
        "start": start_sections,
        "opinion": partial(opinion_sections, ()),
        "people": partial(person_sections, (), 1),
    }
    return {line.key: line for section in made[form]() for line in section.lines}


def _entries(rows: Iterable[Row], lines: Mapping[str, Line], base: Steps) -> Iterator[Entry]:
    counts: Counter[str] = Counter()
    for row in rows:
        line = lines.get(row.key)
        if line is None and row.key.startswith("ratings,"):
            line = Line(row.key, "", "rating")
        if line is None:
            raise _unknown_row(row)
        _check_cells(row, line)
        counts[row.key] += 1
        steps = (*base, *line.steps)
        if line.shape == "item":
            steps = (*steps, counts[row.key])
        yield from _named(row, line, steps) if line.shape in NAMED else _values(row, line, steps)


def _named(row: Row, line: Line, steps: Steps) -> Iterator[Entry]:
    name, rest = row.cells.get("name"), {column: spot for column, spot in row.cells.items() if column != "name"}
    if name is None:
        if rest:
            raise _no_name(row.places["name"], "this line")
        return
    steps = (*steps, name.text if line.shape == "asked" else name.text.strip())
    if line.shape == "effect":
        yield Entry.at(steps, Node({}, name.place))
    if line.shape == "asked":
        yield from _asked(row, name, steps)
    else:
        yield from _values(row, line, steps)


def _asked(row: Row, question: Spot, steps: Steps) -> Iterator[Entry]:
    answer = row.cells.get("answer")
    if answer is not None:
        empty = answer.text.strip().casefold() == sheets.NO_ANSWER
        yield Entry.at(steps, Node("", answer.place) if empty else answer.node())
    elif question.text not in {standard.question for standard in standard_questions()}:
        raise CompareError(
            "This question has no answer.",
            line=row.places["answer"],
            found="nothing",
            allowed="what the doctor said",
            fix=f"write what was said, or `{sheets.NO_ANSWER}`; delete the question if it was not asked",
        )


def _values(row: Row, line: Line, steps: Steps) -> Iterator[Entry]:
    if line.shape in RANGED and ("low" in row.cells or "high" in row.cells):
        yield Entry.at((*steps, *SHAPES[line.shape]["answer"]), _range(row))
    for column, below in SHAPES[line.shape].items():
        if column in row.cells:
            day = column == "when" or (column == "answer" and line.kind == "day")
            yield Entry.at((*steps, *below), row.cells[column].node(day=day))


def _range(row: Row) -> Node:
    for end, other in (("low", "high"), ("high", "low")):
        if end not in row.cells:
            raise CompareError(
                "A range has two ends.",
                line=row.places[end],
                found=f"nothing; the other end is {quoted(row.cells[other].text)}",
                allowed="a low end and a high end",
                fix="write both; or write one number under “Your answer”",
            )
    if "answer" in row.cells:
        raise CompareError(
            "There is an answer and also a range.",
            line=row.cells["answer"].place,
            found=quoted(row.cells["answer"].text),
            allowed="one answer, or a low and a high end",
            fix="delete one of the two",
        )
    low, high = row.cells["low"], row.cells["high"]
    return Node([low.node(), high.node()], low.place)


def _check_cells(row: Row, line: Line) -> None:
    inputs = {*SHAPES[line.shape], *(("low", "high") if line.shape in RANGED else ())}
    for column, spot in row.cells.items():
        if column not in inputs and column not in _LABELS:
            raise outside(spot)


def _no_name(place: Place, what: str) -> CompareError:
    return CompareError(
        f"The name of {what} is missing.",
        line=place,
        found="nothing",
        allowed="a short name",
        fix="write a name here; or empty what belongs to it",
    )


def _unknown_row(row: Row) -> CompareError:
    spot = next(iter(row.cells.values()), None)
    return CompareError(
        "This row is not part of the form.",
        line=row.places.get("name"),
        found=quoted(str(spot.raw)) if spot else quoted(row.key),
        allowed="the rows of the form",
        fix="move what counts into a yellow cell, such as the notes, and delete this row",
    )
