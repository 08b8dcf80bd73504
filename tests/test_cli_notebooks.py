"""The command that puts the notebooks into a folder."""

from __future__ import annotations

import json

import nbformat
import pytest

from compare.cli import main
from compare.samples import notebook_paths


def test_the_notebooks_are_put_into_a_new_folder_whole(tmp_path, capsys):
    folder = tmp_path / "lessons"
    assert main(["notebooks", str(folder), "--json"]) == 0
    wrote = json.loads(capsys.readouterr().out)["wrote"]
    assert wrote == sorted(path.name for path in folder.iterdir())
    assert "01_first_look.ipynb" in wrote
    for source in notebook_paths():
        assert (folder / source.name).read_bytes() == source.read_bytes()
        nbformat.validate(nbformat.read(folder / source.name, as_version=4))


def test_a_notebook_that_is_there_is_not_overwritten_and_nothing_else_is_written(tmp_path, capsys):
    own = tmp_path / "01_first_look.ipynb"
    own.write_text("mine")
    assert main(["notebooks", str(tmp_path)]) == 2
    assert own.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [own]
    assert "01_first_look.ipynb" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing/lessons", "a-file/lessons", "nul\0"])
def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path, capsys, name):
    (tmp_path / "a-file").write_text("")
    assert main(["notebooks", f"{tmp_path}/{name}"]) == 2
    assert "nothing was written" in capsys.readouterr().err
