"""How much each criterion counts, and how people say so.

Every function takes what people said, by the criterion's name, and returns `Weights`: shares that add up to 1.
Names, never positions, bind a weight to its criterion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from compare.errors import CompareError, listed, quoted, unknown

How = Literal["equal", "points", "swing", "ranking", "pairwise", "swing_ranges"]
RankMethod = Literal["centroid", "sum", "reciprocal"]

RANDOM_INDEX_TABLE = "Saaty 1980"
RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
"""The mean consistency index of random judgements, by number of criteria (Saaty 1980)."""


@dataclass(frozen=True)
class Consistency:
    """How well pairwise judgements fit together: 0 is perfect, above 0.10 worth a second look."""

    ratio: float
    table: str


class Weights(Mapping[str, float]):
    """The share of each criterion, by name; the shares add up to 1.

    Parameters
    ----------
    shares : mapping of str to float
        How much each criterion counts, in any unit; at least one above 0.
    how : str
        How people gave them.
    consistency : Consistency, optional
        For pairwise judgements.
    stated : bool
        Whether anybody gave them; False for the equal shares that stand in where nobody did.

    Raises
    ------
    CompareError
        No criterion counts.

    Examples
    --------
    >>> Weights({"goals": 3, "side_effects": 1}, how="points")["goals"]
    0.75
    """

    __slots__ = ("_consistency", "_how", "_shares", "_stated")

    def __init__(
        self, shares: Mapping[str, float], how: How, consistency: Consistency | None = None, *, stated: bool = True
    ) -> None:
        total = sum(shares.values())
        if not total > 0:
            raise CompareError("No criterion counts.", found="0 for every criterion", allowed="at least one above 0")
        self._shares = {name: share / total for name, share in shares.items()}
        self._how: How = how
        self._consistency = consistency
        self._stated = stated

    @property
    def how(self) -> How:
        """Return how the weights were given."""
        return self._how

    @property
    def consistency(self) -> Consistency | None:
        """Return the consistency of pairwise judgements, None for every other way."""
        return self._consistency

    @property
    def given(self) -> bool:
        """Tell whether anybody gave them; equal shares are nobody's unless somebody said so."""
        return self._stated

    def __getitem__(self, name: str) -> float:
        """Return the share of a criterion, 0-1."""
        return self._shares[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names of the criteria."""
        return iter(self._shares)

    def __len__(self) -> int:
        """Return how many criteria there are."""
        return len(self._shares)

    def __repr__(self) -> str:
        """Return the shares and how they were given."""
        shares = ", ".join(f"{name}={share:.3f}" for name, share in self._shares.items())
        return f"Weights({shares}; {self._how})"

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash((frozenset(self._shares.items()), self._how))

    def __eq__(self, other: object) -> bool:
        """Tell whether the shares and the way they were given are the same; order does not matter."""
        if not isinstance(other, Weights):
            return NotImplemented
        return self._shares == other._shares and self._how == other._how

    def bound_to(self, names: Sequence[str]) -> Weights:
        """Return the same weights in the order of ``names``, each of which must have one.

        Raises
        ------
        CompareError
            A name without a weight, or a weight without its criterion.
        """
        check_names(self, names)
        return Weights({name: self[name] for name in names}, self._how, self._consistency, stated=self._stated)


def equal(names: Iterable[str], *, stated: bool = False) -> Weights:
    """Return the same share for every criterion: what is shown when nobody gave weights, or when somebody said so."""
    return Weights(dict.fromkeys(names, 1.0), "equal", stated=stated)


def points(given: Mapping[str, float]) -> Weights:
    """Return weights from points of 0-100 for each criterion.

    Examples
    --------
    >>> points({"goals": 60, "side_effects": 20})["goals"]
    0.75
    """
    return Weights(_checked(given), "points")


def swing(given: Mapping[str, float]) -> Weights:
    """Return weights from swings: 0-100 for the step from the worst to the best anchor of each criterion.

    ``w_k = s_k / sum s`` (Edwards & Barron 1994, OBHDP 60:306).

    Examples
    --------
    >>> [round(share, 2) for share in swing({"a": 100, "b": 75, "c": 50, "d": 25}).values()]
    [0.4, 0.3, 0.2, 0.1]
    """
    return Weights(_checked(given), "swing")


def ranking(order: Sequence[str], method: RankMethod = "centroid") -> Weights:
    """Return weights from an order alone, the most important first.

    Parameters
    ----------
    order : sequence of str
        The criteria, the most important first, each once.
    method : {"centroid", "sum", "reciprocal"}
        Rank order centroid ``(1/n) sum_{i=k..n} 1/i`` (Barron & Barrett 1996), rank sum ``2(n+1-k)/(n(n+1))`` or rank
        reciprocal ``(1/k) / sum(1/i)`` (Stillwell, Seaver & Edwards 1981).

    Examples
    --------
    >>> [round(share, 4) for share in ranking(["a", "b", "c", "d", "e"]).values()]
    [0.4567, 0.2567, 0.1567, 0.09, 0.04]
    """
    if isinstance(order, str) or len(set(order)) < len(order) or not order:
        raise CompareError(
            "An order names each criterion once.", found=quoted(listed(order)), allowed="a list without repeats"
        )
    n = len(order)
    formulas: dict[RankMethod, Callable[[int], float]] = {
        "centroid": lambda k: sum(1 / i for i in range(k, n + 1)) / n,
        "sum": lambda k: n + 1 - k,
        "reciprocal": lambda k: 1 / k,
    }
    if method not in formulas:
        raise unknown("a way to turn an order into weights", method, list(formulas))
    return Weights({name: formulas[method](place) for place, name in enumerate(order, 1)}, "ranking")


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


def swing_ranges(given: Mapping[str, Sequence[float]]) -> Weights:
    """Return weights from a range of swing points for each criterion: the middle of each range is taken.

    Examples
    --------
    >>> swing_ranges({"goals": [80, 100], "side_effects": [20, 40]})["goals"]
    0.75
    """
    for name, ends in given.items():
        if (
            isinstance(ends, str)
            or len(ends) != 2
            or not all(isinstance(end, int | float) for end in ends)
            or ends[0] > ends[1]
        ):
            raise CompareError(
                "A range has two ends, the lower first.", path=(name,), found=quoted(ends), allowed="[low, high]"
            )
    for place in (0, 1):
        _checked({name: ends[place] for name, ends in given.items()}, sum_above_zero=place == 1)
    return Weights({name: (ends[0] + ends[1]) / 2 for name, ends in given.items()}, "swing_ranges")


def check_names(given: Iterable[str], names: Sequence[str], *, within: str = "the weights") -> None:
    """Refuse weights that leave a criterion out or name one that does not exist."""
    given = list(given)
    for name in given:
        if name not in names:
            raise unknown("a criterion of this case", name, names, path=(name,))
    missing = [name for name in names if name not in given]
    if missing:
        raise CompareError(
            f"Some criteria are not in {within}.",
            found=f"nothing for {listed(missing)}",
            allowed=f"every criterion: {listed(names)}",
            fix="add them; 0 means that a criterion does not count",
        )


def pair_of(key: str) -> tuple[str, str]:
    """Return the two names of a judgement such as ``"a over b"``."""
    first, over, second = key.partition(" over ")
    first, second = first.strip(), second.strip()
    if not over or not first or not second or first == second:
        raise CompareError(
            "A judgement compares two criteria.", path=(key,), found=quoted(key), allowed='"goals over side_effects": 3'
        )
    return first, second


def _checked(given: Mapping[str, float], *, sum_above_zero: bool = True) -> dict[str, float]:
    for name, share in given.items():
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 100:
            raise CompareError(
                "A weight is a number from 0 to 100.", path=(name,), found=quoted(share), allowed="0 to 100"
            )
    if sum_above_zero and not sum(given.values()) > 0:
        raise CompareError(
            "No criterion counts.",
            found="0 for every criterion",
            allowed="at least one above 0",
            fix="raise one of them",
        )
    return {name: float(share) for name, share in given.items()}


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
