from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import COMPARED

from compare.case import Case, interview_questions, layer_rules
from compare.errors import CompareError
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.ties import tiebreak
from compare.weights import points
from compare.words import differing

ASKED = {asked.question: "" for asked in interview_questions()}
DECIDE_BY = date(2026, 6, 30)


def said(name, modality, **rest):
    """Return an opinion whose doctor was asked everything."""
    return {"name": name, "plan": {"modalities": [modality]}, "asked": ASKED, **rest}


CUT, RAYS = said("Cut", "surgery"), said("Rays", "radiation")


def found(*opinions, today=None, **rest):
    facts = {"entered_on": "2026-06-01", "decide_by": DECIDE_BY, **rest}
    return tiebreak(score(Case(opinions=list(opinions), **facts)), today=today)


def flags(kind, *opinions, **rest):
    return [(flag.opinion, flag.sentence) for flag in found(*opinions, **rest).flags if flag.kind == kind]


def test_a_third_opinion_may_help_where_the_whole_rule_holds():
    ties = found(CUT, RAYS)
    assert ties.third_opinion
    assert (ties.missing, ties.days_left, ties.decides.layer.key) == ((), 29, "treatment")
    told = differing.third_may_help(ties.decides.specialty, 29, DECIDE_BY, (2, 4))
    assert told in ties.sentences()


@pytest.mark.parametrize("question", list(ASKED))
@pytest.mark.parametrize("place", [0, 1])
def test_every_doctor_has_to_be_asked_every_question(question, place):
    asked = {other: "" for other in ASKED if other != question}
    opinions = [CUT, RAYS]
    opinions[place] = {**opinions[place], "asked": asked}
    ties = found(*opinions)
    assert not ties.third_opinion
    assert ties.missing == (differing.not_asked([opinions[place]["name"]], [question]),)


@pytest.mark.parametrize(
    ("fact", "question"),
    [
        ("written", "Can we have this in writing?"),
        ("talked_with_other_doctor", "Would you talk with the other doctor?"),
    ],
)
def test_a_fact_stands_in_for_the_question(fact, question):
    rest = {"asked": {other: "" for other in ASKED if other != question}}
    assert found({**CUT, **rest, fact: True}, RAYS).third_opinion
    assert not found({**CUT, **rest, fact: False}, RAYS).third_opinion


def test_doctors_with_the_same_open_questions_are_named_together():
    ties = found({**CUT, "asked": {}, "doctor": "Dr. A"}, {**RAYS, "asked": {}})
    assert ties.missing == (differing.not_asked(["Dr. A (Cut)", "Rays"], list(ASKED)),)


@pytest.mark.parametrize(("days", "helps"), [(40, True), (14, True), (13, False), (0, False), (-5, False)])
def test_there_has_to_be_time_for_a_third_opinion(days, helps):
    ties = found(CUT, RAYS, today=DECIDE_BY - timedelta(days))
    assert ties.third_opinion == helps
    assert ties.missing == (() if helps else (differing.too_little_time(days, DECIDE_BY, (2, 4)),))


def test_without_a_day_to_decide_by_that_is_missing():
    assert found(CUT, RAYS, decide_by=None).missing == (differing.NO_DECIDE_BY,)


def test_without_any_day_in_the_case_that_is_missing():
    assert found(CUT, RAYS, entered_on=None).missing == (differing.NO_DAY,)


def test_the_days_are_counted_from_the_latest_day_of_the_case():
    assert found({**CUT, "date": "2026-06-10"}, RAYS).as_of == date(2026, 6, 10)
    assert found({**CUT, "date": "2026-05-10"}, RAYS).as_of == date(2026, 6, 1)
    assert found(CUT, {**RAYS, "date": "2026-06-20"}).missing[0].startswith("There is little time: 10 days are left")


@pytest.mark.parametrize(
    ("plan", "said_of_it"),
    [
        ({"delivery_site": "Near", "intent": "curative"}, False),
        ({"delivery_site": "Far", "intent": "palliative"}, True),
    ],
)
def test_aims_and_the_way_there_alone_prompt_no_third_opinion(plan, said_of_it):
    first = {**CUT, "plan": {"modalities": ["surgery"], "delivery_site": "Near", "intent": "curative"}}
    ties = found(first, {**RAYS, "plan": {"modalities": ["surgery"], **plan}})
    assert not ties.third_opinion
    assert ties.missing == (differing.NO_LARGE,)
    assert (differing.ONLY_VALUES in ties.sentences()) == said_of_it


def test_a_small_difference_prompts_no_third_opinion():
    ties = found(CUT, {**RAYS, "agreement": {"treatment": "minor"}})
    assert ties.missing == (differing.NO_LARGE,)
    assert ties.decides.agreement == "minor"


def test_of_equal_differences_the_one_furthest_up_the_chain_decides():
    rays = {**RAYS, "agreement": {"pathology": "major", "treatment": "major", "diagnosis": "minor"}}
    ties = found(CUT, rays)
    assert ties.decides.layer.key == "pathology"
    assert differing.further_up("Under the microscope") in ties.sentences()


def test_the_stronger_difference_decides_before_one_further_up():
    assert found(CUT, {**RAYS, "agreement": {"pathology": "minor"}}).decides.layer.key == "treatment"


def test_one_opinion_is_told_kindly():
    ties = found(CUT)
    assert not ties.third_opinion
    assert ties.decides is None
    assert ties.sentence() == differing.one_so_far("Cut")


GOALS = [{"key": "goals"}]


def rated(name, goals):
    return {**CUT, "name": name, "ratings": {"goals": goals}}


def test_where_nothing_differs_and_nothing_is_close_it_says_so():
    case = Case(opinions=[rated("A", 90), rated("B", 10)], criteria=GOALS)
    assert tiebreak(score(case, points({"goals": 1}))).sentences() == [differing.NOT_CLOSE_AND_SAME]


def test_nothing_stated_is_never_taken_for_nothing_to_settle():
    opinions = [{"name": "A", "ratings": {"goals": 90}}, {"name": "B", "ratings": {"goals": 10}}]
    ties = tiebreak(score(Case(opinions=opinions, criteria=GOALS), points({"goals": 1})))
    assert ties.sentences() == [differing.NOT_CLOSE, differing.NOTHING_STATED]
    assert ties.shown()[1][1] == differing.TOO_LITTLE_STATED


def test_a_close_call_comes_first():
    case = Case(opinions=[rated("A", 61), rated("B", 60)], criteria=GOALS)
    first, second = tiebreak(score(case, points({"goals": 1}))).sentences()
    assert first == "A and B are too close to call: 61 and 60 of 100."
    assert second == differing.ALL_THE_SAME


def test_without_weights_nothing_is_said_of_the_results():
    case = Case(opinions=[rated("A", 90), rated("B", 10)], criteria=GOALS)
    assert tiebreak(score(case)).sentences() == [differing.ALL_THE_SAME]


def test_a_fast_growing_cancer_is_a_question_for_the_doctor_first():
    patient = {"fast_growing": True, "fast_growing_said_by": "Dr. A"}
    ties = found(CUT, RAYS, patient=patient)
    assert ties.third_opinion
    assert differing.ask_before_waiting("Dr. A") in ties.sentences()
    assert not any("growing fast" in line for line in found(CUT, RAYS, patient={"fast_growing": False}).sentences())


@pytest.mark.parametrize(
    ("specialty", "modality", "flagged"),
    [
        ("Urological surgery", "surgery", True),
        ("Radiation oncology", "radiation", True),
        ("Medical oncology", "chemotherapy", True),
        ("Medical oncology", "active surveillance", False),
        ("Radiation oncology", "surgery", False),
        (None, "surgery", False),
    ],
)
def test_a_plan_of_the_doctors_own_field_is_told(specialty, modality, flagged):
    told = flags("own treatment", said("A", modality, doctor={"specialty": specialty} if specialty else None), RAYS)
    assert told == ([("A", differing.own_treatment("A", str(specialty), [modality]))] if flagged else [])


@pytest.mark.parametrize(("enrols", "trial", "flagged"), [("yes", "T", True), ("no", "T", False), ("yes", None, False)])
def test_a_doctors_own_trial_is_told(enrols, trial, flagged):
    plan = {"modalities": ["chemotherapy"], "trial": {"name": trial} if trial else None}
    told = flags("own trial", {**CUT, "plan": plan, "doctor": {"name": "Dr. A", "enrols_trial": enrols}}, RAYS)
    assert told == ([("Cut", differing.own_trial("Dr. A (Cut)"))] if flagged else [])


@pytest.mark.parametrize(
    ("independence", "flagged"),
    [("same practice", True), ("same institution, other team", True), ("different institution", False), (None, False)],
)
def test_an_opinion_from_nearby_is_told(independence, flagged):
    told = flags("not independent", CUT, {**RAYS, "independence": independence})
    assert told == ([("Rays", differing.not_independent("Rays", independence))] if flagged else [])


RECTAL = {"condition": "Rectal cancer"}


@pytest.mark.parametrize(
    ("hospital", "surgeon", "few"),
    [
        (9, 8, {"at the hospital": (9, 16)}),
        (9, 5, {"at the hospital": (9, 16), "by this surgeon": (5, 6)}),
        (16, 6, None),
        (None, None, None),
    ],
)
def test_fewer_operations_than_a_published_list_asks_for_are_told(hospital, surgeon, few):
    doctor = {"name": "Dr. A", "hospital_cases_per_year": hospital, "surgeon_cases_per_year": surgeon}
    told = flags("few operations", {**CUT, "doctor": doctor}, RAYS, patient=RECTAL)
    assert told == ([("Cut", differing.few_operations("Dr. A (Cut)", few, "Leapfrog 2024"))] if few else [])
    assert flags("few operations", {**CUT, "doctor": doctor}, RAYS, patient={"condition": "Breast cancer"}) == []
    assert flags("few operations", CUT, {**RAYS, "doctor": doctor}, patient=RECTAL) == []


def test_the_published_volumes_are_those_of_the_list():
    listed = {volume.operation: (volume.hospital, volume.surgeon) for volume in layer_rules().volumes}
    assert listed == {"oesophagus": (20, 7), "lung": (40, 15), "pancreas": (20, 10), "rectum": (16, 6)}


@pytest.mark.parametrize(
    ("studies", "flagged"), [("2015", True), ("2010 to 2016", False), ("2016", False), ("new", False)]
)
def test_old_studies_are_told(studies, flagged):
    cut = {**CUT, "date": "2026-06-01", "plan": {"modalities": ["surgery"], "evidence_date": studies}}
    assert flags("old studies", cut, RAYS) == ([("Cut", differing.old_studies("Cut", 2015))] if flagged else [])


def test_tests_that_were_not_done_are_named_with_who_has_their_results():
    cut = {
        **CUT,
        "findings": {"biomarkers": {"EGFR": "not done", "ALK": "not done", "MSI": "stable", "RAS": "not known"}},
    }
    rays = {**RAYS, "findings": {"biomarkers": {"egfr": "no change", "ALK": "not applicable"}}}
    assert flags("test not done", cut, rays) == [
        ("Cut", differing.results_elsewhere("Cut", ["EGFR"], ["Rays"])),
        ("Cut", differing.missing_tests("Cut", ["ALK"])),
    ]


@pytest.mark.parametrize(("start", "flagged"), [("2026-07-01", True), ("2026-06-30", False), (None, False)])
def test_a_plan_that_starts_after_the_day_to_decide_by_is_told(start, flagged):
    told = flags("after decide-by", {**CUT, "plan": {"modalities": ["surgery"], "earliest_start": start}}, RAYS)
    assert told == ([("Cut", differing.starts_late("Cut", date(2026, 7, 1), DECIDE_BY))] if flagged else [])
    late = {**CUT, "plan": {"modalities": ["surgery"], "earliest_start": start}}
    assert flags("after decide-by", late, RAYS, decide_by=None) == []


@pytest.mark.parametrize(
    ("state", "flagged"), [("open", True), ("in progress", True), ("done", False), ("not needed", False)]
)
def test_a_step_that_is_due_too_late_is_told(state, flagged):
    steps = {"Compare": {"state": state, "due": "2026-07-02"}, "Talk": {"due": "2026-06-02"}}
    told = flags("after decide-by", CUT, RAYS, preparation={"steps": steps})
    assert told == ([(None, differing.comes_late("“Compare”", date(2026, 7, 2), DECIDE_BY))] if flagged else [])


def test_a_visit_that_comes_too_late_is_told():
    visits = [{"date": "2026-07-02", "doctor": "Dr. A"}, {"date": "2026-07-03"}, {"date": "2026-06-02"}, {}]
    told = [sentence for _, sentence in flags("after decide-by", CUT, RAYS, preparation={"visits": visits})]
    assert [sentence.split(" is set")[0] for sentence in told] == ["The visit to Dr. A", "A visit"]


@pytest.mark.parametrize("name", sample_names())
def test_flags_are_neutral_and_every_one_is_told(name):
    ties = tiebreak(score(sample(name)))
    told = ties.sentences()
    assert all(flag.sentence in told for flag in ties.flags)
    for sentence in told:
        assert not {"bias", "conflict", "wrong", "fault", "biased", "mistake"} & set(sentence.casefold().split())


@pytest.mark.parametrize(
    ("name", "helps", "decides"),
    [
        ("breast", False, "pathology"),
        ("colon-stage-4", False, "operability"),
        ("lung-stage-3", False, "operability"),
        ("lymphoma", False, "practicality"),
        ("prostate", True, "treatment"),
        ("sarcoma", True, "diagnosis"),
    ],
)
def test_the_samples_show_both_sides_of_the_rule(name, helps, decides):
    ties = tiebreak(score(sample(name)))
    assert (ties.third_opinion, ties.decides.layer.key) == (helps, decides)
    assert bool(ties.missing) != helps


def test_the_rows_say_everything_and_the_table_is_short():
    ties = tiebreak(score(sample("colon-stage-4")))
    kinds = [row["kind"] for row in ties.rows()]
    assert kinds[:5] == ["decides", "agreement", "first step", "specialty", "third opinion"]
    assert kinds.count("missing") == len(ties.missing) == int(ties.shown()[-1][1])
    assert ties.heading() in str(ties)
    assert len(ties.table()) == len(kinds)


def test_something_else_than_scores_is_refused():
    with pytest.raises(CompareError, match="takes Scores"):
        tiebreak(sample("breast"))


@given(st.sampled_from(COMPARED), st.randoms())
def test_the_order_of_the_opinions_changes_nothing(name, chance):
    case = sample(name)
    shuffled = case.model_copy(update={"opinions": tuple(chance.sample(case.opinions, len(case.opinions)))})
    one, other = (tiebreak(score(each)) for each in (case, shuffled))
    assert (one.third_opinion, one.decides.layer) == (other.third_opinion, other.decides.layer)
    assert {flag.sentence.split(".")[0] for flag in one.flags} == {flag.sentence.split(".")[0] for flag in other.flags}
    assert len(one.missing) == len(other.missing)
