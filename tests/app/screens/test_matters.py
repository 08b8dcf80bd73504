import pytest
from on_screen import blocks_of, enter, field_at, fields_of, new_case, press, state_of

from compare.app.acts import act
from compare.app.blocks import Card, Field, Group, Order, Points, Table, Text
from compare.case import Case, built_in_criteria
from compare.words import mattering, moved_ends, patient

OWN = [
    {"key": "survival", "attributes": [{"key": "alive", "value": {"linear": {"worst": 45, "best": 65}}}]},
    {"key": "mood", "attributes": [{"key": "mood", "value": {"levels": {"poor": 0, "good": 100}}}]},
    {"key": "dose", "attributes": [{"key": "dose", "value": {"curve": [[0, 0], [5, 100], [9, 20]]}, "unit": "mg"}]},
    {"key": "trust", "label": "Trust"},
    {"key": "way", "worst": "far away", "best": "next door"},
]
KEYS = ("rationale", "experience", "goals", "side_effects", "practicality")
SWING = dict(zip(KEYS, (60, 20, 100, 80, 40), strict=True))


def people(*weights):
    """Return a state with a person for each of some weights (None: nothing said yet)."""
    names = ("Rosa", "Ben", "Ida")
    given = [{"name": name, **({"weights": each} if each else {})} for name, each in zip(names, weights, strict=False)]
    return state_of(new_case(people=given), "matters")


def weights_of(state, place=0):
    """Return the weights of a person as they stand in a file, None where nothing was said."""
    stated = state.case.people[place].weights
    return None if stated is None else stated.model_dump(exclude_none=True)


def way(state, typed, place=0):
    """Choose in which way a person says it."""
    enter(state, "people", place, "weights", typed=typed)


def order_of(state):
    """Return the list that is put in order."""
    return next(block for block in blocks_of(state) if isinstance(block, Order))


def test_an_empty_screen_invites_the_first_person():
    state = state_of(new_case(), "matters")
    press(state, "Add a person")
    assert field_at(state, "people", 0, "name").value == "Person 1"


def test_the_first_feeling_is_asked_before_the_weights_and_the_later_one_after_them():
    places = [tuple(field.place)[2:] for field in fields_of(people({"swing": SWING}))]
    first, later = places.index(("gut_first", "opinion")), places.index(("gut_later", "opinion"))
    assert first < places.index(("weights",)) < places.index(("weights", "swing", "goals")) < later


def test_a_later_feeling_is_not_asked_before_anything_was_said():
    places = [tuple(field.place)[2:] for field in fields_of(people(None))]
    assert ("gut_first", "opinion") in places
    assert ("gut_later", "opinion") not in places


def test_nothing_is_put_down_for_anybody_by_choosing_a_way():
    for chosen in ("points", "swing", "ranking"):
        state = people(None)
        way(state, chosen)
        assert weights_of(state) is None
        assert field_at(state, "people", 0, "weights").value == chosen
        assert state.before == ()


def test_the_first_slider_that_moves_puts_all_of_them_down():
    state = people(None, None)
    way(state, "swing")
    assert field_at(state, "people", 0, "weights", "swing", "goals").value == "50"
    enter(state, "people", 0, "weights", "swing", "goals", typed="100")
    assert weights_of(state) == {"swing": {**dict.fromkeys(KEYS, 50), "goals": 100}}
    assert weights_of(state, 1) is None


def test_a_slider_says_what_its_part_counts_for_and_shows_both_ends():
    state = people({"swing": SWING})
    goals = field_at(state, "people", 0, "weights", "swing", "goals")
    assert (goals.value, goals.remark) == ("100", "counts for 33 of 100")
    criterion = state.case.criterion("goals")
    assert all(end in goals.help for end in criterion.anchors)
    enter(state, "people", 0, "weights", "swing", "goals", typed="0")
    assert field_at(state, "people", 0, "weights", "swing", "goals").remark == "counts for 0 of 100"


def test_sliders_that_all_stand_at_0_are_refused_at_the_one_that_moved():
    state = people({"points": {**dict.fromkeys(KEYS, 0), "goals": 10}})
    enter(state, "people", 0, "weights", "points", "goals", typed="0")
    moved = field_at(state, "people", 0, "weights", "points", "goals")
    assert "No criterion counts" in moved.fault
    assert (moved.value, weights_of(state)["points"]["goals"]) == ("0", 10)


def test_an_order_is_moved_step_by_step():
    state = people(None)
    way(state, "ranking")
    shown = order_of(state)
    assert [key for key, *_ in shown.items] == list(KEYS)
    act(state, shown.act, [*shown.given, ["goals", *(key for key in KEYS if key != "goals")]])
    assert weights_of(state)["ranking"][0] == "goals"
    assert order_of(state).items[0][3] == "counts for 46 of 100"


def test_an_order_can_be_kept_as_it_stands():
    state = people(None)
    way(state, "ranking")
    press(state, "Keep this order")
    assert weights_of(state) == {"ranking": KEYS}


@pytest.mark.parametrize(
    ("before", "chosen", "after"),
    [
        ({"swing": SWING}, "points", {"points": SWING}),
        ({"points": {k: v / 2 for k, v in SWING.items()}}, "swing", {"swing": SWING}),
        ({"swing": SWING}, "ranking", {"ranking": ("goals", "side_effects", "rationale", "practicality", "experience")}),
        ({"swing": SWING}, "equal", {"equal": True}),
        ({"equal": True}, "points", {"points": dict.fromkeys(KEYS, 100)}),
        ({"swing_ranges": {k: [v - 10, v] for k, v in SWING.items()}}, "ranking", {"ranking": ("goals", "side_effects", "rationale", "practicality", "experience")}),
        ({"swing": SWING}, "", None),
    ],
)  # fmt: skip
def test_another_way_keeps_what_it_can_hold(before, chosen, after):
    state = people(before, {"ranking": KEYS})
    way(state, chosen)
    assert weights_of(state) == after
    assert weights_of(state, 1) == {"ranking": KEYS}
    act(state, "undo", [])
    assert weights_of(state).keys() == before.keys()


def test_ranges_and_pairs_can_be_changed_where_a_file_holds_them():
    state = people({"swing_ranges": {key: [20, 80] for key in KEYS}})
    enter(state, "people", 0, "weights", "swing_ranges", "goals", typed="90 to 100")
    assert weights_of(state)["swing_ranges"]["goals"] == (90, 100)
    enter(state, "people", 0, "weights", "swing_ranges", "goals", typed="100 to 90")
    assert field_at(state, "people", 0, "weights", "swing_ranges", "goals").fault
    assert any("counts for" in text for block in blocks_of(state) if isinstance(block, Points) for text in block.texts)


def test_a_pair_is_asked_in_words():
    state = state_of("lung-stage-3", "matters")
    pair = field_at(state, "people", 1, "weights", "pairwise", "goals over rationale")
    assert (pair.label, pair.value) == ("Our goals over Medical reasons", "2")
    assert "pairwise" in [value for value, _ in field_at(state, "people", 1, "weights").options]
    assert "pairwise" not in [value for value, _ in field_at(state, "people", 0, "weights").options]


def test_how_sure_people_feel_is_folded_four_questions_long_and_optional():
    state = people({"equal": True})
    folded = [b for b in blocks_of(state) if isinstance(b, Group) and b.folded]
    assert [len([f for row in g.blocks[1:] for f in row.blocks]) for g in folded] == [4, 4]
    enter(state, "people", 0, "before", "sure", typed="0")
    assert state.case.people[0].before.sure == 0
    enter(state, "people", 0, "before", "sure", typed="")
    assert state.case.people[0].before is None


def test_a_feeling_can_be_named_and_taken_back_to_nothing():
    state = people(None)
    enter(state, "people", 0, "gut_first", "opinion", typed="B")
    assert state.case.people[0].gut_first.opinion == "B"
    enter(state, "people", 0, "gut_first", "opinion", typed="")
    assert state.case.people[0].gut_first is None


def test_a_role_that_is_nearly_patient_is_refused_at_its_field():
    state = people(None)
    enter(state, "people", 0, "role", typed="pacient")
    role = field_at(state, "people", 0, "role")
    assert role.value == "pacient"
    assert role.fault.startswith("This role is nearly `patient`")


def test_the_chosen_way_belongs_to_its_person():
    state = people(None, None)
    way(state, "swing", 0)
    act(state, "remove_person", [0])
    assert field_at(state, "people", 0, "weights").value == ""


def test_a_case_of_one_own_criterion_works_in_every_way():
    case = Case(opinions=[{"name": "A"}], criteria=[{"key": "k", "label": "<b>"}], people=[{"name": "Rosa"}])
    for chosen in ("points", "swing", "ranking", "equal", ""):
        state = state_of(case, "matters")
        way(state, chosen)
        assert [block.title for block in blocks_of(state) if isinstance(block, Card)] == [patient.WANTS, "Rosa"]
        assert all(field.label for field in blocks_of(state) if isinstance(field, Field))


def test_a_step_at_100_is_asked_for_as_long_as_there_is_none():
    state = people({"swing": {**SWING, "goals": 90}})
    assert mattering.NONE_AT_100 in [block.text for block in blocks_of(state) if isinstance(block, Text)]
    enter(state, "people", 0, "weights", "swing", "goals", typed="100")
    assert mattering.NONE_AT_100 not in [block.text for block in blocks_of(state) if isinstance(block, Text)]


def test_what_the_patient_wants_is_asked_before_anybody_weighs():
    state = state_of(new_case(), "matters")
    enter(state, "patient", "goals", typed="stay at home\nlive long")
    enter(state, "patient", "approach", typed="4")
    assert state.case.patient.goals == ("stay at home", "live long")
    assert state.case.patient.approach == 4
    assert field_at(state, "patient", "approach").value == "4"
    for name in ("goals", "approach"):
        enter(state, "patient", name, typed="")
    assert state.case.patient is None


def asked_in(state):
    """Return everything that people are asked to weigh by on the screen."""
    for block in blocks_of(state):
        if isinstance(block, Field) and block.place[2:3] == ("weights",):
            yield block.help
        if isinstance(block, Order):
            yield from (help_text for _, _, help_text, _ in block.items)
        if isinstance(block, Table):
            yield from (" ".join(row) for row in block.rows)


@pytest.mark.parametrize("criteria", [None, OWN], ids=["built in", "own"])
@pytest.mark.parametrize("chosen", ["points", "swing", "ranking", "swing_ranges", "pairwise"])
def test_every_way_to_weigh_names_both_ends_of_every_part(chosen, criteria):
    case = new_case(**({"criteria": criteria} if criteria else {}))
    pairs = {f"{one} over {other}": 1 for at, one in enumerate(case.keys) for other in case.keys[at + 1 :]}
    held = {"swing_ranges": {"swing_ranges": {key: [20, 80] for key in case.keys}}, "pairwise": {"pairwise": pairs}}
    people = [{"name": "Rosa", "weights": held.get(chosen, {"equal": True})}]
    state = state_of(new_case(criteria=case.criteria, people=people), "matters")
    if chosen not in held:
        way(state, chosen)
    asked = list(asked_in(state))
    for criterion in case.criteria:
        assert any(all(end in text for end in criterion.anchors) for text in asked), criterion.key


def test_own_scales_are_asked_by_their_own_ends():
    ends = {criterion.key: criterion.anchors for criterion in new_case(criteria=OWN).criteria}
    assert ends == {
        "survival": ("45", "65"),
        "mood": ("poor", "good"),
        "dose": ("0 mg", "5 mg"),
        "trust": ("0", "100"),
        "way": ("far away", "next door"),
    }


WAYS = (
    {"points": SWING},
    {"swing": SWING},
    {"ranking": list(KEYS)},
    {"swing_ranges": {key: [value / 2, value] for key, value in SWING.items()}},
    {"pairwise": {f"{one} over {other}": 1 for at, one in enumerate(KEYS) for other in KEYS[at + 1 :]}},
)
OTHER_ENDS = {"goals": {"worst": "nothing", "best": "all of it"}}


def outdated(weights):
    """Return a state in which Rosa gave weights when a scale had other ends."""
    return state_of(new_case(people=[{"name": "Rosa", "weights": weights, "anchors": OTHER_ENDS}]), "matters")


def warnings(state):
    return [block.text for block in blocks_of(state) if isinstance(block, Text) and block.tone == "warn"]


def counts(state):
    """Tell whether what Rosa said counts."""
    return state.case.weights_by(state.case.people[0]) is not None


@pytest.mark.parametrize("weights", WAYS, ids=lambda weights: next(iter(weights)))
def test_weights_for_other_ends_are_asked_again_and_can_all_be_kept(weights):
    state = outdated(weights)
    before = weights_of(state)
    (told,) = warnings(state)
    assert "The top end of Our goals was “all of it” and is “It serves all our goals" in told
    assert not counts(state)
    assert not any("counts for" in getattr(block, "remark", "") for block in blocks_of(state))
    press(state, moved_ends.KEEP)
    assert (weights_of(state), counts(state), warnings(state)) == (before, True, [])
    act(state, "undo", [])
    assert (weights_of(state), counts(state)) == (before, False)
    act(state, "redo", [])
    assert counts(state)


def test_the_old_points_are_the_start_and_one_that_moves_says_all_of_them_again():
    state = outdated({"swing": SWING})
    assert [field_at(state, "people", 0, "weights", "swing", key).value for key in SWING] == [
        "60",
        "20",
        "100",
        "80",
        "40",
    ]
    assert set(state.points.values()) == {50}
    enter(state, "people", 0, "weights", "swing", "goals", typed="90")
    assert weights_of(state) == {"swing": {**SWING, "goals": 90}}
    assert counts(state)
    assert state.points == {**SWING, "goals": 90}
    assert field_at(state, "people", 0, "weights", "swing", "goals").remark == "counts for 31 of 100"


@pytest.mark.parametrize("weights", WAYS, ids=lambda weights: next(iter(weights)))
@pytest.mark.parametrize("chosen", ["points", "swing", "ranking"])
def test_choosing_another_way_is_not_saying_it_again(weights, chosen):
    state = outdated(weights)
    before = state.case
    way(state, chosen)
    assert (state.case, state.before) == (before, ())
    assert field_at(state, "people", 0, "weights").value == chosen
    press(state, moved_ends.KEEP)
    assert (state.case.people[0].weights.how, counts(state)) == (chosen, True)


def test_the_old_order_is_the_start_of_a_new_one():
    state = outdated({"ranking": list(KEYS[::-1])})
    shown = order_of(state)
    assert [key for key, *_ in shown.items] == list(KEYS[::-1])
    act(state, shown.act, [*shown.given, list(KEYS)])
    assert (weights_of(state), counts(state)) == ({"ranking": KEYS}, True)


def test_a_range_that_is_typed_says_all_of_them_again():
    state = outdated(WAYS[3])
    enter(state, "people", 0, "weights", "swing_ranges", "goals", typed="90 to 100")
    assert counts(state)


@pytest.mark.parametrize("chosen", ["equal", ""])
def test_ways_that_weigh_no_step_keep_no_ends(chosen):
    state = outdated({"swing": SWING})
    way(state, chosen)
    assert (state.case.people[0].anchors, warnings(state)) == ({}, [])


def test_the_app_keeps_the_ends_beside_what_is_said():
    state = people(None)
    way(state, "swing")
    enter(state, "people", 0, "weights", "swing", "goals", typed="100")
    kept = state.case.people[0].anchors
    assert {key: (ends.worst, ends.best) for key, ends in kept.items()} == {
        criterion.key: criterion.anchors for criterion in built_in_criteria()
    }
    enter(state, "people", 0, "role", typed="son")
    assert state.case.people[0].anchors == kept
