import pytest
from on_screen import LONG, blocks_of, enter, field_at, fields_of, group_at, new_case, press, state_of

from compare.app.acts import act
from compare.app.blocks import Group, Pick, Ticks
from compare.app.screens import SCREENS
from compare.app.screens.doctors import FOUND_ON
from compare.case import Case, Findings, built_in_layers, standard_questions
from compare.samples import sample, sample_names
from compare.words import choices, entering

OWN = [
    {"key": "whole", "label": "As a whole"},
    {"key": "mood", "attributes": [{"key": "mood", "value": {"levels": {"poor": 0, "fair": 60, "good": 100}}}]},
    {"key": "sugar", "attributes": [{"key": "sugar", "value": {"curve": [[-0.7, 100], [-0.3, 50], [0.4, 0]]}}]},
]


def places_of(state):
    """Return where the fields of a screen stand, within the first opinion."""
    return {tuple(field.place)[2:] for field in fields_of(state) if field.place[0] == "opinions"}


def test_one_opinion_is_shown_and_the_others_can_be_chosen():
    state = state_of("prostate")
    pick = next(block for block in blocks_of(state) if isinstance(block, Pick))
    assert [name for name, _ in pick.items] == list(state.case.names)
    assert pick.at == 0
    act(state, pick.act, [2])
    assert {field.place[1] for field in fields_of(state) if field.place[0] == "opinions"} == {2}


@pytest.mark.parametrize("name", sample_names())
def test_every_answer_of_the_criteria_has_a_field(name):
    state = state_of(name)
    for criterion in state.case.criteria:
        for attribute, _ in state.case.answers(state.case.opinions[0], criterion):
            keys = (criterion.key, attribute.key) if attribute else (criterion.key,)
            assert ("ratings", *keys, "answer") in places_of(state)
            assert {"said_by", "when", "written", "words", "time", "group", "source"} <= {
                place[-1] for place in places_of(state) if place[: len(keys) + 1] == ("ratings", *keys)
            }


def test_every_layer_and_every_finding_has_a_field():
    keys = {place[1] for place in places_of(state_of(new_case())) if place[0] == "findings"}
    assert keys == set(Findings.model_fields)
    assert {key for keys in FOUND_ON.values() for key in keys} == set(Findings.model_fields)
    assert set(FOUND_ON) <= {layer.key for layer in built_in_layers()}


def test_what_is_added_to_a_list_gets_a_name_of_its_own_and_can_be_removed():
    state = state_of(new_case())
    for kind, number in (("trials", 2), ("outcomes", 1), ("side_effects", 1)):
        for _ in range(number):
            act(state, "add_item", [["opinions", 0, kind]])
    act(state, "add_item", [["opinions", 0, "doctor", "contacts"]])
    given = state.case.opinions[0]
    assert [trial.name for trial in given.trials] == ["Trial 1", "Trial 2"]
    assert [contact.name for contact in given.doctor.contacts] == ["Contact 1"]
    press(state, "Remove Trial 1")
    press(state, "Remove Contact 1")
    assert [trial.name for trial in state.case.opinions[0].trials] == ["Trial 2"]
    assert state.case.opinions[0].doctor is None


def test_dates_to_come_and_marks_are_typed_one_a_line():
    state = state_of(new_case())
    dates, marks = ("opinions", 0, "plan", "next_dates"), ("opinions", 0, "plan", "evidence_blocks")
    enter(state, *dates, typed="Next scan: 2026-04-01\nStart: 2026-05-02")
    enter(state, *marks, typed="Safety: 4")
    plan = state.case.opinions[0].plan
    assert {name: day.isoformat() for name, day in plan.next_dates.items()} == {
        "Next scan": "2026-04-01",
        "Start": "2026-05-02",
    }
    assert plan.evidence_blocks == {"Safety": 4}
    assert field_at(state, *marks).value == "Safety: 4"
    enter(state, *dates, typed="Next scan: soon")
    enter(state, *marks, typed="Safety: 9")
    assert "day" in field_at(state, *dates).fault
    assert field_at(state, *dates).value == "Next scan: soon"
    assert "5" in field_at(state, *marks).fault
    assert state.case.opinions[0].plan == plan


def test_a_mixed_plan_can_be_noted_as_confirmed():
    parts = {"built_from": ["A", "B"], "needs_doctor_to_confirm": True}
    state = state_of(Case(opinions=[{"name": "Mix", "kind": "hybrid", "plan": parts}]))
    place = ("opinions", 0, "plan", "needs_doctor_to_confirm")
    assert field_at(state, *place).value == "yes"
    enter(state, *place, typed="no")
    assert state.case.opinions[0].plan.needs_doctor_to_confirm is False


def chosen_by(state, screen, key):
    """Return the fields of a screen in which a word of a kind is chosen."""
    state.screen = screen
    return [field for field in fields_of(state) if key in field.place and field.form == "choice"]


@pytest.mark.parametrize("key", choices.CHOICES)
def test_every_word_that_can_be_chosen_is_one_that_a_file_may_hold(key):
    state = state_of(new_case())
    act(state, "add_item", [["opinions", 0, "outcomes"]])
    for kind in ("specialists", "costs"):
        act(state, "add_to", [kind, {}])
    screen, fields = next((screen, found) for screen in SCREENS if (found := chosen_by(state, screen, key)))
    state.screen = screen
    for field in fields:
        for word in choices.CHOICES[key]:
            enter(state, *field.place, typed=word)
            assert field_at(state, *field.place).value == word
            assert state.drafts == {}


def test_every_word_to_tick_is_one_that_a_file_may_hold():
    state = state_of(new_case())
    for word in choices.TREATMENTS:
        enter(state, "opinions", 0, "plan", "modalities", word, typed="yes")
    assert state.case.opinions[0].plan.modalities == tuple(choices.TREATMENTS)


def test_a_word_outside_the_list_is_offered_when_it_is_there():
    names = [
        word
        for word, _ in next(block for block in blocks_of(state_of("lung-stage-3")) if isinstance(block, Ticks)).options
    ]
    assert names == list(choices.TREATMENTS)


def test_a_criterion_of_ones_own_is_rated_as_a_whole_in_words_or_in_numbers():
    state = state_of(new_case(criteria=OWN))
    for keys, typed, answer in [
        (("whole",), "70", 70),
        (("mood", "mood"), "fair to good", ("fair", "good")),
        (("sugar", "sugar"), "-0.5", -0.5),
    ]:
        enter(state, "opinions", 0, "ratings", *keys, "answer", typed=typed)
        rating = state.case.opinions[0].ratings[keys[0]]
        assert (rating if len(keys) == 1 else rating[keys[1]]).answer == answer
    assert "“-0.33 to 0.033”" in field_at(state, "opinions", 0, "ratings", "sugar", "sugar", "answer").help


def test_a_criterion_with_questions_that_was_rated_as_a_whole_stays_so():
    state = state_of(Case(opinions=[{"name": "A", "ratings": {"goals": {"answer": 70, "words": "good"}}}]))
    enter(state, "opinions", 0, "ratings", "goals", "answer", typed="60 to 80")
    assert state.case.opinions[0].ratings["goals"].answer == (60, 80)
    assert state.case.opinions[0].ratings["goals"].words == "good"


def test_what_is_open_is_counted_for_each_opinion_and_each_group():
    state = state_of("prostate")
    pick = next(block for block in blocks_of(state) if isinstance(block, Pick))
    assert [remark for _, remark in pick.items] == ["19 of 20", "19 of 20", "17 of 20"]
    assert group_at(state, "Side effects").remark == "3 of 4 filled in"
    assert group_at(state, "Our goals").remark == "all 3 filled in"
    assert group_at(state_of(new_case()), "Our goals").remark == "nothing yet"


def test_the_count_follows_what_is_typed():
    state = state_of(new_case())
    enter(state, "opinions", 0, "doctor", "name", typed="Dr. Lee")
    enter(state, "opinions", 0, "pros", typed="near home\nno operation")
    assert group_at(state, "Who said it, when and how").remark == "1 of 13 filled in"
    assert group_at(state, "For and against").remark == "1 of 2 filled in"


def test_what_was_refused_is_not_counted_as_filled_in():
    state = state_of(new_case())
    enter(state, "opinions", 0, "plan", "earliest_start", typed="31.3.2026")
    assert group_at(state, "What they plan").remark == "nothing yet"
    assert "year-month-day" in field_at(state, "opinions", 0, "plan", "earliest_start").fault


def test_every_standard_question_stands_there_once_and_those_of_ones_own_after_them():
    asked = {"which guideline do you follow?": "The national one", "Is there parking?": ""}
    state = state_of(Case(opinions=[{"name": "A", "asked": asked}]))
    texts = [
        place[1] for place in (tuple(f.place)[2:] for f in fields_of(state)) if place[0] == "asked" and len(place) == 2
    ]
    assert len(texts) == len(standard_questions()) + 1
    assert texts[-1] == "Is there parking?"
    assert "which guideline do you follow?" in texts


def test_a_question_that_another_field_answers_says_so():
    state = state_of(new_case())
    place = ("opinions", 0, "asked", "Can we have this in writing?")
    assert field_at(state, *place).help == ""
    enter(state, "opinions", 0, "written", typed="yes")
    assert field_at(state, *place).help == entering.KNOWN_FROM_ABOVE


def test_only_a_later_opinion_is_compared_with_the_first():
    state = state_of(new_case())
    titles = [
        [b.title for b in blocks_of(state) if isinstance(b, Group)]
        for n in (0, 1)
        if not act(state, "show_opinion", [n])
    ]
    assert [entering.COMPARED in each for each in titles] == [False, True]


def test_a_long_name_is_whole_in_its_field_and_its_tab():
    state = state_of(Case(opinions=[{"name": LONG[:190] + str(n)} for n in range(5)]))
    assert field_at(state, "opinions", 0, "name").value == LONG[:190] + "0"
    assert len(next(block for block in blocks_of(state) if isinstance(block, Pick)).items) == 5


def test_each_group_that_can_be_folded_has_a_name_of_its_own():
    for name in sample_names():
        state = state_of(sample(name))
        folds = [block.name for block in blocks_of(state) if isinstance(block, Group) and block.folded]
        assert len(folds) == len(set(folds)) > 10


def test_a_chance_stands_beside_what_may_happen_in_whole_numbers():
    state = state_of("lung-stage-3")
    assert group_at(state, "Alive at 5 years").remark == "38 to 47 of 100 people"
