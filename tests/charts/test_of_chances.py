from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import words
from compare.case import Case
from compare.charts.of_chances import MOST_OUTCOMES, chances
from compare.errors import CompareError
from compare.outcomes import CONVENTION, what_may_happen
from compare.samples import sample, sample_names
from compare.words import chances as told

from .conftest import HOSTILE, LONG, artists, outside, overlaps, words_of


def effect(answer, name="Leakage", **more):
    said = {"answer": answer} if not isinstance(answer, dict) else answer
    return {"name": name, "chance": {**said, **more}}


def case_with(*answers, name="Leakage", **more):
    """Return a case with an opinion A, B, C ... for each answer; None: an opinion that does not name it."""
    return Case(
        opinions=[
            {"name": who, "side_effects": [] if answer is None else [effect(answer, name, **more)]}
            for who, answer in zip("ABCDEFG", answers, strict=False)
        ]
    )


def dots(chart, label):
    return sum(len(line.get_xdata()) for line in artists(chart, label))


@pytest.mark.parametrize(
    ("answer", "filled", "half"),
    [
        (6, 6, 0),
        ("8 of 129", 6, 0),
        ([18, 24], 18, 6),
        ([0.2, 5], 0, 5),
        (0.3, 0, 0),
        (0, 0, 0),
        (100, 100, 0),
        (2.5, 3, 0),
        ([33.4, 33.6], 33, 1),
    ],
)
def test_as_many_dots_are_filled_as_people_of_100(answer, filled, half):
    chart = chances(case_with(answer))
    assert (dots(chart, "happens"), dots(chart, "may happen")) == (filled, half)
    assert dots(chart, "does not") == 100 - filled - half


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)).map(sorted), min_size=1, max_size=3))
def test_there_are_always_a_hundred_dots_on_the_same_grid(ranges):
    chart = chances(case_with(*ranges))
    assert sum(dots(chart, label) for label in ("happens", "may happen", "does not")) == 100 * len(ranges)
    drawn = [line for label in ("happens", "may happen", "does not") for line in artists(chart, label)]
    heights = {round(float(y), 3) for line in drawn for y in line.get_ydata()}
    assert len(heights) == 10


def test_a_range_does_not_rest_on_colour_alone():
    chart = chances(case_with([18, 24]))
    looks = {label: artists(chart, label)[0].get_fillstyle() for label in ("happens", "may happen", "does not")}
    assert looks == {"happens": "full", "may happen": "left", "does not": "none"}


def test_both_frames_stand_in_the_same_type():
    chart = chances(case_with(6, [18, 24], 40))
    texts = [text for text in chart.figure.findobj(lambda a: hasattr(a, "get_text")) if "of 100" in text.get_text()]
    frames = [text for text in texts if "people" not in text.get_text()]
    assert {text.get_text().split(" to ")[-1] for text in frames} >= {"6 of 100", "94 of 100"}
    assert len({(text.get_fontsize(), text.get_fontweight(), text.get_color()) for text in frames}) == 1


def test_what_is_missing_of_a_number_is_said():
    said = " ".join(words_of(chances(case_with(6))))
    for text in (words.TIME_NOT_STATED, told.GROUP_NOT_STATED, told.SOURCE_NOT_STATED):
        assert text in said


def test_time_group_count_and_source_are_said():
    said = words_of(chances(case_with("8 of 129", time="1 year", group="Men of 60", source="Smith 2020")))
    assert {"counted: 8 of 129", "time: 1 year", "among: Men of 60", "source: [1]", "[1] Smith 2020"} <= set(said)


def test_the_numbers_of_the_sources_are_those_of_the_page():
    from compare.statements import side_by_side

    case = sample("lung-stage-3")
    said = words_of(chances(case))
    used = {chance.rating.source for outcome in what_may_happen(case).stated for chance in outcome.stated}
    assert {f"{number} {text}" for text, number in side_by_side(case).sources.items() if text in used} <= set(said)


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("Very common.", "10 or more of 100"),
        ("common", "between 1 and 10 of 100"),
        ("UNCOMMON", "fewer than 1 of 100"),
        ("rare", "far fewer than 1 of 100"),
        ("very  rare", "far fewer than 1 of 100"),
    ],
)
def test_a_word_stays_a_word_and_its_convention_is_flagged(word, numbers):
    chart = chances(case_with({"words": word}, 6))
    said = " ".join(words_of(chart))
    assert f"by a convention {numbers}; not for this patient" in said
    assert dots(chart, "happens") == 6
    assert len(artists(chart, "words")) == 1


@pytest.mark.parametrize("word", ["quite common", "not rare", "some", "rarely", "common in men"])
def test_other_words_get_no_numbers(word):
    chart = chances(case_with({"words": word}, 6))
    assert "convention" not in " ".join(words_of(chart))
    assert f"“{word}”" in words_of(chart)


def test_the_bands_touch_each_other_and_cover_everything():
    bands = sorted(CONVENTION.values())
    assert [low for low, _ in bands] == [0, *(high for _, high in bands[:-1])]
    assert bands[-1][1] == 100


def test_open_answers_are_dashed_and_say_why():
    chart = chances(case_with(6, {"why": "asked, no answer"}, None, {"why": "not applicable"}))
    assert {"asked, no answer", words.NOT_KNOWN, told.DOES_NOT_APPLY} <= set(words_of(chart))
    assert [box.get_linestyle() == "solid" for box in artists(chart, "open")] == [False, False]
    assert [box.get_linestyle() for box in artists(chart, "does not apply")] == ["solid"]


@pytest.mark.parametrize(
    ("first", "second", "warning"),
    [("1 year", "1 Year ", None), ("1 year", "5 years", told.TIMES_DIFFER), ("1 year", None, told.TIMES_OPEN)],
)
def test_numbers_for_other_times_are_not_set_side_by_side_without_a_word(first, second, warning):
    case = Case(
        opinions=[{"name": n, "outcomes": [effect(5, time=t)]} for n, t in zip("AB", (first, second), strict=True)]
    )
    said = words_of(chances(case))
    assert [text for text in (told.TIMES_DIFFER, told.TIMES_OPEN) if text in said] == ([warning] if warning else [])


def test_only_what_has_a_number_is_drawn_and_the_rest_is_named():
    case = Case(opinions=[{"name": "A", "side_effects": [effect(5), effect({"why": "not asked"}, "Pain")]}])
    said = words_of(chances(case))
    assert told.left_out(["Pain"]) in said
    assert "Pain" not in said


def test_what_does_not_fit_is_counted():
    case = Case(opinions=[{"name": "A", "side_effects": [effect(5, f"Effect {n}") for n in range(MOST_OUTCOMES + 3)]}])
    chart = chances(case)
    assert told.not_drawn(3) in words_of(chart)
    assert dots(chart, "happens") == 5 * MOST_OUTCOMES


def test_one_outcome_alone_by_any_spelling():
    case = Case(opinions=[{"name": "A", "side_effects": [effect(5), effect({"words": "rare"}, "Pain")]}, {"name": "B"}])
    chart = chances(case, " PAIN")
    assert "Leakage" not in words_of(chart)
    assert len(artists(chart, "words")) == 1
    assert "Pain: A, “rare”; B, not known" in chart.alt


def test_an_unknown_outcome_is_one_clear_error():
    with pytest.raises(CompareError) as error:
        chances(case_with(6), "Leekage")
    assert error.value.fix == "did you mean `Leakage`?"


def test_without_any_number_there_is_a_question_to_ask():
    for case in (case_with(None, None), case_with({"words": "rare"})):
        chart = chances(case)
        assert chart.alt == told.NO_NUMBERS
        assert told.ASK_FOR_NUMBERS in " ".join(words_of(chart))
        assert what_may_happen(case).sentence() == told.NO_NUMBERS


def test_a_count_among_the_ratings_is_not_denied():
    case = Case(opinions=[{"name": "New", "ratings": {"goals": "77 of 129"}}, {"name": "Usual"}])
    assert chances(case).alt == "No outcome or side effect is noted with a number yet."


@pytest.mark.parametrize("count", [1, 2, 5, 6])
def test_long_names_do_not_run_into_each_other(count):
    long = effect({"words": LONG, "answer": [3, 40]}, LONG[:200], time=LONG, group=LONG, source=LONG)
    answers = [long, effect(0.2, LONG[:200]), effect({"words": "common"}, LONG[:200]), effect([60, 100], LONG[:200])]
    opinions = [
        {"name": f"{place} {LONG}"[:200], "side_effects": [answers[place % len(answers)]]} for place in range(count)
    ]
    chart = chances(Case(opinions=opinions))
    assert overlaps(chart) == []
    assert outside(chart) == []


def test_nothing_that_fits_is_cut():
    said = words_of(chances(case_with(0.2, [18, 24], {"words": "very common"}, 99.8, "8 of 129")))
    assert not [text for text in said if "…" in text]


def test_text_from_people_stays_text():
    chart = chances(case_with(6, name=HOSTILE, group=HOSTILE))
    assert HOSTILE in words_of(chart)
    assert "<b>" not in chart.svg().partition("</title>")[2]


@pytest.mark.parametrize("name", sample_names())
def test_the_samples(name):
    case = sample(name)
    chart, found = chances(case), what_may_happen(case)
    assert overlaps(chart) == []
    assert outside(chart) == []
    assert dots(chart, "happens") == sum(chance.icons[0] for outcome in found.stated for chance in outcome.chances)
    told_apart = [chart.alt.count(frame) for frame in (", happens to", "does not happen to")]
    assert told_apart == 2 * [sum(len(outcome.stated) for outcome in found.stated)]


@pytest.mark.parametrize("name", [name for name in sample_names() if what_may_happen(sample(name)).stated])
def test_every_number_has_its_complement_beside_it(name):
    numbers = [sentence for sentence in what_may_happen(sample(name)).sentences() if "happens to" in sentence]
    assert numbers
    assert all("does not happen to" in sentence for sentence in numbers)


def test_a_sentence_says_where_a_number_comes_from_and_what_a_word_stands_for():
    first, second = what_may_happen(case_with({"answer": 6, "said_by": "Dr. Lee"}, {"words": "rare"})).sentences()
    assert first.endswith("(time not stated; group not stated; said by Dr. Lee).")
    assert second.endswith("“rare” (by a convention far fewer than 1 of 100; not for this patient).")


def test_the_order_of_the_opinions_changes_no_chance():
    case = sample("colon-stage-4")
    turned = case.model_copy(update={"opinions": case.opinions[::-1]})

    def told_by(found):
        return {(o.name, c.opinion, c.frames) for o in found.outcomes for c in o.chances}

    assert told_by(what_may_happen(case)) == told_by(what_may_happen(turned))


def test_the_table_has_a_column_for_each_opinion_and_full_numbers_for_analysts():
    found = what_may_happen(case_with("8 of 129", [18.25, 24]))
    assert [len(row) for row in found.shown()] == [3, 3]
    assert [row["low"] for row in found.rows()] == [pytest.approx(100 * 8 / 129), 18.25]
    assert found.shown()[1][1] == "yes: 6 of 100, no: 94 (8 of 129)"
    assert told.TIMES_OPEN in " ".join(found.notes())
