import pytest

from compare.case import Case
from compare.preparation.lists import checklist
from compare.preparation.seen import Why, shown_in

DOCTOR = {"name": "Dr. Fern"}


def seen(key, opinions, **facts):
    item = next(line for name in ("triggers", "not_waiting") for line in checklist(name, Why) if line.key == key)
    return shown_in(
        Case(opinions=[{"name": f"O{place}", **each} for place, each in enumerate(opinions)], **facts), item
    )


@pytest.mark.parametrize(
    ("key", "opinion", "text"),
    [
        ("first_doctor", {"doctor": {**DOCTOR, "specialty": "General practitioner"}}, "Dr. Fern: General practitioner"),
        (
            "own_treatment",
            {"doctor": {**DOCTOR, "specialty": "Urologist"}, "plan": {"modalities": ["surgery"]}},
            "Dr. Fern: surgery",
        ),
        (
            "no_treatment",
            {"plan": {"modalities": ["supportive care"]}},
            "O0: This plan holds no treatment against the cancer.",
        ),
        ("trial", {"plan": {"modalities": ["clinical trial"]}}, "O0: This plan is a trial, or part of one."),
        ("rare", {"findings": {"diagnosis": "Liposarcoma"}}, None),
        ("rare", {"findings": {"diagnosis": "Sarcoma of the thigh"}}, "Sarcoma of the thigh"),
        ("uncommon", {"findings": {"diagnosis": "Clear cell kidney cancer"}}, "Clear cell kidney cancer"),
        ("operation", {"findings": {"operability": "borderline"}}, "O0: borderline"),
        ("operation", {"findings": {"operability": "inoperable"}}, None),
        (
            "small_hospital",
            {"doctor": {**DOCTOR, "centre_type": "community"}},
            "Dr. Fern: A local hospital or practice",
        ),
        ("special_treatment", {"plan": {"modalities": ["transplant", "radiation"]}}, "O0: transplant"),
        ("tests", {"findings": {"biomarkers": {"EGFR": "not done", "ALK": "positive"}}}, "O0: EGFR not done"),
    ],
)
def test_only_stated_facts_show(key, opinion, text):
    assert seen(key, [opinion]) == ((text,) if text else ())
    assert seen(key, [{}]) == ()


def test_the_own_trial_of_a_doctor_is_named():
    opinion = {"doctor": {**DOCTOR, "enrols_trial": "yes"}, "plan": {"trial": {"name": "T"}}}
    assert "Dr. Fern (O0) takes people into the trial" in seen("trial", [opinion])[0]


def test_doctors_who_differ_on_surgery_are_both_named():
    opinions = [{"doctor": DOCTOR, "findings": {"operability": word}} for word in ("operable", "inoperable")]
    assert seen("operation", opinions) == ("Dr. Fern: operable", "Dr. Fern: inoperable")
    assert seen("operation", [opinions[0], opinions[0]]) == ()


def test_where_the_doctor_works_is_asked_of_the_first_alone():
    local = {"doctor": {**DOCTOR, "centre_type": "community"}}
    assert seen("small_hospital", [{}, local]) == ()
    assert seen("small_hospital", [{}, {**local, "kind": "first"}]) != ()


@pytest.mark.parametrize(
    ("point", "shows"),
    [("new diagnosis before treatment", True), ("recurrence or progression", True), ("after treatment", False)],
)
def test_two_moments_count(point, shows):
    assert bool(seen("moment", [{}], patient={"journey_point": point})) is shows
