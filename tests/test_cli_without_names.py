"""One switch on every command that shows a case: labels instead of names."""

import json

import pytest

import compare
from compare.words import pseudonyms as said

SHOWING = ("compare", "differences", "ask", "what-if", "how-often", "family", "audit")


@pytest.fixture
def file(case_file):
    return case_file(compare.samples.sample_path("lung-stage-3").read_bytes())


@pytest.mark.parametrize("command", SHOWING)
@pytest.mark.parametrize("as_json", [False, True])
def test_no_command_shows_a_name(opinions, file, command, as_json):
    done = opinions(command, file, "--without-names", *(["--json"] if as_json else []))
    assert (done.code, done.err) == (0, "")
    assert not [
        name
        for name in ("Rosa", "Marta", "Calloran", "Ashgrove", "Tarnbrook", "8 June 2026", "2026-06-08")
        if name in done.out
    ]
    assert as_json or said.NOTE in " ".join(done.out.split())


def test_a_person_is_named_as_in_the_file(opinions, file):
    done = opinions("compare", file, "--without-names", "--person", "marta", "--json")
    told = json.loads(done.out)
    assert told["person"] == "Daughter"
    assert told["weights"] == json.loads(opinions("compare", file, "--person", "Marta", "--json").out)["weights"]


def test_an_unknown_person_is_an_error_all_the_same(opinions, file):
    done = opinions("compare", file, "--without-names", "--person", "Daughter")
    assert done.code == 2


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_case_is_converted_into_its_copy(opinions, file, tmp_path, ending):
    out = tmp_path / f"copy.{ending}"
    assert opinions("convert", file, out, "--without-names").code == 0
    assert compare.read(out) == compare.without_names(compare.read(file))


@pytest.mark.parametrize("kind", ["family", "analyst", "visit"])
def test_a_report_is_made_from_the_copy(opinions, file, tmp_path, kind):
    out = tmp_path / "page.html"
    assert opinions("report", file, "-o", out, "--without-names", "--kind", kind).code == 0
    assert "Calloran" not in out.read_text(encoding="utf-8")
    assert said.NOTE in out.read_text(encoding="utf-8")
