from __future__ import annotations

import pytest

from compare import words
from compare.charts import brief
from compare.scoring import score

from .conftest import HOSTILE, LONG, artists, case_of, opinion, outside, overlaps, words_of


def test_bars_are_as_long_as_the_parts(scores):
    chart = brief(scores)
    drawn = sorted(bar.get_width() for bar in artists(chart, "part") + artists(chart, "open"))
    assert drawn == pytest.approx(sorted(part.mean for parts in scores.parts.values() for part in parts.values()))


def test_every_name_and_number_stands_beside_its_bar(scores):
    shown = words_of(brief(scores))
    assert {words.range_text(total) for total in scores.totals.values()} <= set(shown)
    assert set(scores.case.names) <= set(shown)


def test_only_the_opinions_asked_for_are_drawn(scores):
    name = scores.case.names[0]
    assert len(artists(brief(scores, [name]), "range")) == 1


def test_many_parts_leave_the_key_short():
    keys = [{"key": f"k{place}", "label": f"Part {place}"} for place in range(12)]
    shown = words_of(brief(score(case_of(opinion("A"), opinion("B"), criteria=keys))))
    assert "and 4 more parts" in shown


@pytest.mark.parametrize("name", [HOSTILE, LONG])
def test_long_and_hostile_names_stay_inside_and_apart(name):
    chart = brief(score(case_of(opinion(f"1 {name}"[:200], goals=70), opinion(f"2 {name}"[:200], goals=20, home=90))))
    assert outside(chart) == []
    assert overlaps(chart) == []


def test_the_axis_is_never_cut(scores):
    scale = next(axes for axes in brief(scores).figure.axes if axes.get_label() == "scale")
    assert scale.get_xlim() == (0, 100)
    assert {"0", "25", "50", "75", "100"} <= set(words_of(brief(scores)))
