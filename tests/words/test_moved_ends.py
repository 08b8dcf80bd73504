"""Wherever weights are told, it is said plainly that they were given for other ends of a scale, and none of it uses them."""

import pytest

import compare
from compare.case import Case
from compare.charts.parts import message
from compare.errors import CompareError
from compare.reports.live import view_of
from compare.reports.parts import Chapter, Paragraphs, Picture
from compare.words import labels, moved_ends, together

FOR_OTHERS = "Rosa said what matters when a scale had other ends."
WHAT = "Alive was “45 to 65” and is “40 to 65” now."
CRITERIA = [
    {
        "key": "alive",
        "label": "Alive",
        "attributes": [{"key": "alive", "value": {"linear": {"worst": 40, "best": 65}}}],
    },
    {"key": "home", "label": "Time at home"},
    {"key": "cost", "label": "Cost"},
]
OPINIONS = [
    {"name": "A", "ratings": {"alive": {"alive": 60}, "home": [20, 40], "cost": 50}},
    {"name": "B", "ratings": {"alive": {"alive": 50}, "home": 90, "cost": 50}},
]
ROSA = {
    "name": "Rosa",
    "role": "patient",
    "weights": {"swing": {"alive": 100, "home": 10, "cost": 5}},
    "anchors": {"alive": {"worst": 45, "best": 65, "scales": {"alive": "45 to 65"}}},
}
BEN = {"name": "Ben", "role": "son", "weights": {"points": {"alive": 10, "home": 80, "cost": 10}}}


@pytest.fixture
def case():
    return Case(question="Which?", criteria=CRITERIA, opinions=OPINIONS, people=[ROSA, BEN])


@pytest.fixture
def scores(case):
    return compare.score(case)


def test_the_explanation_says_it_first_and_orders_nothing(scores):
    told = compare.explain(scores)
    assert told[:2] == [moved_ends.does_not_count("Rosa"), WHAT]
    assert not any("fits most closely" in text for text in told)
    assert any("With every part counting the same" in text for text in told)
    assert compare.explain(compare.score(scores.case, person="Ben"))[0].startswith("By what Ben said matters")


def test_the_line_above_every_table_says_it(case, scores):
    heads = [scores.heading(), compare.how_often(case, "weights").heading()]
    assert heads == [f"{FOR_OTHERS} Until Rosa says it again, every part counts the same here."] * 2


def test_looks_say_it_instead_of_that_nothing_was_said(case, scores):
    looks = [compare.what_if(scores), compare.trade_off(scores), compare.how_often(case, "weights", draws=100)]
    for look in looks:
        assert look.sentences()[0].startswith(f"{FOR_OTHERS} With every part counting the same")
    even = case.model_copy(update={"opinions": (case.opinions[1], case.opinions[1].model_copy(update={"name": "C"}))})
    assert (
        compare.what_if(compare.score(even))
        .sentences()[0]
        .startswith(f"{FOR_OTHERS} With every part counting the same")
    )


@pytest.mark.parametrize(("knowing", "found"), [("order", "weights for other ends"), ("ranges", FOR_OTHERS)])
def test_neither_an_order_nor_ranges_are_taken_from_them(case, knowing, found):
    with pytest.raises(CompareError) as caught:
        compare.how_often(case, knowing)
    assert caught.value.found.startswith(found)


def test_the_family_sees_who_has_to_say_it_again(case):
    view = compare.family(case)
    assert list(view.own) == ["Ben"]
    assert f"{moved_ends.does_not_count('Rosa')} {WHAT}" in view.sentences()
    assert together.not_said_yet("Rosa") not in view.sentences()
    assert view.shown()[1][-1] == together.SAYS_AGAIN
    assert view.plain()["people"][0]["weights"] is None


def test_sliders_start_in_the_middle_and_say_why(case):
    rosa = view_of(case)["people"][0]
    assert (set(rosa["points"].values()), rosa["how"]) == ({50}, "points")
    assert rosa["note"] == f"{FOR_OTHERS} So everything starts in the middle."


def test_every_paper_says_it(case, scores):
    told = {kind: compare.report(scores, kind=kind).parts for kind in ("family", "analyst", "visit")}
    chapters = [part.points for part in told["analyst"] if isinstance(part, Chapter)]
    assert any(f"{FOR_OTHERS} It does" in text and WHAT in text for points in chapters for text in points)
    assert any(FOR_OTHERS in point for part in told["family"] if isinstance(part, Picture) for point in part.points)
    assert any(FOR_OTHERS in (part.lead or "") for part in told["visit"])
    alone = compare.score(case.model_copy(update={"people": case.people[:1]}))
    texts = [text for part in compare.report(alone).parts if isinstance(part, Paragraphs) for text in part.texts]
    assert f"{moved_ends.does_not_count('Rosa')} {WHAT}" in texts


def test_a_picture_says_why_it_claims_no_order(scores):
    assert message(scores) == [moved_ends.does_not_count("Rosa"), WHAT]


def test_the_plain_numbers_keep_their_form(scores):
    assert scores.weights.plain().keys() == compare.score(scores.case, person="Ben").weights.plain().keys()
    assert scores.weights.plain()["how"] == "equal"
    assert labels.NO_WEIGHTS not in scores.heading()
