"""Every file of data is the mapping that another reader of YAML finds in it, and is read once."""

from importlib.resources import files
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from compare.trees import data_tree

DATA = sorted(Path(str(files("compare").joinpath("data"))).glob("*.yaml"))


@pytest.mark.parametrize("path", DATA, ids=[path.stem for path in DATA])
def test_a_file_of_data_is_what_another_reader_finds_in_it(path):
    assert data_tree(path.stem) == YAML(typ="safe", pure=True).load(path)


def test_a_file_of_data_is_read_once():
    assert data_tree("criteria") is data_tree("criteria")
