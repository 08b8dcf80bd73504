"""The glossary of a report explains what stands in it, and nothing else."""

from papers import paper_of

from compare.reports.glossary import glossary, texts_of
from compare.reports.parts import Card, Cards, Fields, Paragraphs, Questions, Table
from compare.statements import Cell
from compare.words import reporting
from compare.words.terms import terms


def words_of(*parts):
    return [label for table in glossary(parts) for label, _ in table.rows]


def test_every_place_of_a_part_is_read():
    table = Table("t", ["", "PSA"], [("mastectomy", [Cell("median", remark="biopsy")])])
    cards = Cards("t", [Card("lumpectomy", {"transplant": ["adjuvant"]})])
    more = [Fields("t", [("guideline", "TNM")]), Questions("t", ["palliative care"], points=["prognosis"])]
    assert words_of(table, cards, *more) == [
        "adjuvant", "biopsy", "guideline", "lumpectomy", "mastectomy", "median", "outlook", "palliative care", "PSA", "TNM", "transplant",
    ]  # fmt: skip


def test_nothing_to_explain_gives_no_part():
    assert list(glossary([Paragraphs("Hello", ["Good day."])])) == []


def test_a_report_explains_the_words_that_stand_in_it():
    *parts, table, _ = paper_of("breast").parts
    assert table.title == reporting.GLOSSARY
    told = "\n".join(texts_of(parts))
    assert [label for label, _ in table.rows] == [term.term for term in terms() if term.is_in(told)]
    assert {"mastectomy", "lumpectomy"} <= {label for label, _ in table.rows}
    assert "chemoradiation" not in {label for label, _ in table.rows}
