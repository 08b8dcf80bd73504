import io
import shutil
import subprocess
from datetime import date

import openpyxl
import openpyxl.formatting.rule
import pytest
from bad_workbooks import changed, place_of

import compare
from compare.errors import CompareError
from compare.files import new_case_bytes, read, read_data, save, written_as_bytes
from compare.words import sheets

PROSTATE = compare.sample("prostate")


@pytest.fixture(scope="module")
def blank():
    return new_case_bytes(".xlsx")


def filled(blank, *cells):
    """Return the case of a blank form into which some values were typed."""

    def change(book):
        for sheet, key, column, value, *more in cells:
            cell = place_of(book[sheet], key, column, *more[:1])
            cell.value = value
            if len(more) > 1:
                cell.number_format = more[1]

    return read_data(changed(change, blank), ".xlsx", "case.xlsx")


def first(blank, key, value, column="answer", *more):
    return filled(blank, ("Opinion 1", key, column, value, *more)).opinions[0]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [(2, 2.0), ("2", 2.0), (" 2 ", 2.0), (2.5, 2.5), ("not asked", None), ("Asked, no answer", None), ("[1, 2]", None)],
)
def test_numbers_as_people_type_them(blank, typed, answer):
    if typed == "[1, 2]":
        with pytest.raises(CompareError, match="Opinion 1"):
            first(blank, "ratings,goals,approach", typed)
    else:
        assert first(blank, "ratings,goals,approach", typed).ratings["goals"]["approach"].answer == answer


def test_a_percentage_is_the_number_that_people_see(blank):
    for raw, seen in ((0.7, 70.0), (0.07, 7.0), (0.125, 12.5)):
        opinion = first(blank, "ratings,goals,chance", raw, "answer", 0, "0%")
        assert opinion.ratings["goals"]["chance"].answer == seen


def test_a_range_and_where_it_comes_from(blank):
    key = "ratings,side_effects,recovery"
    values = {
        "low": 4,
        "high": "8",
        "words": "some weeks",
        "said_by": "Dr. A",
        "when": date(2026, 1, 31),
        "written": "Yes",
    }
    case = filled(blank, *(("Opinion 2", key, column, value) for column, value in values.items()))
    rating = case.opinions[1].ratings["side_effects"]["recovery"]
    assert rating.answer == (4.0, 8.0)
    assert (rating.words, rating.said_by, rating.when, rating.written) == ("some weeks", "Dr. A", "2026-01-31", True)


def test_words_alone_are_no_answer(blank):
    assert (
        first(blank, "ratings,side_effects,serious", "quite rare", "words").ratings["side_effects"]["serious"].why
        == "words only"
    )


@pytest.mark.parametrize("typed", [date(2026, 1, 31), "2026-01-31", " 2026-01-31"])
def test_days(blank, typed):
    assert first(blank, "date", typed).date == date(2026, 1, 31)


def test_a_number_where_text_is_meant(blank):
    assert first(blank, "findings,stage", 3).findings.stage.answer == "3"


@pytest.mark.parametrize("typed", ["", "   ", None])
def test_blanks_are_nothing(blank, typed):
    assert first(blank, "notes", typed) == first(blank, "mode", typed)


def test_items_of_a_list_with_a_gap(blank):
    case = filled(blank, ("Opinion 1", "pros,*", "answer", "a", 0), ("Opinion 1", "pros,*", "answer", "c", 2))
    assert case.opinions[0].pros == ("a", "c")


def test_a_side_effect_and_a_test(blank):
    cells = [("name", "Pain"), ("left", 2), ("answer", "8 of 129"), ("onset", "late"), ("right", "a week")]
    case = filled(
        blank,
        *(("Opinion 1", "side_effects,*", *cell) for cell in cells),
        ("Opinion 1", "findings,biomarkers,*", "name", "EGFR"),
        ("Opinion 1", "findings,biomarkers,*", "answer", "not done"),
    )
    (effect,) = case.opinions[0].side_effects
    assert (effect.name, effect.grade, str(effect.chance.answer), effect.onset, effect.lasts) == (
        "Pain",
        2.0,
        "8 of 129",
        "late",
        "a week",
    )
    assert case.opinions[0].findings.biomarkers["EGFR"].state == "not done"


def test_questions_that_were_asked(blank):
    case = filled(
        blank,
        ("Opinion 1", "asked,*", "answer", "Yes, the letter.", 0),
        ("Opinion 1", "asked,*", "answer", sheets.NO_ANSWER, 1),
        ("Opinion 1", "asked,*", "name", "May I swim?", -1),
        ("Opinion 1", "asked,*", "answer", "After a month.", -1),
    )
    assert list(case.opinions[0].asked.values()) == ["Yes, the letter.", "", "After a month."]
    assert case.opinions[0].asked["May I swim?"] == "After a month."


def test_a_third_opinion_on_a_blank_sheet_and_a_fifth_on_a_copy(blank):
    def change(book):
        place_of(book["Opinion 3"], "name").value = "Third"
        copy = book.copy_worksheet(book["Opinion 4"])
        place_of(copy, "name").value = "Copied"
        copy.title = "Our own name for it"

    assert read_data(changed(change, blank), ".xlsx").names == ("First opinion", "Second opinion", "Third", "Copied")


def test_rows_and_columns_that_were_moved_are_still_found():
    def change(book):
        book["Opinion 1"].insert_rows(20, 3)
        book["Opinion 1"].insert_cols(4)
        book["People"].insert_cols(2)

    assert read_data(changed(change, written_as_bytes(PROSTATE, ".xlsx")), ".xlsx") == PROSTATE


@pytest.mark.parametrize(
    ("way", "numbers", "ranking"),
    [("points", (70, 0, 100, 50, 20), None), ("Ranking", (2, 3, 1, 5, 4), "goals"), ("equal", (), None)],
)
def test_the_ways_to_weigh(blank, way, numbers, ranking):
    keys = ("rationale", "experience", "goals", "side_effects", "practicality")
    cells = [("People", f"weight,{key}", "person 1", number) for key, number in zip(keys, numbers, strict=False)]
    case = filled(blank, ("People", "how", "person 1", way), *cells)
    stated = case.people[0].weights
    assert stated.how == way.casefold()
    assert ranking is None or stated.ranking[0] == ranking


def test_a_new_person_in_a_free_column(blank):
    case = filled(blank, ("People", "name", "person 3", "Ben"), ("People", "before,sure", "person 3", 4))
    assert [person.name for person in case.people] == ["Patient", "Ben"]
    assert case.people[1].before.sure == 4


def test_more_rows_for_everything_else(blank):
    def change(book):
        book[sheets.MORE].append([None, "preparation", "steps", "Ask", "due", "", "", "", date(2026, 3, 1)])
        book[sheets.MORE].append([None, "opinions", "First opinion", "doctor", "years", "", "", "", 12])

    case = read_data(changed(change, blank), ".xlsx")
    assert case.preparation.steps["Ask"].due == date(2026, 3, 1)
    assert case.opinions[0].doctor.years == 12


def test_links_filters_and_notes_beside_the_cells_do_no_harm(blank):
    from openpyxl.comments import Comment

    def change(book):
        sheet = book["Opinion 1"]
        cell = place_of(sheet, "notes")
        cell.value, cell.hyperlink = "see https://example.org", "https://example.org"
        cell.comment = Comment("mine", "me")
        sheet.conditional_formatting.add("B1:C9", openpyxl.formatting.rule.CellIsRule("equal", ["1"]))
        sheet.auto_filter.ref = "B2:C40"

    assert read_data(changed(change, blank), ".xlsx").opinions[0].notes == "see https://example.org"


def in_office(path, kind):
    """Return a file as LibreOffice saves it again, without any repair."""
    folder = path.parent / kind
    call = ["soffice", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*call, {"xlsx": "xlsx:Calc MS Excel 2007 XML"}.get(kind, kind), "--outdir", folder, path],
        check=True,
        capture_output=True,
    )
    return folder / f"{path.stem}.{kind}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_form_that_was_filled_in_with_libreoffice(tmp_path, blank):
    def change(book):
        place_of(book["Opinion 1"], "ratings,goals,chance").value = "8 of 129"
        place_of(book["Opinion 1"], "date").value = date(2026, 1, 31)
        place_of(book["Opinion 2"], "ratings,practicality,travel_minutes", "low").value = 30
        place_of(book["Opinion 2"], "ratings,practicality,travel_minutes", "high").value = 45.5
        place_of(book["Opinion 2"], "notes").value = "=1+1 שלום _x0041_"
        place_of(book["Opinion 2"], "notes").data_type = "s"

    path = tmp_path / "case.xlsx"
    path.write_bytes(changed(change, blank))
    again = read(in_office(path, "xlsx"))
    assert again == read(path)
    assert again.opinions[1].ratings["practicality"]["travel_minutes"].answer == (30.0, 45.5)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_case_comes_back_from_libreoffice_by_way_of_its_own_format(tmp_path):
    path = save(PROSTATE, tmp_path / "case.xlsx")
    assert read(in_office(in_office(path, "ods"), "xlsx")) == PROSTATE
    assert openpyxl.load_workbook(io.BytesIO(path.read_bytes())).sheetnames[0] == sheets.START
