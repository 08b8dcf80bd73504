"""Worked out where there is a formula, drawn where there is none."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from compare.case import Case
from compare.distributions import TOLERANCE
from compare.robustness.counting import Found, count
from compare.robustness.drawing import Table, table_of
from compare.robustness.exact import ahead, middle, shares_ahead
from compare.robustness.knowledge import Knowledge
from compare.robustness.result import HowOften
from compare.robustness.sampling import sampler

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def found(case: Case, known: Knowledge, draws: int, seed: int, *, progress: bool = False) -> HowOften:
    """Return how often each opinion comes where, exactly where that can be."""
    table = table_of(case)
    exactly = _exact(table, known)
    if exactly is not None:
        return _named(case, known, table, exactly, draws=0, seed=seed)
    drawn = count(table, sampler(known), draws, seed, progress=progress)
    return _named(case, known, table, replace(drawn, ahead=_pairs(table, known, drawn.ahead)), draws=draws, seed=seed)


def _exact(table: Table, known: Knowledge) -> Found | None:
    """Return what can be worked out: one opinion, two that are known in full, or any number at known weights."""
    opinions = len(table.known)
    if opinions == 1:
        weights = middle(known)
        one = np.ones((1, 1))
        return None if weights is None else Found(one, 0.0, weights[None], one[0], 0 * one)
    if not all(table.settled):
        return None
    if known.point is not None:
        return _at_point(table, np.array(known.point))
    return _two(table, known) if opinions == 2 else None


def _at_point(table: Table, weights: Floats) -> Found:
    totals = table.known @ weights
    better = totals[:, None] > totals + TOLERANCE
    ranks = np.eye(len(totals))[better.sum(axis=0)]
    first = ranks[:, 0]
    return Found(ranks, float(first.sum() > 1), first[:, None] * weights, first, better.astype(float))


def _two(table: Table, known: Knowledge) -> Found | None:
    difference = table.difference(0, 1)
    if not difference.any():
        weights = middle(known)
        tied = np.array([[1.0, 0.0], [1.0, 0.0]])
        return None if weights is None else Found(tied, 1.0, np.stack([weights, weights]), np.ones(2), np.zeros((2, 2)))
    one, other = ahead(difference, known), ahead(-difference, known)
    if one is None or other is None:
        return None
    (share, weights), (rest, others) = one, other
    ranks = np.array([[share, rest], [rest, share]])
    return Found(ranks, 0.0, np.stack([weights, others]), np.sign(ranks[:, 0]), np.array([[0.0, share], [rest, 0.0]]))


def _pairs(table: Table, known: Knowledge, drawn: Floats) -> Floats:
    """Return who is ahead of whom, worked out for every two opinions that are known in full."""
    pairs = list(permutations(np.flatnonzero(table.settled).tolist(), 2))
    exactly = shares_ahead(np.array([table.difference(i, j) for i, j in pairs]), known) if pairs else None
    if exactly is None:
        return drawn
    shares = drawn.copy()
    shares[tuple(zip(*pairs, strict=True))] = exactly
    return shares


def _named(case: Case, known: Knowledge, table: Table, got: Found, *, draws: int, seed: int) -> HowOften:
    names, places = case.names, {key: place for place, key in enumerate(known.keys)}
    first = dict(zip(names, got.ranks[:, 0].tolist(), strict=True))
    middles = {
        name: {key: float(row[places[key]]) for key in case.keys} if first[name] > 0 else None
        for name, row in zip(names, got.middles, strict=True)
    }
    return HowOften(
        case=case,
        knowing=known.kind,
        person=known.person,
        how=known.how,
        draws=draws,
        seed=seed,
        ranks={name: tuple(row) for name, row in zip(names, got.ranks.tolist(), strict=True)},
        ties=got.ties,
        central_weights=middles,
        confidence={
            name: float(share) if first[name] > 0 else None for name, share in zip(names, got.confidence, strict=True)
        },
        pairwise={
            one: {other: float(got.ahead[i, j]) for j, other in enumerate(names) if j != i}
            for i, one in enumerate(names)
        },
        proven=frozenset(names[row] for row in _proven(table, known) if first[names[row]] in {0.0, 1.0}),
        all_known=all(table.settled),
    )


def _proven(table: Table, known: Knowledge) -> list[int]:
    """Return the opinions of which it is certain that they are always first, or never, whatever is drawn."""
    low, high = table.ends
    if known.point is not None:
        weights = np.array(known.point)[:, None]
        low, high = low @ weights, high @ weights
    lead: Floats = low[:, None] - high
    least: NDArray[np.bool_] = np.all(lead >= -TOLERANCE, axis=2)
    beats = least & np.any(lead > TOLERANCE, axis=2)
    always = [i for i in range(len(low)) if np.delete(least[i], i).all()]
    return sorted({*always, *np.flatnonzero(beats.any(axis=0)).tolist()})
