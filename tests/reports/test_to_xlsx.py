"""A report as a workbook: texts are texts, numbers are numbers, and nothing in it can run."""

from __future__ import annotations

import csv
import io
import itertools
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

import openpyxl
import pypdf
import pytest
from every_part import MARKED, NOTHING, SOMEBODY, by_office, made_by_somebody, needs_office, report_of, scores_of
from hypothesis import given
from made_up import texts
from papers import paper_of

import compare
from compare import words
from compare.errors import visible
from compare.reports import parts as kinds
from compare.reports.document import Report
from compare.reports.to_csv import as_cell
from compare.reports.to_xlsx import xlsx
from compare.reports.xlsx_sheets import MOST_LETTERS, _pieces, put
from compare.statements import Cell
from compare.words import office

PLACES = 34
"""In how many places of `report_of` a text stands in the workbook, without its scores."""

MOST_OF_A_SPREADSHEET = 32_767


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def prostate():
    return xlsx(paper_of("prostate"))


def cells_of(book) -> list:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def fits_a_name(text: str) -> bool:
    return visible(text) == text and len(text) < 200 and "\n" not in text


def shown(value) -> str:
    """Return a text as a spreadsheet shows it."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), str(value))


def rows_of(sheet, head: str) -> list[list]:
    """Return the rows below the one that begins with a head."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(place for place, row in enumerate(rows) if row[0] == head)
    return list(itertools.takewhile(lambda row: row[0] is not None, rows[start + 1 :]))


@pytest.mark.parametrize("kind", MARKED)
def test_a_text_stands_there_as_it_was_written_and_is_no_formula(kind):
    text = MARKED[kind]
    data = xlsx(report_of(text, scores_of(text) if fits_a_name(text) else None))
    package = zipfile.ZipFile(io.BytesIO(data))
    for name in package.namelist():
        assert b"<!DOCTYPE" not in package.read(name)
        root = ET.fromstring(package.read(name))
        if name.startswith("xl/worksheets/"):
            assert not [node for node in root.iter() if node.tag.endswith(("}f", "}hyperlink"))]
    assert b'TargetMode="External"' not in b"".join(map(package.read, package.namelist()))
    cells = cells_of(opened(data))
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert sum(shown(cell.value).count(visible(text)) for cell in cells if cell.data_type == "s") >= PLACES
    whole = [cell for cell in cells if shown(cell.value) == visible(text)]
    assert whole
    assert {bool(cell.quotePrefix) for cell in whole} == {as_cell(visible(text)) != visible(text)}


@pytest.mark.parametrize("kind", MARKED)
def test_the_name_of_a_sheet_is_one_that_a_sheet_may_have(kind):
    report = Report("?", "", [], [kinds.Questions(MARKED[kind], ["a"]), kinds.Questions(MARKED[kind].upper(), ["b"])])
    names = opened(xlsx(report)).sheetnames
    assert len(names) == len({name.casefold() for name in names}) == 3
    for name in names:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff]|^'|'$", name)


def test_sheets_of_the_same_name_are_numbered():
    report = Report(
        "?", "", [], [kinds.Questions(title, ["a"]) for title in ("Ask", "ASK", "", "In short", "x" * 40, "x" * 50)]
    )
    names = opened(xlsx(report)).sheetnames
    assert names == ["In short", "Ask", "ASK 2", "Sheet", "In short 2", "x" * 31, "x" * 26 + " 2"]


def test_another_user_elsewhere_makes_the_same_bytes_and_leaves_no_trace(prostate, tmp_path):
    assert made_by_somebody("to_xlsx", "xlsx", tmp_path) == prostate
    package = zipfile.ZipFile(io.BytesIO(prostate))
    content = b"\n".join(map(package.read, package.namelist())).decode("utf-8")
    for mark in (SOMEBODY, "openpyxl", "Microsoft Excel"):
        assert mark not in content
    read = opened(prostate).properties
    assert (read.creator, read.lastModifiedBy, read.description, read.created.year) == (None, None, None, 1980)
    assert read.title == compare.sample("prostate").question


def test_the_totals_are_those_of_the_scores(prostate):
    scores = compare.score(compare.sample("prostate"))
    sheet = opened(prostate)[office.TOTALS]
    for row in rows_of(sheet, office.OPINION):
        total = scores.totals[row[0]]
        *parts, mean, low, high, down, up = row[1:]
        assert parts == pytest.approx([part.mean for part in scores.parts[row[0]].values()])
        assert sum(parts) == pytest.approx(mean, abs=1e-9)
        assert (mean, low, high) == pytest.approx((total.mean, total.low, total.high))
        assert (mean - down, mean + up) == pytest.approx((low, high))


def test_the_chart_draws_the_parts_of_each_total(prostate):
    sheet = opened(prostate)[office.TOTALS]
    (chart,) = sheet._charts
    case = compare.sample("prostate")
    assert (chart.type, chart.grouping, chart.overlap) == ("bar", "stacked", 100)
    assert len(chart.series) == len(case.criteria)
    for series, criterion in zip(chart.series, case.criteria, strict=True):
        assert read_at(sheet, series.tx.strRef.f) == [criterion.label]
        assert len(read_at(sheet, series.val.numRef.f)) == len(case.opinions)
        assert read_at(sheet, (series.cat.strRef or series.cat.numRef).f) == list(case.names)
    whiskers = chart.series[-1].errBars
    ends = [read_at(sheet, end.numRef.f) for end in (whiskers.minus, whiskers.plus)]
    rows = rows_of(sheet, office.OPINION)
    assert ends == [[row[-2] for row in rows], [row[-1] for row in rows]]


def test_the_chart_has_words_for_people_who_do_not_see_it(prostate):
    drawing = ET.fromstring(zipfile.ZipFile(io.BytesIO(prostate)).read("xl/drawings/drawing1.xml"))
    (named,) = [node for node in drawing.iter() if node.tag.endswith("}cNvPr")]
    assert named.get("descr") == office.CHART_TOLD


def read_at(sheet, formula: str) -> list:
    area = sheet[formula.rpartition("!")[2].replace("$", "")]
    return [cell.value for row in area for cell in row] if isinstance(area, tuple) else [area.value]


def test_every_part_stands_there_with_its_ends(prostate):
    scores = compare.score(compare.sample("prostate"))
    rows = rows_of(opened(prostate)[office.BY_PART], office.OPINION)
    assert len(rows) == len(scores.long_rows())
    for row, expected in zip(rows, scores.long_rows(), strict=True):
        ends = [expected[f"{what}_{end}"] for what in ("value", "part") for end in ("low", "mean", "high")]
        assert row[2:] == pytest.approx([100 * expected["weight"], *ends])


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_said_in_words(number):
    cell = openpyxl.Workbook().active["A1"]
    put(cell, number)
    assert (cell.value, cell.data_type) == (words.NOT_KNOWN, "s")


def test_whole_numbers_in_a_table_are_numbers():
    table = kinds.Table("Numbers", ["", "a", "b", "c"], [("x", [Cell("88"), Cell("007"), Cell("8 of 9")])])
    row = opened(xlsx(Report("?", "", [], [table])))["Numbers"][3]
    assert [(cell.value, cell.data_type) for cell in row] == [("x", "s"), (88, "n"), ("007", "s"), ("8 of 9", "s")]


def test_a_number_of_a_cell_stands_beside_its_text(prostate):
    rows = rows_of(opened(prostate)["What each doctor said"], "Medical reasons")
    strength = next(row for row in rows if row[0] == "Strength of the evidence")
    assert strength[1:3] == ["high", 100]


@pytest.mark.parametrize("text", ["a" * 100_000, "b\u202e" * 20_000, "👩" * 40_000, "_x0041_" * 9_000, "word " * 9_000])
def test_a_text_that_is_too_long_for_a_cell_goes_on_below_it(text):
    report = Report(
        "?", "", [], [kinds.Paragraphs("In short", [text]), kinds.Table("T", ["", "h"], [("x", [Cell(text)])])]
    )
    book = opened(xlsx(report))
    for sheet, column in ((book["In short"], 1), (book["T"], 2)):
        values = [sheet.cell(row, column).value for row in range(3, sheet.max_row + 1)]
        pieces = [value for value in values if value and value[:1] in visible(text)[:7]]
        assert "".join(map(shown, pieces)).count(visible(text)) == 1
        assert max(len(piece.encode("utf-16-le")) // 2 for piece in pieces) <= MOST_OF_A_SPREADSHEET
    assert MOST_LETTERS < MOST_OF_A_SPREADSHEET


def test_heads_stay_in_sight_and_print_on_every_page(prostate):
    book = opened(prostate)
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text
        if sheet.title in {office.TOTALS, office.BY_PART, "The same in numbers", "For and against", "What to ask next"}:
            assert sheet.freeze_panes
            head = int(re.search(r"\d+$", sheet.print_title_rows)[0])
            assert sheet[f"A{head + 1}"].value
    assert {sheet.page_setup.paperSize for sheet in book} == {9}
    letter = xlsx(paper_of("lymphoma"), "Letter")
    assert {int(sheet.page_setup.paperSize) for sheet in opened(letter)} == {1}


def test_questions_have_a_column_to_write_in(prostate):
    sheet = opened(prostate)["What to ask next"]
    rows = rows_of(sheet, office.NUMBER)
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert all(row[2:] == [None, None] or row[2:] == ["", ""] for row in rows)
    assert [cell.value for cell in sheet[3]][2] == office.THE_ANSWER


def test_a_box_can_be_ticked():
    table = kinds.Table("T", ["", "a", "b"], [("x", [Cell("☐"), Cell("☐ later")]), ("y", [Cell("☑"), Cell("☐")])])
    (offered,) = opened(xlsx(Report("?", "", [], [table])))["T"].data_validations.dataValidation
    assert (offered.type, offered.formula1) == ("list", '"☐,☑"')
    assert {str(area) for area in offered.sqref.ranges} == {"B3", "B4", "C4"}


def test_columns_are_as_wide_as_the_table_asks():
    table = kinds.Table("T", ["", "a", "b"], [("x", [Cell("1"), Cell("")])], widths=(20, 50, 30))
    sheet = opened(xlsx(Report("?", "", [], [table])))["T"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert [round(100 * width / sum(widths)) for width in widths] == [20, 50, 30]


def test_every_part_of_a_report_is_in_the_workbook():
    report = paper_of("lung-stage-3")
    book = opened(xlsx(report))
    texts = [str(cell.value) for cell in cells_of(book)]
    for part in report.parts:
        if part.points or not isinstance(part, kinds.Picture | kinds.Chapter):
            assert part.title in texts
        assert set(part.points) <= set(texts)
    assert {words.CAUTION, words.LIMITS, words.HOW_TO_READ, report.title} <= set(texts)


def test_a_paper_without_scores_has_no_sheets_of_numbers():
    names = opened(xlsx(report_of("Which plan?"))).sheetnames
    assert names == ["In short", "The same in numbers", "Who", "What to ask", "For and against", "In words"]


@pytest.mark.parametrize(
    "tree", [{"opinions": [{"name": "A"}]}, {"opinions": [{"name": name * 200} for name in "ABCDE"]}]
)
def test_little_and_long_content_make_a_workbook(tree):
    book = opened(xlsx(compare.report(compare.score(compare.Case.model_validate(tree)))))
    assert len(rows_of(book[office.TOTALS], office.OPINION)) == len(tree["opinions"])


def test_parts_with_nothing_in_them_make_a_workbook():
    assert opened(xlsx(NOTHING)).sheetnames[0] == office.IN_SHORT


@given(texts)
def test_any_text_is_cut_into_pieces_that_fit_and_that_are_the_text_again(text):
    pieces = _pieces(text * 40)
    assert "".join(pieces) == text * 40
    assert all(len(visible(piece).encode("utf-16-le", "surrogatepass")) // 2 <= MOST_LETTERS for piece in pieces)


def test_without_the_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(compare.CompareError, match=r"opinion-compare\[report\]"):
        xlsx(Report("Which plan?", "", [], []))


@needs_office
def test_a_spreadsheet_program_opens_it_and_computes_nothing(tmp_path):
    asked = [text for text in MARKED.values() if visible(text) == text and "\n" not in text]
    report = Report("=1+1", "", [], [kinds.Table("T", ["", "h"], [(text, [Cell(text)]) for text in asked])])
    one_file_a_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    first, table = by_office(one_file_a_sheet, tmp_path, {"book.xlsx": xlsx(report)})
    assert first.read_text(encoding="utf-8").startswith("=1+1\n")
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert [row[1] for row in rows if row[0] in asked][: len(asked)] == asked


@needs_office
def test_a_spreadsheet_program_prints_every_sheet(tmp_path, prostate):
    (printed,) = by_office("pdf", tmp_path, {"book.xlsx": prostate})
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(printed).pages)
    for sheet in opened(prostate):
        assert str(sheet["A1"].value) in text
    assert office.POINTS_OF_100 in text
