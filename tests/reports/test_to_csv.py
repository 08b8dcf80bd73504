"""The numbers as CSV: nothing in it is a formula, and it says the same as the scores."""

from __future__ import annotations

import csv
import io

import pytest

import compare
from compare.reports.to_csv import as_cell, csv_text

FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "\uff1d1", "\n=1")


def rows(scores: compare.Scores) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(scores), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text(text):
    assert as_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [-3.5, 0, "A", "a=b", "1-2"])
def test_numbers_and_other_texts_stay(value):
    assert as_cell(value) == value


def test_an_opinion_named_like_a_formula_is_text_in_the_file():
    case = compare.Case(opinions=[{"name": "=cmd|'/c calc'!A1"}, {"name": "B"}])
    assert {row["opinion"] for row in rows(compare.score(case))} == {"'=cmd|'/c calc'!A1", "B"}


def test_the_numbers_are_those_of_the_scores():
    scores = compare.score(compare.sample("prostate"))
    table = rows(scores)
    for name, total in scores.totals.items():
        (row,) = [row for row in table if row["row"] == "total" and row["opinion"] == name]
        parts = [float(r["part_mean"]) for r in table if r["row"] == "criterion" and r["opinion"] == name]
        assert float(row["part_mean"]) == pytest.approx(total.mean, abs=1e-12)
        assert sum(parts) == pytest.approx(total.mean, abs=1e-9)
