from __future__ import annotations

import pytest

from compare import words
from compare.charts import captions, grid, pros_cons
from compare.scoring import score

from .conftest import HOSTILE, artists, case_of, opinion, outside, overlaps, words_of


def test_every_answer_stands_in_its_own_words(scores):
    said = " ".join(words_of(grid(scores)))
    for text in (
        "77 of 129",
        "50 to 65 of 100 people",
        "fair",
        "not asked",
        "asked, no answer",
        "words only: “quite common”",
    ):
        assert text in said


def test_values_are_whole_numbers(scores):
    said = words_of(grid(scores))
    assert {"72", "25", "60", "70"} <= set(said)
    assert all(words.range_text(total) in said for total in scores.totals.values())


def test_open_answers_are_dashed_boxes(scores):
    boxes = artists(grid(scores), "open")
    assert len(boxes) == 4
    assert all(box.get_linestyle() != "solid" for box in boxes)


def test_bars_show_low_and_high(scores):
    chart = grid(scores)
    lows, highs = ([bar.get_width() for bar in artists(chart, label)] for label in ("low", "high"))
    assert all(low <= high for low, high in zip(lows, highs, strict=True))
    value = scores.values["New"]["alive"]
    assert lows[0] / highs[0] == pytest.approx(value.low / value.high)


def test_a_criterion_of_one_question_is_one_row(scores):
    said = words_of(grid(scores))
    assert said.count("alive") == 1
    assert said.count("Side effects") == 1
    assert "Severe ones" in said


def test_an_answer_for_the_whole_part_is_said():
    criteria = [
        {
            "key": "goals",
            "attributes": [
                {"key": "fit", "value": {"linear": {"worst": 0, "best": 1}}},
                {"key": "way", "value": {"linear": {"worst": 0, "best": 1}}},
            ],
        }
    ]
    chart = grid(score(case_of(opinion("A", goals=70), opinion("B", goals="asked, no answer"), criteria=criteria)))
    said = " ".join(words_of(chart))
    assert said.count(captions.RATED_WHOLE) == 2
    assert "asked, no answer" in said
    assert words.NOT_KNOWN in said


@pytest.mark.parametrize("count", [1, 2, 6])
def test_long_names_do_not_run_into_each_other(count, many_long):
    case = many_long.model_copy(update={"opinions": many_long.opinions[:count]})
    for chart in (grid(score(case)), pros_cons(case)):
        assert overlaps(chart) == []
        assert outside(chart) == []


def test_everything_unknown_and_one_opinion():
    chart = grid(score(case_of(opinion("A"))))
    assert len(artists(chart, "open")) == 3
    assert "2 of 2 answers are still open" in chart.alt


def test_pros_and_cons_stand_side_by_side(mixed):
    chart = pros_cons(mixed)
    said = words_of(chart)
    assert {"near home", HOSTILE, "hair loss", "New", "Usual"} <= set(said)
    assert {captions.FOR, captions.AGAINST, captions.NO_NOTES} <= set(said)
    assert "New: 2 for, 1 against; Usual: 0 for, 0 against" in chart.alt


def test_one_empty_side_is_said():
    chart = pros_cons(case_of({**opinion("A"), "pros": ["near"]}, {**opinion("B"), "cons": ["far"]}))
    assert captions.NOTHING_AGAINST in words_of(chart)
    assert captions.NOTHING_FOR in words_of(chart)


def test_notes_that_do_not_fit_are_counted(many_long):
    assert "and 3 more, in the list" in words_of(pros_cons(many_long))


def test_one_week_is_not_one_weeks():
    weeks = {"key": "start", "unit": "weeks to wait", "value": {"linear": {"worst": 9, "best": 0}}}
    criteria = [{"key": "time", "attributes": [weeks]}]
    case = case_of(opinion("A", time={"start": 1}), opinion("B", time={"start": 2}), criteria=criteria)
    assert {"1 week to wait", "2 weeks to wait"} <= set(words_of(grid(score(case))))


def test_the_words_of_a_name_are_not_parted():
    names = ("Chemotherapy alone", "Liver surgery", "Heat treatment", "Clinical trial", "Radiation", "Waiting")
    said = words_of(grid(score(case_of(*(opinion(name) for name in names)))))
    assert "Chemotherapy" in said or "Chemotherapy alone" in said


def test_labels_as_typed():
    chart = grid(score(case_of(opinion("A", k=5), opinion("B"), criteria=[{"key": "k", "label": "costs $5 <b>&"}])))
    assert "costs $5 <b>&" in words_of(chart)
