import io
import sys
import zipfile
from functools import partial

import openpyxl
import pytest
from bad_workbooks import place_of
from made_up import HOSTILE

import compare
from compare.case import built_in_criteria, standard_questions
from compare.files import as_tree, new_case_bytes, read_data, written_as_bytes
from compare.files.workbook.making import MOST_OPINIONS, MOST_PEOPLE
from compare.samples import sample_names
from compare.values import Levels
from compare.words import sheets


def book_of(case):
    return openpyxl.load_workbook(io.BytesIO(written_as_bytes(case, ".xlsx")))


@pytest.fixture(scope="module")
def blank():
    return openpyxl.load_workbook(io.BytesIO(new_case_bytes(".xlsx")))


@pytest.fixture(scope="module")
def prostate():
    return book_of(compare.sample("prostate"))


def is_about(key, attribute):
    return str(key).startswith("ratings,") and str(key).endswith(f",{attribute.key}")


def texts_of(sheet):
    return {cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_comes_back(name):
    assert read_data(written_as_bytes(compare.sample(name), ".xlsx"), ".xlsx") == compare.sample(name)


def test_the_sheets_of_a_blank_form(blank):
    assert blank.sheetnames == [
        "Start",
        *(f"Opinion {n}" for n in (1, 2, 3, 4)),
        "People",
        "Everything else",
        "Example",
        "Lists",
    ]
    assert blank["Lists"].sheet_state == "hidden"
    assert read_data(new_case_bytes(".xlsx"), ".xlsx").names == ("First opinion", "Second opinion")


def test_there_is_always_room_for_two_more_opinions(prostate):
    names = [place_of(prostate[f"Opinion {n}"], "name").value for n in range(1, 6)]
    assert names == ["Surgery", "Radiation with hormones", "Active surveillance", None, None]


@pytest.mark.parametrize("attribute", [a for c in built_in_criteria() for a in c.attributes], ids=lambda a: a.key)
def test_every_question_stands_beside_both_ends_of_its_scale(blank, attribute):
    sheet = blank["Opinion 2"]
    row = next(row for row in sheet.iter_rows() if is_about(row[0].value, attribute))
    shown = [cell.value for cell in row]
    assert attribute.question in shown
    assert set(attribute.anchors) <= set(shown)


@pytest.mark.parametrize("criterion", built_in_criteria(), ids=lambda criterion: criterion.key)
def test_weights_are_asked_for_beside_both_ends(blank, criterion):
    row = next(row for row in blank["People"].iter_rows() if row[0].value == f"weight,{criterion.key}")
    assert all(any(end in str(cell.value) for cell in row) for end in criterion.anchors)


def offered(sheet, cell):
    rule = next(rule for rule in sheet.data_validations.dataValidation if cell.coordinate in rule.sqref)
    span = rule.formula1.partition("!")[2].replace("$", "")
    return [row[0].value for row in sheet.parent["Lists"][span]]


@pytest.mark.parametrize(
    "attribute",
    [a for c in built_in_criteria() for a in c.attributes if isinstance(a.value, Levels)],
    ids=lambda a: a.key,
)
def test_the_words_of_a_scale_can_be_picked(blank, attribute):
    sheet = blank["Opinion 1"]
    key = next(row[0].value for row in sheet.iter_rows(max_col=1) if is_about(row[0].value, attribute))
    assert offered(sheet, place_of(sheet, key))[: len(attribute.value.levels)] == list(attribute.value.levels)
    assert offered(sheet, place_of(sheet, key, "low")) == list(attribute.value.levels)


@pytest.mark.parametrize("place", [0, -1])
def test_every_word_that_can_be_picked_is_taken(place):
    book = openpyxl.load_workbook(io.BytesIO(new_case_bytes(".xlsx")))
    sheet = book["Opinion 1"]
    for rule in sheet.data_validations.dataValidation:
        for cell in (sheet[str(span).partition(":")[0]] for span in rule.sqref.ranges):
            key, column = sheet.cell(cell.row, 1).value, sheet.cell(1, cell.column).value
            if column not in {"low", "high"} and not key.startswith(("side_effects", "outcomes")):
                cell.value = offered(sheet, cell)[place]
    packed = io.BytesIO()
    book.save(packed)
    opinion = read_data(packed.getvalue(), ".xlsx").opinions[0]
    assert opinion.mode == ("in person", "records review")[place]
    assert opinion.ratings["rationale"]["evidence"].why == (None, "not known")[place]


def test_only_yellow_cells_can_be_written_in(blank):
    for sheet in blank.worksheets[:-2]:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for row in sheet.iter_rows():
            for cell in row:
                assert (cell.fill.fgColor.rgb == "00FFF6DB") == (not cell.protection.locked)
    assert all(cell.protection.locked for row in blank["Example"].iter_rows() for cell in row)


def test_every_standard_question_can_be_answered(blank):
    assert {question.question for question in standard_questions()} <= texts_of(blank["Opinion 1"])


def test_no_cell_is_a_formula_and_every_text_is_shown_as_typed():
    case = compare.Case(
        notes="=1+1",
        sources=HOSTILE,
        opinions=[
            {"name": "@A", "pros": ["=cmd|' /C calc'!A0", "+1", "-1"], "asked": {"=x": "\t=1"}, "notes": "_x0041_"}
        ],
    )
    book = book_of(case)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    assert {"=1+1", "@A", "=cmd|' /C calc'!A0", "+1", "-1", "=x", "\t=1", "_x005F_x0041_"} <= {
        cell.value for cell in cells
    }
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith("="))
    assert read_data(written_as_bytes(case, ".xlsx"), ".xlsx") == case


def test_numbers_and_days_are_numbers_and_days(prostate):
    sheet = prostate["Opinion 1"]
    assert place_of(sheet, "ratings,side_effects,lasting", "low").value == 18
    assert place_of(sheet, "ratings,goals,chance").value == "541 of 553"
    assert place_of(sheet, "date").is_date
    assert place_of(prostate["People"], "weight,goals", "person 1").value == 100


def test_the_same_case_gives_the_same_bytes_and_nothing_says_who_or_when():
    data = written_as_bytes(compare.sample("prostate"), ".xlsx")
    assert data == written_as_bytes(compare.sample("prostate"), ".xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"openpyxl" not in b"".join(map(parts.read, parts.namelist()))
        assert b"<dc:creator/>" in parts.read("docProps/core.xml")


def test_what_has_no_place_on_a_form_stands_on_the_last_sheet(prostate):
    rows = [[cell.value for cell in row[1:]] for row in prostate[sheets.MORE].iter_rows()]
    assert ["opinions", "Active surveillance", "agreement", "pathology", None, None, None, "minor"] in rows
    assert not any(row[:3] == ["opinions", "Surgery", "ratings"] for row in rows)


def test_more_opinions_and_people_than_sheets_and_columns():
    case = compare.Case(
        opinions=[{"name": f"Opinion {n}", "pros": [f"p{n}"]} for n in range(MOST_OPINIONS + 3)],
        people=[{"name": f"Person {n}", "role": "friend"} for n in range(MOST_PEOPLE + 3)],
    )
    assert read_data(written_as_bytes(case, ".xlsx"), ".xlsx") == case


def test_criteria_of_ones_own_bring_their_own_questions_and_no_example():
    tree = {
        "criteria": [
            {
                "key": "mood",
                "label": "Mood",
                "attributes": [{"key": "m", "label": "How it feels", "value": {"levels": {"poor": 0, "good": 1}}}],
            }
        ]
    }
    case = compare.Case(**tree, opinions=[{"name": "A", "ratings": {"mood": {"m": ["poor", "good"]}}}])
    book = book_of(case)
    assert "How it feels" in texts_of(book["Opinion 1"])
    assert place_of(book["Opinion 1"], "ratings,mood,m", "high").value == "good"
    assert sheets.EXAMPLE not in book.sheetnames


def test_the_example_can_be_a_case():
    case = compare.Case(opinions=[sheets.EXAMPLE_OPINION])
    assert read_data(written_as_bytes(case, ".xlsx"), ".xlsx") == case
    assert as_tree(case)["opinions"][0]["ratings"]["goals"]["chance"]["answer"] == "102 of 129"


def test_without_the_library_it_says_how_to_install_it(monkeypatch):
    case = compare.Case(opinions=[{"name": "A"}])
    data = written_as_bytes(case, ".xlsx")
    parts = (
        "openpyxl",
        "compare.files.workbook.drawing",
        "compare.files.workbook.form_sheets",
        "compare.files.workbook.people_sheet",
    )
    for name in [name for name in sys.modules if name.startswith(parts)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for call in (partial(written_as_bytes, case, ".xlsx"), partial(read_data, data, ".xlsx")):
        with pytest.raises(compare.CompareError, match=r"opinion-compare\[report\]"):
            call()
