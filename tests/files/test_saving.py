import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from made_up import PERCENT, on_scale

import compare
from compare.errors import CompareError
from compare.files import fingerprint, read, save, save_bytes
from compare.files.saving import APART, NO_FILE, VERSIONS_FOLDER, Sitting, fingerprint_of
from compare.limits import KEPT_VERSIONS


def leftovers(folder):
    return list(folder.rglob("*.part")) + list(folder.rglob("*.tmp*"))


def versions(folder):
    return {path.name: path.read_bytes() for path in (folder / VERSIONS_FOLDER).glob("*") if path.suffix != ".part"}


@pytest.fixture
def kept(tmp_path):
    """A file that has been saved seven times."""
    path = tmp_path / "case.yaml"
    for number in range(7):
        save_bytes(path, b"content %d" % number, keep=True)
    return path


def test_five_versions_are_kept_the_newest_first(kept):
    assert kept.read_bytes() == b"content 6"
    assert versions(kept.parent) == {f"case.{place}.yaml": b"content %d" % (6 - place) for place in range(1, 6)}
    assert KEPT_VERSIONS == 5


def test_the_same_content_makes_no_version(kept):
    before = versions(kept.parent)
    save_bytes(kept, b"content 6", keep=True)
    assert versions(kept.parent) == before


MINUTE = 60


def sit(path, monkeypatch, minutes, since=1_000_000):
    """Save at each of some minutes of a sitting, which changes the file each time."""
    for minute in minutes:
        now = since + minute * MINUTE
        monkeypatch.setattr("compare.files.saving.time.time", lambda now=now: now)
        newest = path.parent / VERSIONS_FOLDER / "case.1.yaml"
        before = newest.read_bytes() if newest.exists() else None
        save_bytes(path, b"minute %d" % minute, keep=Sitting(since))
        if newest.read_bytes() != before:
            os.utime(newest, (now, now))


def found(path):
    return [text.decode() for _, text in sorted(versions(path.parent).items())]


@pytest.fixture
def opened(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes(b"as opened")
    return path


def test_in_a_sitting_versions_lie_ten_minutes_apart(opened, monkeypatch):
    sit(opened, monkeypatch, range(31))
    assert APART == 10 * MINUTE
    assert found(opened) == ["minute 29", "minute 19", "minute 9", "as opened"]


def test_after_a_long_sitting_the_state_at_opening_is_there_and_a_spread(opened, monkeypatch):
    sit(opened, monkeypatch, range(601))
    *minutes, first = found(opened)
    assert first == "as opened"
    at = [int(text.split()[1]) for text in minutes]
    assert len(at) == 4
    assert at[0] > 580
    assert all(before - after >= 100 for before, after in zip(at[1:], [*at[2:], 0], strict=True))


def test_a_sitting_begins_with_a_version_even_a_minute_after_another(opened, monkeypatch):
    sit(opened, monkeypatch, [0, 3])
    sit(opened, monkeypatch, [0, 3], since=1_000_000 + 4 * MINUTE)
    assert found(opened) == ["minute 3", "as opened"]


def test_the_versions_of_earlier_sittings_go_first(kept, monkeypatch):
    sit(kept, monkeypatch, [0, 11, 22], since=kept.stat().st_mtime + MINUTE)
    assert found(kept) == ["minute 11", "minute 0", "content 6", "content 5", "content 4"]


def test_a_sitting_that_begins_where_the_last_version_stood_keeps_it_as_its_first(opened, monkeypatch):
    sit(opened, monkeypatch, [0])
    save_bytes(opened, b"as opened")
    later = 1_000_000 + 60 * MINUTE
    sit(opened, monkeypatch, range(200), since=later)
    *others, first = found(opened)
    assert (len(others), first) == (4, "as opened")


def test_versions_only_where_they_are_asked_for(tmp_path):
    for content in (b"a", b"b"):
        save_bytes(tmp_path / "page.html", content)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


class Broken:
    """A call that fails with a full disk the n-th time it is made."""

    def __init__(self, call, place):
        self.call, self.place, self.count = call, place, 0

    def __call__(self, *arguments, **named):
        self.count += 1
        if self.count == self.place:
            raise OSError(28, "No space left on device")
        return self.call(*arguments, **named)


CALLS = [
    (os, "open"),
    (os, "fdopen"),
    (os, "fsync"),
    (Path, "chmod"),
    (Path, "replace"),
    (Path, "mkdir"),
    (Path, "read_bytes"),
]


def broken_save(monkeypatch, function, place, path):
    with monkeypatch.context() as patch:
        call = Broken(getattr(*function), place)

        def called(*arguments, **named):
            return call(*arguments, **named)

        patch.setattr(*function, called)
        try:
            save_bytes(path, b"new", keep=True)
        except CompareError as error:
            return error
    return None


@pytest.mark.parametrize("place", range(1, 8))
@pytest.mark.parametrize("function", CALLS, ids=[name for _, name in CALLS])
def test_a_full_disk_at_any_call_leaves_the_old_file_or_the_new(monkeypatch, kept, function, place):
    earlier = {*versions(kept.parent).values(), b"content 6"}
    error = broken_save(monkeypatch, function, place, kept)
    assert kept.read_bytes() == (b"content 6" if error else b"new")
    assert error is None or "No space left" in error.found
    assert leftovers(kept.parent) == []
    assert len(earlier & {*versions(kept.parent).values(), kept.read_bytes()}) >= 5


def test_a_full_disk_is_told_and_did_happen(monkeypatch, kept):
    told = [broken_save(monkeypatch, function, 1, kept) for function in CALLS if function[1] != "mkdir"]
    assert all("what it held before is unchanged" in str(error) for error in told)


def test_saves_that_fail_again_and_again_lose_no_version(monkeypatch, kept):
    before = versions(kept.parent)
    for _ in range(7):
        assert broken_save(monkeypatch, (os, "fsync"), 1, kept)
    assert versions(kept.parent) == before


def test_ctrl_c_leaves_nothing_behind(monkeypatch, kept):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        save_bytes(kept, b"new", keep=True)
    assert kept.read_bytes() == b"content 6"
    assert leftovers(kept.parent) == []


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from compare.files import save_bytes

folder, chance = Path(sys.argv[1]), random.Random(5)

def save_for_ever():
    for place in range(10**9):
        save_bytes(folder / "case.yaml", (b"%09d " % place) * 40_000, keep=True)

save_bytes(folder / "case.yaml", (b"%09d " % 0) * 40_000)
torn, left = 0, 0
for _ in range(40):
    child = os.fork()
    if not child:
        save_for_ever()
    time.sleep(chance.uniform(0.01, 0.06))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    contents = [path.read_bytes() for path in folder.rglob("case*.yaml")]
    torn += sum(content != content[:10] * 40_000 for content in contents) or not contents
    left += any(folder.rglob("*.part"))
print(torn, left > 0)
"""


def test_a_killed_program_leaves_a_whole_file_and_the_next_save_tidies_up(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "True"]
    save_bytes(tmp_path / "case.yaml", b"last", keep=True)
    assert leftovers(tmp_path) == []


@pytest.fixture
def dead_pid():
    with subprocess.Popen([sys.executable, "-c", ""]) as program:
        program.wait()
    return program.pid


@pytest.mark.parametrize("folder", [".", VERSIONS_FOLDER])
def test_what_a_dead_program_left_is_swept(kept, dead_pid, folder):
    left = kept.parent / folder / f".case.yaml.{dead_pid}-0123abcd.part"
    left.write_bytes(b"half")
    save_bytes(kept, b"new", keep=True)
    assert not left.exists()


@pytest.mark.parametrize(
    "name", [".case.yaml.{}-0123abcd.part", "notes.part", ".mine.part", ".case.yaml.x-0123abcd.part"]
)
def test_what_belongs_to_others_stays(kept, name):
    other = kept.parent / name.format(os.getppid())
    other.write_bytes(b"mine")
    save_bytes(kept, b"new", keep=True)
    assert other.read_bytes() == b"mine"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "deep").mkdir()
    real, link = tmp_path / "deep" / "case.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    save_bytes(link, b"new", keep=True)
    assert link.is_symlink()
    assert (real.read_bytes(), versions(real.parent)) == (b"new", {"case.1.yaml": b"old"})


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_the_mode_is_kept_for_the_file_and_its_versions(tmp_path, mode):
    path = tmp_path / "case.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)
    save_bytes(path, b"new", keep=True)
    found = [stat.S_IMODE(name.stat().st_mode) for name in (path, tmp_path / VERSIONS_FOLDER / "case.1.yaml")]
    assert found == [mode, mode]


def test_a_new_file_has_the_usual_mode(tmp_path):
    mask = os.umask(0o027)
    try:
        assert stat.S_IMODE(save_bytes(tmp_path / "case.yaml", b"").stat().st_mode) == 0o640
    finally:
        os.umask(mask)


def test_somebody_elses_change_is_not_overwritten(tmp_path):
    path = save(on_scale(PERCENT, 1), tmp_path / "case.yaml")
    mine = fingerprint(path)
    theirs = save(on_scale(PERCENT, 2), path)
    with pytest.raises(CompareError, match="Somebody else has changed"):
        save(on_scale(PERCENT, 3), path, expected=mine)
    assert read(theirs) == on_scale(PERCENT, 2)
    assert save(on_scale(PERCENT, 3), path, expected=fingerprint(path)) == path


def test_a_file_that_was_deleted_meanwhile_is_a_change(tmp_path):
    path = save(on_scale(PERCENT, 1), tmp_path / "case.yaml")
    mine = fingerprint(path)
    path.unlink()
    with pytest.raises(CompareError, match="Somebody else"):
        save(on_scale(PERCENT, 2), path, expected=mine)
    assert fingerprint(path) is None


@pytest.mark.parametrize(
    "name",
    ["学" * 80 + ".yaml", "👩" * 60 + ".json", " .yaml", "-rf.yaml", "a*[b]?.yaml", "CON.yaml", "x" * 240 + ".yaml"],
)
def test_odd_names_can_be_saved(tmp_path, name):
    for answer in (1, 2):
        save(on_scale(PERCENT, answer), tmp_path / name)
    assert read(tmp_path / name) == on_scale(PERCENT, 2)
    assert leftovers(tmp_path) == []


def test_a_folder_a_missing_folder_and_a_name_with_nul(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    for path in (tmp_path / "folder.yaml", tmp_path / "no" / "case.yaml", f"{tmp_path}/a\0.yaml"):
        with pytest.raises(CompareError):
            save(on_scale(PERCENT, 1), path)
    assert [found.name for found in tmp_path.iterdir()] == ["folder.yaml"]


@pytest.mark.parametrize("call", [save, lambda case, path: save(case, path, expected="0" * 64)])
def test_a_pipe_is_refused_at_once(tmp_path, call):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(CompareError, match="ordinary file"):
        call(compare.sample("prostate"), tmp_path / "pipe.yaml")
    assert stat.S_ISFIFO((tmp_path / "pipe.yaml").stat().st_mode)


def test_a_file_that_was_not_expected_is_not_overwritten(tmp_path):
    path = tmp_path / "case.yaml"
    assert save_bytes(path, b"mine", expected=NO_FILE) == path
    with pytest.raises(CompareError, match="Somebody else"):
        save_bytes(path, b"other", expected=NO_FILE)
    assert path.read_bytes() == b"mine"


def test_the_fingerprint_of_a_content_is_that_of_its_file(tmp_path):
    path = save_bytes(tmp_path / "case.yaml", b"content")
    assert fingerprint(path) == fingerprint_of(b"content")


def test_a_mode_can_be_asked_for(tmp_path):
    for _ in range(2):
        path = save_bytes(tmp_path / "private", b"", mode=0o600)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


RACING = """
import sys
from pathlib import Path
from compare.errors import CompareError
from compare.files import save_bytes
from compare.files.saving import fingerprint_of

path, won = Path(sys.argv[1]), 0
print("ready", flush=True)
sys.stdin.readline()
for _ in range(200):
    before = path.read_bytes()
    try:
        save_bytes(path, b"%d" % (int(before) + 1), expected=fingerprint_of(before))
        won += 1
    except CompareError:
        pass
print(won)
"""


def test_of_two_programs_that_save_at_once_one_is_refused(tmp_path):
    path = save_bytes(tmp_path / "count", b"0")
    call = [sys.executable, "-c", RACING, path]
    with (
        subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as one,
        subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as two,
    ):
        for program in (one, two):
            program.stdout.readline()
        for program in (one, two):
            program.stdin.write("\n")
            program.stdin.flush()
        won = [int(program.communicate()[0]) for program in (one, two)]
    assert int(path.read_bytes()) == sum(won)
    assert leftovers(tmp_path) == []


def test_where_a_system_has_no_such_locks_it_saves_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr("compare.files.saving.fcntl", None)
    assert save_bytes(tmp_path / "case.yaml", b"new").read_bytes() == b"new"


@pytest.mark.parametrize("fault", [OSError(95, "not supported"), PermissionError(13, "not allowed")])
def test_where_a_folder_cannot_be_locked_it_saves_all_the_same(tmp_path, monkeypatch, fault):
    def refuse(*_):
        raise fault

    monkeypatch.setattr("compare.files.saving.fcntl.flock", refuse)
    assert save_bytes(tmp_path / "case.yaml", b"new").read_bytes() == b"new"


def test_a_save_that_never_ends_elsewhere_is_told(tmp_path, monkeypatch):
    def taken(*_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("compare.files.saving.fcntl.flock", taken)
    monkeypatch.setattr("compare.files.saving._WAIT", 0.05)
    with pytest.raises(CompareError, match="could not be saved"):
        save_bytes(tmp_path / "case.yaml", b"new")
