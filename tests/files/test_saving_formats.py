"""The old case or the new one, in every format: a full disk, a program that is killed, two windows."""

import os
import subprocess
import sys
import tempfile

import pytest

import compare
from compare.errors import CompareError
from compare.files import ENDINGS, fingerprint, read, save
from compare.files.saving import VERSIONS_FOLDER

OLD, NEW = (compare.Case(question=word, opinions=[{"name": "A", "notes": word * 300}]) for word in ("old", "new"))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("call", ["open", "fdopen", "fsync"])
def test_a_full_disk_leaves_the_old_case(tmp_path, monkeypatch, ending, call):
    path = save(OLD, tmp_path / f"case{ending}")
    save(OLD, path)
    before = path.read_bytes()

    def full(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(CompareError, match="No space left"):
            save(NEW, path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.rglob("*.part")] == []
    assert read(save(NEW, path)) == NEW


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
import compare
from compare.files import save

path, chance = Path(sys.argv[1]), random.Random(7)
cases = [compare.Case(question=word, opinions=[{"name": "A", "notes": word * 300}]) for word in ("old", "new")]
whole = [save(cases[0], path).read_bytes()]
took = time.monotonic()
save(cases[1], path)
took = time.monotonic() - took
whole.append(path.read_bytes())
torn = 0
for _ in range(12):
    child = os.fork()
    if not child:
        while True:
            for case in cases:
                save(case, path)
    time.sleep(chance.uniform(0.2, 2) * took)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    kept = [path, *path.parent.glob("earlier-versions/case*")]
    torn += sum(found.read_bytes() not in whole for found in kept)
print(torn, len(kept) > 1)
"""


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_killed_program_leaves_a_whole_case_and_whole_versions(tmp_path, ending):
    path = tmp_path / f"case{ending}"
    done = subprocess.run([sys.executable, "-c", KILLED, path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "True"]
    save(NEW, path)
    assert [found.name for found in tmp_path.rglob("*.part")] == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_somebody_elses_change_is_not_overwritten_and_versions_are_kept(tmp_path, ending):
    path = save(OLD, tmp_path / f"case{ending}")
    mine = fingerprint(path)
    save(NEW, path)
    with pytest.raises(CompareError, match="Somebody else"):
        save(OLD, path, expected=mine)
    assert read(path) == NEW
    assert read(tmp_path / VERSIONS_FOLDER / f"case.1{ending}") == OLD


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_case_saved_twice_makes_no_version(tmp_path, ending):
    for _ in range(2):
        save(OLD, tmp_path / f"case{ending}")
    assert [found.name for found in tmp_path.iterdir()] == [f"case{ending}"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_of_a_case_is_written_anywhere_else(tmp_path, monkeypatch, ending):
    def refuse(*_arguments, **_named):
        raise AssertionError

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "_mkstemp_inner"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert read(save(NEW, tmp_path / f"case{ending}")) == NEW
