from __future__ import annotations

import pytest

from compare import words
from compare.charts import captions, poster, profile, totals
from compare.scoring import score
from compare.weights import points

from .conftest import HOSTILE, artists, case_of, opinion, outside, overlaps, words_of


def spans(chart, label):
    return [tuple(float(x) for x in line.get_xdata()) for line in artists(chart, label)]


def test_bars_are_as_long_as_the_parts(scores):
    chart = totals(scores)
    drawn = sorted(bar.get_width() for bar in artists(chart, "part") + artists(chart, "open"))
    assert drawn == pytest.approx(sorted(part.mean for parts in scores.parts.values() for part in parts.values()))


def test_bars_stand_end_to_end_up_to_the_total(scores):
    bars = artists(totals(scores), "part") + artists(totals(scores), "open")
    for total in scores.totals.values():
        assert any(bar.get_x() + bar.get_width() == pytest.approx(total.mean) for bar in bars)


def test_whiskers_run_from_low_to_high(scores):
    chart = totals(scores)
    assert spans(chart, "range") == [pytest.approx((total.low, total.high)) for total in scores.totals.values()]
    assert len(artists(chart, "cap")) == 4


@pytest.mark.parametrize("make", [totals, profile])
def test_the_axis_is_never_cut(scores, make):
    scale = next(axes for axes in make(scores).figure.axes if axes.get_label() == "scale")
    assert scale.get_xlim() == (0, 100)
    assert {"0", "25", "50", "75", "100"} <= set(words_of(make(scores)))


def test_totals_are_written_as_in_the_table(scores):
    said = words_of(totals(scores))
    for name, total in scores.totals.items():
        assert name in said
        assert words.range_text(total) in said


def test_the_person_and_their_weights_are_named(scores):
    said = words_of(totals(scores))
    assert "By what Rosa said matters" in said
    assert {"Counts for 50 of 100", "Counts for 30 of 100", "Counts for 20 of 100"} <= set(said)


@pytest.mark.parametrize("make", [totals, profile])
def test_no_weights_are_said(make):
    chart = make(score(case_of(opinion("A", goals=80, home=70), opinion("B", goals=10, home=10))))
    assert words.NO_WEIGHTS in words_of(chart)


ALIKE = points({"goals": 1, "home": 1})


@pytest.mark.parametrize("make", [totals, profile, lambda scores: poster(scores, ())])
def test_nobody_is_put_in_front_without_weights(make):
    close = case_of(opinion("A", goals=60, home=44), opinion("B", goals=40, home=60), opinion("C", goals=0, home=9))
    said = words_of(make(score(close)))
    assert [text for text in said if captions.TOO_CLOSE in text or "come out equal" in text] == []


@pytest.mark.parametrize("make", [totals, profile])
def test_ties_and_close_calls_are_said(make):
    tie = case_of(opinion("A", goals=60, home=40), opinion("B", goals=40, home=60), opinion("C", goals=0, home=9))
    assert "Too close to call: A and B come out equal: 50 of 100 each." in words_of(make(score(tie, ALIKE)))
    close = case_of(opinion("A", goals=60, home=44), opinion("B", goals=40, home=60), opinion("C", goals=0, home=9))
    assert "Too close to call: A and B." in words_of(make(score(close, ALIKE)))


def test_ties_further_down_are_named():
    case = case_of(opinion("A", goals=90, home=90), opinion("B", goals=10, home=20), opinion("C", goals=20, home=10))
    said = words_of(totals(score(case, ALIKE)))
    assert "B and C come out equal: 15 of 100 each." in said
    assert not any(captions.TOO_CLOSE in text for text in said)


@pytest.mark.parametrize("make", [totals, profile])
def test_nothing_known(make):
    chart = make(score(case_of(opinion("A"), opinion("B"))))
    said = " ".join(words_of(chart))
    assert "Nothing is known yet about A and B." in said
    assert words.NOT_KNOWN in said
    assert captions.TOO_CLOSE not in said
    assert len(artists(chart, "open")) == 4
    assert not artists(chart, "part")


@pytest.mark.parametrize("make", [totals, profile])
def test_one_opinion(make):
    chart = make(score(case_of(opinion("A", goals=60))))
    assert captions.ONE_OPINION in words_of(chart)
    assert "There is one opinion so far: A." in chart.alt


def test_parts_that_weigh_nothing_are_not_drawn():
    case = case_of(opinion("A", goals=80, home=70), opinion("B", goals=10, home=10))
    chart = totals(score(case, points({"goals": 100, "home": 0})))
    assert [bar.get_width() for bar in artists(chart, "part")] == [80, 10]
    assert "Counts for 0 of 100" in words_of(chart)


def test_ranges_of_the_profile(scores):
    chart = profile(scores)
    drawn = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in artists(chart, "range")]
    wide = [value for key in scores.case.keys for row in scores.values.values() if (value := row[key]).width]
    known = [value for value in wide if value.width < 100]
    assert drawn == [pytest.approx((value.low, value.high)) for value in known]
    said = words_of(chart)
    assert all(words.range_text(value) in said for value in known)


def test_not_known_is_a_band_across_the_scale(scores):
    chart = profile(scores)
    bands = artists(chart, "open")
    assert [(band.get_x(), band.get_width()) for band in bands] == [(0, 100), (0, 100)]
    assert words_of(chart).count(words.NOT_KNOWN) == 2


def test_every_opinion_has_its_own_marker():
    case = case_of(*(opinion(f"O{place}", goals=50 + place, home=20) for place in range(6)))
    scale = next(axes for axes in profile(score(case)).figure.axes if axes.get_label() == "scale")
    markers = [line.get_marker() for line in scale.lines if line.get_marker() not in {"None", None, ""}]
    assert len(set(markers)) == 6


@pytest.mark.parametrize("make", [totals, profile])
def test_labels_as_typed(make):
    case = case_of(
        opinion(HOSTILE, goals=80),
        opinion("علاج بالإشعاع", home=9),
        criteria=[{"key": "goals", "label": HOSTILE}, {"key": "home"}],
    )
    chart = make(score(case))
    assert " ".join(words_of(chart)).count(HOSTILE) >= 2
    assert "علاج بالإشعاع" in words_of(chart)


@pytest.mark.parametrize("make", [totals, profile])
@pytest.mark.parametrize("count", [1, 2, 6])
def test_long_names_do_not_run_into_each_other(make, count, many_long):
    case = many_long.model_copy(update={"opinions": many_long.opinions[:count]})
    chart = make(score(case))
    assert overlaps(chart) == []
    assert outside(chart) == []


@pytest.mark.parametrize("make", [totals, profile])
def test_alt_text(make, scores):
    alt = make(scores).alt
    assert alt.endswith(captions.NUMBERS_IN_TABLE)
    assert make is profile or "New fits most closely" in alt


@pytest.mark.parametrize("make", [totals, profile])
def test_alt_text_of_long_names_is_whole(make, many_long):
    assert make(score(many_long)).alt.endswith(captions.NUMBERS_IN_TABLE)


def test_alt_text_of_the_profile_names_the_widest_gap(scores):
    assert "They lie furthest apart on alive: 72 for New, 25 for Usual" in profile(scores).alt.replace(
        "25 for Usual, 72 for New", "72 for New, 25 for Usual"
    )


def test_rounding_is_owned_up_to():
    case = case_of(opinion("A", goals=25, home=25), opinion("B", goals=20, home=20))
    assert captions.ROUNDED in words_of(totals(score(case)))
    assert captions.ROUNDED not in words_of(
        totals(score(case_of(opinion("A", goals=20, home=40), opinion("B", goals=20, home=20))))
    )
