"""What the doctors of made-up cases answer to the questions: numbers and words on the scales of the built-in criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyarrow as pa

from compare.cohort.format import HIGH, LOW, Asked, Format
from compare.values import Curve, Levels, Linear

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_MIDDLE_PLAN = 2
_RANGED = "goals__chance"


@dataclass(frozen=True)
class Spread:
    """How the answers to one question are spread; see ``data/second_opinions.yaml``."""

    asked: Asked
    rule: Mapping[str, Any]

    def places(self, rng: np.random.Generator, plan: NDArray[Any], large: NDArray[Any]) -> Floats:
        """Return where answers lie on the way from the far end (0) to the near end (1) of the scale."""
        rule = self.rule
        drawn = rng.random((2, len(plan)), np.float32)
        spread = np.float32(rule["spread"]) * (drawn[0] + drawn[1] - np.float32(1))
        moved = np.float32(rule["by_plan"]) * (plan - _MIDDLE_PLAN).astype(np.float32)
        found: Floats = np.clip(
            np.float32(rule["middle"]) + spread + moved + np.float32(rule["by_centre"]) * large, 0, 1
        )
        return found

    def column(self, places: Floats, missing: NDArray[np.bool_]) -> pa.Array:
        """Return the answers at places of the scale."""
        if not self.asked.in_words:
            return pa.array(self.numbers(places), pa.float32(), mask=missing)
        words = self.words
        codes = np.minimum(places * np.float32(len(words)), len(words) - 1).astype(np.int32)
        return pa.DictionaryArray.from_arrays(pa.array(codes, mask=missing), pa.array(words))

    def numbers(self, places: Floats) -> Floats:
        """Return the numbers at places of the scale, in the steps in which people give them."""
        far, near = self.ends
        step = np.float32(self.rule.get("step", 1))
        found: Floats = np.rint((np.float32(far) + np.float32(near - far) * places) / step) * step
        return found

    @property
    def words(self) -> list[str]:
        """Return the levels, from the far end of the scale to the near one."""
        levels = cast("Levels", self.asked.scale).levels
        return list(self.rule.get("words") or sorted(levels, key=levels.__getitem__))

    @property
    def ends(self) -> tuple[float, float]:
        """Return the far and the near end of the scale: what is worth least and most."""
        knots = cast("Linear | Curve", self.asked.scale).knots
        (far, _), (near, _) = min(knots, key=lambda knot: knot[1]), max(knots, key=lambda knot: knot[1])
        return float(far), float(near)


@cache
def _spreads(names: tuple[str, ...]) -> Mapping[str, Asked]:
    return {asked.column: asked for asked in Format.of(("case", "opinion", *names)).questions}


def answers_of(
    rng: np.random.Generator, rules: Mapping[str, Mapping[str, Any]], ranged: float, rows: Mapping[str, NDArray[Any]]
) -> Iterator[tuple[str, pa.Array]]:
    """Give the columns of answers.

    Parameters
    ----------
    rng : numpy.random.Generator
        Where the random numbers come from.
    rules : mapping
        For each column how its answers are spread.
    ranged : float
        How often a chance is given as a range, 0-1.
    rows : mapping
        ``plan`` (how extensive, 0-4) and ``large`` (1 for a large centre), each an array of shape ``(rows,)``.
    """
    plan, large = rows["plan"], rows["large"].astype(np.float32)
    for name, asked in ((name, _spreads(tuple(rules))[name]) for name in rules):
        spread = Spread(asked, rules[name])
        places = spread.places(rng, plan, large)
        drawn = rng.random(len(plan), np.float32)
        missing = drawn < np.float32(rules[name]["open"])
        if name != _RANGED:
            yield name, spread.column(places, missing)
            continue
        as_range = drawn > np.float32(1 - ranged)
        yield name, spread.column(places, missing | as_range)
        for ending, step in ((LOW, -0.08), (HIGH, 0.08)):
            yield name + ending, spread.column(np.clip(places + np.float32(step), 0, 1), ~as_range)
