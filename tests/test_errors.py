import copy
import pickle

import pytest
from made_up import HOSTILE

import compare
from compare.errors import (
    _MADE_WITH,
    CompareError,
    did_you_mean,
    expect,
    listed,
    missing_extra,
    quoted,
    unknown,
    visible,
    written,
)

FULL = CompareError("Wrong.", file="case.yaml", line=3, path=("opinions", 0, "name"), found="x", allowed="y", fix="z")


def test_message_names_place_found_allowed_and_what_to_do():
    assert str(FULL).splitlines() == [
        "case.yaml, line 3, opinions[1].name",
        "Wrong.",
        "  found:   x",
        "  allowed: y",
        "  to do:   z",
    ]


def test_message_says_how_many_more():
    error = copy.copy(FULL)
    error.more = 2
    assert str(error).endswith("There are 2 more like this.")


def test_an_outer_place_goes_in_front():
    error = CompareError("Wrong.", path=("name",)).at(file="a.yaml", path=("opinions", 1))
    assert (error.file, error.path) == ("a.yaml", ("opinions", 1, "name"))


def test_the_first_place_stays_when_none_is_named():
    assert FULL.at(path=("case",)).line == 3


@pytest.mark.parametrize("travel", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_an_error_travels_whole(travel):
    assert str(travel(FULL)) == str(FULL)


def test_a_notebook_shows_the_message_alone():
    assert FULL._render_traceback_() == str(FULL).splitlines()


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800", "\ufdd0", "\uffff"]
)
def test_hidden_characters_are_spelt_out(char):
    shown = visible(f"a{char}b")
    assert shown == f"a<U+{ord(char):04X}>b"
    assert char not in str(CompareError("Wrong " + char, file=char, found=char, allowed=char, fix=char, path=(char,)))


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "שלום", "zero\u200bwidth", "ä\nö"])
def test_ordinary_letters_stay(text):
    assert visible(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_quote_is_one_short_line(text):
    assert len(quoted(text)) <= 110
    assert "\n" not in quoted(text)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("side_efects", "did you mean `side_effects`?"),
        ("Side Effects", "did you mean `side_effects`?"),
        ("gaols", "did you mean `goals`?"),
        ("xyz", None),
        ("", None),
    ],
)
def test_suggestions(word, hint):
    assert did_you_mean(word, ["goals", "side_effects"]) == hint


def test_a_long_list_is_cut_and_counted():
    assert listed(range(3)) == "0, 1, 2"
    assert listed(range(100)).endswith("18, 19 … (100 in all)")


def test_unknown_word_shows_the_allowed_ones():
    error = unknown("a fruit", "aple", ["apple", "pear"], path=("basket",))
    assert (error.found, error.allowed, error.fix) == ("aple", "apple, pear", "did you mean `apple`?")


def test_paths_count_from_one():
    assert written(("opinions", 1, "ratings", "goals")) == "opinions[2].ratings.goals"
    assert written(()) == ""


def test_a_missing_library_comes_with_its_command():
    assert 'pip install "opinion-compare[app]"' in str(missing_extra("ipywidgets", "app"))


def test_a_message_stays_short_whatever_the_allowed_words():
    error = unknown("one of the levels", "x", [f"two\nlines {n}" for n in range(20)])
    assert len(str(error).splitlines()) <= 12


class Scores:
    """A made-up kind of the same name."""


def test_a_value_of_another_kind_is_refused_with_the_way_to_make_it():
    with pytest.raises(CompareError) as caught:
        expect("case.yaml", Scores)
    assert str(caught.value).splitlines() == [
        "This takes Scores.",
        "  found:   str",
        "  allowed: Scores",
        "  to do:   make them with compare.score(case)",
    ]


def test_nothing_will_do_only_where_that_is_said():
    expect(Scores(), Scores)
    expect(None, Scores, or_nothing=True)
    with pytest.raises(CompareError, match="takes Scores"):
        expect(None, Scores)
    with pytest.raises(CompareError, match="takes Scores or nothing"):
        expect(1, Scores, or_nothing=True)


def test_every_kind_with_a_way_to_make_it_is_there():
    kinds = {"Case": compare.case, "Weights": compare.weights, "Scores": compare.scoring, "WhatIf": compare.sensitivity}
    kinds |= {"TradeOff": compare.sensitivity, "HowOften": compare.robustness, "Questions": compare.unknowns}
    kinds |= {"Differences": compare.disagreement, "FamilyView": compare.group}
    assert set(kinds) == set(_MADE_WITH)
    assert all(isinstance(getattr(room, kind), type) for kind, room in kinds.items())


LOOKS = [compare.questions, compare.tiebreak, compare.what_if, compare.trade_off]
LOOKS += [
    compare.score,
    compare.how_often,
    compare.differences,
    compare.family,
    compare.balance,
    compare.what_may_happen,
]
_DRAWN = ("tornado", "differences", "family", "how_often", "chances", "what_if", "weight_map")
DRAWN = [getattr(compare.charts, name) for name in _DRAWN]


@pytest.mark.parametrize("look", [*LOOKS, *DRAWN], ids=lambda look: f"{look.__module__}.{look.__name__}")
def test_every_look_and_picture_refuses_what_it_cannot_look_at(look):
    with pytest.raises(CompareError, match="This takes"):
        look("case.yaml")


def test_an_empty_text_is_found_as_nothing():
    assert str(CompareError("This is not a day.", found="")).endswith("  found:   nothing")


@pytest.mark.parametrize(("value", "shown"), [(-1.0, "-1"), (0.5, "0.5"), (65.0000001, "65.0000001"), (True, "True")])
def test_a_number_is_shown_as_people_write_it(value, shown):
    assert quoted(value) == shown
