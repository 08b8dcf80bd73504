"""The app without a browser: blocks in, acts in, case out."""

import json

import pytest
from made_up import HOSTILE

import compare
from compare.app.screens import SCREENS
from compare.app.shell import App
from compare.app.taking_away import NAMES
from compare.app.waiting import Waiting
from compare.case import Case
from compare.errors import CompareError
from compare.words import keeping

CASE = Case(question="Which?", opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])


@pytest.fixture
def path(tmp_path):
    return compare.save(CASE, tmp_path / "rosa.yaml")


def tell(app, kind, **message):
    app._told(app, {"kind": kind, **message}, [])


def do(app, name, *given):
    tell(app, "act", act=name, given=list(given))


def put(app, *place, typed, form="line"):
    tell(app, "set", place=list(place), form=form, typed=typed)


def test_a_case_in_a_file_is_opened_kept_and_its_folder_known(path):
    app = App(path=path)
    assert (app.case, app.state.folder) == (CASE, path.parent)
    assert app.status == {"kind": "saved", "text": keeping.saved("rosa.yaml"), "note": ""}
    put(app, "question", typed="Where?")
    assert app.status["kind"] == "waiting"
    app.keeper.flush()
    assert app.status["kind"] == "saved"
    assert compare.read(path).question == "Where?"


def test_a_file_that_is_not_there_yet_is_made_at_the_first_change(tmp_path):
    app = App(CASE, tmp_path / "new.yaml")
    put(app, "question", typed="Where?")
    app.keeper.flush()
    assert compare.read(tmp_path / "new.yaml") == app.case


def test_without_a_file_it_says_that_nothing_is_saved():
    assert App().status["text"] == keeping.NOT_YET


@pytest.mark.parametrize("name", ["rosa.docx", "broken.yaml"])
def test_a_file_that_cannot_hold_a_case_is_refused_at_once(tmp_path, name):
    (tmp_path / "broken.yaml").write_text("schema: 1\nopinionz: []\n")
    with pytest.raises(CompareError):
        App(path=tmp_path / name)


def test_a_case_and_a_file_that_is_there_are_one_too_many(path):
    with pytest.raises(CompareError, match="another case"):
        App(CASE, path)


def test_what_was_left_is_offered_taken_over_and_then_gone(path, monkeypatch):
    left = Waiting.beside(path, CASE.model_copy(update={"question": "Lost?"}), {("decide_by",): ("soon", "no day")})
    left.write()
    monkeypatch.setattr("compare.app.waiting._OURS", "00000000")
    app = App(path=path)
    assert app.page["blocks"][0]["title"] == keeping.FOUND_TITLE
    do(app, "recover")
    assert (app.case.question, app.state.drafts) == ("Lost?", left.drafts)
    assert compare.read(path).question == "Lost?"
    assert not left.file.exists()
    do(app, "undo")
    assert app.case == CASE


def test_what_was_left_can_be_left(path, monkeypatch):
    Waiting.beside(path, CASE.model_copy(update={"question": "Lost?"}), {}).write()
    monkeypatch.setattr("compare.app.waiting._OURS", "00000000")
    app = App(path=path)
    do(app, "leave")
    assert app.case == CASE
    assert [found.name for found in path.parent.iterdir()] == ["rosa.yaml"]


def test_every_change_can_be_taken_back_and_done_again():
    app = App(CASE)
    put(app, "question", typed="One?")
    put(app, "question", typed="Two?")
    do(app, "undo")
    assert app.case.question == "One?"
    do(app, "redo")
    assert (app.case.question, app.page["redo"]["off"]) == ("Two?", True)


def test_a_move_is_answered_with_sentences_flips_and_questions():
    app = App(compare.sample("prostate"))
    do(app, "go", "compares")
    app.points = {**app.points, "goals": 7}
    assert app.state.points["goals"] == 7
    assert app.answer["points"] == app.points
    assert all(app.answer[key] for key in ("sentences", "flips", "questions"))


def test_whose_view_it_is_goes_to_the_sentences():
    app = App(compare.sample("prostate"))
    second = app.case.people[1]
    with app.hold_trait_notifications():
        app.said = {"person": 1, "how": "points", "value": {}}
        app.points = compare.app.view.start_of(app.case, second)
    assert app.state.person == second.name
    assert second.name in app.answer["sentences"][0]


@pytest.mark.parametrize(
    "message",
    [{"kind": "other"}, {}, {"kind": "act", "act": "unknown"}, {"kind": "act", "act": "download", "given": ["../x"]}],
)
def test_anything_else_that_is_told_changes_nothing(message):
    app = App(CASE)
    app._told(app, message, [])
    assert app.case == CASE


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_stands_with_one_opinion_nothing_known_and_hostile_texts(screen):
    one = Case(opinions=[{"name": "A"}])
    text = "".join(HOSTILE)[:150] if not isinstance(HOSTILE, str) else HOSTILE[:150]
    hostile = Case(question=text, opinions=[{"name": "A", "pros": [text]}, {"name": "B", "asked": {text: text}}])
    for case in (one, hostile, compare.sample("colon-stage-4")):
        app = App(case)
        do(app, "go", screen)
        assert app.page["screen"] == screen
        assert json.dumps(app.page)


def test_every_button_makes_its_file(monkeypatch):
    app, sent = App(compare.sample("lung-stage-3")), []
    monkeypatch.setattr(app, "send", lambda content, buffers: sent.append((content["name"], buffers[0])))
    do(app, "go", "taking")
    rows = [row for group in app.page["blocks"][2:-1] for row in group["blocks"] if row["kind"] == "row"]
    names = [block["given"][0] for row in rows for block in row["blocks"]]
    for name in names:
        do(app, "download", name)
        assert app.page["message"] == f"Saved: {name}"
    assert [name for name, _ in sent] == names == [name for listed in NAMES.values() for name in listed]


def test_after_another_name_the_sliders_are_shown_from_the_start():
    app = App(compare.sample("prostate"))
    with app.hold_trait_notifications():
        app.said = {"person": 1, "how": "points", "value": {}}
        app.points = dict.fromkeys(app.points, 30)
    put(app, "people", 1, "name", typed="Somebody else")
    assert (app.said, app.state.person) == ({}, "")
    assert app.points == compare.app.view.opening_points(app.case)
