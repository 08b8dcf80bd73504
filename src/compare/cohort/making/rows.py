"""From made-up cases to rows of the cohort format: one row an opinion, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from compare.cohort.format import WEIGHT
from compare.cohort.making.answered import answers_of
from compare.cohort.making.drawn import BLOCK, CENTRES, GRADES, INTENTS, LETTERS, MANNERS, STAGES, Cases, cases_of
from compare.cohort.making.published import Published, published

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = ("first", "second", "third")
MOVES = ("to watching", "less extensive", "more extensive")
EXPECTED = ("better", "worse")
_LATEST = 200
"""The last opinion comes at most so many days after the first."""


def blocks(cases: int, seed: int) -> Iterator[pa.RecordBatch]:
    """Give the rows of made-up cases, a block at a time; the first cases are the same however many there are in all.

    Parameters
    ----------
    cases : int
        How many cases.
    seed : int
        Where the random numbers begin.
    """
    for number, first in enumerate(range(0, cases, BLOCK)):
        yield _block(seed, number, min(BLOCK, cases - first))


def _block(seed: int, number: int, count: int) -> pa.RecordBatch:
    rng, rules = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, number]))), published()
    drawn = cases_of(rng, rules)
    case = np.repeat(np.arange(BLOCK), drawn.sizes)
    starts = np.cumsum(drawn.sizes) - drawn.sizes
    place = np.arange(len(case)) - starts[case]
    columns = {"case": pa.array(number * BLOCK + 1 + case), **_about(drawn, case, place)}
    columns |= _layers(rng, rules, drawn, (case, place))
    columns |= _changes(drawn, case, place)
    rows = {"plan": drawn.plan[place, case], "large": drawn.centre[place, case] > 0}
    columns |= dict(answers_of(rng, rules.answers, rules.made_up["chance_as_range"], rows))
    columns |= _weights(rng, rules, case)
    return pa.RecordBatch.from_pydict(columns).slice(0, int(drawn.sizes[:count].sum()))


def _coded(codes: NDArray[Any], words: tuple[str, ...], missing: NDArray[np.bool_] | None = None) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32), mask=missing), pa.array(words))


def _about(drawn: Cases, case: NDArray[Any], place: NDArray[Any]) -> dict[str, pa.Array]:
    cancer = drawn.cancer[case]
    specialties, of_kind = _vocabulary("specialties")
    return {
        "opinion": _coded(place, KINDS),
        "kind": _coded(place, KINDS),
        "cancer": _coded(cancer, tuple(kind.key for kind in published().kinds)),
        "specialty": _coded(of_kind[cancer, drawn.specialty[place, case]], specialties),
        "centre_type": _coded(drawn.centre[place, case], CENTRES),
        "date": _coded(drawn.day[place, case], _days()),
    }


def _layers(
    rng: np.random.Generator, rules: Published, drawn: Cases, held: tuple[NDArray[Any], NDArray[Any]]
) -> dict[str, pa.Array]:
    case, place = held
    cancer = drawn.cancer[case]
    said = {name: getattr(drawn, name)[place, case] for name in ("pathology", "stage", "treatment", "intent")}
    tissues, of_tissue = _vocabulary("kinds")
    plans, of_plan = _vocabulary("plans")
    kind, grade = divmod(said["pathology"], len(GRADES))
    plan, manner = divmod(said["treatment"], len(MANNERS))
    coded = {
        "pathology": (of_tissue[cancer, kind] * len(GRADES) + grade, _with(tissues, GRADES)),
        "stage": (said["stage"], _with(STAGES, LETTERS)),
        "treatment": (of_plan[cancer, plan] * len(MANNERS) + manner, _with(plans, MANNERS)),
        "intent": (said["intent"], INTENTS),
    }
    silent = rules.made_up["not_said"]
    return {
        name: _coded(codes, words, rng.random(len(case), np.float32) < silent[name])
        for name, (codes, words) in coded.items()
    }


def _changes(drawn: Cases, case: NDArray[Any], place: NDArray[Any]) -> dict[str, pa.Array]:
    moved = drawn.moved[case]
    silent = (moved < 0) | (place != 1)
    return {
        "note__plan_moved": _coded(np.maximum(moved, 0), MOVES, silent),
        "note__expected": _coded(drawn.worse[case], EXPECTED, silent),
    }


def _weights(rng: np.random.Generator, rules: Published, case: NDArray[Any]) -> dict[str, pa.Array]:
    from compare.case import built_in_criteria

    silent = (rng.random(BLOCK) >= rules.made_up["weights_given"])[case]
    points = {criterion.key: 10 * rng.integers(1, 11, BLOCK)[case] for criterion in built_in_criteria()}
    return {WEIGHT + key: pa.array(given, pa.float32(), mask=silent) for key, given in points.items()}


def _with(words: tuple[str, ...], details: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word}: {detail}" for word in words for detail in details)


@cache
def _vocabulary(name: str) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """Return every word that any kind of cancer has in a list, and for each kind where its own stand."""
    lists = [getattr(kind, name) for kind in published().kinds]
    words = tuple(dict.fromkeys(word for row in lists for word in row))
    return words, np.array([[words.index(word) for word in row] for row in lists], dtype=np.int32)


@cache
def _days() -> tuple[str, ...]:
    own = published().made_up
    first = date.fromisoformat(own["first_day"])
    return tuple((first + timedelta(days=day)).isoformat() for day in range(int(own["days"]) + _LATEST))
