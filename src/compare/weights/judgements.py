"""Weights from judgements of pairs (AHP)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.errors import CompareError, listed, quoted
from compare.weights.shares import Consistency, Weights

RANDOM_INDEX_TABLE = "Saaty 1980"
RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
"""The mean consistency index of random judgements, by number of criteria (Saaty 1980)."""


def pairwise(given: Mapping[str, float]) -> Weights:
    """Return weights from judgements of pairs: ``{"a over b": 3}`` says that a counts 3 times as much as b.

    The principal eigenvector of the matrix of ratios, and the consistency ratio ``(l - n) / (n - 1) / RI`` with the
    random index of Saaty 1980 (Saaty 1980, The Analytic Hierarchy Process).

    Examples
    --------
    >>> weights = pairwise({"a over b": 2, "b over c": 2, "a over c": 4})
    >>> round(weights["a"], 4), round(weights.consistency.ratio, 6)
    (0.5714, 0.0)
    """
    matrix = _ratios(given)
    names = list(matrix)
    shares, largest = _eigenvector([[matrix[row][column] for column in names] for row in names])
    n = len(names)
    ratio = max(0.0, (largest - n) / (n - 1) / RANDOM_INDEX[n]) if n > 2 else 0.0
    return Weights(dict(zip(names, shares, strict=True)), "pairwise", Consistency(ratio, RANDOM_INDEX_TABLE))


def pair_of(key: str) -> tuple[str, str]:
    """Return the two names of a judgement such as ``"a over b"``."""
    first, over, second = key.partition(" over ")
    first, second = first.strip(), second.strip()
    if not over or not first or not second or first == second:
        raise CompareError(
            "A judgement compares two criteria.", path=(key,), found=quoted(key), allowed='"goals over side_effects": 3'
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
                "A judgement is 1/9 to 9.", path=(key,), found=quoted(ratio), allowed="1/9 to 9; 1 means equal"
            )
        if matrix[first][second]:
            raise CompareError("This pair stands twice.", path=(key,), found=quoted(key), allowed="each pair once")
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
    if len(names) > max(RANDOM_INDEX):
        raise CompareError(
            "Too many criteria for judging pairs.", found=str(len(names)), allowed=f"at most {max(RANDOM_INDEX)}"
        )


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
