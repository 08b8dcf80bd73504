"""The commands that make up many cases and count what happens in them."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("statsmodels")

from compare.cli import main


@pytest.fixture
def made_up(tmp_path, capsys):
    out = tmp_path / "made-up.parquet"
    assert main(["sample", "cohort", "--cases", "400", "--seed", "5", "--out", str(out)]) == 0
    capsys.readouterr()
    return out


def test_made_up_cases_come_with_a_card(tmp_path, capsys):
    out = tmp_path / "some.csv"
    assert main(["sample", "cohort", "--cases", "50", "-o", str(out)]) == 0
    assert "50 made-up cases" in capsys.readouterr().out
    assert (tmp_path / "some.md").read_text(encoding="utf-8").startswith("# some.csv")


def test_nothing_is_written_over(made_up, capsys):
    before = made_up.read_bytes()
    assert main(["sample", "cohort", "--cases", "50", "-o", str(made_up)]) == 2
    assert main(["sample", "cohort", "--cases", "50", "-o", str(made_up.with_suffix(".csv"))]) == 2
    assert "there already" in capsys.readouterr().err
    assert made_up.read_bytes() == before
    assert not made_up.with_suffix(".csv").exists()


def test_what_was_made_up_as_json(tmp_path, capsys):
    assert main(["sample", "cohort", "--cases", "30", "--json", "-o", str(tmp_path / "x.csv")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["wrote"], told["card"], told["cases"], told["seed"]) == ("x.csv", "x.md", 30, 0)


def test_a_summary_is_a_table_for_people(made_up, capsys):
    assert main(["cohort", "summary", str(made_up), "--by", "centre"]) == 0
    shown = capsys.readouterr().out
    assert "national cancer centre" in shown
    assert "hidden" in shown


def test_a_summary_as_json_hides_small_counts_unless_asked(made_up, capsys):
    shown = []
    for more in ([], ["--show-small"]):
        assert main(["cohort", "summary", str(made_up), "--json", *more]) == 0
        shown.append(json.loads(capsys.readouterr().out))
    small = [[share for share in one["shares"] if share["count"] and share["count"] < 11] for one in shown]
    assert not small[0]
    assert small[1]
    assert shown[0]["small_hidden"]


@pytest.mark.parametrize("ending", [".html", ".csv", ".xlsx"])
def test_a_summary_is_saved_as_a_page_or_as_tables(made_up, tmp_path, ending):
    out = tmp_path / f"summary{ending}"
    assert main(["cohort", "summary", str(made_up), "-o", str(out)]) == 0
    assert out.stat().st_size > 1_000


def test_the_result_does_not_take_the_place_of_the_cases(tmp_path, capsys):
    cases = tmp_path / "x.csv"
    main(["sample", "cohort", "--cases", "60", "-o", str(cases)])
    before = cases.read_bytes()
    assert main(["cohort", "summary", str(cases), "-o", str(cases)]) == 2
    assert cases.read_bytes() == before
    capsys.readouterr()


def test_too_few_cases_are_refused(tmp_path, capsys):
    cases = tmp_path / "few.csv"
    main(["sample", "cohort", "--cases", "8", "-o", str(cases)])
    assert main(["cohort", "summary", str(cases)]) == 2
    assert capsys.readouterr().err.startswith("few.csv\nThere are too few cases")
