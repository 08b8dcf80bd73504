"""The commands with every format of a case."""

from itertools import pairwise

import pytest
from bad_files import CSV
from bad_workbooks import WORKBOOKS

import compare
from compare.files import ENDINGS, read


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_new_file_can_be_checked_at_once(opinions, tmp_path, ending):
    path = tmp_path / f"ours{ending}"
    assert opinions("new", path).code == 0
    done = opinions("check", path)
    assert done.code == 0
    assert "2 opinions" in done.out
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_sample_can_be_taken_along(opinions, tmp_path, ending):
    path = tmp_path / f"mine{ending}"
    assert opinions("sample", "case", "lymphoma", "--out", path).code == 0
    assert read(path) == compare.sample("lymphoma")


def test_from_format_to_format_and_back(opinions, tmp_path):
    paths = [tmp_path / f"{place}{ending}" for place, ending in enumerate((".yaml", ".csv", ".xlsx", ".json", ".csv"))]
    opinions("sample", "case", "prostate", "--out", paths[0])
    for before, after in pairwise(paths):
        assert opinions("convert", before, after).code == 0
    assert read(paths[-1]) == compare.sample("prostate")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_comparison_is_the_same_from_every_format(opinions, tmp_path, ending):
    path = tmp_path / f"case{ending}"
    opinions("sample", "case", "breast", "--out", tmp_path / "case.yaml")
    opinions("convert", tmp_path / "case.yaml", path)
    assert opinions("compare", path, "--json").out == opinions("compare", tmp_path / "case.yaml", "--json").out


@pytest.mark.parametrize("name", ["a column too many", "a value twice", "decimal comma"])
def test_bad_csv_is_refused_with_code_2(opinions, case_file, name):
    check_refused(opinions, case_file(CSV[name][0], "case.csv"))


@pytest.mark.parametrize("name", ["a formula", "joined cells", "macros", "a bomb of zeros", "cut in half"])
def test_a_bad_workbook_is_refused_with_code_2(opinions, case_file, name):
    check_refused(opinions, case_file(WORKBOOKS[name][0](), "case.xlsx"))


def check_refused(opinions, path):
    before = path.read_bytes()
    for command in (["check"], ["convert", "{}"], ["report", "-o", "{}"]):
        out = path.parent / ("out.json" if "convert" in command else "out.html")
        done = opinions(command[0], path, *(word.format(out) for word in command[1:]))
        assert (done.code, done.out) == (2, "")
        assert path.name in done.lines[0]
        assert 2 <= len(done.lines) <= 12
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_the_limits_of_a_workbook_are_told(opinions):
    out = opinions("limits").out
    assert "a workbook: at most 500 parts" in out
    assert "a sheet of a workbook" in out
