import pytest
from pydantic import ValidationError

from compare.case import Patient, Person, StatedWeights
from compare.errors import CompareError

KEYS = ("a", "b")
read = StatedWeights.model_validate


@pytest.mark.parametrize(
    ("tree", "how", "share"),
    [
        ({"equal": True}, "equal", 0.5),
        ({"equal": "yes"}, "equal", 0.5),
        ({"points": {"b": 25, "a": 75}}, "points", 0.75),
        ({"swing": {"b": 25, "a": 75}}, "swing", 0.75),
        ({"ranking": ["a", "b"]}, "ranking", 0.75),
        ({"pairwise": {"b over a": "0.25"}}, "pairwise", 0.8),
        ({"swing_ranges": {"a": [50, 100], "b": [0, 50]}}, "swing_ranges", 0.75),
    ],
)
def test_every_way_to_give_weights(tree, how, share):
    weights = read(tree).on(KEYS)
    assert read(tree).how == weights.how == how
    assert weights["a"] == pytest.approx(share)
    assert list(weights) == list(KEYS)


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"equal": False},
        {"equal": True, "points": {"a": 1}},
        {"points": {"a": 101}},
        {"points": {"a": True}},
        {"ranking": "ab"},
        {"poins": {}},
        {"swing_ranges": {"a": [1, 2, 3]}},
        {"pairwise": {"": 3}},
        {"ranking": [["a"]]},
    ],
)
def test_weights_that_cannot_be_read(tree):
    with pytest.raises(ValidationError):
        read(tree)


@pytest.mark.parametrize(
    ("tree", "place"),
    [
        ({"points": {"a": 1}}, ("points",)),
        ({"points": {"a": 1, "b": 1, "c": 1}}, ("points", "c")),
        ({"points": {"a": 0, "b": 0}}, ("points",)),
        ({"ranking": ["a", "c"]}, ("ranking", "c")),
        ({"pairwise": {"a over c": 2}}, ("pairwise", "c")),
        ({"swing_ranges": {"a": [9, 1], "b": [0, 1]}}, ("swing_ranges", "a")),
    ],
)
def test_weights_that_do_not_fit_say_where(tree, place):
    with pytest.raises(CompareError) as caught:
        read(tree).on(KEYS)
    assert caught.value.path == place


@pytest.mark.parametrize(("role", "patient"), [("patient", True), (" Patient ", True), ("son", False), ("", False)])
def test_who_is_the_patient(role, patient):
    assert Person(name="R", role=role).is_patient is patient


def test_a_first_choice_may_be_a_bare_name():
    assert Person(name="R", gut_first="A").gut_first.opinion == "A"


@pytest.mark.parametrize("tree", [{"ecog": 6}, {"approach": 0}, {"journey_point": "lost"}, {"goals": "long life"}])
def test_bounds_of_what_is_said_of_the_patient(tree):
    with pytest.raises(ValidationError):
        Patient.model_validate(tree)


@pytest.mark.parametrize(("score", "fits"), [("17.5", True), (0, True), (-1, False), ("low", False)])
def test_the_score_of_the_money_questions_is_a_number(score, fits):
    if fits:
        assert Patient(cost_facit_score=score).cost_facit_score == float(score)
        return
    with pytest.raises(CompareError):
        Patient(cost_facit_score=score)


@pytest.mark.parametrize("role", ["pateint", "patinet", "Patients"])
def test_a_role_that_is_nearly_patient_is_refused(role):
    with pytest.raises(CompareError, match="nearly `patient`"):
        Person(name="Ruth", role=role)


@pytest.mark.parametrize("role", ["Patient ", "daughter", "parent", "partner", "advocate", ""])
def test_other_roles_are_free(role):
    assert Person(name="Ruth", role=role).is_patient == (role == "Patient ")
