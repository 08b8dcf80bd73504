import os

import pytest
from on_screen import blocks_of, enter, field_at, new_case, press, state_of

from compare.app.blocks import Act, Card, Open
from compare.app.screens.start import kept_files
from compare.files import ENDINGS
from compare.limits import FILE_BYTES
from compare.samples import sample, sample_names
from compare.words import entering, screens
from compare.words.numbers import counted


@pytest.fixture
def kept(tmp_path):
    for age, name in enumerate(("old.yaml", "new.yml", "own.json", ".hidden.yaml", "notes.txt", "<b>.yaml")):
        (tmp_path / name).write_text("x", encoding="utf-8")
        os.utime(tmp_path / name, (age, age))
    (tmp_path / "folder.yaml").mkdir()
    state = state_of(new_case(), "start")
    state.folder = tmp_path
    return state


def acts(state, name):
    """Return the buttons of an act."""
    return [block for block in blocks_of(state) if isinstance(block, Act) and block.act == name]


def test_one_can_begin_anew_or_with_a_file_of_ones_own():
    state = state_of(new_case(), "start")
    assert len(acts(state, "new")) == 1
    opened = next(block for block in blocks_of(state) if isinstance(block, Open))
    assert (set(opened.endings), opened.limit) == (set(ENDINGS), FILE_BYTES)


def test_one_can_begin_with_getting_ready_and_one_opinion_and_go_back():
    state = state_of("prostate", "start")
    before = state.case
    press(state, screens.NEW_READY)
    assert (state.screen, len(state.case.opinions), state.case.preparation) == ("preparing", 1, None)
    state.undo()
    assert state.case == before


def test_every_sample_is_offered_by_its_question():
    offered = {act.given[0]: act for act in acts(state_of(new_case(), "start"), "sample")}
    assert set(offered) == set(sample_names()) == set(entering.SAMPLES)
    for name, act in offered.items():
        assert act.label.endswith("?")
        assert len(act.label) <= 70
        assert act.note.startswith(counted(len(sample(name).opinions), "opinion"))


def test_what_is_said_of_published_results_is_so():
    for name, (_, note) in entering.SAMPLES.items():
        assert ("published" in note) == bool(sample(name).sources)


def test_the_sample_that_is_open_stands_out():
    state = state_of(new_case(), "start")
    press(state, entering.SAMPLES["sarcoma"][0])
    assert state.case == sample("sarcoma")
    assert [act.given[0] for act in acts(state, "sample") if act.tone == "main"] == ["sarcoma"]


def test_without_a_folder_nothing_is_said_of_files():
    state = state_of(new_case(), "start")
    assert kept_files(state) == []
    assert entering.KEPT_HERE not in [block.title for block in blocks_of(state) if isinstance(block, Card)]


def test_the_files_of_the_folder_stand_there_the_latest_first(kept):
    assert kept_files(kept) == ["<b>.yaml", "own.json", "new.yml", "old.yaml"]
    assert [act.label for act in acts(kept, "open_kept")] == kept_files(kept)


def test_a_folder_that_is_gone_shows_nothing(kept, tmp_path):
    kept.folder = tmp_path / "gone"
    assert acts(kept, "open_kept") == []


def test_the_question_and_the_day_are_asked():
    state = state_of(new_case(), "start")
    enter(state, "question", typed="  Surgery or not?  ")
    enter(state, "decide_by", typed="2026-12-24")
    enter(state, "decide_by_said_by", typed="Dr. Lee")
    assert (state.case.question, state.case.decide_by.isoformat(), state.case.decide_by_said_by) == (
        "Surgery or not?",
        "2026-12-24",
        "Dr. Lee",
    )
    for place in ("question", "decide_by", "decide_by_said_by"):
        enter(state, place, typed="")
    assert state.case == new_case()


def test_a_day_that_is_none_is_refused_and_stays():
    state = state_of(new_case(), "start")
    enter(state, "decide_by", typed="2026-02-30")
    assert "There is no such day." in field_at(state, "decide_by").fault
    assert "decide_by" not in field_at(state, "decide_by").fault


def test_the_patient_and_the_comparison_are_told_about_and_nothing_else_changes():
    state = state_of(new_case(), "start")
    told = {
        "condition": "Lung cancer",
        "ecog": "1",
        "age": "63",
        "other_conditions": "asthma",
        "primary_doctor": "told",
    }
    for name, typed in told.items():
        enter(state, "patient", name, typed=typed)
    enter(state, "notes", typed="Two lines\nof notes")
    patient = state.case.patient
    assert (patient.condition, patient.ecog, patient.age, patient.other_conditions) == (
        "Lung cancer",
        1,
        63,
        ("asthma",),
    )
    assert field_at(state, "patient", "ecog").value == "1"
    assert state.case.notes == "Two lines\nof notes"
    enter(state, "patient", "age", typed="old")
    assert (field_at(state, "patient", "age").value, state.case.patient.age) == ("old", 63)
