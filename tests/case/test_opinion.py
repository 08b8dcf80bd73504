import pytest
from pydantic import ValidationError

from compare.case import Doctor, Effect, Finding, Findings, Opinion, Plan


def test_a_doctor_may_be_a_bare_name():
    assert Opinion(name="A", doctor="Dr. B").doctor == Doctor(name="Dr. B")


@pytest.mark.parametrize(
    ("raw", "answer"), [("II", "II"), (3, "3"), ({"answer": "II", "reread": "yes"}, "II"), ({"reread": True}, None)]
)
def test_findings_short_and_long(raw, answer):
    finding = Finding.model_validate(raw)
    assert finding.answer == answer
    assert Finding.model_validate(finding.model_dump()) == finding


@pytest.mark.parametrize(
    ("raw", "state", "result"),
    [
        ("not done", "not done", None),
        ("Not known", "not known", None),
        ("EGFR exon 19", "done", "EGFR exon 19"),
        ({"state": "done", "result": "x"}, "done", "x"),
        ({"state": "not done", "result": "no tissue"}, "not done", "no tissue"),
        ("done", "done", None),
    ],
)
def test_tests_for_targets(raw, state, result):
    marker = Findings(biomarkers={"EGFR": raw}).biomarkers["EGFR"]
    assert (marker.state, marker.result) == (state, result)
    assert type(marker).model_validate(marker.model_dump()) == marker


@pytest.mark.parametrize("result", ["not done", "Done", "not known"])
def test_a_result_that_reads_like_a_state_is_kept(result):
    marker = Findings(biomarkers={"X": {"state": "done", "result": result}}).biomarkers["X"]
    assert type(marker).model_validate(marker.model_dump()) == marker


def test_an_effect_takes_every_form_of_chance():
    effect = Effect(name="tired", chance={"answer": "8 of 129", "time": "a year"}, grade="2")
    assert (str(effect.chance.answer), effect.chance.time, effect.grade) == ("8 of 129", "a year", 2)


@pytest.mark.parametrize("word", ["Surgery", "active surveillance", "WATCHFUL WAITING", "active_surveillance"])
def test_words_for_treatments_in_any_letters(word):
    assert Plan(modalities=[word]).modalities[0] == word.lower().replace("_", " ")


@pytest.mark.parametrize(
    "tree",
    [
        {"mode": "letter"},
        {"date": "soon"},
        {"philosophy": 6},
        {"plan": {"modalities": ["magic"]}},
        {"plan": {"intent": "cure"}},
        {"side_effects": [{"name": "x", "grade": 0}]},
        {"agreement": {"weather": "same"}},
        {"agreement": {"stage": "perhaps"}},
        {"doctor": {"years": -1}},
        {"ratings": {"goals": {"answer": 3, "chance": 5}}},
        {"findings": {"stage": True}},
    ],
)
def test_what_no_opinion_holds(tree):
    with pytest.raises(ValidationError):
        Opinion.model_validate({"name": "A", **tree})


def test_every_field_is_optional_but_the_name():
    assert Opinion(name="A").model_dump(exclude_defaults=True) == {"name": "A"}
    with pytest.raises(ValidationError):
        Opinion()
