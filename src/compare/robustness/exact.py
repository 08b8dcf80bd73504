"""Worked out instead of drawn: in what share of all weights one opinion is ahead of another.

The weights that put one of two opinions ahead are the part of a simplex on one side of a plane through it. Its volume
follows from a short recurrence of averages (Varsi 1973; Gerber 1981; Ali 1973), which loses no digits where differences
are nearly equal, as the textbook sum over partial fractions does.
"""

from __future__ import annotations

import math
from itertools import permutations, product
from typing import TYPE_CHECKING

import numpy as np

from compare.distributions import TOLERANCE
from compare.robustness.knowledge import Knowledge

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_BLOCK = 8_192
_MOST_ORDERS = 5040


def first_shares_of_pairs(differences: Floats) -> Floats:
    """Return for each pair of opinions in what share of all weights the first is strictly ahead.

    Parameters
    ----------
    differences : array of shape (pairs, criteria)
        Value of the first minus value of the second; any unit.

    Returns
    -------
    array of shape (pairs,)
        Shares, 0-1: the volume of the weights with ``sum_k w_k d_k > 0`` in the simplex.

    Examples
    --------
    >>> first_shares_of_pairs(np.array([[50.0, -50.0, -75.0], [1.0, 0.0, 2.0]])).round(3)
    array([0.2, 1. ])
    """
    columns = np.asarray(differences, dtype=float).T
    blocks = [_volumes(columns[:, at : at + _BLOCK]) for at in range(0, columns.shape[1], _BLOCK)]
    return np.concatenate([np.zeros(0), *blocks])


def _volumes(differences: Floats) -> Floats:
    """Return the shares for differences laid out as ``(criteria, pairs)``.

    ``A_k`` is the share with the gains so far above the first ``k`` losses; each step averages two of them. Criteria that
    are no loss (``y = 0``) or no gain (``x = 0``) leave everything as it is, so all pairs go through the same steps.
    """
    gains, losses = np.maximum(differences, 0.0), np.maximum(-differences, 0.0)
    shares = np.cumprod(np.concatenate([np.ones((1, losses.shape[1])), losses == 0]), axis=0)
    for gain in gains:
        for k, loss in enumerate(losses, 1):
            whole = gain + loss
            np.divide(loss * shares[k] + gain * shares[k - 1], whole, out=shares[k], where=whole > 0)
    return np.where(differences.any(axis=0), shares[-1], 0.0)


def orders(known: Knowledge) -> NDArray[np.intp] | None:
    """Return every order of the criteria that is possible, shape ``(orders, criteria)``; None if there are too many."""
    if known.kind != "order" or math.prod(math.factorial(len(group)) for group in known.groups) > _MOST_ORDERS:
        return None
    each = product(*(permutations(group) for group in known.groups))
    return np.array([[place for group in order for place in group] for order in each])


def shares_ahead(differences: Floats, known: Knowledge) -> Floats | None:
    """Return for each pair in what share of the possible weights the first is strictly ahead.

    Parameters
    ----------
    differences : array of shape (pairs, criteria)
        Value of the first minus value of the second.
    known : Knowledge
        What is known of the weights.

    Returns
    -------
    array of shape (pairs,) or None
        Shares, 0-1; None if they can only be drawn.
    """
    if known.point is not None:
        return np.asarray(differences @ np.array(known.point) > TOLERANCE, dtype=float)
    if _no_order(known):
        return first_shares_of_pairs(differences)
    places = orders(known)
    if places is None:
        return None
    return np.array([first_shares_of_pairs(_on_corners(row, places)).mean() for row in differences])


def ahead(difference: Floats, known: Knowledge) -> tuple[float, Floats] | None:
    """Return in what share of the possible weights one opinion is strictly ahead, and the middle of those weights.

    Parameters
    ----------
    difference : array of shape (criteria,)
        Value of the first minus value of the second.
    known : Knowledge
        What is known of the weights.

    Returns
    -------
    tuple or None
        The share, 0-1, and the mean of the weights that put the first ahead, shape ``(criteria,)`` (all 0 where there are
        none); None if it can only be drawn.
    """
    if known.point is not None:
        weights = np.array(known.point)
        return (1.0, weights) if weights @ difference > TOLERANCE else (0.0, 0 * weights)
    if _no_order(known):
        share, part = _on_simplex(difference[None])
        return _mean(share[0], part[0])
    places = orders(known)
    if places is None:
        return None
    shares, parts = _on_simplex(_on_corners(difference, places))
    by_place = np.cumsum((parts / np.arange(1, len(difference) + 1))[:, ::-1], axis=1)[:, ::-1]
    by_criterion = np.take_along_axis(by_place, np.argsort(places, axis=1), axis=1)
    return _mean(float(shares.mean()), by_criterion.mean(axis=0))


def _no_order(known: Knowledge) -> bool:
    return known.kind == "nothing" or (known.kind == "order" and len(known.groups) == 1)


def _on_corners(difference: Floats, places: NDArray[np.intp]) -> Floats:
    """Return the differences at the corners of the ordered weights: (1, 0 ..), (1/2, 1/2, 0 ..) and so on, for each order."""
    return np.asarray(np.cumsum(difference[places], axis=1) / np.arange(1, len(difference) + 1))


def middle(known: Knowledge) -> Floats | None:
    """Return the mean of all possible weights, shape ``(criteria,)``; None if it can only be drawn."""
    found = ahead(np.ones(len(known.keys)), known)
    return found[1] if found else None


def _on_simplex(differences: Floats) -> tuple[Floats, Floats]:
    """Return the share ahead of each row, and the integral of each weight over the weights that put it ahead.

    ``E[w_j; ahead]`` is ``1/n`` of the share with ``d_j`` repeated: a Dirichlet distribution with 2 in place ``j``.
    """
    rows, n = differences.shape
    repeated = np.concatenate([np.repeat(differences, n, axis=0), differences.reshape(-1, 1)], axis=1)
    return first_shares_of_pairs(differences), first_shares_of_pairs(repeated).reshape(rows, n) / n


def _mean(share: float, part: Floats) -> tuple[float, Floats]:
    return float(share), part / share if share > 0 else 0 * part
