"""The papers of getting ready: every one of every case, in every format, the same bytes each time."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from made_up import HOSTILE
from test_words import ADVICE

import compare
from compare import words
from compare.reports.parts import Chapter, Table
from compare.reports.preparing import preparing, save_preparing
from compare.words import preparing as told

TODAY = date(2026, 3, 24)
ENDINGS = (".html", ".pdf", ".docx", ".xlsx", ".csv")
EMPTY = compare.Case(opinions=[{"name": "A"}])
READY = compare.sample("getting-ready")


def shown(paper):
    return " ".join(paper.html().split())


@pytest.mark.parametrize("what", ["", *told.PARTS])
@pytest.mark.parametrize("case", [EMPTY, READY, compare.sample("colon-stage-4")], ids=["empty", "ready", "two"])
def test_every_paper_of_every_case_is_a_page_without_advice(case, what):
    paper = preparing(case, what, today=TODAY)
    page = shown(paper)
    assert paper.parts
    assert words.CAUTION in page
    assert not ADVICE.search(page)
    assert "None" not in page


def test_all_in_one_has_a_chapter_for_each():
    chapters = [part.title for part in preparing(READY).parts if isinstance(part, Chapter)]
    assert chapters == list(told.PARTS.values())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("what", ["", "plan", "insurer"])
def test_each_ending_is_written_the_same_each_time(tmp_path, ending, what):
    first, second = (
        save_preparing(READY, tmp_path / f"{place}{ending}", what, today=TODAY).read_bytes() for place in "ab"
    )
    assert first == second
    assert len(first) > 500
    assert str(tmp_path).encode() not in first


def test_the_plan_and_the_whole_are_written_as_a_calendar(tmp_path):
    first, second = (save_preparing(READY, tmp_path / f"x{what}.ics", what, today=TODAY) for what in ("", "plan"))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(("what", "name"), [("records", "r.ics"), ("plan", "p.png"), ("", "a.svg"), ("visit", "v")])
def test_other_endings_are_refused_and_nothing_is_written(tmp_path, what, name):
    with pytest.raises(compare.CompareError, match=r"\.html, \.pdf, \.docx, \.xlsx, \.csv"):
        save_preparing(READY, tmp_path / name, what)
    assert not list(tmp_path.iterdir())


def test_what_there_is_not_brings_a_suggestion():
    with pytest.raises(compare.CompareError, match="did you mean `records`"):
        preparing(READY, "record")


def test_the_plan_shows_who_does_what_and_what_belongs_to_it():
    page = shown(preparing(READY, "plan", today=TODAY))
    assert "☑ Talk to the current doctor" in page
    assert "☐ Ask the lab to send the slides" in page
    assert "He was kind about it" in page


def test_records_have_boxes_and_notes():
    page = shown(preparing(READY, "records"))
    assert "☐ slides" in page
    assert "☑ pictures" in page
    assert "MRI of the pelvis (It is done on 24 March)" in page


def test_the_log_of_calls_has_room_for_more():
    (log,) = [part for part in preparing(READY, "insurer").parts if part.title == "Calls to the insurer"]
    assert [label for label, _ in log.rows] == ["12 March 2026", "17 March 2026", "", "", ""]


def test_csv_holds_every_row_of_every_table_all_equally_wide():
    paper = preparing(READY, "records")
    rows = list(csv.reader(io.StringIO(paper.csv(), newline="")))
    assert len({len(row) for row in rows}) == 1
    (table,) = [part for part in paper.parts if isinstance(part, Table)]
    for label, cells in table.rows:
        assert [label, *(cell.text for cell in cells)] in rows
    assert [words.CAUTION] in [row[:1] for row in rows]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_on_every_paper(text):
    name = " ".join(text.split())[:60] or "x"
    case = compare.Case(
        question=text,
        opinions=[{"name": "A"}],
        preparation={
            "steps": {name: {"owner": text, "note": text, "due": "2026-03-30"}},
            "records": {name: {"note": text}},
            "specialists": [{"name": name, "travel": text, "reviews": text}],
            "calls": [{"question": text, "answer": text, "spoke_to": text, "reference": text}],
            "costs": [{"what": text, "currency": text, "payer": text, "low": 1}],
        },
    )
    page = preparing(case, today=TODAY).html()
    assert "<script>alert" not in page
    cells = [cell for row in csv.reader(io.StringIO(preparing(case, today=TODAY).csv(), newline="")) for cell in row]
    assert not any(cell.lstrip(" \u00a0").startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in cells)
