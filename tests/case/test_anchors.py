"""Weights are for the step between two ends: they are not used once an end has moved, and count on while none has (R1)."""

import json

import pytest
from hypothesis import given
from made_up import CURVE, WORDS, cases

from compare.case import Case, Criterion, built_in_criteria
from compare.case.anchors import Anchors, anchors_of, moved
from compare.files import read_text, written_as
from compare.scoring import score
from compare.words.moved_ends import asked_again

SURVIVAL = {
    "key": "survival",
    "label": "Alive at 2 years",
    "attributes": [
        {"key": "alive", "label": "Alive", "value": {"linear": {"worst": 45, "best": 65}}, "unit": "of 100"}
    ],
}
MOOD = {"key": "mood", "attributes": [{"key": "mood", "value": WORDS}]}
GLUCOSE = {"key": "glucose", "attributes": [{"key": "glucose", "value": CURVE}]}
TRUST = {"key": "trust", "worst": "no trust", "best": "full trust"}
CRITERIA = (SURVIVAL, MOOD, GLUCOSE, TRUST)
KEYS = tuple(criterion["key"] for criterion in CRITERIA)
POINTS = dict(zip(KEYS, (100, 45, 18, 10), strict=True))
PAIRS = {f"{one} over {other}": 1 for place, one in enumerate(KEYS) for other in KEYS[place + 1 :]}
WAYS = (
    {"points": POINTS},
    {"swing": POINTS},
    {"ranking": list(KEYS)},
    {"pairwise": PAIRS},
    {"swing_ranges": {key: [10, 90] for key in KEYS}},
)
OPINIONS = [{"name": "A", "ratings": {"trust": 90}}, {"name": "B", "ratings": {"trust": 20}}]


def case_with(criteria, *people):
    return Case(opinions=OPINIONS, criteria=criteria, people=people)


def weighed(weights, criteria=CRITERIA):
    """Return a case in which Rosa said what matters, for the ends of the scales as they are."""
    rosa = {"name": "Rosa", "role": "patient", "weights": weights}
    return case_with(criteria, rosa).anchored("Rosa")


def later(case, criteria):
    """Return the same case read again, once somebody has changed its criteria."""
    return read_text(json.dumps({**json.loads(written_as(case, ".json")), "criteria": criteria}), ".json")


def of_alive(**changes):
    """Return the criteria with another scale for survival."""
    return (SURVIVAL | {"attributes": [SURVIVAL["attributes"][0] | changes]}, *CRITERIA[1:])


def of_mood(levels):
    return (SURVIVAL, {"key": "mood", "attributes": [{"key": "mood", "value": {"levels": levels}}]}, GLUCOSE, TRUST)


def of_glucose(curve):
    return (SURVIVAL, MOOD, {"key": "glucose", "attributes": [{"key": "glucose", "value": {"curve": curve}}]}, TRUST)


MOVES = {
    "the worst end of a line": of_alive(value={"linear": {"worst": 40, "best": 65}}),
    "the top end of a line": of_alive(value={"linear": {"worst": 45, "best": 65.5}}),
    "a line turned round": of_alive(value={"linear": {"worst": 65, "best": 45}}),
    "what the number counts": of_alive(unit="of 1000"),
    "the words of an end": of_alive(worst="nearly half"),
    "the lowest level": of_mood({"awful": 0, "fair": 60, "good": 100}),
    "the highest level": of_mood({"poor": 0, "fair": 60, "good": 90, "great": 100}),
    "what a level at the end is worth": of_mood({"poor": 0, "fair": 60, "good": 90}),
    "the end of a curve": of_glucose([[-0.8, 100], [-0.3, 50], [0.4, 0]]),
    "what the end of a curve is worth": of_glucose([[-0.7, 90], [-0.3, 50], [0.4, 0]]),
    "the top end in words": (*CRITERIA[:3], TRUST | {"best": "full trust in everything"}),
    "one more question in a part without words of its own": (
        SURVIVAL | {"attributes": [*SURVIVAL["attributes"], {"key": "later", "value": WORDS}]},
        *CRITERIA[1:],
    ),
}
NO_MOVES = {
    "labels and questions": (SURVIVAL | {"label": "Lives", "question": "Who lives?", "note": "n", "source": "s"}, *CRITERIA[1:]),
    "the order of the criteria": CRITERIA[::-1],
    "the order of the levels": of_mood({"good": 100, "poor": 0, "fair": 60}),
    "a level between the ends": of_mood({"poor": 0, "fair": 30, "better": 80, "good": 100}),
    "what lies between the ends of a curve": of_glucose([[-0.7, 100], [-0.2, 40], [0.4, 0]]),
    "what an answer off the scale counts as": of_alive(value={"linear": {"worst": 45, "best": 65}, "outside": "clip"}),
    "the share of an attribute": of_alive(share=3),
    "the words of an end, as they are said anyway": (*CRITERIA[:3], TRUST | {"label": "Trust"}),
}  # fmt: skip


@pytest.mark.parametrize("weights", WAYS, ids=lambda weights: next(iter(weights)))
@pytest.mark.parametrize("criteria", MOVES.values(), ids=MOVES)
def test_weights_for_other_ends_are_not_used(weights, criteria):
    case = later(weighed(weights), criteria)
    rosa = case.people[0]
    assert case.moved_for(rosa)
    assert case.weights_by(rosa) is None
    assert rosa.weights is not None
    scores = score(case)
    assert (scores.person, scores.weights.how, scores.weights.given, scores.weights.outdated) == (
        "Rosa",
        "equal",
        False,
        True,
    )
    assert set(scores.weights.values()) == {0.25}


@pytest.mark.parametrize("weights", WAYS, ids=lambda weights: next(iter(weights)))
@pytest.mark.parametrize("criteria", NO_MOVES.values(), ids=NO_MOVES)
def test_weights_count_on_where_only_other_things_change(weights, criteria):
    before = weighed(weights)
    case = later(before, criteria)
    assert case.moved_for(case.people[0]) == ()
    assert dict(score(case).weights) == pytest.approx(dict(score(before).weights))
    assert not score(case).weights.outdated


@pytest.mark.parametrize("criteria", MOVES.values(), ids=MOVES)
def test_nothing_is_held_against_a_file_that_does_not_say_for_which_ends(criteria):
    by_hand = case_with(CRITERIA, {"name": "Rosa", "weights": {"swing": POINTS}})
    case = later(by_hand, criteria)
    assert dict(score(case).weights) == dict(score(by_hand).weights)


@pytest.mark.parametrize("criteria", MOVES.values(), ids=MOVES)
def test_equal_weights_are_for_no_step(criteria):
    before = weighed({"equal": True})
    assert before.people[0].anchors == {}
    assert score(later(before, criteria)).weights.given


def test_what_was_said_once_more_counts_again():
    case = later(weighed({"swing": POINTS}), MOVES["the worst end of a line"]).anchored("rosa")
    assert case.moved_for(case.people[0]) == ()
    assert score(case).weights.how == "swing"


def test_a_patient_who_has_to_say_it_again_does_not_give_way_to_somebody_else():
    ben = {"name": "Ben", "weights": {"points": POINTS}}
    rosa = {
        "name": "Rosa",
        "role": "patient",
        "weights": {"swing": POINTS},
        "anchors": {"trust": {"worst": "0", "best": "1"}},
    }
    scores = score(case_with(CRITERIA, ben, rosa))
    assert (scores.person, scores.weights.given) == ("Rosa", False)
    assert score(scores.case, person="Ben").weights.given


def test_only_the_ends_that_were_kept_are_looked_at():
    case = weighed({"swing": POINTS})
    kept = {"trust": case.people[0].anchors["trust"]}
    person = case.people[0].model_copy(update={"anchors": kept})
    part = case.model_copy(update={"people": (person,)})
    assert later(part, MOVES["the worst end of a line"]).moved_for(person) == ()
    assert later(part, MOVES["the top end in words"]).moved_for(person)


def test_splitting_a_part_that_says_its_own_ends_leaves_its_weight():
    words = {"worst": "bad", "best": "well"}
    half = {"key": "second", "value": WORDS}
    before = weighed({"swing": POINTS}, (SURVIVAL | words, *CRITERIA[1:]))
    split = SURVIVAL | words | {"attributes": [*SURVIVAL["attributes"], half]}
    assert score(later(before, (split, *CRITERIA[1:]))).weights.how == "swing"
    moved_within = split | {
        "attributes": [SURVIVAL["attributes"][0] | {"value": {"linear": {"worst": 0, "best": 65}}}, half]
    }
    case = later(before, (moved_within, *CRITERIA[1:]))
    assert [(one.label, one.was, one.now) for one in case.moved_for(case.people[0])] == [
        ("Alive", "45 to 65 of 100", "0 to 65 of 100")
    ]


def test_the_message_names_what_it_was_and_what_it_is():
    case = later(weighed({"swing": POINTS}), MOVES["the worst end of a line"])
    told = asked_again("Rosa", case.moved_for(case.people[0]))
    assert "Alive at 2 years was “45 to 65 of 100” and is “40 to 65 of 100” now." in told


def test_of_long_ends_only_the_one_that_moved_is_told():
    built_in = anchors_of(built_in_criteria())
    changed = {"goals": built_in["goals"].model_copy(update={"best": "Everything that we want."})}
    (one,) = moved(built_in | changed, built_in_criteria())
    assert (one.label, one.end, one.was) == ("Our goals", "best", "Everything that we want.")
    assert "The top end of Our goals was “Everything that we want” and is “It serves all" in asked_again("Rosa", [one])


def test_many_ends_are_counted():
    was = {key: Anchors(worst="x", best="y") for key in KEYS}
    told = asked_again("Rosa", moved(was, [Criterion(**each) for each in CRITERIA]))
    assert told.count(" was ") == 3
    assert told.endswith("1 more end moved too.")


@given(cases())
def test_nothing_has_moved_right_after_people_said_what_matters(case):
    rosa = {"name": "Rosa", "weights": {"ranking": case.keys}}
    kept = Case(opinions=case.opinions, criteria=case.criteria, people=[rosa]).anchored("Rosa")
    assert set(kept.people[0].anchors) == set(case.keys)
    assert kept.moved_for(kept.people[0]) == ()


def test_a_very_long_end_is_kept_as_far_as_a_text_goes():
    attributes = [{"key": f"k{place}", "value": WORDS, "worst": "x" * 9000} for place in range(3)]
    rosa = {"name": "Rosa", "weights": {"ranking": ["a"]}}
    case = Case(opinions=[{"name": "A"}], criteria=[{"key": "a", "attributes": attributes}], people=[rosa]).anchored(
        "Rosa"
    )
    assert read_text(written_as(case)) == case
    assert case.moved_for(case.people[0]) == ()
