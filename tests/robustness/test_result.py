import math

import pytest
from hypothesis import given
from made_up import case_of, cases, direct
from test_words import ADVICE

from compare import how_often

ROSA = {"name": "Rosa", "role": "patient", "weights": {"ranking": ["beta", "alpha"]}}
RANGES = {"name": "Ben", "weights": {"swing_ranges": {"alpha": [10, 50], "beta": [50, 100]}}}
KEYS = [{"key": "alpha", "label": "Our goals"}, {"key": "beta", "label": "Time at home"}]
CROSSED = ({"alpha": 80, "beta": 20}, {"alpha": 40, "beta": 60})


def look(knowing="nothing", rows=CROSSED, people=(ROSA, RANGES), **call):
    return how_often(case_of(*rows, criteria=KEYS, people=people), knowing, draws=2000, **call)


@pytest.mark.parametrize(
    ("knowing", "who", "opening"),
    [
        ("nothing", None, "Of all ways to weigh the parts, A comes first in 50 of 100, B in 50 of 100."),
        (
            "order",
            None,
            "Of all ways to weigh the parts that keep the order Rosa gave, B comes first in 100 of 100, A in 0 of 100.",
        ),
        ("ranges", "Ben", "Of all ways to weigh the parts that stay within the ranges Ben gave, B comes first in "),
        ("weights", "Rosa", "By what Rosa said matters, B comes first: every answer is known."),
    ],
)
def test_the_first_sentence_says_who_comes_first_and_what_is_known(knowing, who, opening):
    assert look(knowing, person=who).sentence().startswith(opening)


def test_weights_nobody_gave_are_said_to_be_nobodys():
    told = look("weights", people=())
    assert told.sentence().startswith(
        "With every part counting the same, as nobody has said what matters, A and B share"
    )
    assert told.heading() == "No weights given: every part counts the same here."


def test_exact_numbers_say_so_and_drawn_ones_say_how_far_they_can_be_off():
    assert "Worked out exactly; nothing was drawn at random." in look().sentences()
    assert look().error == 0
    drawn = look(rows=({"alpha": 80}, {"alpha": 40, "beta": 60}))
    assert "From 2,000 random draws: give or take 3 of 100." in drawn.sentences()
    assert drawn.error == pytest.approx(1.96 * math.sqrt(0.25 / 2000))
    assert any("seed 0" in note for note in drawn.notes())


def test_the_middle_weights_are_told_in_whole_numbers():
    assert (
        "Where A comes first, the parts count on average: Our goals 75 of 100, Time at home 25." in look().sentences()
    )


def test_open_answers_are_said_to_be_drawn_too():
    told = " ".join(look(rows=({"alpha": 80}, {"alpha": 40, "beta": 60})).sentences())
    assert "open or not exact was drawn at random too" in told
    assert "With just those weights, " in told


def test_a_drawn_share_is_called_all_or_none_only_where_that_is_certain():
    nearly = look(rows=({"alpha": 80, "beta": [0, 100]}, {"alpha": 1, "beta": "99 of 100"}), knowing="weights")
    assert {nearly.share_text("A"), nearly.share_text("B")}.isdisjoint({"0 of 100", "100 of 100"})
    sure = look(rows=({"alpha": 80, "beta": [50, 60]}, {"alpha": 10, "beta": 40}))
    assert (sure.share_text("A"), sure.share_text("B")) == ("100 of 100", "0 of 100")
    assert not sure.exact


def test_opinions_that_take_turns_are_too_close_to_call():
    assert "A and B are too close to call: each is ahead of the other about equally often." in look().sentences()


def test_equal_opinions_share_the_first_place():
    told = look(rows=(CROSSED[0], CROSSED[0], {"alpha": 1, "beta": 1})).sentences()
    assert told[0] == "A and B share the first place, whatever counts most."
    assert not any("comes first in" in sentence for sentence in told)


def test_ties_that_are_not_certain_are_counted():
    criteria = [{"key": "alpha", "attributes": [{"key": "a", "value": {"curve": [[0, 0], [50, 100], [100, 100]]}}]}]
    case = case_of({"alpha": {"a": [0, 100]}}, {"alpha": {"a": 60}}, criteria=criteria)
    told = how_often(case, draws=2000)
    assert told.ties == pytest.approx(0.5, abs=0.05)
    assert any("the first place is shared" in sentence for sentence in told.sentences())


def test_one_opinion_and_nothing_known_are_said_before_any_number():
    assert look(rows=(CROSSED[0],)).sentences() == ["There is one opinion so far; comparing needs two."]
    assert look(rows=({}, {})).sentences()[0].startswith("Nothing is known yet about A and B.")


@given(
    cases(),
)
def test_no_sentence_gives_advice_or_a_fraction(case):
    told = how_often(case, draws=100)
    text = " ".join([*told.sentences(), str(told)])
    assert not ADVICE.search(text)
    assert not any(
        "." in part.strip(".,;:()") and part.strip(".,;:()")[:1].isdigit()
        for part in " ".join(told.sentences()).split()
    )


def test_the_table_has_a_column_for_each_place():
    assert look().shown() == [("", "1st", "2nd"), ("A", "50 of 100", "50 of 100"), ("B", "50 of 100", "50 of 100")]
    assert "Our goals 75 of 100" in " ".join(str(look()).split())


def test_rows_are_full_numbers():
    rows = {row["opinion"]: row for row in look("order").rows()}
    assert rows["A"] == {
        "opinion": "A",
        "rank_1": 0,
        "rank_2": 1,
        "holistic": 0,
        "confidence": None,
        "central_alpha": None,
        "central_beta": None,
    }
    assert rows["B"]["central_beta"] == pytest.approx(0.75)
    assert list(look().table().columns)[:3] == ["opinion", "rank_1", "rank_2"]


def test_the_plain_form_is_the_contract():
    plain = look("order").plain()
    assert list(plain) == [
        "draws",
        "seed",
        "exact",
        "first",
        "ranks",
        "central_weights",
        "confidence",
        "pairwise",
        "error",
    ]
    assert plain["first"] == {"A": 0.0, "B": 1.0}
    assert plain["ranks"]["B"] == [1.0, 0.0]
    assert plain["central_weights"]["A"] is None


@given(cases(least=2))
def test_one_figure_for_all_ranks_is_the_share_of_rivals_that_are_not_ahead(case):
    told = how_often(case, draws=300)
    for name, figure in told.holistic.items():
        others = [told.pairwise[rival][name] for rival in told.ranks if rival != name]
        assert figure == pytest.approx(1 - sum(others) / len(others), abs=0.15)


def test_how_open_it_is_in_bits():
    assert look().entropy == pytest.approx(1.0)
    assert look("order").entropy == 0.0
    assert how_often(direct((80, 20), (40, 60), (1, 1))).entropy == pytest.approx(1.0, abs=1e-3)


def test_names_are_text_whatever_they_hold():
    person = {"name": "{0} {x!r} %s", "weights": {"ranking": ["alpha", "beta"]}}
    assert "the order {0} {x!r} %s gave" in look("order", people=(person,)).sentence()


def test_the_short_form_is_one_sentence():
    assert repr(look()) == look().sentence()


def test_what_follows_from_a_certain_place_is_certain_too():
    sure = look(rows=({"alpha": 80, "beta": [50, 60]}, {"alpha": 10, "beta": 40}))
    assert [cells[1:] for cells in sure.shown()[1:]] == [("100 of 100", "0 of 100"), ("0 of 100", "100 of 100")]


def test_a_second_place_is_certain_only_where_that_follows():
    told = how_often(direct((80, 70), (40, 30), (0, 30.0001)), draws=20)
    assert told.shown()[2][1:] == ("0 of 100", "more than 99 of 100", "fewer than 1 of 100")
