import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.case import Opinion, built_in_layers, how_far_apart, open_layers, said_on
from compare.samples import sample, sample_names

BY_KEY = {layer.key: layer for layer in built_in_layers()}


def finding(layer, said):
    return Opinion(name="A", findings={layer: said})


def planned(**plan):
    return Opinion(name="A", plan=plan)


def apart(layer, one, other):
    """Return how far two opinions are apart, which is the same both ways."""
    there, back = how_far_apart(one, other, BY_KEY[layer]), how_far_apart(other, one, BY_KEY[layer])
    assert there == back
    return there


@pytest.mark.parametrize(
    ("layer", "opinion", "text"),
    [
        ("diagnosis", finding("diagnosis", "Colon cancer"), "Colon cancer"),
        ("diagnosis", finding("diagnosis", {"words": "a lump"}), "“a lump”"),
        ("diagnosis", finding("diagnosis", "not known"), None),
        ("pathology", Opinion(name="A", findings={"cell_type": "adeno", "grade": 2}), "adeno; grade 2"),
        ("stage", Opinion(name="A", findings={"stage": "IIIA", "tnm": "cT2 N2"}), "IIIA; cT2 N2"),
        ("biomarkers", finding("biomarkers", {"EGFR": "not done", "ALK": "found"}), "EGFR: not done; ALK: found"),
        ("operability", finding("operability", "borderline"), "borderline"),
        ("operability", finding("operability", "not stated"), None),
        ("treatment", planned(name="Cut it out", modalities=["surgery"]), "Cut it out"),
        ("treatment", planned(modalities=["surgery", "radiation"]), "surgery and radiation"),
        ("radiation", planned(name="Rays"), None),
        ("radiation", planned(modalities=["surgery"]), "no radiation"),
        ("radiation", planned(modalities=["radiation"], sequence=["Proton beams", "Rest"]), "Proton beams"),
        ("radiation", planned(modalities=["radiation"]), "radiation"),
        ("drugs", planned(modalities=["surgery"]), "no drugs"),
        ("drugs", planned(modalities=["hormone therapy", "chemotherapy"]), "chemotherapy and hormone therapy"),
        ("drugs", planned(modalities=["chemotherapy"], sequence=["X", "Y"]), "chemotherapy: X, then Y"),
        ("trial", planned(modalities=["surgery"]), "not in a trial"),
        ("trial", planned(trial={"name": "ABC"}), "in a trial: ABC"),
        ("trial", planned(intent="clinical trial"), "in a trial"),
        ("trial", planned(name="Cut it out"), None),
        ("intent", planned(intent="curative"), "curative"),
        ("practicality", planned(delivery_site="Near home"), "Near home"),
    ],
)
def test_what_an_opinion_says_on_a_layer(layer, opinion, text):
    assert said_on(opinion, BY_KEY[layer]) == text


def test_an_opinion_that_says_nothing_leaves_every_layer_open():
    assert open_layers(Opinion(name="A")) == built_in_layers()
    assert BY_KEY["stage"] not in open_layers(finding("stage", "II"))


@pytest.mark.parametrize("name", sample_names())
def test_an_open_layer_is_one_on_which_nothing_is_said(name):
    for opinion in sample(name).opinions:
        for layer in built_in_layers():
            assert (said_on(opinion, layer) is None) == (layer in open_layers(opinion))


@pytest.mark.parametrize(
    ("layer", "one", "other", "found"),
    [
        ("diagnosis", "Colon cancer", "colon  CANCER", "same"),
        ("diagnosis", "Liposarcoma", "Lipoma", "major"),
        ("stage", "IIIA", "Stage III A", "same"),
        ("stage", "IIIA", "IIIB", "major"),
        ("stage", "IIIA, one node", "IIIA, two nodes", "minor"),
        ("stage", "IIIA, one node", "IIIA", "same"),
        ("stage", "2.5 cm", "25 cm", "major"),
        ("imaging", "one spot", "two spots", "minor"),
        ("operability", "operable", "inoperable", "major"),
        ("operability", "operable", "not applicable", None),
        ("operability", "not applicable", "not applicable", "same"),
        ("biomarkers", {"ALK": "found"}, {"alk": "Found"}, "same"),
        ("biomarkers", {"ALK": "found"}, {"ALK": "not found"}, "minor"),
        ("biomarkers", {"ALK": "found"}, {"ALK": "not done"}, None),
        ("biomarkers", {"ALK": "found", "EGFR": "not done"}, {"ALK": "found", "EGFR": "found"}, "minor"),
    ],
)
def test_how_far_two_findings_are_apart(layer, one, other, found):
    assert apart(layer, finding(layer, one), finding(layer, other)) == found


@pytest.mark.parametrize(
    ("layer", "one", "other", "found"),
    [
        ("treatment", {"name": "X", "modalities": ["surgery"]}, {"name": "Y", "modalities": ["surgery"]}, "same"),
        ("treatment", {"modalities": ["surgery", "radiation"]}, {"modalities": ["radiation", "surgery"]}, "same"),
        ("treatment", {"modalities": ["surgery"]}, {"modalities": ["radiation"]}, "major"),
        ("treatment", {"name": "X"}, {"name": "Y"}, "major"),
        ("treatment", {"name": "X"}, {"modalities": ["surgery"]}, None),
        ("radiation", {"modalities": ["surgery"]}, {"modalities": ["surgery", "radiation"]}, "major"),
        (
            "radiation",
            {"modalities": ["radiation"], "sequence": ["Radiation for five weeks"]},
            {"modalities": ["radiation"], "sequence": ["Proton radiation"]},
            "minor",
        ),
        ("drugs", {"modalities": ["surgery"]}, {"modalities": ["radiation"]}, "same"),
        ("drugs", {"modalities": ["chemotherapy"]}, {"modalities": ["hormone therapy"]}, "major"),
        (
            "drugs",
            {"modalities": ["chemotherapy", "surgery"], "sequence": ["Chemotherapy", "Surgery"]},
            {"modalities": ["surgery", "chemotherapy"], "sequence": ["Surgery", "Chemotherapy"]},
            "minor",
        ),
        ("trial", {"modalities": ["surgery"]}, {"modalities": ["surgery"], "trial": {"name": "ABC"}}, "major"),
        ("trial", {"trial": {"name": "ABC"}}, {"trial": {"name": "DEF"}}, "major"),
        ("trial", {"trial": {"name": "ABC"}}, {"intent": "clinical trial"}, "same"),
        ("intent", {"intent": "curative"}, {"intent": "palliative"}, "major"),
        ("practicality", {"delivery_site": "Near"}, {"delivery_site": "Far"}, "minor"),
    ],
)
def test_how_far_two_plans_are_apart(layer, one, other, found):
    assert apart(layer, planned(**one), planned(**other)) == found


@given(st.sampled_from(sorted(BY_KEY)), st.sampled_from(sample_names()))
def test_nobody_differs_from_themselves(key, name):
    for opinion in sample(name).opinions:
        assert apart(key, opinion, opinion) in {"same", None}
