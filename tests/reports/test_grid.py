from compare.reports.grid import grid_parts
from compare.reports.parts import Fields
from compare.samples import sample
from compare.statements import question_grid
from compare.words import grid as told

GRID = question_grid(sample("lung-stage-3"))


def test_not_asked_is_open_on_paper():
    (table,) = grid_parts(GRID)
    rows = {label: cells for label, cells in table.rows if cells}
    assert [cell.is_open for cell in rows["Why is your plan better for us?"]] == [True, False]
    assert {cell.text for cells in rows.values() for cell in cells if cell.is_open} == {told.NOT_ASKED, told.NO_ANSWER}
    assert list(table.heads[1:]) == list(GRID.names)


def test_the_form_has_ticks_room_and_a_line_for_who_takes_notes():
    fields, *questions = grid_parts(GRID.empty)
    assert isinstance(fields, Fields)
    assert (told.NOTE_TAKER, "") in fields.fields
    assert [part.title for part in questions] == [told.STANDARD, told.OWN]
    texts = [text for part in questions for text in part.texts]
    assert len(texts) == len(GRID.lines)
    assert all(text.startswith(told.TICK) for text in texts)
