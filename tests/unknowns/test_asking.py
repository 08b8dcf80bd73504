import numpy as np
import pytest
from hypothesis import given, settings
from made_up import CURVE, PERCENT, WORDS, case_of, cases, direct, on_scale, weighted_cases

from compare.scoring import score
from compare.unknowns import questions
from compare.weights import points


def answers(scores):
    return [item for item in questions(scores).items if item.kind == "answer"]


def test_the_one_that_could_decide_is_asked_first():
    case = direct((50, None), (None, 10), keys=("alpha", "beta"))
    first, second = answers(score(case, points({"alpha": 80, "beta": 20})))
    assert (first.opinion, first.criterion, second.opinion, second.criterion) == ("B", "alpha", "A", "beta")
    assert first.worth > second.worth


def test_an_open_answer_that_counts_for_nothing_is_not_asked():
    case = direct((50, None), (60, None), keys=("alpha", "beta"))
    assert answers(score(case, points({"alpha": 1, "beta": 0}))) == []


@pytest.mark.parametrize("given_answer", [40, "8 of 129", {"why": "not applicable"}])
def test_known_counted_and_inapplicable_answers_are_not_asked(given_answer):
    assert answers(score(on_scale(PERCENT, given_answer, 50))) == []


@pytest.mark.parametrize(
    ("scale", "given_answer"), [(PERCENT, [40, 60]), (WORDS, ["poor", "good"]), (CURVE, [-0.6, 0.2])]
)
def test_a_range_is_asked(scale, given_answer):
    other = {"levels": "fair"}.get(next(iter(scale)), 0 if "curve" in scale else 50)
    (item,) = answers(score(on_scale(scale, given_answer, other)))
    assert item.could_change_first
    assert item.worth > 0


def test_a_published_range_stays_in_the_table_but_is_not_asked_again():
    case = on_scale(PERCENT, {"answer": [40, 60], "source": "A trial"}, None)
    look = questions(score(case))
    assert {item.opinion for item in look.items if item.kind == "answer"} == {"A", "B"}
    assert [asked.about for asked in look.to_ask(kinds=["answer"])] == [("B",)]


def test_with_one_opinion_nothing_could_change_but_there_is_much_to_ask():
    look = questions(score(direct((None, 50), keys=("alpha", "beta"))))
    assert [item.worth for item in look.items if item.kind == "answer"] == [0.0]
    assert {item.kind for item in look.items} == {"answer", "layer", "standard"}


def test_equal_opinions_could_be_parted_by_any_answer():
    item, _ = answers(score(direct((None,), (None,), keys=("alpha",))))
    assert (item.worth, item.could_change_first) == (12.5, True)


def test_what_was_asked_or_is_known_another_way_is_not_asked_again():
    case = case_of({"goals": 50}, {"goals": 60})
    before = {item.question for item in questions(score(case)).items if item.opinion == "A" and item.kind == "standard"}
    told = case.model_copy(
        update={
            "opinions": tuple(
                opinion.model_copy(update={"asked": {"Which options have we not thought of yet?": ""}, "written": True})
                for opinion in case.opinions
            )
        }
    )
    after = {item.question for item in questions(score(told)).items if item.kind == "standard"}
    assert before - after == {"Which options have we not thought of yet?", "Can we have this in writing?"}


def test_a_layer_that_a_doctor_has_spoken_about_is_not_asked():
    case = case_of({"goals": 50}, {"goals": 60})
    first = case.opinions[0].model_validate({"name": "A", "findings": {"stage": "II"}})
    told = case.model_copy(update={"opinions": (first, case.opinions[1])})
    asked = {(item.opinion, item.layer) for item in questions(score(told)).items if item.kind == "layer"}
    assert ("A", "stage") not in asked
    assert ("B", "stage") in asked


def test_a_question_about_the_other_doctor_is_put_as_soon_as_there_are_two():
    alone, both = (
        {item.question for item in questions(score(case_of(*[{}] * count))).items if item.kind == "standard"}
        for count in (1, 2)
    )
    assert both - alone == {"Why does your plan differ from the other one?", "Would you talk with the other doctor?"}
    assert alone < both


@settings(max_examples=30)
@given(weighted_cases)
def test_worth_and_could_change_agree_with_drawing_the_one_answer(drawn):
    case, given_points = drawn
    scores = score(case, points(given_points))
    rng = np.random.default_rng(0)
    for item in answers(scores)[:4]:
        totals = {name: total.mean for name, total in scores.totals.items()}
        pairs = zip(
            case.answers(case.opinion(item.opinion), case.criterion(item.criterion)),
            case.worth[item.opinion][item.criterion],
            strict=True,
        )
        share, value = next(w for (a, _), w in pairs if (a.key if a else None) == item.attribute)
        counts = scores.weights[item.criterion] * share
        parts, lows, highs = map(np.array, zip(*value.pieces, strict=True))
        which = rng.choice(len(parts), size=20_000, p=parts / parts.sum())
        drawn_values = lows[which] + (highs - lows)[which] * rng.random(20_000)
        own = totals[item.opinion] + counts * (drawn_values - value.interval.mean)
        rival = max((total for name, total in totals.items() if name != item.opinion), default=-np.inf)
        knowing = np.maximum(own, rival).mean() - max(rival, totals[item.opinion])
        assert item.worth == pytest.approx(knowing, abs=1.5)
        if item.worth > 0:
            assert item.could_change_first


@given(weighted_cases)
def test_the_order_of_opinions_and_criteria_changes_nothing(drawn):
    case, given_points = drawn
    turned = case.model_copy(update={"opinions": case.opinions[::-1], "criteria": case.criteria[::-1]})
    there, back = (
        {
            (i.opinion, i.criterion, i.attribute): (round(i.worth, 9), i.could_change_first)
            for i in answers(score(c, points(given_points)))
        }
        for c in (case, turned)
    )
    assert there == back


@given(cases(least=2))
def test_the_order_of_a_file_never_orders_the_questions(case):
    turned = case.model_copy(update={"opinions": case.opinions[::-1], "criteria": case.criteria[::-1]})
    there, back = (
        [
            (row["opinion"], row["criterion"], row["attribute"], row["question"])
            for row in questions(score(each)).plain()
        ]
        for each in (case, turned)
    )
    assert there == back
