"""Agreement beyond chance, held to values that we did not make."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pyarrow")
inter_rater = pytest.importorskip("statsmodels.stats.inter_rater")

from compare.cohort.agreement import chance_corrected, kappas  # noqa: E402

ORACLE = json.loads((Path(__file__).parents[1] / "oracles" / "agreement.json").read_text(encoding="utf-8"))


def counted(ratings):
    """Return how many raters gave each answer, by unit."""
    answers = sorted({answer for row in ratings for answer in row if answer is not None})
    return np.array([[row.count(answer) for answer in answers] for row in ratings])


@pytest.mark.parametrize("table", ORACLE["tables"], ids=lambda table: table["name"])
def test_coefficients_are_those_of_published_tables(table):
    said = counted(table["ratings"])
    for found in chance_corrected(said, np.ones(len(said), dtype=int)):
        assert found.value == pytest.approx(table[found.name]["value"], abs=1e-9)
        assert found.error == pytest.approx(table[found.name]["error"], abs=1e-9)


def test_the_table_of_krippendorff_2011_has_its_printed_values():
    said = counted(ORACLE["tables"][0]["ratings"])
    found = {one.name: round(one.value, 3) for one in chance_corrected(said, np.ones(len(said), dtype=int))}
    assert found == {"fleiss": 0.761, "alpha": 0.743, "ac1": 0.775}


def test_cases_of_a_kind_count_as_often_as_they_are_there():
    said, times = np.array([[2, 0, 0], [0, 2, 0], [1, 1, 0], [0, 1, 2]]), np.array([30, 12, 7, 4])
    once = chance_corrected(np.repeat(said, times, axis=0), np.ones(times.sum(), dtype=int))
    for one, other in zip(once, chance_corrected(said, times), strict=True):
        assert (one.name, one.cases) == (other.name, other.cases)
        assert (one.value, one.error) == pytest.approx((other.value, other.error))


def test_fleiss_is_that_of_statsmodels():
    rng = np.random.default_rng(3)
    said = np.array([np.bincount(rng.integers(0, 4, 3), minlength=4) for _ in range(80)])
    found = chance_corrected(said, np.ones(80, dtype=int))[0]
    assert found.value == pytest.approx(inter_rater.fleiss_kappa(said))


def test_kappa_is_that_of_statsmodels_with_its_interval():
    table = np.array([[50, 10, 4], [8, 30, 7], [2, 9, 40]])
    plain, weighted = kappas(table, ordered=True)
    theirs = inter_rater.cohens_kappa(table)
    assert (plain.value, plain.low, plain.high) == pytest.approx((theirs.kappa, theirs.kappa_low, theirs.kappa_upp))
    assert weighted.value == pytest.approx(inter_rater.cohens_kappa(table, wt="linear").kappa)
    assert plain.cases == table.sum()


def test_one_answer_alone_says_nothing_about_agreement():
    assert kappas(np.array([[20, 0], [0, 0]])) == []
    assert chance_corrected(np.array([[2, 0]]), np.array([20])) == []


@pytest.mark.parametrize("seed", range(20))
def test_full_agreement_is_one(seed):
    times = np.random.default_rng(seed).integers(1, 50, 3)
    assert [one.value for one in chance_corrected(2 * np.eye(3, dtype=int), times)] == pytest.approx([1, 1, 1])
