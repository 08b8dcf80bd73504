from __future__ import annotations

import pytest

from compare import how_often as look
from compare import words
from compare.charts import how_often
from compare.words import often

from .conftest import HOSTILE, artists, case_of, opinion, outside, overlaps, words_of

DRAWS = 2000


def bars(chart):
    return [(bar.get_x(), bar.get_width()) for bar in artists(chart, "place")]


def spread(count):
    return case_of(*(opinion(f"O{place}", goals=10 * place, home=95 - 9 * place) for place in range(count)))


@pytest.mark.parametrize("count", [2, 3, 5])
def test_bars_are_as_long_as_the_shares_and_stand_end_to_end(count):
    result = look(spread(count), draws=DRAWS)
    drawn = [width for _, width in bars(how_often(result))]
    assert drawn == pytest.approx([100 * share for shares in result.ranks.values() for share in shares if share > 0])
    assert sum(drawn) == pytest.approx(100 * count)


def test_places_after_the_fourth_are_drawn_together():
    criteria = [{"key": f"k{place}"} for place in range(3)]
    case = case_of(*(opinion(f"O{place}", k0=[0, 100], k1=place, k2=50) for place in range(7)), criteria=criteria)
    chart = how_often(look(case, draws=DRAWS))
    assert len(bars(chart)) == 7 * 5
    assert sum(width for _, width in bars(chart)) == pytest.approx(700)
    assert "5th or lower" in words_of(chart)


def test_numbers_and_names_stand_beside_the_bars():
    result = look(spread(3), draws=DRAWS)
    said = words_of(how_often(result))
    for name, shares in result.ranks.items():
        assert name in said
        assert f"1st in {result.share_text(name)}" in said
        assert {words.whole(100 * share) for share in shares if share > 0.05} <= set(said)
    assert {"1st", "2nd", "3rd"} <= set(said)


def test_a_bar_that_is_nearly_whole_is_not_called_whole():
    case = case_of(opinion("A", goals=90, home="99 of 100"), opinion("B", goals=10, home=[0, 99]))
    said = words_of(how_often(look(case, draws=DRAWS)))
    assert "more than 99" in said
    assert said.count("100") == 1


def test_what_does_not_fit_into_a_bar_is_left_to_the_table():
    case = case_of(opinion("A", goals=99, home=50), opinion("B", goals=50, home=50.4))
    said = words_of(how_often(look(case)))
    assert "99" in said
    assert "1" not in said


def test_the_axis_is_never_cut():
    chart = how_often(look(spread(2)))
    assert next(axes for axes in chart.figure.axes if axes.get_label() == "scale").get_xlim() == (0, 100)
    assert {"0", "25", "50", "75", "100"} <= set(words_of(chart))


def test_every_place_has_a_fill_of_its_own():
    looks = {
        (bar.get_facecolor(), bar.get_hatch()) for bar in artists(how_often(look(spread(5), draws=DRAWS)), "place")
    }
    assert len(looks) == len({hatch for _, hatch in looks}) == 5


@pytest.mark.parametrize("knowing", ["nothing", "order", "ranges", "weights"])
def test_what_is_known_of_the_weights_is_said(knowing):
    rosa = {"name": "Rosa", "weights": {"swing_ranges": {"goals": [80, 100], "home": [20, 90]}}}
    result = look(case_of(opinion("A", goals=80), opinion("B", home=70), people=[rosa]), knowing, draws=DRAWS)
    assert f"{result.heading()}." in words_of(how_often(result))


def test_exact_and_drawn_numbers_say_which_they_are():
    assert often.EXACT in words_of(how_often(look(spread(2))))
    drawn = words_of(how_often(look(case_of(opinion("A", goals=80), opinion("B", home=70)), draws=DRAWS)))
    assert often.EXACT not in drawn
    assert "From 2,000 random draws: give or take 3 of 100." in drawn
    assert often.OPEN_DRAWN in drawn


def test_ties_are_said():
    case = case_of(opinion("A", goals=60, home=40), opinion("B", goals=60, home=40), opinion("C", goals=0, home=9))
    assert "A and B share the first place, whatever counts most." in words_of(how_often(look(case, draws=DRAWS)))


@pytest.mark.parametrize("case", [case_of(opinion("A", goals=60)), case_of(opinion("A"), opinion("B"))])
def test_one_opinion_and_nothing_known_are_words_without_bars(case):
    chart = how_often(look(case, draws=DRAWS))
    assert bars(chart) == []
    assert chart.alt in " ".join(words_of(chart))


def test_the_words_for_the_picture_begin_with_what_it_shows():
    result = look(spread(2))
    assert result.sentence() in how_often(result).alt
    assert often.EXACT in how_often(result).alt


def test_the_title_is_left_to_a_page_that_has_its_own():
    assert often.TITLE in words_of(how_often(look(spread(2))))
    assert often.TITLE not in words_of(how_often(look(spread(2)), titled=False))


def test_text_stays_text():
    case = case_of(opinion(HOSTILE, goals=80, home=20), opinion("B", goals=20, home=70))
    assert HOSTILE in words_of(how_often(look(case)))


def test_long_names_neither_overlap_nor_leave_the_page(many_long):
    chart = how_often(look(many_long, draws=DRAWS))
    assert overlaps(chart) == []
    assert outside(chart) == []


def test_the_same_result_gives_the_same_bytes():
    result = look(spread(3), draws=DRAWS)
    assert how_often(result).svg() == how_often(result).svg()
