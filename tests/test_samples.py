import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import compare
from compare.errors import CompareError
from compare.explanation import explain
from compare.samples import sample, sample_names, sample_path

NAMES = sample_names()
PRACTICE = ("colon-stage-4", "lymphoma", "sarcoma")
PUBLISHED = ("breast", "lung-stage-3", "prostate")
BEFORE = "getting-ready"
"""A family that gets ready, with one opinion."""


def test_the_seven_samples_are_there():
    assert set(NAMES) >= {*PRACTICE, *PUBLISHED, BEFORE}


def test_a_sample_that_is_not_there_brings_a_suggestion():
    with pytest.raises(CompareError, match="did you mean `prostate`"):
        sample("prostat")


@pytest.mark.parametrize("name", ["../secrets", "/etc/passwd", "", ".", "prostate.yaml"])
def test_a_sample_is_never_a_path(name):
    with pytest.raises(CompareError):
        sample_path(name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_each_reads_saves_and_reads_back_equal(name, ending, tmp_path):
    assert compare.read(compare.save(sample(name), tmp_path / f"copy{ending}")) == sample(name)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_opinions_to_compare_real_gaps_and_people_who_weigh(name):
    case = sample(name)
    scores = compare.score(case)
    assert len(case.opinions) in ({1} if name == BEFORE else {2, 3, 4})
    assert 1 <= len(case.people) <= 4
    assert scores.weights.given
    assert any(scores.open_answers(opinion) for opinion in case.names)
    assert compare.questions(scores).items


@pytest.mark.parametrize("name", NAMES)
def test_each_scores_for_every_person(name):
    case = sample(name)
    for person in case.people:
        scores = compare.score(case, person=person.name)
        assert scores.person == person.name
        assert all(0 <= total.low <= total.mean <= total.high <= 100 for total in scores.totals.values())
        assert not re.search(r"\d[.,]\d", " ".join(explain(scores)))


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_sample_is_half_known_by_accident(name):
    for row in compare.score(sample(name)).values.values():
        assert any(value.width < 100 for value in row.values())


def test_people_give_weights_in_different_ways():
    ways = {person.weights.how for name in NAMES for person in sample(name).people if person.weights}
    assert len(ways) >= 3


def test_one_is_too_close_to_call_and_one_is_not():
    close = {compare.score(sample(name)).close_call for name in NAMES}
    assert close == {True, False}


@pytest.mark.parametrize("name", [*PRACTICE, BEFORE])
def test_practice_data_is_marked(name):
    assert "practice" in f"{sample(name).notice} {sample(name).question}".lower()


@pytest.mark.parametrize("name", NAMES)
def test_each_says_that_people_are_made_up(name):
    assert "made up" in sample(name).notice or "practice" in sample(name).notice.lower()


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_figures_name_their_source(name):
    case = sample(name)
    assert case.sources
    counted = [
        effect for opinion in case.opinions for effect in (*opinion.outcomes, *opinion.side_effects) if effect.chance
    ]
    assert counted
    assert all(effect.chance.source for effect in counted if effect.chance.known)


def test_the_trial_behind_the_prostate_case_is_counted_as_published():
    deaths = {
        opinion.name: str(effect.chance.answer)
        for opinion in sample("prostate").opinions
        for effect in opinion.outcomes
        if effect.name == "Died of prostate cancer"
    }
    assert sorted(deaths.values()) == ["12 of 553", "16 of 545", "17 of 545"]


@pytest.mark.parametrize("name", NAMES)
def test_any_yaml_1_2_reader_can_read_it(name):
    tree = YAML(typ="safe", pure=True).load(Path(sample_path(name)).read_text(encoding="utf-8"))
    assert tree["schema"] == 1


@pytest.mark.parametrize("name", NAMES)
def test_nobody_builds_on_a_test_that_they_say_was_not_done(name):
    for opinion in sample(name).opinions:
        replies = " ".join(opinion.asked.values()).lower()
        for test, marker in (opinion.findings.biomarkers if opinion.findings else {}).items():
            assert marker.result or test.lower().partition(" of ")[0] not in replies


def test_the_family_that_gets_ready_shows_every_field_of_getting_ready():
    ready = sample(BEFORE).preparation
    empty = {"challenges", "short_on_time"}
    assert {name for name in type(ready).model_fields if not getattr(ready, name)} == empty
