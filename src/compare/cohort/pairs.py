"""What was said on a layer, answer beside answer: the first opinion of each case and the last, and how far all agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.agreement import Coefficient, chance_corrected, kappas
from compare.cohort.counting import TOO_MANY
from compare.cohort.suppression import SMALLEST, hidden_in_list

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
    """

    layer: str
    names: tuple[str, ...]
    table: NDArray[np.intp]
    hidden: NDArray[np.bool_]

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
    def of(cls, answers: Answers, layer: str, *, show_small: bool) -> Pairs:
        """Return the answers to a layer, small counts hidden unless they are to be shown."""
        counted = _on(answers, layer)
        names = sorted({name for said in counted for name in (said[0], said[-1]) if name is not None})
        place = {name: at for at, name in enumerate(names)}
        table = np.zeros((len(names), len(names)), dtype=np.intp)
        for (first, *_, last), times in counted.items():
            if first is not None and last is not None:
                table[place[first], place[last]] += times
        return cls(layer, tuple(names), table, _hidden(table) if not show_small else np.zeros(table.shape, dtype=bool))


def _on(answers: Answers, layer: str) -> dict[tuple[str | None, ...], int]:
    """Return what was said on a layer and how often; nothing where there were too many different answers."""
    if (layer, TOO_MANY) in answers:
        return {}
    return {said: times for (where, said), times in answers.items() if where == layer}


def _hidden(table: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Hide small counts; those of the same answer twice and those of two answers by themselves, as both sums are nearly known."""
    hidden, same = np.zeros(table.shape, dtype=bool), np.eye(len(table), dtype=bool)
    for part in (same, ~same):
        if part.any():
            hidden[part] = hidden_in_list(table[part])
    return hidden


def agreement_on(answers: Answers, layer: str, *, show_small: bool) -> Iterator[Coefficient]:
    """Give how far doctors agree on a layer beyond chance: the kappas of first and last opinion, the others of all."""
    counted = _on(answers, layer)
    names = sorted({name for said in counted for name in said if name is not None})
    table = Pairs.of(answers, layer, show_small=True).table
    if not names or (table.sum() < SMALLEST and not show_small):
        return
    yield from kappas(table, ordered=layer in _ORDERED)
    said = np.array([[each.count(name) for name in names] for each in counted])
    yield from chance_corrected(said, np.array(list(counted.values())))
