import pytest
from made_up import PERCENT, case_of, on_scale
from pydantic import ValidationError

from compare.case import Case, built_in_criteria
from compare.errors import CompareError


def test_a_case_needs_an_opinion_and_has_the_five_criteria():
    case = Case(opinions=[{"name": "A"}])
    assert case.criteria == built_in_criteria()
    with pytest.raises(CompareError):
        Case(opinions=[])


def test_a_case_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        Case(opinions=[{"name": "A"}]).question = "x"


def test_parts_are_found_by_name():
    case = on_scale(PERCENT, 1, 2)
    assert (case.names, case.keys) == (("A", "B"), ("k",))
    assert case.opinion("B").ratings["k"]["a"].answer == 2
    assert case.criterion("k").attributes[0].key == "a"


def test_a_criterion_rated_directly_and_one_by_attribute():
    case = case_of({"goals": 70, "side_effects": {"recovery": 13}})
    opinion = case.opinion("A")
    assert opinion.ratings["goals"].answer == 70
    assert [(a.key if a else None, r.known) for a, r in case.answers(opinion, case.criterion("goals"))] == [
        (None, True)
    ]
    answers = {a.key: r.answer for a, r in case.answers(opinion, case.criterion("side_effects"))}
    assert answers == {"daily_life": None, "serious": None, "lasting": None, "recovery": 13}


@pytest.mark.parametrize("name", ["Rosa", " rosa ", "ROSA", "Ｒosa"])
def test_people_are_found_whatever_the_letters(name):
    case = case_of({}, people=[{"name": "Rosa"}])
    assert case.person(name).name == "Rosa"


def test_a_person_who_is_not_there_brings_a_suggestion():
    with pytest.raises(CompareError, match="did you mean `Rosa`"):
        case_of({}, people=[{"name": "Rosa"}]).person("Rsoa")


EQUAL = {"equal": True}


@pytest.mark.parametrize(
    ("people", "speaker"),
    [
        ([], None),
        ([{"name": "A"}], None),
        ([{"name": "A"}, {"name": "B", "weights": EQUAL}], "B"),
        ([{"name": "A", "weights": EQUAL}, {"name": "B", "role": " Patient", "weights": EQUAL}], "B"),
        ([{"name": "A", "weights": EQUAL}, {"name": "B", "role": "patient"}], "A"),
    ],
)
def test_who_speaks_when_nobody_is_named(people, speaker):
    found = case_of({}, people=people).speaker
    assert (found.name if found else None) == speaker


def test_worth_holds_the_share_and_value_of_every_answer():
    worth = on_scale(PERCENT, 40, None).worth
    assert [(share, value.interval.mean) for share, value in worth["A"]["k"]] == [(1.0, 40)]
    assert worth["B"]["k"][0][1].interval.width == 100


def test_a_copy_forgets_what_was_worked_out():
    case = on_scale(PERCENT, 40)
    assert case.worth["A"]
    other = case.model_copy(update={"opinions": on_scale(PERCENT, 90).opinions})
    assert other.worth["A"]["k"][0][1].interval.mean == 90


@pytest.mark.parametrize(
    "tree",
    [
        {"opinions": [{"name": "A"}, {"name": "a"}]},
        {"opinions": [{"name": "é"}, {"name": "e\u0301"}]},
        {"opinions": [{"name": "A", "ratings": {"golas": 3}}]},
        {"opinions": [{"name": "A", "ratings": {"goals": 101}}]},
        {"opinions": [{"name": "A", "ratings": {"goals": {"chanse": 3}}}]},
        {"opinions": [{"name": "A", "ratings": {"goals": {"chance": "common"}}}]},
        {"opinions": [{"name": "A"}], "people": [{"name": "R", "weights": {"points": {"goals": 3}}}]},
        {"opinions": [{"name": "A"}], "people": [{"name": "R", "gut_first": "B"}]},
        {"opinions": [{"name": "A"}], "people": [{"name": "R", "gut_later": {"opinion": "B"}}]},
        {"opinions": [{"name": "A"}], "people": [{"name": "R", "first_look": {"B": {"goals": 3}}}]},
        {"opinions": [{"name": "A"}], "people": [{"name": "R", "first_look": {"A": {"golas": 3}}}]},
        {"opinions": [{"name": "A"}, {"name": "A\u200b"}]},
        {"opinions": [{"name": "A"}], "decision": {"opinion": "B"}},
        {"opinions": [{"name": "A"}], "criteria": []},
        {"opinions": [{"name": "A"}], "schema": 2},
    ],
)
def test_what_does_not_fit_together(tree):
    with pytest.raises(ValidationError):
        Case.model_validate(tree)


@pytest.mark.parametrize(
    ("look", "path"),
    [({"B": {}}, ("people", 0, "first_look", "B")), ({"A": {"golas": 3}}, ("people", 0, "first_look", "A", "golas"))],
)
def test_a_first_look_names_what_is_there(look, path):
    with pytest.raises(CompareError) as caught:
        Case(opinions=[{"name": "A"}], people=[{"name": "R", "first_look": look}])
    assert caught.value.path == path


def test_other_options_are_answered_or_dismissed():
    from compare.files import read_text, written_as

    options = [{"option": "Watch and wait", "considered": "no", "why": "It grows fast"}, {"option": "A trial"}]
    case = Case(opinions=[{"name": "A"}], other_options=options)
    assert case.other_options[0].considered is False
    assert read_text(written_as(case)) == case


@pytest.mark.parametrize(
    ("given", "unknown"),
    [({}, True), ({"alpha": {"words": "rare"}}, True), ({"alpha": 0}, False), ({"beta": [0, 100]}, False)],
)
def test_whether_nothing_is_known(given, unknown):
    case = case_of({}, given, criteria=[{"key": "alpha"}, {"key": "beta"}])
    assert case.nothing_known == unknown


def test_a_plan_put_together_from_several_is_no_word_of_a_doctor():
    opinions = [{"name": "A"}, {"name": "B", "kind": "second"}, {"name": "Mix", "kind": "hybrid"}]
    assert [opinion.name for opinion in Case(opinions=opinions).of_doctors] == ["A", "B"]
    assert [opinion.name for opinion in Case(opinions=opinions[2:]).of_doctors] == ["Mix"]


def test_nothing_is_noted_before_anybody_has_begun():
    opinions = [{"name": "A"}]
    assert Case(opinions=opinions).noted.visits == ()
    assert Case(opinions=opinions, preparation={"short_on_time": True}).noted.short_on_time is True
