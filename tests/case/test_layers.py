import pytest

from compare.case import built_in_layers, layer_rules
from compare.case.opinion import LAYERS
from compare.errors import CompareError

BY_KEY = {layer.key: layer for layer in built_in_layers()}


@pytest.mark.parametrize(
    ("layers", "first_step", "specialty"),
    [
        (["diagnosis", "pathology", "biomarkers"], "slide", "pathologist"),
        (["stage", "imaging"], "joint re-read", "a radiologist or a nuclear medicine doctor, then the team"),
        (["operability"], "operative discussion", "high-volume surgeon"),
        (["radiation"], "reasons", "radiation oncologist"),
        (["drugs"], "guideline", "a medical oncologist"),
        (["treatment"], "multidisciplinary board", "neither specialty alone: a team"),
        (["trial"], "join the trial", "does not enrol"),
        (["intent"], "what matters most", "not another doctor"),
        (["practicality"], "Make a plan", "a social worker, and the insurer"),
    ],
)
def test_every_row_of_the_table_of_who_settles_what(layers, first_step, specialty):
    for key in layers:
        assert first_step in BY_KEY[key].first_step
        assert specialty in BY_KEY[key].specialty


def test_the_layers_of_the_case_are_all_there_and_the_chain_runs_from_the_facts_to_the_plan():
    assert set(LAYERS) < set(BY_KEY)
    chain = ["diagnosis", "pathology", "stage", "operability", "treatment", "radiation", "intent", "practicality"]
    assert [key for key in BY_KEY if key in chain] == chain


def test_only_aims_and_the_way_there_are_for_no_further_doctor():
    assert {layer.key for layer in built_in_layers() if layer.values_only} == {"intent", "practicality"}


def test_every_layer_has_its_words_and_its_source():
    for layer in built_in_layers():
        assert layer.question.endswith("?")
        assert layer.first_step.endswith(".")
        assert layer.source
        assert layer.part_of is None or layer.part_of in BY_KEY


def test_the_rules_refuse_a_word_that_they_do_not_know():
    with pytest.raises(CompareError, match="differs"):
        type(BY_KEY["stage"])(**{**BY_KEY["stage"].model_dump(), "differs": "huge"})


@pytest.mark.parametrize(
    ("specialty", "gives"),
    [
        ("Thoracic surgery", {"surgery"}),
        ("Urological surgery", {"surgery"}),
        ("Radiation oncology", {"radiation"}),
        ("Interventional radiology", {"liver-directed treatment"}),
        ("Radiology", set()),
        ("Non-surgical oncology", set()),
        ("Medical oncology", {"chemotherapy", "immunotherapy", "targeted drug", "hormone therapy"}),
    ],
)
def test_which_treatments_a_specialty_gives_itself(specialty, gives):
    assert {kind.key for kind in layer_rules().treatments if kind.is_given_by(specialty)} == gives
