from __future__ import annotations

import itertools

import pytest

from compare import charts
from compare.case import Case
from compare.charts.of_sensitivity import _spread
from compare.charts.palette import opinion_sign
from compare.charts.triangle import SIDE
from compare.errors import CompareError
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.sensitivity import trade_off, what_if
from compare.weights import points
from compare.words import flips as said
from compare.words import maps

from .conftest import HOSTILE, LONG, artists, outside, overlaps, words_of

KEYS = ("goals", "home", "cost")
ROWS = ((90, 10, 40), (70, 60, 20), (50, 80, 30), (20, 95, 35), (30, 30, 100))
NAMES = ("Surgery", "Radiation with hormones", "Active surveillance", "Clinical trial of a new drug", "Watch and wait")
WEIGHTS = points({"goals": 50, "home": 30, "cost": 20})
HOME = "If Time at home counted for"
LONG_NAMES = [f"{place} {LONG}"[:200] for place in range(5)]


def scored(rows=ROWS, names=NAMES, weights=WEIGHTS, labels=("Our goals", "Time at home", "Cost")):
    criteria = [{"key": key, "label": label} for key, label in zip(KEYS, labels, strict=True)]
    opinions = [
        {"name": name, "ratings": dict(zip(KEYS, row, strict=False))} for name, row in zip(names, rows, strict=False)
    ]
    return score(Case(criteria=criteria, opinions=opinions), weights)


def lines_of(scores, key=None):
    return charts.what_if(what_if(scores), key)


def map_of(scores, *keys):
    return charts.weight_map(trade_off(scores, *keys))


def plot_of(chart):
    """Return where results of 0 and 100 stand: the present weight's line runs from one to the other."""
    top, bottom = artists(chart, "now")[0].get_ydata()
    return bottom, top


def results(chart, ys):
    zero, hundred = plot_of(chart)
    return [100 * (zero - y) / (zero - hundred) for y in ys]


@pytest.mark.parametrize("key", KEYS)
def test_a_line_runs_from_where_a_part_counts_for_nothing_to_where_it_alone_counts(key):
    look = what_if(scored())
    chart = charts.what_if(look, key)
    drawn = [results(chart, line.get_ydata()) for line in artists(chart, "line")]
    assert drawn == [pytest.approx(ends) for ends in look.lines(key).values()]
    assert all(list(line.get_xdata()) == [0, 100] for line in artists(chart, "line"))


def test_every_opinion_has_its_own_colour_marker_and_dashes():
    lines = artists(lines_of(scored()), "line")
    assert [line.get_color() for line in lines] == [opinion_sign(place).colour for place in range(5)]
    assert len({str(line._dash_pattern) for line in lines}) == 5
    markers = [line.get_marker() for line in lines_of(scored()).figure.axes[0].lines if line.get_marker() != "None"]
    assert len(set(markers)) == 5


def test_the_present_weight_is_marked():
    chart = lines_of(scored(), "home")
    assert list(artists(chart, "now")[0].get_xdata()) == pytest.approx([30, 30])
    assert "now 30 of 100" in words_of(chart)
    assert "How much Time at home counts, of 100" in words_of(chart)


def test_every_change_of_the_first_is_ringed_and_said():
    look = what_if(scored())
    chart, changes = charts.what_if(look, "home"), look.changes("home")
    rings = artists(chart, "change")
    assert [ring.get_xdata()[0] / 100 for ring in rings] == [pytest.approx(share) for share, _ in changes]
    for ring, (share, name) in zip(rings, changes, strict=True):
        low, high = look.lines("home")[name]
        assert results(chart, ring.get_ydata())[0] == pytest.approx(low + share * (high - low))
    assert {"level between 28 and 29", "level between 36 and 37", "level between 57 and 58"} <= set(words_of(chart))
    assert said.CHANGE_MARK in words_of(chart)


@pytest.mark.parametrize("key", KEYS)
def test_the_shade_is_where_the_first_stays_first(key):
    look = what_if(scored())
    chart = charts.what_if(look, key)
    shade, flip = artists(chart, "stays")[0], look.weights[key]
    assert (shade.get_x() / 100, (shade.get_x() + shade.get_width()) / 100) == pytest.approx((flip.low, flip.high))
    assert "stays first: Radiation with hormones" in words_of(chart)


def test_the_weight_that_has_to_change_least_is_drawn_where_none_is_named():
    look = what_if(scored())
    assert "How much Time at home counts, of 100" in words_of(charts.what_if(look))
    assert look.most_telling == "home"


def test_the_sentences_of_the_weight_stand_above_and_in_the_alt_text():
    look = what_if(scored())
    chart = charts.what_if(look, "home")
    assert set(look.sentences_on("home")) <= set(words_of(chart))
    assert all(sentence in chart.alt for sentence in look.sentences_on("home"))
    assert chart.alt.startswith("A line for each opinion: what it comes to, for every weight of Time at home.")


def test_an_unknown_criterion():
    with pytest.raises(CompareError, match="did you mean `goals`"):
        charts.what_if(what_if(scored()), "goal")


@pytest.mark.parametrize("make", [lines_of, map_of])
@pytest.mark.parametrize("name", sample_names())
def test_the_samples_have_no_text_over_another_or_off_the_sheet(make, name):
    chart = make(score(sample(name)))
    assert overlaps(chart) == []
    assert outside(chart) == []


@pytest.mark.parametrize("make", [lines_of, map_of])
@pytest.mark.parametrize("count", [2, 5])
def test_long_names_do_not_run_into_each_other(make, count):
    chart = make(scored(ROWS[:count], LONG_NAMES, labels=LONG_NAMES[:3]))
    assert overlaps(chart) == []
    assert outside(chart) == []
    assert " ".join(words_of(chart)).replace(" ", "").count("wwwwwwww") >= count


def test_labels_at_one_end_do_not_overlap():
    chart = lines_of(scored([(90, place, 50) for place in range(5)]), "goals")
    assert overlaps(chart) == []
    assert all(name in " ".join(words_of(chart)) for name in NAMES[:2])


def test_many_changes_close_together_are_labelled_apart():
    rows = [(10 * place, 50 - place * place, 50) for place in range(6)]
    chart = lines_of(scored(rows, "ABCDEF"), "goals")
    assert len(artists(chart, "change")) == 5
    assert overlaps(chart) == []


@pytest.mark.parametrize("make", [lines_of, map_of])
def test_what_stands_in_the_heading(make):
    assert "No weights given: every part counts the same here." in words_of(make(scored(weights=None)))
    assert "One opinion so far. Comparing needs two." in words_of(make(scored(ROWS[:1])))
    assert any("Nothing is known yet about Surgery and" in text for text in words_of(make(scored([(), ()]))))
    tie = make(scored([(60, 40, 50), (40, 60, 50)], weights=points({"goals": 1, "home": 1, "cost": 0})))
    assert "Too close to call: Surgery and Radiation with hormones come out equal: 50 of 100 each." in words_of(tie)


@pytest.mark.parametrize("make", [lines_of, map_of])
@pytest.mark.parametrize("rows", [ROWS[:1], [(), ()]])
def test_where_there_is_nothing_to_compare_there_are_only_words(make, rows):
    scores = scored(rows)
    chart = make(scores)
    assert not [artist for label in ("line", "now", "ahead", "here") for artist in artists(chart, label)]
    assert len(words_of(chart)) <= 4
    assert chart.alt == what_if(scores).sentence()


def test_level_leaders_are_drawn_without_shade_or_ring():
    chart = lines_of(scored([(60, 40, 50), (60, 40, 50)]))
    assert len(artists(chart, "line")) == 2
    assert artists(chart, "stays") == artists(chart, "change") == []
    assert said.CHANGE_MARK not in words_of(chart)


@pytest.mark.parametrize("make", [lines_of, map_of])
def test_labels_as_typed(make):
    chart = make(scored(ROWS[:2], (HOSTILE, "علاج بالإشعاع"), labels=(HOSTILE, "b", "c")))
    assert HOSTILE in " ".join(words_of(chart))
    assert "علاج بالإشعاع" in " ".join(words_of(chart))


def test_a_name_written_from_the_right_does_not_turn_our_words_round():
    """A line takes its direction from its first letter, so ours come first."""
    names = ("מעקב", "علاج", "مرحبا")
    rows = [(90, 90, 90), (20, 20, 20), (10, 10, 10)]
    assert "stays first: מעקב" in words_of(lines_of(scored(rows, names)))
    assert {"first nowhere here: علاج", "first nowhere here: مرحبا"} <= set(words_of(map_of(scored(rows, names))))
    level = " ".join(words_of(map_of(scored([(60, 40, 50), (60, 40, 50), (10, 10, 90)], names))))
    assert "equal: מעקב and علاج" in level


def test_the_sentence_and_the_label_of_a_weight_agree():
    weights = points({"goals": 80, "home": 20, "cost": 0})
    between, whole = (words_of(lines_of(scored([(80, 20), (40, home)], "AB", weights), "home")) for home in (70, 60))
    assert {"level between 44 and 45", f"{HOME} 45 of 100 instead of 20, B would come first."} <= set(between)
    assert {"level at 50", f"{HOME} more than 50 of 100 instead of 20, B would come first."} <= set(whole)


@pytest.mark.parametrize("make", [lines_of, map_of])
def test_a_page_has_its_own_title(make):
    look = what_if(scored()) if make is lines_of else trade_off(scored())
    draw = charts.what_if if make is lines_of else charts.weight_map
    assert not {said.LINES_TITLE, maps.MAP_TITLE} & set(words_of(draw(look, titled=False)))
    assert {said.LINES_TITLE, maps.MAP_TITLE} & set(words_of(draw(look)))


def shares(chart, label):
    """Return the corners of the polygons of one kind as shares of the two weights."""
    patches = [patch.get_xy()[:-1] for patch in artists(chart, label)]
    return [[_share(chart, *corner) for corner in corners] for corners in patches]


def _share(chart, x, y):
    corners = [corner for patch in artists(chart, "ahead") for corner in patch.get_xy()]
    left, bottom = min(x for x, _ in corners), max(y for _, y in corners)
    return (x - left) / SIDE, (bottom - y) / SIDE


def close_to(corners):
    return [pytest.approx(corner, abs=1e-9) for corner in corners]


def test_the_regions_are_drawn_where_they_are():
    look = trade_off(scored(), "goals", "home")
    chart = charts.weight_map(look)
    assert shares(chart, "ahead") == [close_to(region.ahead) for region in look.regions if region.share]
    assert shares(chart, "clear") == [close_to(region.clear) for region in look.regions if region.clear]


def test_every_region_has_its_own_colour_and_hatch():
    patches = artists(map_of(scored(), "goals", "home"), "ahead")
    assert len({patch.get_hatch() for patch in patches}) == len(patches) == 5
    assert len({patch.get_facecolor() for patch in patches}) == 5


def test_what_is_too_close_is_lighter():
    chart = map_of(scored(), "goals", "home")
    light, clear = (
        {patch.get_hatch(): sum(patch.get_facecolor()[:3]) for patch in artists(chart, label)}
        for label in ("ahead", "clear")
    )
    assert len(clear) == 4
    assert all(light[hatch] > dark for hatch, dark in clear.items())
    assert maps.LIGHT in words_of(chart)
    assert maps.LIGHT not in words_of(map_of(scored([(90, 90, 90), (10, 10, 10)])))


def test_the_present_weights_are_marked():
    look = trade_off(scored(), "goals", "home")
    chart = charts.weight_map(look)
    point = artists(chart, "here")[0]
    assert _share(chart, point.get_xdata()[0], point.get_ydata()[0]) == pytest.approx((0.5, 0.3))
    assert maps.HERE in words_of(chart)


def test_every_name_stands_in_its_region_or_in_the_key():
    said_there = " ".join(words_of(map_of(scored(), "goals", "home")))
    assert all(name in said_there for name in NAMES)
    assert "Radiation with hormones" in " ".join(words_of(map_of(scored(ROWS[:2]))))


def test_a_name_that_does_not_fit_into_its_region_stands_in_the_key():
    chart = map_of(scored(), "goals", "home")
    assert len(artists(chart, "key")) == 3
    assert {"Radiation with hormones", "Active surveillance", maps.LIGHT} <= set(words_of(chart))


def test_who_is_first_nowhere_is_in_the_key():
    chart = map_of(scored([(90, 90, 90), (10, 10, 10)]))
    assert "first nowhere here: Radiation with hormones" in words_of(chart)
    assert len(artists(chart, "ahead")) == 1


def test_equal_opinions_are_named_together():
    chart = map_of(scored([(60, 40, 50), (60, 40, 50), (10, 10, 90)], "ABC"))
    assert "equal: A and B" in " ".join(words_of(chart))
    assert len(artists(chart, "ahead")) == 2


def test_the_alt_text_of_a_map_tells_its_sentences():
    look = trade_off(scored(), "goals", "home")
    assert charts.weight_map(look).alt == " ".join(
        [
            "A map of who comes first: to the right the weight of Our goals, upwards that of Time at home.",
            *look.sentences(),
        ]
    )


def test_the_axes_of_a_map_are_named():
    said_there = words_of(map_of(scored(), "goals", "home"))
    assert "↑ How much Time at home counts, of 100" in said_there
    assert "How much Our goals counts, of 100 →" in said_there


def test_labels_are_spread_without_overlap_and_as_near_as_can_be():
    assert _spread([10, 50], [10, 10], (0, 100)) == [10, 50]
    assert _spread([50, 50], [10, 10], (0, 100)) == [45, 55]
    assert _spread([100, 2], [10, 10], (0, 100)) == [95, 5]
    places = sorted(_spread([5, 6, 7, 90], [10, 20, 10, 10], (0, 100)))
    assert all(b - a >= 10 for a, b in itertools.pairwise(places))
