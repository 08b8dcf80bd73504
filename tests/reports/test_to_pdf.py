"""A report as a tagged PDF, read back with another library."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from made_up import HOSTILE
from pypdf.generic import IndirectObject

import compare
from compare import words
from compare.errors import visible
from compare.reports import Report
from compare.reports.parts import Card, Cards, Chapter, Fields, Paragraphs, Picture, Questions, Table
from compare.reports.to_pdf import _columns_split, not_drawn, pdf
from compare.statements import Cell

TYPST = (
    "#typst",
    "$math$",
    "\\\\ back",
    "*bold* _soft_",
    "= Heading",
    "@ref <tag>",
    "`code`",
    '#panic("x")',
    "//no // yes",
)
FORMULAS = ("=1+1", "+SUM(A1)", "@x", "-2", "<script>alert(1)</script>", "{{ 7*7 }}")


def read(report, paper="A4"):
    return pypdf.PdfReader(io.BytesIO(pdf(report, paper)))


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def squeezed(text):
    return re.sub(r"\s+", "", text)


def tags(reader):
    """Give the tag of every element of the structure, and the words for its picture."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if not isinstance(node, dict):
            continue
        if "/S" in node:
            yield node["/S"], node.get("/Alt")
        kids = node.get("/K", [])
        waiting.extend(kids if isinstance(kids, list) else [kids])


@pytest.fixture(scope="module")
def scores():
    return compare.score(compare.sample("lymphoma"))


@pytest.fixture(scope="module")
def family(scores):
    return compare.report(scores)


@pytest.fixture(scope="module")
def opened(family):
    return read(family)


def every_part(text):
    from compare import charts

    chart = charts.brief(compare.score(compare.Case(opinions=[{"name": "A"}])))
    return [
        Paragraphs("First", [text], lead=text, points=[text]),
        Chapter("A chapter", lead=text),
        Fields("Form", [(text, text), ("Empty", "")]),
        Questions("Ask", [text]),
        Table("Table", ["", text], [("Group", ()), (text, [Cell(text, "50", text, is_open=True)])], last_is_total=True),
        Picture("Picture", chart, points=[text]),
        Cards("Cards", [Card(text, {"For": [text], "Against": []})], "nothing"),
    ]


def test_it_has_a_title_a_language_and_nobody_in_it(opened, family):
    root = opened.trailer["/Root"]
    assert opened.metadata.title == family.title
    assert set(opened.metadata) <= {"/Title", "/Creator"}
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_tagged(opened):
    found = [tag for tag, _ in tags(opened)]
    assert opened.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert {"/H1", "/P", "/Table", "/TH", "/TD", "/TR", "/L", "/LI", "/Figure"} <= set(found)


def test_every_picture_has_its_words(opened, family):
    alts = [alt for tag, alt in tags(opened) if tag == "/Figure"]
    assert sorted(alts) == sorted(part.chart.alt for part in family.parts if isinstance(part, Picture))


def test_every_part_has_its_bookmark(opened, family):
    marks = [entry.title for entry in opened.outline if not isinstance(entry, list)]
    assert set(marks) >= {part.title for part in family.parts if not isinstance(part, Chapter)} - set(below(opened))


def below(reader):
    return [entry.title for group in reader.outline if isinstance(group, list) for entry in group]


def test_parts_stand_below_their_chapter():
    reader = read(Report("T", "", [], [Paragraphs("Alone", ["x"]), Chapter("Over"), Paragraphs("Under", ["y"])]))
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)][:2] == ["Alone", "Over"]
    assert below(reader) == ["Under"]


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_every_page_has_its_size_its_number_and_the_caution(family, paper, size):
    reader = read(family, paper)
    for number, page in enumerate(reader.pages, 1):
        text = " ".join(page.extract_text().split())
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size
        assert f"{number} / {len(reader.pages)}" in text
        assert words.CAUTION in text


def test_the_same_bytes_each_time(family):
    assert pdf(family) == pdf(family)


@pytest.mark.parametrize("layout", ["long", "sheet"])
@pytest.mark.parametrize("text", [*TYPST, *FORMULAS])
def test_what_people_wrote_is_only_text(text, layout):
    reader = read(Report(text, text, [text], every_part(text), layout=layout))
    assert squeezed(text_of(reader)).count(squeezed(text)) >= 10
    assert reader.metadata.title == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_set_and_nothing_hidden_stays_hidden(text):
    reader = read(Report(text, text, [text], every_part(text)))
    assert reader.metadata.title.split() == visible(text.replace("\ufeff", "")).split()


def test_directions_that_turn_text_round_are_shown():
    assert "<U+202E>" in text_of(read(Report("T", "", [], [Paragraphs("P", ["100" + chr(0x202E) + "mg"])])))


def test_a_long_note_runs_over_pages_below_its_heads():
    note = " ".join(f"word{place}" for place in range(2500))[:20_000]
    reader = read(Report("T", "", [], [Table("Notes", ["", "What was said"], [("A", [Cell(note)])])]))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 2
    assert all("What was said" in page for page in pages[:-1])
    assert all(f"word{place} " in text_of(reader) for place in range(0, 2000, 97))


def test_a_word_without_end_breaks_and_stays_as_typed():
    word = "ab" * 2000
    reader = read(Report("T", "", [], [Paragraphs("P", [word])]))
    text = "".join(page.extract_text() for page in reader.pages)
    assert word in squeezed(text)
    assert "\u200b" not in text


def test_columns_are_shared_out_evenly_so_that_none_stands_alone():
    heads = ["", *(f"Column {place}" for place in range(7))]
    parts = _columns_split(Table("Wide", heads, [("Row", [Cell("x")] * 7)]))
    assert [len(part.heads) - 1 for part in parts] == [4, 3]


def test_a_table_with_many_columns_goes_on_in_a_second_one():
    names = [f"Opinion {place}" for place in range(20)]
    table = Table("Wide", ["", *names], [("Row", [Cell(f"cell {place}") for place in range(20)])])
    text = text_of(read(Report("T", "", [], [table])))
    assert all(name in text for name in names)
    assert all(f"cell {place}" in text for place in range(20))


@pytest.mark.parametrize("above", range(33, 38))
def test_a_head_or_a_sum_never_stands_alone_where_a_page_ends(above):
    rows = [(f"Row {place}", [Cell("x")]) for place in range(above)]
    group = [*rows, ("Side effects", ()), *((f"Effect {place}", [Cell("x")]) for place in range(9))]
    for page in read(Report("T", "", [], [Table("P", ["", "A"], group)])).pages:
        text = page.extract_text()
        assert ("Side effects" in text) == ("Effect " in text)
    sums = Table("P", ["", "A"], [*rows, ("In all", [Cell("x")])], last_is_total=True)
    (page,) = [page for page in read(Report("T", "", [], [sums])).pages if "In all" in page.extract_text()]
    assert f"Row {above - 2}" in page.extract_text()


def test_a_word_is_parted_only_where_it_is_wider_than_its_column():
    names = ["", "Chemotherapy alone", *"ABCDE"]
    text = text_of(read(Report("T", "", [], [Table("P", names, [("Row", [Cell("side effects")] * 6)])])))
    assert "Chemother\u00ad apy" in text
    assert "side effects" in text


def test_latin_greek_and_cyrillic_are_drawn_and_nothing_is_said():
    text = text_of(read(Report("T", "", [], [Paragraphs("P", ["Žofie Çelik, Ελένη, Наталья"])])))
    assert "Žofie Çelik, Ελένη, Наталья" in text
    assert "could not be drawn" not in text


def test_letters_without_a_shape_are_named_at_the_end():
    text = text_of(read(Report("T", "", [], [Paragraphs("P", ["\u6f22 and \u6f22"])])))
    assert "These characters could not be drawn: " in text
    assert "(U+6F22). A box stands in their place." in text
    assert not_drawn(["\u6f22 \u200b\u200d é"]) == "\u6f22"


def test_a_missing_library_is_said_with_its_remedy(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(compare.CompareError, match="typst"):
        pdf(Report("T", "", [], []))
