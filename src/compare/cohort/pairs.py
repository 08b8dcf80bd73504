"""What was said on a layer, answer beside answer: the first opinion of each case and the last, and how far all agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.agreement import Coefficient, chance_corrected, kappas
from compare.cohort.counting import ALL, TOO_MANY, Key
from compare.cohort.said import OUTCOMES
from compare.cohort.suppression import SMALLEST, hidden_in_list, is_small

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ENOUGH = 1_000
"""In so many cases a coefficient of two digits tells no single case."""

Answers = Mapping[tuple[str, tuple[str | None, ...]], int]
"""How many cases by layer and by what their doctors said, in order."""

_ORDERED = ("stage",)
"""Layers whose answers have an order, the alphabetical one."""


@dataclass(frozen=True)
class Pairs:
    """What the first and the last doctor of each case said on a layer.

    Parameters
    ----------
    layer : str
        Which layer.
    names : tuple of str
        The answers, without their details.
    table : array of shape (answers, answers)
        How many cases, the first doctor's answer down, the last one's across.
    hidden : array of bool
        Which of these counts are not shown.
    near : bool
        Whether the rates that are shown beside them leave their sums nearly open.
    """

    layer: str
    names: tuple[str, ...]
    table: NDArray[np.intp]
    hidden: NDArray[np.bool_]
    near: bool = False

    def plain(self) -> list[dict[str, Any]]:
        """Return the counts that are not 0 as plain mappings, hidden ones as None."""
        return [
            {
                "layer": self.layer,
                "first": self.names[row],
                "last": self.names[column],
                "count": None if self.hidden[row, column] else int(self.table[row, column]),
            }
            for row, column in np.argwhere((self.table > 0) | self.hidden)
        ]

    @classmethod
    def of(cls, answers: Answers, layer: str, rates: Mapping[Key, int] | None = None) -> Pairs:
        """Return the answers to a layer, small counts hidden; without the rates that are shown beside them, all of them."""
        counted = _on(answers, layer)
        names = sorted({name for said in counted for name in (said[0], said[-1]) if name is not None})
        place = {name: at for at, name in enumerate(names)}
        table = np.zeros((len(names), len(names)), dtype=np.intp)
        for (first, *_, last), times in counted.items():
            if first is not None and last is not None:
                table[place[first], place[last]] += times
        near = rates is not None and _nearly_told(
            counted, int(table.trace()), [rates.get(key, 0) for key in _rates_on(layer)]
        )
        hidden = np.zeros(table.shape, dtype=bool) if rates is None else _hidden(table, near=near)
        return cls(layer, tuple(names), table, hidden, near)

    @property
    def without_coefficients(self) -> bool:
        """Tell whether a coefficient of two digits could give a hidden count away, or stands on too few cases."""
        cases = int(self.table.sum())
        return cases < SMALLEST or bool(self.hidden.any() and (self.near or cases < _ENOUGH))


def _on(answers: Answers, layer: str) -> dict[tuple[str | None, ...], int]:
    """Return what was said on a layer and how often; nothing where there were too many different answers."""
    if (layer, TOO_MANY) in answers:
        return {}
    return {said: times for (where, said), times in answers.items() if where == layer}


def _rates_on(layer: str) -> list[Key]:
    return [(ALL, "", layer, outcome) for outcome in OUTCOMES[:3]]


def _nearly_told(said: Iterable[Sequence[str | None]], same: int, rates: Sequence[int]) -> bool:
    """Tell whether the sum of the answers that are the same twice would give away what the rates hide, or few other details.

    Where cases have third opinions, the last answer is not always the second one, and the sum says nothing about details.
    """
    details = np.array([same - rates[0] if all(len(each) == 2 for each in said) else 0])
    return bool(is_small(details).any() or hidden_in_list(np.array(rates)).any())


def _hidden(table: NDArray[np.intp], *, near: bool) -> NDArray[np.bool_]:
    """Hide small counts; those of the same answer twice and those of two answers by themselves, as the rates tell both sums.

    Where the rates hide something, each part hides something too, so that neither sum can be worked out.
    """
    hidden, same = np.zeros(table.shape, dtype=bool), np.eye(len(table), dtype=bool)
    for part in (same, ~same):
        if part.any():
            counts = table[part]
            found = hidden_in_list(counts)
            hidden[part] = found if found.any() or not near else _least(counts)
    return hidden


def _least(counts: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return the least of the counts that are not 0; all of them where there is none."""
    least = np.ones(len(counts), dtype=bool)
    if counts.any():
        least[:] = np.arange(len(counts)) == np.where(counts > 0, counts, counts.max() + 1).argmin()
    return least


def agreement_on(answers: Answers, layer: str, rates: Mapping[Key, int] | None = None) -> Iterator[Coefficient]:
    """Give how far doctors agree on a layer beyond chance: the kappas of first and last opinion, the others of all."""
    counted = _on(answers, layer)
    names = sorted({name for said in counted for name in said if name is not None})
    pairs = Pairs.of(answers, layer, rates)
    if not names or (rates is not None and pairs.without_coefficients):
        return
    yield from kappas(pairs.table, ordered=layer in _ORDERED)
    said = np.array([[each.count(name) for name in names] for each in counted])
    yield from chance_corrected(said, np.array(list(counted.values())))
