"""A report saved in the format that its file name asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from papers import paper_of

import compare


@pytest.fixture(scope="module")
def page():
    return paper_of("lymphoma")


STARTS = {
    "html": b"<!DOCTYPE html>",
    "png": b"\x89PNG",
    "svg": b"<svg",
    "pdf": b"%PDF",
    "docx": b"PK",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("ending", STARTS)
def test_each_ending_gives_its_format_the_same_each_time_and_carries_no_path(page, tmp_path, ending):
    first, second = (page.save(tmp_path / f"{place}.{ending}").read_bytes() for place in "ab")
    assert first.startswith(STARTS[ending])
    assert first == second
    assert str(tmp_path).encode() not in first


@pytest.mark.parametrize("name", ["page.doc", "page", "page.exe", "page.html.bak"])
def test_another_ending_is_refused_and_nothing_is_written(page, tmp_path, name):
    with pytest.raises(compare.CompareError, match=r"\.html, \.png, \.svg, \.pdf, \.docx, \.xlsx, \.csv"):
        page.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_the_picture_holds_the_question_the_caution_and_who_made_it(page, tmp_path):
    texts = "".join(ET.parse(page.save(tmp_path / "page.svg")).getroot().itertext())
    words = " ".join(texts.split())
    assert "Is the plan right" in words
    assert "not medical advice" in words
    assert "Made with: opinion-compare" in words


def test_a_report_shows_what_it_holds_in_a_notebook(page):
    assert "How they compare" in page._repr_html_()
    assert str(page).splitlines()[0] == page.title
