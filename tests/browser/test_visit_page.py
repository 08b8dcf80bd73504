"""The visit page printed from a browser: one page, whatever there is to say."""

import io

import pypdf
import pytest
from crowded import TEXTS, crowded

from compare.reports import report
from compare.samples import sample, sample_names
from compare.scoring import score

SIZES = {"A4": (595, 842), "Letter": (612, 792)}
CROWDS = [{"opinions": 5}, {"opinions": 12, "people": 3}, {"opinions": 2, "parts": 25}]


def check_prints_on_one_page(page, made):
    for paper, size in SIZES.items():
        page.set_content(made.html(paper=paper))
        (printed,) = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert abs(printed.mediabox.width - size[0]) < 2
        assert abs(printed.mediabox.height - size[1]) < 2
        assert "talk it over" in " ".join(printed.extract_text().split())


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_prints_on_one_page(page, name):
    check_prints_on_one_page(page, report(score(sample(name)), kind="visit"))


@pytest.mark.parametrize("kind", TEXTS)
def test_too_much_for_one_page_prints_on_one_page(page, kind):
    for crowd in CROWDS:
        check_prints_on_one_page(page, report(score(crowded(kind, **crowd)), kind="visit"))
