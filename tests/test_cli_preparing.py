"""The command `opinions prepare`: where things stand, one thing at a time, JSON, files, and calls that are wrong."""

from __future__ import annotations

import json

import pytest

import compare
from compare.samples import sample_path
from compare.words import preparing as told

READY = sample_path("getting-ready")


@pytest.fixture
def empty(case_file):
    return case_file("schema: 1\nopinions: [{name: Surgery}]\n")


def test_without_what_there_is_a_line_for_each_and_what_cannot_wait(opinions):
    done = opinions("prepare", READY, "--today", "2026-03-24")
    assert (done.code, done.err) == (0, "")
    assert "The records: 2 of 8 records complete." in done.out
    assert "Late by 2 days: Gather the records." in done.out


@pytest.mark.parametrize("what", told.PARTS)
@pytest.mark.parametrize("name", ["empty", "ready"])
def test_each_thing_is_told_and_given_as_one_json_document(opinions, empty, what, name):
    file = {"empty": empty, "ready": READY}[name]
    told_in_words = opinions("prepare", file, "--what", what)
    assert (told_in_words.code, told_in_words.err) == (0, "")
    assert max(map(len, told_in_words.out.splitlines())) <= 120
    assert json.loads(opinions("prepare", file, "--what", what, "--json").out)


def test_the_json_of_the_whole_names_the_parts(opinions, empty):
    found = json.loads(opinions("prepare", empty, "--json").out)
    assert set(found) == {"today", "next", "late", "warnings", "parts"}
    assert found["next"] == "Talk to the current doctor"


def test_it_says_the_same_each_time(opinions):
    first, second = (opinions("prepare", READY, "--what", "plan").out for _ in range(2))
    assert first == second
    assert "This is how it stood on 18 March 2026." in first


@pytest.mark.parametrize("ending", ["html", "ics"])
def test_it_writes_a_file(opinions, tmp_path, ending):
    out = tmp_path / f"ready.{ending}"
    done = opinions("prepare", READY, "--what", "plan", "-o", out, "--paper", "Letter")
    assert (done.code, done.out.strip()) == (0, f"Wrote ready.{ending}.")
    assert out.stat().st_size > 500


@pytest.mark.parametrize("day", ["24.3.2026", "2026-02-30", "20260324", "today", "", "２０２６-03-24"])
def test_a_day_that_is_none_is_refused(opinions, day):
    done = opinions("prepare", READY, "--today", day)
    assert done.code == 2
    assert done.lines[:2] == ["--today", "This is not a day."]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("--what", "record"), "did you mean `records`"),
        (("-o", "plan.png"), ".html, .pdf, .docx, .xlsx, .csv, .ics"),
        (("--what", "visit", "-o", "visit.ics"), ".html, .pdf, .docx, .xlsx, .csv"),
        (("-o", READY), "take the place"),
    ],
)
def test_a_wrong_call_writes_nothing(opinions, tmp_path, monkeypatch, call, says):
    monkeypatch.chdir(tmp_path)
    before = READY.read_bytes()
    done = opinions("prepare", READY, *call)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert not list(tmp_path.iterdir())
    assert READY.read_bytes() == before


def test_a_calendar_needs_a_day(opinions, empty, tmp_path):
    done = opinions("prepare", empty, "-o", tmp_path / "plan.ics")
    assert done.lines[0] == "case.yaml, preparation.started"
    assert done.code == 2
    assert "--today 2026-03-31" in done.err
    assert opinions("prepare", empty, "-o", tmp_path / "plan.ics", "--today", "2026-03-31").code == 0


def test_a_paper_that_cannot_be_kept_is_named_itself(opinions, empty, tmp_path):
    done = opinions("prepare", empty, "--what", "plan", "-o", tmp_path / "nowhere" / "plan.html")
    assert (done.code, done.lines[0]) == (2, "plan.html")


def test_without_names_today_moves_with_every_other_day(opinions):
    real = json.loads(opinions("prepare", READY, "--what", "plan", "--today", "2026-03-24", "--json").out)
    copy = opinions("prepare", READY, "--what", "plan", "--today", "2026-03-24", "--json", "--without-names").out
    moved = json.loads(copy)
    assert moved["today"] != real["today"]
    assert (moved["days_left"], len(moved["late"])) == (real["days_left"], len(real["late"]))
    assert not any(name in copy for name in ("Nuala", "Fionn", "Devane", "2026-03-24"))


def test_a_case_with_two_opinions_is_told_as_well(opinions):
    for name in compare.sample_names():
        assert opinions("prepare", sample_path(name)).code == 0


def test_a_visit_on_the_first_day_of_the_calendar_is_no_fault(opinions, case_file):
    file = case_file("schema: 1\nopinions: [{name: A}]\npreparation: {visits: [{date: 0001-01-01}]}\n")
    for what in ("plan", "summary", "packet", "visit"):
        assert opinions("prepare", file, "--what", what).code == 0
