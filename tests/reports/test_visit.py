"""The visit page: one page, whatever there is to say."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from crowded import TEXTS, crowded

import compare
from compare import words
from compare.reports import visit
from compare.reports.fitting import BODY, NUMBER, lines_of
from compare.reports.parts import Paragraphs, Questions
from compare.words import headings, visiting

SIZES = {"A4": (595, 842), "Letter": (612, 792)}
CROWDS = [{"opinions": 5}, {"opinions": 12, "people": 3}, {"opinions": 2, "parts": 25}, {"opinions": 1, "people": 0}]


def visit_page(case):
    return compare.report(compare.score(case), kind="visit")


def pages(report, paper):
    return pypdf.PdfReader(io.BytesIO(report.as_bytes(".pdf", paper=paper))).pages


def lines_with_heights(page):
    found = []

    def note(text, current, matrix, _font, _size):
        if text.strip():
            found.append((text.strip(), current[1] * matrix[4] + current[3] * matrix[5] + current[5]))

    page.extract_text(visitor_text=note)
    return found


def check_one_page(report, paper):
    """Check that there is one page of that size, and that nothing on it lies upon the small print at its foot."""
    (page,) = pages(report, paper)
    assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[paper]
    lines = lines_with_heights(page)
    foot = next(place for place, (text, _) in enumerate(lines) if text.startswith("How to read this page"))
    assert min(height for _, height in lines[:foot]) > lines[foot][1] + 8
    assert min(height for _, height in lines) > 20
    text = " ".join(page.extract_text().split())
    assert words.CAUTION in text
    assert words.LIMITS in text


@pytest.mark.parametrize("name", compare.sample_names())
def test_every_sample_is_one_page(name):
    report = visit_page(compare.sample(name))
    for paper in SIZES:
        check_one_page(report, paper)


@pytest.mark.parametrize("crowd", CROWDS, ids=str)
@pytest.mark.parametrize("kind", TEXTS)
def test_too_much_for_one_page_is_one_page_and_says_so(kind, crowd):
    report = visit_page(crowded(kind, **crowd))
    for paper in SIZES:
        check_one_page(report, paper)
    asked = report.parts[-1]
    assert len(asked.texts) >= 1
    assert re.search(r"\d+ more questions? (?:is|are) in the family report", asked.points[0])


def test_nothing_in_the_case_is_one_page_too():
    report = visit_page(compare.Case(opinions=[{"name": "A"}]))
    check_one_page(report, "Letter")
    table, _, people, differ, _ = report.parts
    assert {cell.text for cell in table.rows[0][1]} == {headings.NOT_STATED}
    assert all(cell.is_open for cell in table.rows[0][1])
    assert isinstance(people, Paragraphs)
    assert "one opinion so far" in differ.texts[0]


def test_the_page_says_who_plans_what_and_when_it_can_start():
    case = compare.sample("prostate")
    plans = visit_page(case).parts[0]
    assert [label for label, _ in plans.rows] == list(case.names)
    for opinion, (_, (doctor, _, aim, start)) in zip(case.opinions, plans.rows, strict=True):
        assert doctor.text.startswith(opinion.doctor.name)
        assert aim.text == opinion.plan.intent
        assert start.text == words.day(opinion.plan.earliest_start)


def test_the_numbers_of_the_comparison_are_those_of_the_scores():
    case = compare.sample("prostate")
    (page,) = pages(visit_page(case), "A4")
    text = " ".join(page.extract_text().split())
    for total in compare.score(case).totals.values():
        assert words.range_text(total) in text


def test_what_counts_most_for_a_person_comes_first():
    case = compare.sample("prostate")
    people = visit_page(case).parts[2]
    weights = compare.score(case, person="Walter").weights
    counting = people.rows[0][1][0].text.replace(",", "")
    shown = [int(number) for number in re.findall(r"\d+", counting)]
    assert shown == sorted((int(words.whole(100 * share)) for share in weights.values()), reverse=True)[: len(shown)]


def test_large_differences_come_first_and_say_who_says_what():
    case = compare.sample("prostate")
    found = compare.differences(case)
    differ = visit_page(case).parts[3]
    assert differ.rows[0][0] == found.that_are("major")[0].layer.label
    assert differ.rows[0][1][0].text.startswith("Surgery: ")


def test_questions_are_in_order_and_the_rest_is_counted():
    scores = compare.score(compare.sample("lymphoma"))
    asked = [str(asking) for asking in compare.questions(scores).to_ask()]
    part = compare.report(scores, kind="visit").parts[-1]
    assert isinstance(part, Questions)
    assert [text.rstrip("…") == full[: len(text.rstrip("…"))] for text, full in zip(part.texts, asked, strict=False)]
    assert visiting.more(len(asked) - len(part.texts), "question") in part.points[0]
    assert all(lines_of(text, BODY - NUMBER) <= 2 for text in part.texts)


@pytest.mark.parametrize("name", compare.sample_names())
def test_every_sample_leaves_room_for_three_questions(name):
    assert len(visit_page(compare.sample(name)).parts[-1].texts) >= 3


@pytest.mark.parametrize("name", ["getting-ready", "lung-stage-3"])
def test_what_it_comes_to_is_said_once(name):
    lead = visit_page(compare.sample(name)).parts[1].lead
    assert len(re.findall("Comparing needs two|too close to call", lead, re.IGNORECASE)) == 1


def test_nothing_to_ask_is_said():
    assert visit._asking([], 100.0).texts == ["There is no open answer left to ask about."]


@pytest.mark.parametrize("ending", [".pdf", ".html", ".docx"])
def test_the_same_page_each_time(ending):
    first, second = (visit_page(compare.sample("sarcoma")).as_bytes(ending) for _ in range(2))
    assert first == second


def test_the_letters_are_never_smaller_than_eight_and_a_half_points():
    (page,) = pages(visit_page(crowded("words")), "A4")
    sizes = set()

    def note(text, current, matrix, _font, size):
        if text.strip():
            sizes.add(round(abs(current[3] * matrix[3]) * size, 1))

    page.extract_text(visitor_text=note)
    assert min(sizes) >= 8.4
