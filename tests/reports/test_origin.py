"""Every paper says who entered it and when, what made it, what it cannot say, and that it is no advice (rule R23)."""

from __future__ import annotations

import csv
import io
import re

import icalendar
import pytest
from papers import html_of

import compare
from compare import words
from compare.folders import read_folder
from compare.reports.origin import about, made_with
from compare.reports.preparing import preparing, save_preparing
from compare.words import papers

CASE = compare.sample("getting-ready")
SCORES = compare.score(compare.sample("prostate"))


def read_csv(text):
    return {field for row in csv.reader(io.StringIO(text)) for field in row}


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def test_the_numbers_as_csv_say_where_they_come_from_and_what_they_cannot_say():
    said = read_csv(compare.report(SCORES).csv())
    assert {words.CAUTION, words.LIMITS, *SCORES.case.sources} <= said
    assert {"Entered by: Jonas (son)", "On: 14 September 2026"} <= said


def test_a_paper_about_getting_ready_as_csv_says_what_it_cannot_say():
    assert {words.CAUTION, papers.NOTES_ONLY, *about(CASE)} <= read_csv(preparing(CASE).csv())


def test_a_calendar_says_where_it_comes_from(tmp_path):
    made = icalendar.Calendar.from_ical(save_preparing(CASE, tmp_path / "plan.ics", "plan").read_bytes())
    assert str(made["description"]).split("\n") == [*about(CASE), papers.NOTES_ONLY, words.CAUTION]


def test_a_picture_to_take_along_says_what_it_cannot_say():
    said = squeezed(" ".join(re.findall(r">([^<]+)<", compare.report(SCORES).as_bytes(".svg").decode())))
    assert squeezed(words.LIMITS) in said
    assert squeezed(words.CAUTION) in said


def test_a_worksheet_says_what_made_it(tmp_path):
    compare.save(CASE, tmp_path / "one.yaml")
    page = read_folder(tmp_path).report().html()
    assert page.count(words.CAUTION) == 1
    assert made_with() in page


DECIMAL = re.compile(r"\d[.,]\d")
NOT_OURS = re.compile(r"doi:\S+|opinion-compare [\d.]+|\d{1,3}(?:,\d{3})+|\d+;\d+\S*|N Engl J Med \S+")


@pytest.mark.parametrize("kind", ["family", "visit"])
@pytest.mark.parametrize("name", ["prostate", "colon-stage-4", "lymphoma"])
def test_papers_for_families_hold_whole_numbers_only(name, kind):
    texts = re.findall(
        r">([^<]+)<|(?:alt|aria-label|title)=\"([^\"]+)\"",
        re.sub(r"(?s)<(style|script).*?</\1>", "", html_of(name, kind)),
    )
    said = [one or other for one, other in texts]
    sources = [text for text in said if re.match(r"\[\d+\]", text)]
    assert [text for text in said if text not in sources and DECIMAL.search(NOT_OURS.sub("", text))] == []
