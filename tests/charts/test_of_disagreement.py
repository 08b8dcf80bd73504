from __future__ import annotations

import pytest

from compare.case import Case, built_in_layers
from compare.charts import differences as draw
from compare.charts.style import clean
from compare.disagreement import differences
from compare.samples import sample, sample_names
from compare.words import differing

from .conftest import HOSTILE, LONG, artists, outside, overlaps, words_of

SIGNS = {"same": "=", "minor": "≈", "major": "≠", "not stated": "?"}


def chart_of(*opinions):
    return draw(differences(Case(opinions=list(opinions))))


def long_opinion(place):
    plan = {"modalities": ["surgery"], "name": LONG, "sequence": [LONG, LONG]}
    return {"name": f"{place} {LONG}"[:200], "plan": plan, "findings": {"stage": f"{place} {LONG}"}}


@pytest.mark.parametrize("name", sample_names())
def test_the_samples_fit(name):
    chart = draw(differences(sample(name)))
    assert overlaps(chart) == []
    assert outside(chart) == []


@pytest.mark.parametrize("name", sample_names())
def test_how_doctors_agree_is_never_cut(name):
    result = differences(sample(name))
    said = " ".join(words_of(draw(result)))
    assert all(row.in_words in said for row in result.layers)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_long_names_and_answers_fit(count):
    chart = chart_of(*(long_opinion(place) for place in range(count)))
    assert overlaps(chart) == []
    assert outside(chart) == []


@pytest.mark.parametrize("name", sample_names())
def test_every_agreement_has_a_sign_a_word_and_a_box(name):
    result = differences(sample(name))
    chart = draw(result)
    said = words_of(chart)
    for agreement, sign in SIGNS.items():
        count = len(result.that_are(agreement))
        assert said.count(sign) == len(artists(chart, agreement)) == count


def test_every_layer_is_named_and_who_settles_only_a_difference():
    first, second = ({"name": name, "findings": {"stage": stage}} for name, stage in (("A", "II"), ("B", "III")))
    said = " ".join(words_of(chart_of(first, second)))
    assert all(layer.label in said for layer in built_in_layers())
    assert "a radiologist or a nuclear medicine doctor" in said
    assert "a medical oncologist" not in said


def test_what_was_not_stated_is_a_dashed_box():
    first = {"name": "A", "findings": {"stage": "II"}}
    boxes = artists(chart_of(first, {"name": "B"}), "open")
    assert len(boxes) == 2 * len(built_in_layers()) - 1
    assert all(box.get_linestyle() != "solid" for box in boxes)


def test_the_depth_of_the_fill_follows_the_difference():
    chart = draw(differences(sample("lung-stage-3")))
    fills = {agreement: artists(chart, agreement)[0].get_facecolor()[:3] for agreement in SIGNS}
    assert sum(fills["major"]) < sum(fills["minor"]) < sum(fills["same"])


def test_the_row_to_begin_with_is_marked_once():
    chart = draw(differences(sample("lung-stage-3")))
    assert len(artists(chart, "begin")) == 1
    assert f"▶ {differing.BEGIN_HERE}" in words_of(chart)
    assert artists(chart_of({"name": "A"}, {"name": "B"}), "begin") == []


def test_text_from_people_is_drawn_as_typed():
    chart = chart_of({"name": HOSTILE, "plan": {"intent": "curative", "delivery_site": "a $5 $6 site"}}, {"name": "B"})
    assert "a $5 $6 site" in words_of(chart)
    assert HOSTILE in " ".join(words_of(chart))


def test_the_words_of_the_picture_are_the_sentences():
    result = differences(sample("sarcoma"))
    chart = draw(result)
    assert chart.name == "differences"
    assert chart.alt == clean(" ".join([differing.MAP_ALT, *result.sentences()]))
    assert chart.not_drawn == ""


def test_one_opinion_is_told_kindly():
    chart = chart_of({"name": "A"})
    assert "There is one opinion so far: A." in " ".join(words_of(chart))
    assert differing.one_so_far("A") in chart.alt
