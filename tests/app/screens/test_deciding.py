import pytest

from compare.app.acts import act, set_field
from compare.app.screens.deciding import blocks
from compare.app.state import State
from compare.case import Case
from compare.words import screens
from compare.words import seeing as told

CASE = Case(
    people=[{"name": "Rosa"}],
    opinions=[
        {"name": "A", "kind": "first", "plan": {"modalities": ["surgery", "chemotherapy"]}},
        {"name": "B", "plan": {"modalities": ["radiation"]}},
        {"name": "C"},
    ],
)


@pytest.fixture
def state():
    return State(CASE)


def flat(state):
    return [inner for block in blocks(state) for inner in (getattr(block, "blocks", None) or [block])]


def enter(state, name):
    return next((block for block in flat(state) if block.kind == "enter" and block.act == name), None)


def made(state):
    return (state.case.decision.outcome, state.case.decision.opinion) if state.case.decision else None


@pytest.mark.parametrize("outcome", [key for key in screens.OUTCOMES if key not in {"", "switch", "combine"}])
def test_an_outcome_that_needs_no_choice_is_taken_over_at_once(state, outcome):
    act(state, "outcome", [outcome])
    assert made(state) == (outcome, "A" if outcome == "stay" else None)


def test_a_change_waits_for_the_plan_and_offers_only_those_that_fit(state):
    act(state, "outcome", ["switch"])
    assert made(state) is None
    assert [value for value, _ in enter(state, "plan").options] == ["", "B", "C"]
    act(state, "plan", ["C"])
    assert made(state) == ("switch", "C")
    assert enter(state, "plan").value == "C"


def test_where_only_one_plan_fits_it_is_taken():
    state = State(Case(opinions=[{"name": "A", "kind": "first"}, {"name": "B"}]))
    act(state, "outcome", ["switch"])
    assert made(state) == ("switch", "B")


def test_a_plan_that_does_not_fit_is_refused_with_the_reason(state):
    act(state, "outcome", ["switch"])
    act(state, "plan", ["A"])
    assert made(state) is None
    assert "do not fit" in state.message


def test_what_was_written_stays_when_the_outcome_changes(state):
    act(state, "outcome", ["stay"])
    set_field(state, ("decision", "statement"), "long", "We can live with it.")
    set_field(state, ("decision", "confidence"), "answer", "7")
    act(state, "outcome", ["take time"])
    act(state, "outcome", [""])
    assert made(state) == (None, None)
    assert (state.case.decision.statement, state.case.decision.confidence) == ("We can live with it.", 7)


def test_a_decision_with_nothing_in_it_goes(state):
    act(state, "outcome", ["stay"])
    act(state, "outcome", [""])
    assert state.case == CASE


def test_more_than_10_of_10_is_refused_at_the_field(state):
    set_field(state, ("decision", "confidence"), "answer", "11")
    field = next(block for block in flat(state) for block in getattr(block, "blocks", [block]) if block.kind == "field" and block.place[-1] == "confidence")  # fmt: skip
    assert (field.value, made(state)) == ("11", None)
    assert field.fault


def test_a_mixed_plan_is_put_together_and_marked(state):
    act(state, "outcome", ["combine"])
    assert told.NO_MIXED_PLAN in [getattr(block, "text", "") for block in flat(state)]
    for part in (("A", "chemotherapy"), ("B", "radiation"), ("A", "surgery")):
        act(state, "mix", [*part, "yes"])
    act(state, "mix", ["A", "surgery", "no"])
    act(state, "choose", ["name of the mixed plan", "Both"])
    act(state, "put_together", [])
    mixed = state.case.opinion("Both").plan
    assert (mixed.built_from, mixed.needs_doctor_to_confirm) == (("chemotherapy from A", "radiation from B"), True)
    act(state, "outcome", ["combine"])
    assert made(state) == ("combine", "Both")
    assert told.MADE_UP_OF_TWO.format(name="Both") in [getattr(block, "text", "") for block in flat(state)]


def test_a_name_that_is_taken_is_said_and_nothing_is_lost(state):
    for part in (("A", "surgery"), ("B", "radiation")):
        act(state, "mix", [*part, "yes"])
    act(state, "choose", ["name of the mixed plan", "C"])
    act(state, "put_together", [])
    assert "of this name already" in state.message
    assert (state.case, len(state.parts)) == (CASE, 2)


def test_parts_of_one_plan_alone_cannot_be_added(state):
    act(state, "mix", ["A", "surgery", "yes"])
    assert next(block for block in flat(state) if block.kind == "act" and block.act == "put_together").off


def test_without_plans_there_is_nothing_to_put_together():
    state = State(Case(opinions=[{"name": "A"}, {"name": "B"}]))
    assert told.MIX_NEEDS in [getattr(block, "text", "") for block in flat(state)]


def test_everybody_is_asked_how_it_feels_now(state):
    field = next(block for block in flat(state) if block.kind == "field" and "gut_later" in block.place)
    set_field(state, field.place, "choice", "B")
    assert state.case.people[0].gut_later.opinion == "B"


def test_what_comes_next_is_kept_through_another_outcome(state):
    for place, form, typed in (
        (("decision", "care_transfer"), "choice", "shared"),
        (("decision", "next_dates"), "pairs", "First visit: 2026-05-04"),
        (("decision", "open_points"), "lines", "Who calls whom?"),
        (("decision", "date"), "day", "2026-04-30"),
    ):
        set_field(state, place, form, typed)
    act(state, "outcome", ["take time"])
    made = state.case.decision
    assert (made.outcome, made.care_transfer, made.open_points) == ("take time", "shared", ("Who calls whom?",))
    assert (dict(made.next_dates), made.date.isoformat()) == ({"First visit": "2026-05-04"}, "2026-04-30")
