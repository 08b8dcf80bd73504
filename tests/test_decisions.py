import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.case import Case
from compare.decisions import combine, decide
from compare.errors import CompareError
from compare.files import read, save
from compare.samples import sample
from compare.scoring import score

PLANS = [
    {
        "name": "A",
        "kind": "first",
        "plan": {"modalities": ["chemotherapy", "radiation"], "sequence": ["Drugs", "Rays"], "intent": "curative"},
        "ratings": {"goals": 20, "cost": 40},
        "side_effects": [{"name": "tired", "chance": 30}],
    },
    {"name": "B", "plan": {"modalities": ["surgery"]}, "ratings": {"goals": 80, "cost": 60}, "pros": ["quick"]},
    {"name": "C"},
]
CASE = Case(opinions=PLANS, criteria=[{"key": "goals"}, {"key": "cost"}])
PARTS = {"A": ["chemotherapy"], "B": ["surgery"]}
MIXED = combine(CASE, "Both", PARTS)


def test_a_mixed_plan_is_one_more_opinion_that_a_doctor_has_to_confirm():
    mixed = MIXED.opinion("Both")
    assert MIXED.names == ("A", "B", "C", "Both")
    assert mixed.kind == "hybrid"
    assert mixed.plan.modalities == ("chemotherapy", "surgery")
    assert mixed.plan.built_from == ("chemotherapy from A", "surgery from B")
    assert mixed.plan.needs_doctor_to_confirm is True


def test_nothing_else_is_taken_from_the_opinions_it_is_built_from():
    mixed = MIXED.opinion("Both")
    assert set(mixed.model_fields_set) == {"name", "kind", "plan", "ratings"}
    assert set(mixed.plan.model_fields_set) == {"modalities", "built_from", "needs_doctor_to_confirm"}
    assert (mixed.ratings, mixed.side_effects, mixed.plan.sequence, mixed.plan.intent) == ({}, (), (), None)


def test_no_answer_is_copied_or_averaged():
    total = score(MIXED).totals["Both"]
    assert (total.low, total.high) == (0, 100)


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_the_other_opinions_stay_as_they_are(name):
    assert MIXED.opinion(name) == CASE.opinion(name)
    assert score(MIXED).totals[name] == score(CASE).totals[name]
    assert CASE.names == ("A", "B", "C")


def test_the_family_may_answer_for_the_mixed_plan():
    mixed = combine(CASE, "Both", PARTS, ratings={"goals": 70})
    assert score(mixed).values["Both"]["goals"].mean == 70
    assert score(mixed).values["Both"]["cost"].width == 100


def test_what_is_taken_keeps_the_order_given_and_stands_once():
    mixed = combine(CASE, "Both", {"b": "Surgery", "A": ["radiation", "Chemotherapy", "radiation"]}).opinion("Both")
    assert mixed.plan.modalities == ("surgery", "radiation", "chemotherapy")
    assert mixed.plan.built_from == ("surgery from B", "radiation from A", "chemotherapy from A")


@pytest.mark.parametrize(
    ("name", "parts", "said"),
    [
        ("Both", {"A": ["chemotherapy"], "Bee": ["surgery"]}, "not an opinion of this case"),
        ("Both", {"A": ["surgery"], "B": ["surgery"]}, "chemotherapy, radiation"),
        ("Both", {"A": ["chemotherapie"], "B": ["surgery"]}, "did you mean `chemotherapy`"),
        ("Both", {"A": ["chemotherapy"], "C": ["surgery"]}, "no treatment is written down"),
        ("Both", {"A": ["chemotherapy"]}, "two opinions or more"),
        ("Both", {"A": ["chemotherapy"], "a": ["radiation"]}, "two opinions or more"),
        ("Both", {"A": ["chemotherapy"], "B": []}, "two opinions or more"),
        ("Both", {"A": 3, "B": ["surgery"]}, "not a treatment"),
        ("Both", None, "two opinions or more"),
        ("b", PARTS, "of this name already"),
        (" ", PARTS, "not a name"),
    ],
)
def test_parts_that_cannot_be_mixed(name, parts, said):
    with pytest.raises(CompareError) as caught:
        combine(CASE, name, parts)
    assert said in str(caught.value)


def test_answers_about_a_mixed_plan_are_checked():
    with pytest.raises(CompareError, match="not a criterion"):
        combine(CASE, "Both", PARTS, ratings={"gaols": 70})


@pytest.mark.parametrize(
    ("outcome", "opinion", "chosen"),
    [
        ("stay", None, "A"),
        ("stay", "a", "A"),
        ("switch", "B", "B"),
        ("combine", "both", "Both"),
        ("third opinion", None, None),
        ("take time", None, None),
        ("undecided", None, None),
    ],
)
def test_what_was_decided_is_recorded(outcome, opinion, chosen):
    made = decide(MIXED, outcome, opinion=opinion, statement="In my words.", confidence=8, decided_by="Rosa")
    decision = made.decision
    assert (decision.outcome, decision.opinion, decision.confidence) == (outcome, chosen, 8)
    assert (decision.statement, decision.decided_by) == ("In my words.", "Rosa")
    assert made.opinions == MIXED.opinions


@pytest.mark.parametrize(
    ("outcome", "opinion", "allowed"),
    [
        ("stay", "B", "stay: A"),
        ("switch", None, "switch: B, C"),
        ("switch", "A", "switch: B, C"),
        ("switch", "Both", "switch: B, C"),
        ("combine", "B", "combine: Both"),
        ("combine", None, "combine: Both"),
        ("take time", "B", "take time: no opinion"),
        ("undecided", "B", "undecided: no opinion"),
        ("third opinion", "C", "third opinion: no opinion"),
        ("switch", "Nobody", "A, B, C, Both"),
        ("swich", "B", "did you mean `switch`"),
        (None, None, "undecided"),
    ],
)
def test_an_outcome_and_an_opinion_have_to_fit(outcome, opinion, allowed):
    with pytest.raises(CompareError) as caught:
        decide(MIXED, outcome, opinion=opinion)
    assert allowed in str(caught.value)


@pytest.mark.parametrize("confidence", [-1, 10.5, "very"])
def test_how_sure_is_a_number_of_10(confidence):
    with pytest.raises(CompareError):
        decide(CASE, "take time", confidence=confidence)


def test_without_a_mark_the_first_in_the_file_is_the_first_opinion():
    case = Case(opinions=[{"name": "A"}, {"name": "B"}])
    assert decide(case, "stay").decision.opinion == "A"
    assert decide(case, "switch", opinion="B").decision.opinion == "B"


def test_a_new_decision_keeps_what_was_arranged_and_replaces_the_rest():
    made = decide(sample("lymphoma"), "take time", confidence=4)
    assert (made.decision.care_transfer, len(made.decision.open_points)) == ("stay", 1)
    assert (made.decision.opinion, made.decision.statement, made.decision.date) == (None, None, None)


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_a_mixed_plan_and_a_decision_survive_a_save(tmp_path, ending):
    made = decide(MIXED, "combine", opinion="Both", statement="It takes the good of each.", date="2026-03-01")
    assert read(save(made, tmp_path / f"case{ending}")) == made


@given(st.permutations(PLANS))
def test_the_order_of_the_opinions_changes_nothing(plans):
    case = Case(opinions=plans, criteria=[{"key": "goals"}, {"key": "cost"}])
    assert combine(case, "Both", PARTS).opinion("Both") == MIXED.opinion("Both")
    assert decide(case, "stay").decision.opinion == "A"
