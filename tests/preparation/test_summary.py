from hypothesis import given
from made_up import cases

from compare.case import Case
from compare.preparation import medical_summary
from compare.preparation.summary import first_plan
from compare.samples import sample
from compare.words import visits as told

NOTED = {
    "timeline": ["May: biopsy"],
    "medicines": ["Ramipril"],
    "family_history": ["Aunt"],
    "symptoms": ["Cough"],
    "earlier_treatment": ["None"],
}


def texts(found, label):
    return list(next(line.texts for line in found.lines if line.label == label))


def test_everything_that_is_noted_stands_there():
    case = Case(
        opinions=[{"name": "A"}],
        people=[{"name": "Rosa", "role": "patient"}],
        patient={
            "age": 67,
            "condition": "Lung cancer",
            "stage": "IIIA",
            "ecog": 1,
            "other_conditions": ["COPD"],
            "goals": ["Walk"],
        },
        preparation={"summary": NOTED},
    )
    found = medical_summary(case)
    for label, text in [
        (told.PATIENT, "Rosa, 67 years"), ("Diagnosis", "Lung cancer"), ("Stage", "IIIA"), (told.FITNESS, "1"),
        (told.TIMELINE, "May: biopsy"), (told.MEDICINES, "Ramipril"), (told.FAMILY_HISTORY, "Aunt"),
        (told.SYMPTOMS, "Cough"), (told.EARLIER, "None"), (told.HOPES, "Walk"), (told.OTHER_CONDITIONS, "COPD"),
    ]:  # fmt: skip
        assert texts(found, label) == [text]
    assert found.missing == (told.FOUND, told.PLAN_SO_FAR)
    assert found.sentences()[-1] == told.still_to_write(found.missing)


def test_the_same_finding_is_told_once_and_another_one_with_its_doctor():
    rows = [
        {"name": name, "doctor": doctor, "findings": {"stage": stage}}
        for name, doctor, stage in (("A", "Dr. Fern", "IIIA"), ("B", "Dr. Moss", "IIIB"), ("C", "Dr. Fern", "IIIB"))
    ]
    found = medical_summary(Case(opinions=rows, patient={"stage": "iiia"}))
    assert texts(found, "Stage") == ["iiia", "IIIB (Dr. Moss and Dr. Fern)"]


def test_it_is_sent_a_week_ahead():
    visits = [{"date": "2026-05-10", "doctor": "Dr. Moss"}, {"doctor": "Dr. Reed"}]
    found = medical_summary(Case(opinions=[{"name": "A"}], preparation={"visits": visits}))
    assert found.sending == ("3 May 2026, a week before the visit to Dr. Moss on 10 May 2026",)
    assert found.plain()["send_by"] == [{"doctor": "Dr. Moss", "day": "2026-05-03"}]
    assert medical_summary(Case(opinions=[{"name": "A"}])).sentences()[0] == told.a_week_ahead()


def test_only_open_questions_are_sent_along():
    own = [{"question": "Can I fly?"}, {"question": "Is it safe?", "answered": True}]
    found = medical_summary(Case(opinions=[{"name": "A"}], preparation={"questions": own}))
    assert found.questions == ("Can I fly?",)


def test_the_first_plan_in_short():
    plan = dict(first_plan(sample("lung-stage-3")))
    assert plan["Diagnosis"] == "Lung cancer, non-small cell (adenocarcinoma)"
    assert plan["Treatment"].startswith("Chemotherapy with radiation")
    assert set(dict(first_plan(Case(opinions=[{"name": "A"}]))).values()) == {""}


@given(cases())
def test_what_is_missing_has_a_line(case):
    found = medical_summary(case)
    assert set(found.missing) == {row["line"] for row in found.rows() if row["text"] is None}
