import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import COMPARED

from compare.case import Case, built_in_layers
from compare.disagreement import differences
from compare.errors import CompareError
from compare.samples import sample, sample_names
from compare.words import differing

KEYS = [layer.key for layer in built_in_layers()]
SURGERY, RADIATION, DRUGS = ({"plan": {"modalities": [kind]}} for kind in ("surgery", "radiation", "chemotherapy"))


def case_of(*opinions, **rest):
    return Case(opinions=[{"name": name, **said} for name, said in zip("ABCDEF", opinions, strict=False)], **rest)


def staged(stage, agreement=None, **rest):
    return {"findings": {"stage": stage}, "agreement": {"stage": agreement} if agreement else {}, **rest}


def agreement_on(key, *opinions):
    row = differences(case_of(*opinions)).on(key)
    return row.agreement, row.known


def test_what_a_doctor_said_wins_over_the_words():
    assert agreement_on("stage", staged("IIIA"), staged("IIIB", "minor")) == ("minor", "stated")
    assert agreement_on("stage", staged("IIIA"), staged("IIIA", "major")) == ("major", "stated")


def test_without_a_doctors_word_the_words_are_compared():
    assert agreement_on("stage", staged("IIIA"), staged("IIIB")) == ("major", "compared")
    assert agreement_on("stage", staged("IIIA"), staged("iiia", "not stated")) == ("same", "compared")


def test_fewer_than_two_that_say_something_are_not_compared():
    assert agreement_on("stage", staged("IIIA"), {}) == ("not stated", "not known")
    assert agreement_on("stage", {}, {"agreement": {"stage": "major"}}) == ("major", "stated")


def test_of_several_opinions_the_strongest_difference_of_any_two_counts():
    three = (staged("IIIA"), staged("IIIA", "same"), staged("IIIB", "minor"))
    assert agreement_on("stage", *three) == ("minor", "stated")
    assert agreement_on("stage", staged("IIIA"), staged("IIIA"), staged("IIIB")) == ("major", "compared")


@pytest.mark.parametrize(("answer", "agreement"), [("yes", "same"), ("partly", "minor"), ("no", "major")])
def test_agreeing_with_the_diagnosis_is_a_doctors_word_too(answer, agreement):
    second = {"kind": "second", "agrees_with_diagnosis": answer}
    assert agreement_on("diagnosis", {"kind": "first"}, second) == (agreement, "stated")


def test_the_first_doctors_own_yes_says_nothing():
    first = {"kind": "first", "agrees_with_diagnosis": "yes"}
    assert agreement_on("diagnosis", first, {"kind": "second"}) == ("not stated", "not known")


@pytest.mark.parametrize(
    ("plans", "specialty"),
    [
        ((SURGERY, RADIATION), "neither specialty alone"),
        ((SURGERY, DRUGS), "neither specialty alone"),
        ((SURGERY, {"plan": {"modalities": ["surgery", "radiation"]}}), "a radiation oncologist"),
        ((SURGERY, {"plan": {"modalities": ["surgery", "chemotherapy"]}}), "a medical oncologist"),
        ((DRUGS, {"plan": {"modalities": ["hormone therapy"]}}), "a medical oncologist"),
        ((DRUGS, {"plan": {"modalities": ["chemotherapy", "clinical trial"]}}), "an oncologist who does not enrol"),
        ((SURGERY, SURGERY, RADIATION), "neither specialty alone"),
    ],
)
def test_who_can_settle_a_difference_of_treatment_follows_from_what_differs(plans, specialty):
    assert differences(case_of(*plans)).on("treatment").specialty.startswith(specialty)


def test_a_part_differs_no_more_than_a_doctor_said_of_the_whole():
    minor = {**RADIATION, "agreement": {"treatment": "minor"}}
    assert agreement_on("radiation", SURGERY, minor)[0] == "minor"
    assert agreement_on("radiation", SURGERY, {**minor, "agreement": {"treatment": "major"}})[0] == "major"


def test_a_plan_that_the_family_put_together_is_no_doctors_word():
    both = case_of(SURGERY, SURGERY, {**RADIATION, "kind": "hybrid"})
    found = differences(both)
    assert found.names == ("A", "B")
    assert found.plain() == differences(case_of(SURGERY, SURGERY)).plain()


def test_the_list_for_programs():
    rows = differences(sample("lung-stage-3")).plain()
    assert [row["layer"] for row in rows] == KEYS
    assert all(list(row) == ["layer", "answers", "agreement", "first_step", "specialty"] for row in rows)
    operability = json.loads(json.dumps(rows))[KEYS.index("operability")]
    assert operability["answers"] == {
        "Chemoradiation then immunotherapy": "inoperable",
        "Drugs then surgery": "borderline",
    }
    assert operability["agreement"] == "major"


@pytest.mark.parametrize(
    ("name", "decides"),
    [
        ("breast", "pathology"),
        ("colon-stage-4", "operability"),
        ("lung-stage-3", "operability"),
        ("lymphoma", "practicality"),
        ("prostate", "treatment"),
        ("sarcoma", "diagnosis"),
    ],
)
def test_in_the_samples_it_begins_furthest_up_the_chain(name, decides):
    assert differences(sample(name)).decides.layer.key == decides


def test_one_opinion_is_told_kindly_and_differs_from_nobody():
    found = differences(case_of(staged("II", "major")))
    assert {row.agreement for row in found.layers} == {"not stated"}
    assert found.sentences() == [differing.one_so_far("A")]
    assert found.decides is None


def test_nothing_stated_is_a_list_of_questions_and_no_agreement():
    found = differences(case_of({}, {}))
    assert found.sentences() == [found.sentence()] == [differing.NOTHING_STATED]


def test_full_agreement_is_said():
    found = differences(case_of(staged("II"), staged("II")))
    assert found.sentence() == differing.ALL_THE_SAME
    assert differing.alike(["Stage"]) in found.sentences()


def test_the_sentences_begin_with_the_large_differences_and_name_every_layer_once():
    found = differences(sample("sarcoma"))
    assert found.sentence().startswith("The doctors differ a lot on: Diagnosis")
    listed = [found.sentence(), *found.sentences()[1:2], *found.sentences()[3:]]
    for layer in built_in_layers():
        assert sum(layer.label in sentence for sentence in listed) >= 1


def test_a_guess_is_called_a_guess_unless_a_doctor_spoke_of_the_whole():
    guess = differing.by_words_only(["Stage"])
    assert guess in differences(case_of(staged("II"), staged("III"))).sentences()
    assert guess not in differences(case_of(staged("II"), staged("III", "major"))).sentences()
    assert not any("Nobody has said" in sentence for sentence in differences(sample("prostate")).sentences())


def test_only_small_differences():
    found = differences(case_of(staged("II"), staged("III", "minor")))
    assert found.sentence() == "The doctors differ a little on: Stage."


def test_the_table_has_a_row_for_each_layer_and_who_settles_only_where_they_differ():
    found = differences(sample("breast"))
    heads, *rows = found.shown()
    assert list(heads) == ["", *found.names, differing.AGREES, differing.SETTLES]
    assert len(rows) == len(KEYS)
    assert [bool(row[-1]) for row in rows] == [row.differs for row in found.layers]
    assert len(found.table()) == len(KEYS)
    assert "Where the doctors agree and differ" in str(found)


def test_a_word_without_answers_is_marked_as_a_doctors_word():
    stated, compared = ({"agreement": {"stage": "same"}}, {})
    assert differences(case_of({}, stated)).on("stage").in_words == "the same, a doctor said so"
    assert differences(case_of({}, compared)).on("stage").in_words == "not stated"
    assert differences(case_of(staged("II"), staged("II", "same"))).on("stage").in_words == "the same"


def test_a_long_answer_is_cut_after_a_word_and_whole_for_analysts():
    long = "word " * 40
    found = differences(case_of(staged(long), staged("II")))
    assert found.shown()[KEYS.index("stage") + 1][1].endswith("word…")
    assert found.rows()[KEYS.index("stage")]["answer_A"] == long


def test_something_else_than_a_case_is_refused():
    with pytest.raises(CompareError, match="takes a Case"):
        differences("case.yaml")


@given(st.sampled_from(sample_names()), st.randoms())
def test_the_order_of_the_opinions_changes_nothing(name, chance):
    case = sample(name)
    shuffled = case.model_copy(update={"opinions": tuple(chance.sample(case.opinions, len(case.opinions)))})
    found, again = differences(case), differences(shuffled)
    assert found.plain() == again.plain()
    assert found.sentences() == again.sentences()


@given(st.sampled_from(COMPARED), st.data())
def test_one_more_opinion_never_makes_a_difference_smaller(name, data):
    case = sample(name)
    names = [opinion.name for opinion in case.opinions]
    kept = data.draw(st.lists(st.sampled_from(names), min_size=2, unique=True))
    fewer = case.model_copy(update={"opinions": tuple(opinion for opinion in case.opinions if opinion.name in kept)})
    order = ["not stated", "same", "minor", "major"]
    for row, full in zip(differences(fewer).layers, differences(case).layers, strict=True):
        if not row.layer.part_of:
            assert order.index(row.agreement) <= order.index(full.agreement)
