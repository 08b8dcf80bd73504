"""Small counts: a solver that knows all that is shown finds none of them."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("pyarrow")
optimize = pytest.importorskip("scipy.optimize")

from compare.cohort.suppression import SMALLEST, hidden_in_list, hidden_in_table, is_small  # noqa: E402


def attack(tables, masks, hidden_sums):
    """Return how many hidden counts have only one whole number that fits what is shown, over all tables together."""
    places = [(t, r, c) for t, mask in enumerate(masks) for r, c in np.argwhere(mask)]
    index = {place: at for at, place in enumerate(places)}
    sums = {c: len(places) + at for at, c in enumerate(np.flatnonzero(hidden_sums))}
    count = len(places) + len(sums)
    rows, values = [], []

    def line(members, total, sum_column=None):
        row = np.zeros(count)
        row[[index[m] for m in members]] = 1
        if sum_column in sums:
            row[sums[sum_column]], total = -1, 0
        rows.append(row)
        values.append(total)

    for t, (table, mask) in enumerate(zip(tables, masks, strict=True)):
        for r in range(len(table)):
            line([(t, r, c) for c in np.flatnonzero(mask[r])], table[r][mask[r]].sum())
        for c in range(table.shape[1]):
            row = np.zeros(count)
            row[[index[t, r, c] for r in np.flatnonzero(mask[:, c])]] = 1
            shown = table[:, c][~mask[:, c]].sum()
            if c in sums:
                row[sums[c]] = -1
            rows.append(row)
            values.append(-shown if c in sums else table[:, c].sum() - shown)
    totals = tables[0].sum(axis=0)
    if sums:
        row = np.zeros(count)
        row[list(sums.values())] = 1
        rows.append(row)
        values.append(totals[hidden_sums].sum())
    lows = [0 if any(tables[t][masks[t]] == 0) else 1 for t, _, _ in places]
    lows += [0 if (totals[hidden_sums] == 0).any() else 1] * len(sums)
    targets = [at for at, (t, r, c) in enumerate(places) if is_small(tables[t][r, c])]
    targets += [at for c, at in sums.items() if is_small(totals[c])]
    return sum(_is_found(rows, values, lows, at) for at in targets)


def _is_found(rows, values, lows, at):
    goal = np.zeros(len(lows))
    goal[at] = 1
    bounds = [(low, None) for low in lows]
    least, most = (
        optimize.linprog(sign * goal, A_eq=rows, b_eq=values, bounds=bounds, method="highs") for sign in (1, -1)
    )
    assert least.status == 0
    return most.status == 0 and round(most.x[at] - least.x[at], 6) < 1


def random_tables(rng):
    """Return one or two tables with the same sums of columns; every row has 0 people or at least 11."""
    parts, scale = rng.integers(2, 6), rng.choice([2, 6, 15, 60])
    sums = rng.poisson(rng.gamma(0.7, scale, parts) * 4)
    tables = []
    for _ in range(rng.integers(1, 3)):
        groups = int(rng.integers(1, 6))
        shares = rng.dirichlet(np.full(groups, 0.8))
        table = np.array([rng.multinomial(total, shares) for total in sums]).T
        tables.append(folded(table))
    return tables


def folded(table):
    while len(table) > 1 and (is_small(table.sum(axis=1))).any():
        order = np.argsort(table.sum(axis=1), kind="stable")
        table = np.vstack([table[order[2:]], table[order[:2]].sum(axis=0)])
    return table


@pytest.mark.parametrize("seed", range(10))
def test_a_solver_finds_no_hidden_count(seed):
    rng = np.random.default_rng(seed)
    looked_at = 0
    for _ in range(100):
        tables = random_tables(rng)
        if tables[0].sum() < SMALLEST:
            continue
        hidden_sums = hidden_in_list(tables[0].sum(axis=0))
        masks = [hidden_in_table(table, hidden_sums) for table in tables]
        for table, mask in zip(tables, masks, strict=True):
            assert mask[is_small(table)].all()
        assert attack(tables, masks, hidden_sums) == 0
        looked_at += sum(is_small(table).any() for table in tables)
    assert looked_at > 40


def test_a_solver_finds_counts_that_are_hidden_alone():
    table = np.array([[40, 30, 3], [35, 20, 60], [50, 60, 25]])
    assert attack([table], [is_small(table)], np.zeros(3, dtype=bool)) == 1


def test_nothing_is_hidden_where_nothing_is_small():
    table = np.array([[40, 30, 0], [35, 20, 60]])
    assert not hidden_in_table(table).any()
    assert not hidden_in_list(np.array([0, 11, 400])).any()


def test_no_more_is_hidden_than_a_rectangle_takes():
    table = np.full((6, 4), 50)
    table[2, 1] = 4
    assert hidden_in_table(table).sum() == 4


def test_a_list_of_small_counts_alone_is_hidden_as_a_whole():
    assert hidden_in_list(np.array([5, 6, 0])).all()
