"""Office files made steady: the same bytes each time, and nothing in them about who or when."""

from __future__ import annotations

import io
import os
import socket
import time
import zipfile
from datetime import UTC, datetime

import docx
import openpyxl
import pytest
from made_up import HOSTILE

from compare.errors import visible
from compare.files.packing import steady


def workbook(text: str = "one") -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = text
    book.properties.creator = os.environ.get("USER", "somebody")
    return saved(book)


def document(text: str = "one") -> bytes:
    paper = docx.Document()
    paper.add_paragraph(text)
    paper.core_properties.author = socket.gethostname()
    return saved(paper)


def saved(thing) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("make", [workbook, document])
def test_what_was_made_at_another_time_has_the_same_bytes(make, monkeypatch):
    first = make()
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert make() != first
    assert steady(make()) == steady(first)


def test_the_content_stays():
    assert openpyxl.load_workbook(io.BytesIO(steady(workbook("kept")))).active["A1"].value == "kept"
    assert docx.Document(io.BytesIO(steady(document("kept")))).paragraphs[0].text == "kept"


def test_the_list_of_parts_comes_first_and_no_part_is_lost():
    before, after = (zipfile.ZipFile(io.BytesIO(data)).namelist() for data in (document(), steady(document())))
    assert after[0] == "[Content_Types].xml"
    assert after[1:] == sorted(after[1:])
    assert set(after) == set(before)


def test_the_properties_say_nothing_but_the_title():
    read = openpyxl.load_workbook(io.BytesIO(steady(workbook(), title="Which plan?"))).properties
    assert (read.title, read.creator, read.lastModifiedBy) == ("Which plan?", None, None)
    assert read.created == read.modified == datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    core = docx.Document(io.BytesIO(steady(document(), title="Which plan?"))).core_properties
    assert (core.title, core.author, core.last_modified_by, core.comments) == ("Which plan?", "", "", "")


@pytest.mark.parametrize("text", [*HOSTILE, "\x00", "\ufffe", "\ud800", "]]>", "&lt;"])
def test_a_title_is_text(text):
    read = docx.Document(io.BytesIO(steady(document(), title=text))).core_properties
    assert read.title == visible(text)


def test_no_entry_says_when_or_on_which_system():
    for entry in zipfile.ZipFile(io.BytesIO(steady(workbook()))).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.create_system, entry.extra, entry.comment) == (0, b"", b"")
