import pytest
from pydantic import ValidationError

from compare.case import Case, Doctor, Effect, Finding, Findings, Opinion, Plan
from compare.errors import CompareError


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
    with pytest.raises(CompareError):
        Opinion()


@pytest.mark.parametrize(
    "raw", ["Inoperable", {"answer": "borderline", "said_by": "Dr. B", "reread": True}, {"words": "We shall see"}]
)
def test_operability_short_and_long(raw):
    from compare.files import read_text, written_as

    case = Case(opinions=[{"name": "A", "findings": {"operability": raw}}])
    assert read_text(written_as(case)) == case
    plain = case.opinions[0].findings.model_dump(exclude_none=True)["operability"]
    assert plain == (raw.lower() if isinstance(raw, str) else raw)


@pytest.mark.parametrize("raw", ["perhaps", {"answer": "perhaps"}])
def test_operability_is_one_of_five_words(raw):
    with pytest.raises(CompareError, match="one of the words for this"):
        Findings(operability=raw)


@pytest.mark.parametrize("chance", [0, 100, [5, 10], "8 of 129", "not asked", {"words": "common"}, None])
def test_what_a_chance_may_be(chance):
    assert Effect(name="tired", chance=chance)


@pytest.mark.parametrize(
    ("chance", "found", "fix"),
    [
        ("common", "common", "write {words: common}"),
        ({"answer": "common"}, "common", "write {words: common}"),
        (340, "340", "count people out of 100"),
        (-5, "-5", "count people out of 100"),
        ([90, 110], "[90, 110]", "count people out of 100"),
        (["rare", "common"], "['rare', 'common']", "count people out of 100"),
    ],
)
def test_what_no_chance_is(chance, found, fix):
    with pytest.raises(CompareError) as caught:
        Effect(name="tired", chance=chance)
    error = caught.value
    assert (error.path, error.found, error.fix) == (("chance",), found, fix)


@pytest.mark.parametrize(
    ("tree", "path"),
    [
        ({"outcomes": [{"name": "Tired"}, {"name": "tired"}]}, ("outcomes", 1, "name")),
        (
            {"outcomes": [{"name": "Tired"}], "side_effects": [{"name": "x"}, {"name": "Tired\u200b"}]},
            ("side_effects", 1, "name"),
        ),
    ],
)
def test_two_effects_never_share_a_name(tree, path):
    with pytest.raises(CompareError) as caught:
        Opinion(name="A", **tree)
    assert caught.value.path == path


def test_what_else_a_doctor_may_have_said_is_kept():
    from compare.files import read_text, written_as

    opinion = {
        "name": "A",
        "alternatives": ["Watch and wait: it grows slowly"],
        "further_tests": ["MRI"],
        "trials": [{"name": "KOWHAI-1", "site": "elsewhere"}],
        "talked_with_other_doctor": "no",
    }
    case = Case(opinions=[opinion])
    assert case.opinions[0].talked_with_other_doctor is False
    assert read_text(written_as(case)) == case
