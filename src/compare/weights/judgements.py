"""Weights from judgements of pairs (AHP).

A family says of every two criteria how many times as much the one counts; the weights are those that fit all of it most
closely. How well it fits is a ratio that depends on a table of random judgements, so the table is always named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from compare.errors import CompareError, listed, quoted, unknown
from compare.weights.shares import Consistency, Misfit, Weights, check_by_name

RANDOM_INDEX_TABLE = "Saaty 1980"
RANDOM_INDEX: Mapping[str, Mapping[int, float]] = {
    "Saaty 1980": {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49},
    "Saaty 2005": {3: 0.52, 4: 0.89, 5: 1.11, 6: 1.25, 7: 1.35, 8: 1.40, 9: 1.45, 10: 1.49},
    "Donegan-Dodd 1991": {
        3: 0.4914, 4: 0.8286, 5: 1.0591, 6: 1.1797, 7: 1.2519, 8: 1.3171, 9: 1.3733, 10: 1.4055,
    },
    "Aguaron-Moreno 2003": {3: 0.525, 4: 0.882, 5: 1.115, 6: 1.252, 7: 1.341, 8: 1.404, 9: 1.452, 10: 1.484},
}  # fmt: skip
"""The mean consistency index of random judgements, by table and number of criteria."""

_MOST = 10
_EQUAL = 1e-9


def pairwise(given: Mapping[str, float], *, table: str = RANDOM_INDEX_TABLE) -> Weights:
    """Return weights from judgements of pairs: ``{"a over b": 3}`` says that a counts 3 times as much as b.

    The principal eigenvector of the matrix of ratios, and the consistency ratio ``(l - n) / (n - 1) / RI`` with the
    random index of a table (Saaty 1980, The Analytic Hierarchy Process).

    Parameters
    ----------
    given : mapping of str to float
        A ratio of 1/9 to 9 for every pair of criteria, each pair once.
    table : {"Saaty 1980", "Saaty 2005", "Donegan-Dodd 1991", "Aguaron-Moreno 2003"}
        Whose random index: the ratio depends on it, the weights do not.

    Returns
    -------
    Weights
        Shares by name, with their `Consistency`.

    Raises
    ------
    CompareError
        A pair is missing or stands twice, a ratio is off the scale, or there is no such table.

    Examples
    --------
    >>> weights = pairwise({"a over b": 2, "b over c": 2, "a over c": 4})
    >>> round(weights["a"], 4), round(weights.consistency.ratio, 6), weights.consistency.table
    (0.5714, 0.0, 'Saaty 1980')
    """
    if table not in RANDOM_INDEX:
        raise unknown("a table of random judgements", table, list(RANDOM_INDEX))
    check_by_name(given, '{"goals over side_effects": 3}')
    matrix = _ratios(given)
    names = list(matrix)
    parts, largest = _eigenvector([[matrix[row][column] for column in names] for row in names])
    shares, n = dict(zip(names, parts, strict=True)), len(names)
    ratio = max(0.0, (largest - n) / (n - 1) / RANDOM_INDEX[table][n]) if n > 2 else 0.0
    return Weights(shares, "pairwise", Consistency(ratio, table, _worst(matrix, shares)))


def pair_of(key: str) -> tuple[str, str]:
    """Return the two names of a judgement such as ``"a over b"``."""
    first, over, second = key.partition(" over ")
    first, second = first.strip(), second.strip()
    if not over or not first or not second or first == second:
        raise CompareError(
            "A judgement compares two criteria.",
            path=(key,),
            found=quoted(key),
            allowed='"goals over side_effects": 3',
            fix="write two different criteria with ` over ` between them",
        )
    return first, second


def _ratios(given: Mapping[str, float]) -> dict[str, dict[str, float]]:
    names: dict[str, None] = {}
    for key in given:
        names.update(dict.fromkeys(pair_of(key)))
    matrix = {row: {column: 1.0 if row == column else 0.0 for column in names} for row in names}
    for key, ratio in given.items():
        first, second = pair_of(key)
        if isinstance(ratio, bool) or not isinstance(ratio, int | float) or not 1 / 9 - 1e-12 <= ratio <= 9:
            raise CompareError(
                "A judgement is 1/9 to 9.",
                path=(key,),
                found=quoted(ratio),
                allowed="1/9 to 9; 1 means equal",
                fix="write 9 for far more; for less, turn the pair round",
            )
        if matrix[first][second]:
            raise CompareError(
                "This pair stands twice.",
                path=(key,),
                found=quoted(key),
                allowed="each pair once",
                fix="keep one of the two",
            )
        matrix[first][second], matrix[second][first] = float(ratio), 1 / ratio
    _check_pairs(matrix)
    return matrix


def _check_pairs(matrix: Mapping[str, Mapping[str, float]]) -> None:
    names = list(matrix)
    open_pairs = [f'"{a} over {b}"' for i, a in enumerate(names) for b in names[i + 1 :] if not matrix[a][b]]
    if open_pairs or len(names) < 2:
        raise CompareError(
            "Some pairs are not judged.",
            found=f"nothing for {listed(open_pairs)}" if names else "no judgement",
            allowed="every pair once",
            fix="add them; 1 means that both count the same",
        )
    if len(names) > _MOST:
        raise CompareError(
            "Too many criteria for judging pairs.",
            found=str(len(names)),
            allowed=f"at most {_MOST}",
            fix="give points, swings or an order instead",
        )


def _worst(matrix: Mapping[str, Mapping[str, float]], shares: Mapping[str, float]) -> Misfit | None:
    """Return the judgement that is furthest, in logarithms, from what the weights imply; None where all of them fit."""
    pairs = [
        Misfit(first, second, matrix[first][second], shares[first] / shares[second])
        for first in sorted(matrix)
        for second in sorted(matrix)
        if first != second and (matrix[first][second], second) > (1.0, first)
    ]
    worst = max(pairs, key=lambda pair: round(abs(log(pair.stated / pair.fitting)), 9), default=None)
    return worst if worst and abs(log(worst.stated / worst.fitting)) > _EQUAL else None


def _eigenvector(matrix: Sequence[Sequence[float]]) -> tuple[list[float], float]:
    """Return the principal eigenvector (adding up to 1) and its eigenvalue, by power iteration."""
    vector, largest = [1 / len(matrix)] * len(matrix), float(len(matrix))
    for _ in range(1000):
        image = [sum(cell * part for cell, part in zip(row, vector, strict=True)) for row in matrix]
        largest = sum(image)
        after = [part / largest for part in image]
        moved = max(abs(new - old) for new, old in zip(after, vector, strict=True))
        vector = after
        if moved < 1e-15:
            break
    return vector, largest
