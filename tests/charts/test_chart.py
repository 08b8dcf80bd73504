from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from compare.charts import profile, totals
from compare.charts.sheet import Sheet
from compare.charts.style import STRONG, drawing
from compare.errors import CompareError
from compare.scoring import score

from .conftest import case_of, opinion

CODE = """
import hashlib, sys
from compare.case import Case
from compare.charts import grid, profile, pros_cons, totals
from compare.scoring import score
case = Case(opinions=[{"name": "A", "ratings": {"goals": [20, 70]}, "pros": ["near"]}, {"name": "B", "ratings": {"goals": 30}}])
scores = score(case)
for chart in (totals(scores), profile(scores), grid(scores), pros_cons(case)):
    for data in (chart.svg().encode(), chart.png(), chart.pdf()):
        print(hashlib.sha256(data).hexdigest())
print("matplotlib.pyplot" in sys.modules)
"""


@pytest.fixture
def chart(scores):
    return totals(scores)


def test_two_runs_give_the_same_bytes_and_no_pyplot():
    runs = [
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].endswith("False\n")


def test_drawing_twice_gives_the_same_bytes(chart):
    assert chart.svg() == chart.svg()
    assert chart.png() == chart.png()
    assert chart.pdf() == chart.pdf()


@pytest.mark.parametrize("kind", ["svg", "png", "pdf"])
def test_no_date_and_no_program_in_the_file(chart, kind):
    data = getattr(chart, kind)()
    data = data.encode() if kind == "svg" else data
    for trace in (b"atplotlib", b"CreationDate", b"dc:date", b"Software", b"/home", b"Producer (M"):
        assert trace not in data


def test_svg_says_what_it_shows(chart):
    root = ET.fromstring(chart.svg())
    assert root.get("role") == "img"
    assert root.get("aria-label") == chart.alt
    assert root[0].tag.endswith("title")
    assert root[0].text == chart.alt


def test_svg_keeps_words_as_words_and_every_reference_has_its_target(chart):
    svg = chart.svg()
    assert ">Our goals</text>" in svg
    assert "DejaVu Sans" in svg
    names = re.findall(r'\bid="([^"]+)"', svg)
    assert set(re.findall(r'(?:url\(|href=")#([\w-]+)', svg)) == set(names)
    assert len(names) == len(set(names))


def test_a_notebook_shows_a_picture_with_words(chart):
    bundle = chart._repr_mimebundle_()
    assert bundle["text/plain"] == chart.alt
    html = bundle["text/html"]
    assert html.startswith("<figure><img alt=")
    data = re.search(r"base64,([^\"]+)", html)[1]
    assert base64.b64decode(data).decode() == chart.svg()
    assert set(chart._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert set(chart._repr_mimebundle_(exclude={"text/plain"})) == {"text/html"}


def test_alt_text_is_escaped():
    chart = totals(score(case_of(opinion('"><script>', goals=50), opinion("B", goals=10))))
    assert "<script>" not in chart.html()
    assert "<script>" not in chart.svg()


@pytest.mark.parametrize(
    ("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF"), ("PNG", b"\x89PNG")]
)
def test_saves(chart, tmp_path, ending, start):
    target = tmp_path / f"my chart.{ending}"
    assert chart.save(target) == target
    assert target.read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("name", ["chart.gif", "chart", "chart.svgz", ".png"])
def test_refuses_other_endings(chart, tmp_path, name):
    with pytest.raises(CompareError, match=r"\.png, \.svg, \.pdf"):
        chart.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_names_the_letters_that_cannot_be_drawn(chart):
    assert chart.not_drawn == ""
    odd = totals(score(case_of(opinion("手术 A", goals=50), opinion("B", goals=10))))
    assert odd.not_drawn == "手术"
    assert odd.png()
    assert "手术" in odd.svg()


def test_a_very_tall_picture_is_drawn_smaller():
    criteria = [{"key": f"k{place}", "label": f"Part {place}"} for place in range(200)]
    chart = profile(score(case_of(*(opinion(f"O{place}") for place in range(8)), criteria=criteria)))
    assert int.from_bytes(chart.png()[20:24], "big") <= 30_000


NASTY = [
    chr(code) for code in (0xFEFF, 0x200B, 0x202E, 0xFFF9, 0xFFFE, 0x1FFFE, 0x1B, 0x7F, 0x0300, 0x200D, 0x00AD, 0xE0001)
]


@pytest.mark.parametrize(
    "letter", [*NASTY, "$\\frac{$", "\\", "%", "{}", "\u0627\u0644", "🙂", "\U0010ffff"], ids=ascii
)
def test_no_letter_stops_a_picture(letter):
    with drawing():
        sheet = Sheet()
        sheet.title(f"a{letter}b")
        sheet.lines(f"{letter}", STRONG)
        chart = sheet.chart("test", f"c{letter}d")
    ET.fromstring(chart.svg())
    assert chart.png()
    assert chart.pdf()
