"""Keeping a case in its file: saved soon, never over what others wrote, offered again after a kill."""

import gc
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
import weakref

import pytest

import compare
from compare.app.acts import act, set_field
from compare.app.keeping import WAIT, Keeper, _content, _last_save
from compare.app.naming import free_name, safe_name
from compare.app.state import State
from compare.app.waiting import Waiting, waiting_for
from compare.case import Case
from compare.errors import CompareError
from compare.files import fingerprint
from compare.files.saving import VERSIONS_FOLDER, Sitting
from compare.words import keeping as told

CASE = Case(question="Which?", opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])


@pytest.fixture
def path(tmp_path):
    return compare.save(CASE, tmp_path / "rosa.yaml")


@pytest.fixture
def window():
    """Open a window on a file: its state and its keeper, which saves only when it is told to."""

    def opened(path, wait=3600.0):
        state = State(CASE)
        if path.exists():
            state.open_path(path)
        else:
            state.path = path
        return state, Keeper(state, lambda _: None, wait=wait)

    return opened


def ask(state, question):
    state.put(("question",), question)


def waiting_files(folder):
    return list(folder.glob(".*.waiting"))


def test_what_was_said_again_is_kept_with_the_ends_it_is_for_and_can_be_taken_back(path, window):
    points = {"points": dict.fromkeys(CASE.keys, 40)}
    rosa = {"name": "Rosa", "weights": points, "anchors": {"goals": {"worst": "nothing", "best": "all"}}}
    compare.save(Case(opinions=CASE.opinions, people=[rosa]), path, keep_comments=False)
    state, keeper = window(path)
    waiting = Waiting.beside(path, state.case, {})
    waiting.write()
    assert json.loads(waiting.file.read_text())["case"]["people"][0]["anchors"] == rosa["anchors"]
    waiting.remove()
    act(state, "keep_weights", [0])
    keeper.flush()
    kept = compare.read(path)
    assert kept.moved_for(kept.people[0]) == ()
    assert kept.people[0].anchors["goals"].best == CASE.criterion("goals").best
    act(state, "undo", [])
    keeper.flush()
    back = compare.read(path)
    assert back.weights_by(back.people[0]) is None


def test_a_change_is_in_the_file_soon_after_it_and_told(path):
    state, heard = State(CASE), []
    state.open_path(path)
    Keeper(state, heard.append, wait=0.05)
    ask(state, "Now?")
    until = time.monotonic() + 5
    while compare.read(path).question != "Now?" and time.monotonic() < until:
        time.sleep(0.02)
    assert compare.read(path) == state.case
    assert [status.kind for status in heard[:1]] == ["waiting"]
    assert WAIT <= 5


def test_changes_in_quick_succession_are_saved_once(path, window, monkeypatch):
    state, keeper = window(path)
    for number in range(20):
        ask(state, f"Question {number}?")
    keeper.flush()
    assert compare.read(path).question == "Question 19?"
    assert [found.name for found in (path.parent / VERSIONS_FOLDER).iterdir()] == ["rosa.1.yaml"]


def test_of_many_saves_in_one_sitting_the_state_at_opening_is_kept_and_one_each_ten_minutes(path, window):
    state, keeper = window(path)
    keeper._sitting = Sitting(time.time() - 7200)
    kept = path.parent / VERSIONS_FOLDER
    for number in range(8):
        ask(state, f"Question {number}?")
        keeper.flush()
        if number == 3:
            an_hour_ago = time.time() - 3600
            os.utime(kept / "rosa.1.yaml", (an_hour_ago, an_hour_ago))
    questions = [compare.read(file).question for file in sorted(kept.iterdir())]
    assert questions == ["Question 3?", "Which?"]


def test_nothing_is_written_without_a_change_and_without_a_file(path, window, tmp_path):
    before = fingerprint(path)
    state, keeper = window(path)
    state.move({**state.points, "goals": 3})
    keeper.flush()
    assert fingerprint(path) == before
    state, nowhere = State(CASE), None
    nowhere = Keeper(state, lambda _: None)
    ask(state, "Where?")
    nowhere.flush()
    assert nowhere.status == ("none", told.NOT_YET, "")
    assert [found.name for found in tmp_path.iterdir()] == ["rosa.yaml"]


def test_a_file_that_is_not_there_yet_is_made_at_the_first_change_only(tmp_path, window):
    state, keeper = window(tmp_path / "new.yaml")
    keeper.flush()
    assert keeper.status == ("none", told.at_first_change("new.yaml"), "")
    assert list(tmp_path.iterdir()) == []
    ask(state, "New?")
    assert keeper.status.kind == "waiting"
    keeper.flush()
    assert keeper.status == ("saved", told.saved("new.yaml"), "")
    assert compare.read(tmp_path / "new.yaml") == state.case


def test_comments_and_layout_of_the_file_stay(case_file, window):
    path = case_file("# by hand\nschema: 1\nquestion: Which?   # soon\nopinions: [{name: A}, {name: B}]\n")
    state, keeper = window(path)
    ask(state, "When?")
    keeper.flush()
    text = path.read_text()
    assert "# by hand" in text
    assert "question: When?" in text
    assert "# soon" in text


@pytest.mark.parametrize("name", ["rosa.json", "rosa.yml", "rosa.csv", "rosa.xlsx"])
def test_every_format_comes_back_the_same(tmp_path, window, name):
    state, keeper = window(tmp_path / name)
    for question in ("Same?", "Still the same?"):
        ask(state, question)
        keeper.flush()
        assert compare.read(tmp_path / name) == state.case
    again, _ = window(tmp_path / name)
    assert again.case == state.case


def test_two_windows_on_one_file_keep_both(path, window):
    (mine, keeper), (theirs, other) = window(path), window(path)
    ask(theirs, "Theirs?")
    other.flush()
    ask(mine, "Mine?")
    keeper.flush()
    beside = path.with_name("rosa-other-window.yaml")
    assert (compare.read(path).question, compare.read(beside).question) == ("Theirs?", "Mine?")
    assert mine.path == beside
    assert keeper.status.kind == "saved"
    assert all(name in keeper.status.note for name in ("rosa.yaml", "rosa-other-window.yaml", "Both are kept"))


def test_after_that_each_window_saves_to_its_own_file(path, window):
    (mine, keeper), (theirs, other) = window(path), window(path)
    for state, saved in ((theirs, other), (mine, keeper), (mine, keeper), (theirs, other)):
        ask(state, f"{len(state.before)} {state is mine}?")
        saved.flush()
    assert compare.read(path) == theirs.case
    assert compare.read(mine.path) == mine.case
    assert len(list(path.parent.glob("*.yaml"))) == 2


def test_a_hundred_times_two_windows_lose_nothing(path, window):
    windows = [window(path) for _ in range(2)]
    for number in range(50):
        for place, (state, _) in enumerate(windows):
            ask(state, f"{number} of {place}?")
        threads = [threading.Thread(target=keeper.flush) for _, keeper in windows]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    assert windows[0][0].path != windows[1][0].path
    assert all(compare.read(state.path) == state.case for state, _ in windows)


def test_the_new_file_is_for_the_same_people_to_read(path, window):
    path.chmod(0o600)
    (mine, keeper), (theirs, other) = window(path), window(path)
    for state, saved in ((theirs, other), (mine, keeper)):
        ask(state, f"{state is mine}?")
        saved.flush()
    assert stat.S_IMODE(mine.path.stat().st_mode) == 0o600


def test_a_file_that_was_removed_meanwhile_is_made_again(path, window):
    state, keeper = window(path)
    path.unlink()
    ask(state, "Still?")
    keeper.flush()
    assert compare.read(path) == state.case
    assert keeper.status.note == ""


@pytest.fixture
def full_disk(monkeypatch):
    """Let every flush to the disk fail until it is called."""
    whole = os.fsync

    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    return lambda: monkeypatch.setattr(os, "fsync", whole)


def test_a_full_disk_is_said_and_nothing_is_lost(path, window, full_disk):
    state, keeper = window(path)
    ask(state, "Room?")
    keeper.flush()
    assert keeper.status.kind == "failed"
    assert "No space left" in keeper.status.note
    assert (compare.read(path), state.case.question) == (CASE, "Room?")
    full_disk()
    keeper.flush()
    assert keeper.status.kind == "saved"
    assert compare.read(path).question == "Room?"


def test_a_failed_save_is_tried_again_by_itself(path, full_disk, monkeypatch):
    monkeypatch.setattr("compare.app.keeping._TRY_AGAIN", 0.05)
    state = State(CASE)
    state.open_path(path)
    keeper = Keeper(state, lambda _: None, wait=0.01)
    ask(state, "Again?")
    time.sleep(0.2)
    full_disk()
    until = time.monotonic() + 5
    while keeper.status.kind != "saved" and time.monotonic() < until:
        time.sleep(0.02)
    assert compare.read(path).question == "Again?"


def test_a_folder_that_is_gone_is_said(tmp_path, window):
    state, keeper = window(tmp_path / "gone" / "rosa.yaml")
    ask(state, "Where?")
    keeper.flush()
    assert "no such folder" in keeper.status.note


def test_what_was_refused_waits_in_a_private_file_and_goes_once_it_is_mended(path, window):
    state, keeper = window(path)
    set_field(state, ("decide_by",), "day", "soon")
    keeper.flush()
    [file] = waiting_files(path.parent)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["typed"][0]["typed"] == "soon"
    set_field(state, ("decide_by",), "day", "2026-12-01")
    keeper.flush()
    assert waiting_files(path.parent) == []
    assert compare.read(path) == state.case


def test_names_of_private_files_are_of_safe_letters(tmp_path, window):
    state, keeper = window(tmp_path / "Ros@ & 学校.yaml")
    set_field(state, ("decide_by",), "day", "soon")
    keeper.flush()
    [file] = waiting_files(tmp_path)
    assert file.name.isascii()
    assert "Ros" not in file.name


KILLED = """
import sys, time
from pathlib import Path
from compare.app.acts import set_field
from compare.app.shell import App

app = App(path=sys.argv[1])
set_field(app.state, ("decide_by",), "day", "soon")
for number in range(10**6):
    set_field(app.state, ("question",), "line", f"Question {number}?")
    print(number, flush=True)
    time.sleep(0.02)
"""


def test_a_killed_kernel_loses_at_most_five_seconds_and_what_was_refused_is_offered(path):
    with subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE, text=True) as program:
        seen, begun = {}, None
        for line in program.stdout:
            begun = begun or time.monotonic()
            seen[int(line)] = time.monotonic()
            if time.monotonic() > begun + 3.5:
                break
        program.send_signal(signal.SIGKILL)
    kept = int(compare.read(path).question.split()[1].rstrip("?"))
    assert max(seen.values()) - seen[kept] < 5
    found = waiting_for(path, compare.read(path))
    assert found is not None
    assert found.drafts["decide_by",][0] == "soon"


def dead(path, case, drafts=()):
    """Leave behind what a program that has ended had not saved."""
    with subprocess.Popen([sys.executable, "-c", ""]) as program:
        program.wait()
    ours = Waiting.beside(path, case, dict(drafts))
    left = Waiting(
        ours.file.with_name(ours.file.name.replace(f"-{os.getpid()}-", f"-{program.pid}-")), case, ours.drafts
    )
    left.write()
    return left


def test_what_a_program_left_is_found_by_the_next_and_by_this_file_alone(path):
    changed = CASE.model_copy(update={"question": "Lost?"})
    left = dead(path, changed, {("decide_by",): ("soon", "no day")})
    assert waiting_for(path, CASE) == left
    assert waiting_for(path.with_name("other.yaml"), CASE) is None


def test_what_says_nothing_new_is_removed(path):
    left = dead(path, CASE)
    assert waiting_for(path, CASE) is None
    assert not left.file.exists()


def test_what_another_window_still_has_open_is_left_alone(path):
    ours = Waiting.beside(path, CASE, {("a",): ("b", "c")})
    ours.write()
    assert waiting_for(path, CASE) is None
    assert ours.file.exists()


@pytest.mark.parametrize(
    "text", ["", "[", "[" * 100_000, '{"case": {}, "typed": []}', '{"typed": [1], "case": 1}', "\0"]
)
def test_a_private_file_that_makes_no_sense_is_passed_over(path, text):
    left = dead(path, CASE)
    left.file.write_text(text)
    assert waiting_for(path, CASE) is None


def test_a_private_file_that_cannot_be_written_is_no_fault(path, window, full_disk):
    state, keeper = window(path)
    set_field(state, ("decide_by",), "day", "soon")
    keeper.flush()
    assert waiting_files(path.parent) == []
    assert state.drafts


def test_another_case_is_never_saved_over_the_file_of_the_family(path, window):
    state, keeper = window(path)
    act(state, "sample", ["prostate"])
    ask(state, "Sample?")
    keeper.flush()
    assert compare.read(path) == CASE
    assert keeper.status.kind == "none"
    state.undo()
    state.undo()
    assert (state.path, state.case) == (path, CASE)


def test_a_case_without_a_file_is_kept_in_the_folder_under_a_safe_name(tmp_path):
    state = State(CASE)
    keeper = Keeper(state, lambda _: None)
    with pytest.raises(CompareError, match="no folder"):
        state.keep_as("Rosa")
    state.folder = tmp_path
    state.keep_as("../Rosa & family")
    keeper.flush()
    assert compare.read(tmp_path / "rosa-family.yaml") == CASE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa's  Lung!", "rosas-lung"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "case"),
        ("学校", "case"),
        ("Ä" * 200, "a" * 80),
    ],
)
def test_names_are_made_of_our_own_letters(text, name):
    assert safe_name(text) == name


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    for name in ("rosa.yaml", "rosa-2.yaml"):
        (tmp_path / name).touch()
    assert free_name(tmp_path, "Rosa").name == "rosa-3.yaml"
    assert len(free_name(tmp_path, "x" * 300).stem) == 80


def test_when_no_name_is_free_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("compare.app.naming._MOST", 2)
    (tmp_path / "rosa.yaml").touch()
    with pytest.raises(CompareError, match="too many"):
        free_name(tmp_path, "rosa")


ENDED = """
import sys
from compare.app.acts import set_field
from compare.app.shell import App

app = App(path=sys.argv[1])
set_field(app.state, ("question",), "line", "At the end?")
"""


def test_a_program_that_ends_saves_what_is_open(path):
    done = subprocess.run([sys.executable, "-c", ENDED, path], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert compare.read(path).question == "At the end?"


def test_a_keeper_that_nobody_needs_any_more_is_let_go():
    state = State(CASE)
    _last_save(weakref.ref(Keeper(state, lambda _: None)))
    gone = weakref.ref(Keeper(State(CASE), lambda _: None))
    gc.collect()
    _last_save(gone)
    assert gone() is None


def test_a_file_that_cannot_be_looked_at_is_no_change_by_others(path, window, full_disk, monkeypatch):
    state, keeper = window(path)
    ask(state, "Which?!")

    def refuse(*_):
        raise PermissionError(13, "not allowed")

    monkeypatch.setattr("compare.app.keeping.fingerprint", refuse)
    keeper.flush()
    assert keeper.status.kind == "failed"
    assert [found.name for found in path.parent.glob("*.yaml")] == ["rosa.yaml"]


def test_a_file_that_holds_no_case_any_more_for_others_stays_as_it_is(path, window):
    state, keeper = window(path)
    path.write_text("not a case at all")
    ask(state, "Mine?")
    keeper.flush()
    assert path.read_text() == "not a case at all"
    assert compare.read(state.path) == state.case


def test_what_was_kept_in_an_odd_layout_is_written_anew_rather_than_wrongly(path):
    data = _content(CASE, path, b"- a list\n")
    assert compare.files.read_data(data) == CASE
