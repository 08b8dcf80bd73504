"""The first look without names (R15, R16)."""

import json
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.app.blinding import Blind
from compare.app.seeing import begin_look, rate, reveal
from compare.app.shell import App
from compare.app.state import State
from compare.case import Case
from compare.samples import sample, sample_names

NAMES = ("Surgery at Riverside", "Radiation", "Watch")
CASE = Case(
    question="Surgery at Riverside or Radiation?",
    people=[{"name": "Rosa"}, {"name": "Ben"}],
    criteria=[{"key": "goals"}, {"key": "cost"}, {"key": "trips"}],
    opinions=[
        {"name": NAMES[0], "doctor": {"name": "Dr. Ana Lee", "centre": "Riverside Clinic"}, "pros": ["Lee did 90 of these surgeries"]},
        {"name": NAMES[1], "plan": {"delivery_site": "Lakeside", "modalities": ["radiation"]}, "cons": ["Far: LAKESIDE, radiation daily"]},
        {"name": NAMES[2], "asked": {"Why?": "Lakeside"}, "ratings": {"goals": {"answer": 70, "words": "said Dr. Lee", "said_by": "Lee"}}},
    ],
)  # fmt: skip


def page_of(case, seed=1):
    app = App(case)
    app.state.screen = "side_by_side"
    app._told(app, {"kind": "act", "act": "blind", "given": [0]}, [])
    app.state.seed = seed
    app._show()
    return json.dumps(app.page, ensure_ascii=False)


@pytest.mark.parametrize(
    "word",
    ["Surgery", "surgeries", "Riverside", "Radiation", "radiation", "Lakeside", "LAKESIDE", "Lee", "Ana", "Watch"],
)
def test_no_name_or_place_stands_on_the_page(word):
    assert word in json.dumps(App(CASE).case.model_dump(mode="json"), ensure_ascii=False)
    assert word not in page_of(CASE)


@pytest.mark.parametrize("name", sample_names())
def test_no_name_centre_or_doctor_of_a_sample_stands_on_the_page(name):
    case = sample(name).model_copy(update={"people": sample(name).people or CASE.people})
    page = page_of(case).casefold()
    for opinion in case.opinions:
        doctor, plan = opinion.doctor, opinion.plan
        telling = [
            opinion.name,
            doctor and doctor.name,
            doctor and doctor.centre,
            plan and plan.delivery_site,
            plan and plan.name,
        ]
        assert [text for text in telling if text and text.casefold() in page] == []


@given(
    st.lists(
        st.text("abcdefghijklmnop ", min_size=4, max_size=12).filter(str.strip),
        min_size=2,
        max_size=4,
        unique_by=str.strip,
    )
)
def test_a_name_in_any_text_is_left_out(names):
    case = Case(
        opinions=[
            {"name": f"zz{name}zz".replace(" ", "qq"), "cons": [f"as zz{name}zz said".replace(" ", "qq")]}
            for name in names
        ]
    )
    masked = Blind(case, 1).masked
    assert not [
        o for o in case.opinions if o.name in masked(f"({o.name}) {o.name.upper()}!") or o.name in masked(o.cons[0])
    ]


def test_common_words_of_a_name_stay():
    case = Case(opinions=[{"name": "The new treatment"}, {"name": "B"}])
    assert Blind(case, 1).masked("A new day of treatment") == "A new day of treatment"


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["X", "Y"], ["Opinion A", "Opinion B"]),
        (["A", "Y"], ["Opinion Z", "Opinion Y"]),
        (["a", "z"], ["Opinion 1", "Opinion 2"]),
    ],
)
def test_nobody_is_called_as_another_one_is(names, letters):
    case = Case(opinions=[{"name": name} for name in names])
    found = list(Blind(case, 1).letters)
    assert found == letters or not {name.casefold() for name in names} & {sign.split()[1].casefold() for sign in found}


def test_the_order_is_that_of_its_number():
    assert len({Blind(CASE, seed).order for seed in range(50)}) == 6
    assert Blind(CASE, 7) == Blind(CASE, 7)
    assert Blind(CASE, 7).order == Blind(CASE, 7).order


@pytest.mark.parametrize("what", ["order", "criteria"])
def test_every_order_is_as_likely_as_any_other(what):
    drawn = Counter(getattr(Blind(CASE, seed), what) for seed in range(1200))
    assert set(drawn) == set(permutations(range(3)))
    assert all(abs(count - 200) < 3 * (1200 * (1 / 6) * (5 / 6)) ** 0.5 for count in drawn.values())


def test_for_and_against_take_turns():
    first = sum(Blind(CASE, seed).against_first for seed in range(400))
    assert abs(first - 200) < 3 * 10


def test_a_rating_goes_to_the_opinion_behind_the_letter():
    state = State(CASE)
    begin_look(state, 1)
    for place in range(3):
        rate(state, place, 2, str(10 * place))
    look = Blind(CASE, state.seed)
    expected = {look.name(place): {"trips": 10.0 * place} for place in range(3)}
    assert state.case.people[1].first_look == expected
    assert state.case.people[0].first_look == {}


def test_a_rating_without_somebody_who_looks_is_passed_over():
    state = State(CASE)
    rate(state, 0, 0, "50")
    assert state.case is CASE


def test_after_it_the_names_and_both_numbers_are_shown():
    state = State(CASE)
    begin_look(state, 0)
    place = Blind(CASE, state.seed).order.index(2)
    rate(state, place, 0, "40")
    reveal(state)
    app = App(state.case)
    app._told(app, {"kind": "act", "act": "go", "given": ["side_by_side"]}, [])
    page = json.dumps(app.page, ensure_ascii=False)
    assert all(text in page for text in (*NAMES, "first look: 40", "the answers come to 70", "1 part of 9 looked at"))


def test_what_an_answer_is_worth_is_not_shown_before_people_have_said_it():
    state = State(CASE)
    begin_look(state, 0)
    app = App(CASE)
    app.state.screen, app.state.blind = "side_by_side", "Rosa"
    cells = [
        cell
        for block in app._page()["blocks"]
        if block["kind"] == "card"
        for row in block["blocks"][0]["rows"]
        for cell in row[1:]
    ]
    assert {(cell["number"], cell["remark"]) for cell in cells} == {("", "")}


def test_each_look_has_an_order_of_its_own():
    state, seeds = State(CASE), set()
    for _ in range(20):
        begin_look(state, 0)
        seeds.add(state.seed)
    assert len(seeds) > 10
    assert f"number {state.seed}" in page_of(CASE, state.seed)
