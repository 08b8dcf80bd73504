"""A report as a Word document: everything is there as it was written, and nothing else."""

from __future__ import annotations

import io
import sys
import xml.etree.ElementTree as ET
import zipfile
from itertools import pairwise

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from every_part import MARKED, NOTHING, SOMEBODY, by_office, made_by_somebody, needs_office, report_of, scores_of
from hypothesis import given
from made_up import texts
from matplotlib.figure import Figure
from papers import paper_of

import compare
from compare import words
from compare.charts import Chart
from compare.errors import visible
from compare.reports import captions
from compare.reports import parts as kinds
from compare.reports.document import Report
from compare.reports.docx_parts import _KINDS
from compare.reports.docx_text import runs_from_the_right, say
from compare.reports.to_docx import docx as as_docx
from compare.statements import Cell
from compare.words import papers

_BLANK = docx.Document()

PLACES = 37
"""In how many places of `report_of` a text stands in the document."""

IN_ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing jc outlineLvl rPr",
    "w:rPr": "rStyle rFonts b bCs i iCs color sz szCs u bdr shd rtl cs lang",
    "w:tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "w:tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
}
"""The order in which the standard (ECMA-376) wants these properties; a word processor refuses any other."""


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def prostate():
    return as_docx(paper_of("prostate"))


def texts_of(document) -> list[str]:
    """Return the text of every paragraph, those in tables and below the pages among them."""
    roots = [document.element.body, *(section.footer._element for section in document.sections)]
    return [
        "".join(
            "\n" if piece.tag == qn("w:br") else piece.text or "" for piece in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        for root in roots
        for paragraph in root.iter(qn("w:p"))
    ]


def named(table) -> str:
    return table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def in_order(element, names: str) -> bool:
    places = [names.split().index(child.tag.split("}")[1]) for child in element]
    return all(first < second for first, second in pairwise(places))


@pytest.mark.parametrize("kind", MARKED)
def test_a_text_stands_there_as_it_was_written(kind):
    data = as_docx(report_of(MARKED[kind]))
    found = sum(text.count(visible(MARKED[kind])) for text in texts_of(opened(data)))
    assert found >= PLACES
    package = zipfile.ZipFile(io.BytesIO(data))
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            assert b"<!DOCTYPE" not in package.read(name)
            ET.fromstring(package.read(name))
    assert b'TargetMode="External"' not in b"".join(map(package.read, package.namelist()))
    body = opened(data).element.body
    assert not list(
        body.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:hyperlink"), qn("w:altChunk"), qn("w:object"))
    )


def test_every_kind_of_part_has_its_way_into_the_document():
    every = {kind.kind for kind in vars(kinds).values() if isinstance(kind, type) and getattr(kind, "kind", None)}
    assert set(_KINDS) == every


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("layout", ["long", "sheet"])
def test_two_runs_give_the_same_bytes(paper, layout):
    first, second = (as_docx(report_of("Which plan?", layout=layout), paper) for _ in range(2))
    assert first == second


def test_another_user_elsewhere_makes_the_same_bytes_and_leaves_no_trace(prostate, tmp_path):
    assert made_by_somebody("to_docx", "docx", tmp_path) == prostate
    package = zipfile.ZipFile(io.BytesIO(prostate))
    content = b"\n".join(map(package.read, package.namelist())).decode("utf-8", "replace")
    for mark in (SOMEBODY, "python-docx", "Microsoft Office", "rsid", "docId", "customXml", "thumbnail"):
        assert mark not in content
    core = opened(prostate).core_properties
    assert (core.author, core.last_modified_by, core.comments, core.created.year) == ("", "", "", 1980)
    assert core.title == compare.sample("prostate").question


def test_headings_are_real_and_in_order(prostate):
    headings = [p for p in opened(prostate).paragraphs if p.style.name.startswith("Heading")]
    parts = paper_of("prostate").parts
    assert [p.text for p in headings] == [*(part.title for part in parts), captions.HOW_TO_READ]
    levels = [int(p.style.name[-1]) for p in headings]
    assert levels[0] == 1
    assert all(second <= first + 1 for first, second in pairwise(levels))


def test_a_chapter_stands_above_its_parts():
    headings = {p.text: p.style.name for p in opened(as_docx(report_of("x"))).paragraphs if "Heading" in p.style.name}
    assert headings["In short"] == headings["For the visit"] == "Heading 1"
    assert headings["What to ask"] == headings["For and against"] == "Heading 2"


@pytest.mark.parametrize("name", ["getting-ready", "lung-stage-3"])
def test_every_picture_says_what_it_shows(name):
    page = paper_of(name)
    shown = [drawn.find(qn("wp:docPr")) for drawn in opened(as_docx(page)).element.body.iter(qn("wp:inline"))]
    assert len(shown) >= len([part for part in page.parts if isinstance(part, kinds.Picture)]) > 0
    assert all(len(picture.get("descr")) > 30 for picture in shown)
    assert len({picture.get("id") for picture in shown}) == len(shown)


def test_a_picture_that_is_taller_than_a_page_goes_on_below_where_nothing_is_drawn():
    figure = Figure(figsize=(6, 24))
    for place in range(4):
        figure.add_axes([0.1, 0.03 + place / 4, 0.8, 0.19], facecolor="grey", xticks=[], yticks=[])
    document = opened(as_docx(Report("?", "", [], [kinds.Picture("Tall", Chart("tall", figure, "Four grey fields."))])))
    section = document.sections[0]
    shapes = list(document.element.body.iter(qn("wp:inline")))
    room = section.page_height - section.top_margin - section.bottom_margin
    assert all(int(shape.find(qn("wp:extent")).get("cy")) < room for shape in shapes)
    crops = [crop for shape in shapes for crop in shape.iter(qn("a:srcRect"))]
    tops, bottoms = ([int(crop.get(side)) / 100_000 for crop in crops] for side in "tb")
    assert (tops[0], bottoms[-1]) == (0, 0)
    assert tops[1:] == pytest.approx([1 - bottom for bottom in bottoms[:-1]], abs=1e-4)
    assert len(tops) > 2
    assert [4 * top for top in tops] == pytest.approx([round(4 * top) for top in tops], abs=0.1), (
        "cut between two fields"
    )
    assert len({blip.get(qn("r:embed")) for shape in shapes for blip in shape.iter(qn("a:blip"))}) == 1


def test_a_picture_without_a_gap_is_cut_where_the_page_ends():
    figure = Figure(figsize=(6, 30))
    figure.add_axes([0, 0, 1, 1]).plot([0, 1], [0, 1])
    document = opened(as_docx(Report("?", "", [], [kinds.Picture("Tall", Chart("tall", figure, "A line."))])))
    assert len(list(document.element.body.iter(qn("wp:inline")))) == 4


def test_a_table_repeats_its_heads_and_keeps_its_rows_whole(prostate):
    tables = [table for table in opened(prostate).tables if named(table) != "What this is about"]
    assert len(tables) >= 9
    for table in tables:
        head, *rows = table._tbl.tr_lst
        assert head.trPr.find(qn("w:tblHeader")) is not None
        assert not [row for row in rows if row.trPr.find(qn("w:tblHeader")) is not None]
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        assert named(table)


def test_the_numbers_of_the_totals_are_those_of_the_scores(prostate):
    scores = compare.score(compare.sample("prostate"))
    (table,) = [table for table in opened(prostate).tables if named(table) == "The same in numbers"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(row) for row in scores.shown()]


def test_a_table_that_is_too_wide_becomes_several_with_the_same_labels():
    case = compare.Case.model_validate({"opinions": [{"name": f"Plan {place}"} for place in range(17)]})
    tables = opened(as_docx(compare.report(compare.score(case)))).tables
    first = [
        table for table in tables if table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "The same in numbers"
    ]
    heads = [cell.text for table in first for cell in table.rows[0].cells]
    assert [head for head in heads if head.startswith("Plan")] == [f"Plan {place}" for place in range(17)]
    assert len({tuple(row.cells[0].text for row in table.rows) for table in first}) == 1
    assert max(len(table.columns) for table in tables) <= 8


def test_columns_are_as_wide_as_the_table_asks():
    table = kinds.Table("Who", ["", "a", "b"], [("x", [Cell("1"), Cell("2")])], widths=(20, 50, 30))
    columns = opened(as_docx(Report("?", "", [], [table]))).tables[0].columns
    total = sum(column.width for column in columns)
    assert [round(100 * column.width / total) for column in columns] == [20, 50, 30]


def test_a_table_is_as_wide_as_the_page(prostate):
    document = opened(prostate)
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01)


def test_each_list_of_questions_begins_at_one():
    asked = Report("?", "", [], [kinds.Questions("First", ["a", "b"]), kinds.Questions("Then", ["c"])])
    document = opened(as_docx(asked))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]
    starts = {
        number.numId: [start.get(qn("w:val")) for start in number.iter(qn("w:startOverride"))]
        for number in document.part.numbering_part.element.num_lst
    }
    assert starts[numbers[0]] == starts[numbers[2]] == ["1"]
    assert [p.style.name for p in document.paragraphs].count("Room") == 3


def test_a_line_to_tick_has_its_box_for_a_bullet():
    part = kinds.Paragraphs("Before", ["☐ Our papers are here", "Well done"], points=["☑ Somebody comes along", "All"])
    styles = [p.style.name for p in opened(as_docx(Report("?", "", [], [kinds.Chapter("Visit"), part]))).paragraphs]
    assert styles[3:7] == ["Tick", "Normal", "Tick", "List Bullet"]


def test_the_caution_and_the_number_of_the_page_stand_below_every_page(prostate):
    footer = opened(prostate).sections[0].footer
    assert footer.paragraphs[0].text == words.CAUTION
    assert [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_limits_stand_on_every_document():
    texts = texts_of(opened(as_docx(Report("Which plan?", "", [], [], scores_of("A")))))
    assert {words.LIMITS, words.HOW_TO_READ, words.CAUTION} <= set(texts)
    texts = texts_of(opened(as_docx(Report("Who to ask?", "", [], []))))
    assert {papers.NOTES_ONLY, words.CAUTION} <= set(texts)
    assert words.HOW_TO_READ not in texts


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("Letter", (216, 279))])
def test_the_paper_has_its_size(paper, size):
    section = opened(as_docx(Report("Which plan?", "", [], []), paper)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size


def test_text_from_the_right_is_marked_as_such():
    document = opened(as_docx(Report("מה שלום Dr. Levi 5", "", ["Dr. שלום"], [])))
    title, about, *_ = document.paragraphs
    assert title._p.pPr.find(qn("w:bidi")) is not None
    assert about._p.pPr.find(qn("w:bidi")) is None
    runs = [(run.text, run._r.rPr is not None and run._r.rPr.find(qn("w:rtl")) is not None) for run in about.runs]
    assert runs == [("Dr. ", False), ("שלום", True)]


@pytest.mark.parametrize("text", ["", "5", "!?", "abc", "a שלום", "שלום comes first with 81 of 100"])
def test_other_text_runs_from_the_left(text):
    assert not runs_from_the_right(text)


def test_the_language_is_english_and_every_style_that_is_used_is_ours(prostate):
    document = opened(prostate)
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")).startswith("en")
    ours = {style.style_id for style in document.styles}
    used = {style.get(qn("w:val")) for style in document.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    assert used <= ours


@pytest.mark.parametrize("layout", ["long", "sheet"])
def test_properties_stand_in_the_order_of_the_standard(layout):
    document = opened(as_docx(report_of("שלום", layout=layout)))
    for tag, names in IN_ORDER.items():
        found = list(document.element.body.iter(qn(tag)))
        assert found
        assert all(in_order(element, names) for element in found)
        assert all(in_order(element, names) for element in document.styles.element.iter(qn(tag)))


def test_a_sheet_is_smaller_but_can_be_read():
    long, sheet = (opened(as_docx(report_of("x", layout=layout))) for layout in ("long", "sheet"))
    assert sheet.sections[0].left_margin < long.sections[0].left_margin
    sizes = [style.font.size.pt for style in sheet.styles if getattr(style, "font", None) and style.font.size]
    assert min(size for size in sizes if size > 3) >= 8.5
    assert sheet.styles["Title"].font.size < long.styles["Title"].font.size


@pytest.mark.parametrize(
    "tree", [{"opinions": [{"name": "A"}]}, {"opinions": [{"name": name * 200} for name in "ABCDE"]}]
)
def test_little_and_long_content_make_a_document(tree):
    assert opened(as_docx(compare.report(compare.score(compare.Case.model_validate(tree))))).paragraphs


def test_parts_with_nothing_in_them_make_a_document_without_empty_tables():
    tables = opened(as_docx(NOTHING)).tables
    assert [named(table) for table in tables] == ["T", "C"]
    assert all(table.rows for table in tables)


@given(texts)
def test_any_text_comes_back_whole_whatever_its_direction(text):
    assert say(_BLANK.add_paragraph(), text).text == visible(text)


def test_without_the_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(compare.CompareError, match=r"opinion-compare\[report\]"):
        as_docx(Report("Which plan?", "", [], []))


@needs_office
def test_a_word_processor_opens_it_and_shows_every_part(tmp_path, prostate):
    (printed,) = by_office("pdf", tmp_path, {"paper.docx": prostate})
    pages = [page.extract_text() for page in pypdf.PdfReader(printed).pages]
    shown = " ".join(" ".join(pages).split())
    for part in paper_of("prostate").parts:
        assert part.title in shown
    assert all("not medical advice" in " ".join(page.split()) for page in pages)
    assert all(f"Page {place} of {len(pages)}" in page for place, page in enumerate(pages, 1))


@needs_office
def test_the_page_for_the_visit_is_one_page_in_both_sizes(tmp_path):
    papers = {
        f"{name}-{paper}.docx": as_docx(paper_of(name, "visit"), paper)
        for name in compare.sample_names()
        for paper in ("A4", "Letter")
    }
    printed = by_office("pdf", tmp_path, papers)
    assert len(printed) == len(papers)
    assert {
        path.name: len(pypdf.PdfReader(path).pages) for path in printed if len(pypdf.PdfReader(path).pages) > 1
    } == {}
