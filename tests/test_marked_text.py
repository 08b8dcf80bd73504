"""Text that broke other programs goes through the whole of this one, in every format, and comes out as it was typed."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from docx import Document
from every_part import MARKED
from icalendar import Calendar
from pypdf import PdfReader

import compare
from compare.errors import CompareError
from compare.files import as_tree, read, save
from compare.reports.preparing import preparing, save_preparing
from compare.trees import clean_text

FORMULAS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
NOT_READ_BACK = {"from the right", "joined", "emoji", "long", "zero width"}
"""What a PDF gives back in another order, or not at all."""


def _fits(text):
    try:
        return clean_text(text) == text and "\r" not in text
    except CompareError:
        return False


TEXTS = {kind: text for kind, text in MARKED.items() if _fits(text)}
NAMES = [text for text in TEXTS.values() if "\n" not in text and len(text) <= 200]
FIRST = TEXTS["equals"]


@cache
def marked_case():
    """Return a case in which every text that people type is one of the marked ones."""
    every = list(TEXTS.values())
    opinion = {
        "doctor": {"name": TEXTS["element"], "specialty": FIRST, "centre": TEXTS["program"]},
        "plan": {"name": TEXTS["mathematics"], "sequence": every},
        "findings": {"stage": TEXTS["entity"]},
        "ratings": {"rationale": {"explained": {"answer": "clearly", "words": TEXTS["template"], "said_by": FIRST}}},
        "side_effects": [{"name": TEXTS["format"], "chance": {"answer": 20, "time": FIRST, "group": TEXTS["markup"]}}],
        "pros": every,
        "cons": [FIRST],
    }
    preparation = {
        "started": "2026-03-02",
        "reasons": every,
        "records": {text: {"note": text} for text in NAMES},
        "calls": [{"insurer": text, "answer": text, "date": "2026-03-04"} for text in NAMES],
        "questions": [{"question": text, "asked_by": text} for text in every],
        "visits": [{"date": "2026-03-20", "doctor": TEXTS["element"], "note_taker": FIRST}],
        "summary": {"timeline": every, "medicines": every},
        "steps": {text: {"week": "2", "owner": text} for text in NAMES},
    }
    return compare.Case.model_validate(
        {
            "question": TEXTS["breakout"],
            "notice": TEXTS["attribute"],
            "entered_by": FIRST,
            "opinions": [{"name": NAMES[0], **opinion}, {"name": NAMES[1], **opinion}],
            "people": [{"name": TEXTS["plus"], "role": "patient", "concerns": every, "weights": {"equal": True}}],
            "preparation": preparation,
            "decision": {"statement": FIRST},
            "sources": every,
        }
    )


@cache
def saved(folder, ending):
    """Return the papers about the marked case with this ending, each as a file."""
    scores = compare.score(marked_case())
    for kind in ("family", "visit", "analyst"):
        compare.report(scores, kind=kind).save(folder / f"{kind}{ending}")
    preparing(marked_case()).save(folder / f"ready{ending}")
    return sorted(folder.glob(f"*{ending}"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("marked")


def _missing(shown, kinds=TEXTS):
    squeezed = re.sub(r"\s", "", shown)
    return [kind for kind in kinds if re.sub(r"\s", "", TEXTS[kind]) not in squeezed]


class Elements(HTMLParser):
    """The elements of a page, each with its attributes, as a browser would see them."""

    def __init__(self, page):
        super().__init__()
        self.seen = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data


def test_no_page_holds_an_element_that_was_typed(folder):
    for path in saved(folder, ".html"):
        elements = Elements(path.read_text(encoding="utf-8")).seen
        assert {name for _, attributes in elements for name in attributes if name.startswith("on")} == set()
        assert {tag for tag, _ in elements} & {"iframe", "object", "embed", "form", "f", "link", "base"} == set()
        assert sum(tag == "script" for tag, _ in elements) == (2 if path.stem == "family" else 0)
        loaded = [attributes.get(name) for _, attributes in elements for name in ("src", "href", "action")]
        assert [address for address in loaded if address and not address.startswith(("data:", "#"))] == []
    assert _missing(Elements((folder / "family.html").read_text(encoding="utf-8")).text) == []


def test_a_pdf_shows_every_text_as_it_was_typed_and_opens_nothing(folder):
    for path in saved(folder, ".pdf"):
        assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|URI)\b", path.read_bytes())
    shown = "".join(page.extract_text() for page in PdfReader(folder / "family.pdf").pages)
    assert _missing(shown, [kind for kind in TEXTS if kind not in NOT_READ_BACK]) == []


def test_a_word_document_is_well_formed_and_holds_no_field_that_was_typed(folder):
    for path in saved(folder, ".docx"):
        with zipfile.ZipFile(path) as parts:
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(parts.read(name))
            instructions = re.findall(rb"<w:instrText[^>]*>([^<]*)<", b"".join(map(parts.read, parts.namelist())))
        assert {text.strip() for text in instructions} <= {b"PAGE", b"NUMPAGES"}
    shown = "".join(ET.fromstring(zipfile.ZipFile(folder / "family.docx").read("word/document.xml")).itertext())
    assert _missing(shown) == []
    assert Document(folder / "family.docx").tables


def test_no_sheet_holds_a_formula(folder):
    for path in saved(folder, ".xlsx"):
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
        typed = [cell for cell in cells if isinstance(cell.value, str) and FORMULAS.match(cell.value)]
        assert [cell.coordinate for cell in typed if not cell.quotePrefix] == []
    texts = [cell.value for sheet in openpyxl.load_workbook(folder / "family.xlsx") for row in sheet for cell in row]
    as_sheets_show_it = "".join(text for text in texts if isinstance(text, str)).replace("_x005F_", "_")
    assert _missing(as_sheets_show_it) == []


def test_no_field_of_a_csv_begins_like_a_formula(folder):
    compare.report(compare.score(marked_case())).save(folder / "numbers.csv")
    preparing(marked_case()).save(folder / "ready.csv")
    for path in folder.glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        fields = [field for row in rows for field in row]
        assert [field for field in fields if FORMULAS.match(field) and not re.fullmatch(r"-?\d+(\.\d+)?", field)] == []


def test_a_calendar_gives_every_step_back_as_it_was_typed(folder):
    path = save_preparing(marked_case(), folder / "plan.ics", "plan")
    calendar = Calendar.from_ical(path.read_bytes())
    shown = "".join(str(event.get("summary")) + str(event.get("description")) for event in calendar.walk("VEVENT"))
    kinds = [kind for kind, text in TEXTS.items() if text in NAMES]
    assert _missing(shown, kinds) == []


@pytest.mark.parametrize("ending", [".yaml", ".json", ".xlsx", ".csv"])
def test_a_case_file_gives_every_text_back_as_it_was_typed(folder, ending):
    path = save(marked_case(), folder / f"case-file{ending}")
    assert as_tree(read(path)) == as_tree(marked_case())
    if ending == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    path.unlink()
