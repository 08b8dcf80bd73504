import sys

import numpy as np
import pytest
from made_up import direct

from compare.errors import CompareError
from compare.robustness.counting import BLOCK, Tally, count
from compare.robustness.drawing import table_of
from compare.robustness.sampling import Anything

EVEN = np.full((2, 4), 0.5)


def tally_of(totals, weights=EVEN):
    tally = Tally(len(totals), len(weights))
    tally.add(np.array(totals, dtype=float), weights)
    return tally.found(np.zeros(len(totals)))


def test_a_rank_is_one_plus_the_number_strictly_better():
    found = tally_of([[3, 3, 1, 3], [2, 3, 1, 3], [1, 2, 1, 3]])
    assert found.ranks.tolist() == [[1, 0, 0], [0.75, 0.25, 0], [0.5, 0, 0.5]]
    assert found.ties == 0.75
    assert found.ahead.tolist() == [[0, 0.25, 0.5], [0, 0, 0.5], [0, 0, 0]]


def test_totals_within_the_tolerance_are_equal():
    weights = np.array([[0.5, 5.0], [0.5, 5.0]])
    assert tally_of([[50, 500], [50 + 9e-10, 500 + 9e-9]], weights).ties == 1.0
    assert tally_of([[50, 500], [50 + 2e-9, 500 + 2e-8]], weights).ties == 0.0


def test_middles_are_means_of_weights_that_add_up_to_one():
    weights = np.array([[1.0, 1, 30], [1, 3, 10]])
    found = tally_of([[2, 2, 0], [1, 1, 1], [0, 0, 0]], weights)
    assert found.middles == pytest.approx(np.array([[0.375, 0.625], [0.75, 0.25], [0, 0]]))


def test_draws_are_counted_in_blocks_of_any_size():
    table = table_of(direct((80, 20, 10), (40, 60, 30), (60, 30, 30)))
    found = count(table, Anything(), 2 * BLOCK + 7, seed=1)
    assert found.ranks.sum(axis=1) == pytest.approx(np.ones(3), abs=1e-12)
    assert found.ranks[0, 0] * (2 * BLOCK + 7) == pytest.approx(round(found.ranks[0, 0] * (2 * BLOCK + 7)))


def test_more_opinions_than_a_byte_can_count():
    rows = [(place / 2, place / 3) for place in range(140)]
    found = count(table_of(direct(*([row[0], row[1]] for row in rows[:26]))), Anything(), 10, seed=1)
    assert found.ranks[0].tolist() == [0.0] * 25 + [1.0]
    tally = tally_of(np.arange(140.0)[:, None] * np.ones(4))
    assert tally.ranks[0, 139] == tally.ranks[139, 0] == 1.0


def test_progress_is_told_on_standard_error(capsys):
    pytest.importorskip("tqdm")
    count(table_of(direct((80, 20), (40, 60))), Anything(), 50, seed=1, progress=True)
    out, err = capsys.readouterr()
    assert out == ""
    assert "50.0/50.0" in err


def test_progress_without_its_library_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(CompareError) as caught:
        count(table_of(direct((80, 20), (40, 60))), Anything(), 50, seed=1, progress=True)
    assert "opinion-compare[cohort]" in caught.value.fix
