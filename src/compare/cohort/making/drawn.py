"""What the doctors of made-up cases say, layer by layer: drawn case by case so that the published rates come out.

Every block of cases has random numbers of its own, which follow from the seed and the block's number alone. So the first
cases are the same whatever the number of all cases is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.making.published import Published

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]
    Mask = NDArray[np.bool_]
    Floats = NDArray[np.float32]

BLOCK = 16_384
"""How many cases are drawn together."""

SAME, MINOR, MAJOR = 0, 1, 2
STAGES, LETTERS = ("I", "II", "III", "IV"), ("A", "B")
GRADES = ("grade 1", "grade 2", "grade 3")
MANNERS = ("as usual", "adapted")
INTENTS = ("curative", "life-prolonging", "palliative")
CENTRES = ("community", "teaching", "national cancer centre")
WATCH, LESS, MORE = 0, 1, 2

_MOST_PLANS = 5


@dataclass(frozen=True)
class Cases:
    """Made-up cases: for each, what its first, second and third doctor say; a column is an array of shape ``(3, cases)``.

    Parameters
    ----------
    cancer : array
        Which kind of cancer, shape ``(cases,)``.
    sizes : array
        How many opinions there are, 2 or 3, shape ``(cases,)``.
    centre, specialty, day : array
        Which type of centre, which of its specialties, days after the first day.
    pathology, stage, treatment, intent : array
        What they say, as a number.
    plan : array
        How extensive the plan is, 0-4.
    moved, worse : array
        Where to the second plan moved, `WATCH`, `LESS` or `MORE`, and -1 where it did not; whether worse is expected of it.
    """

    cancer: Codes
    sizes: Codes
    centre: Codes
    specialty: Codes
    day: Codes
    pathology: Codes
    stage: Codes
    treatment: Codes
    intent: Codes
    plan: Codes
    moved: Codes
    worse: Mask


def cases_of(rng: np.random.Generator, rules: Published, count: int = BLOCK) -> Cases:
    """Return made-up cases.

    Parameters
    ----------
    rng : numpy.random.Generator
        Where the random numbers come from.
    rules : Published
        How they are made up.
    count : int
        How many.
    """
    kinds, own = rules.kinds, rules.made_up
    cancer = _chosen(rng, [kind.share for kind in kinds], count)
    centre = _centres(rng, rules, count)
    read = _tissue(rng, rules, cancer, centre[0] > 0)
    changed = rng.random(count, np.float32) < _treatment_rate(rules)[cancer, read]
    third = rng.random(count, np.float32) < own["third"] + own["third_after_treatment"] * changed
    plan, moved = _plans(rng, rules, changed)
    adapted = ~changed & (rng.random(count, np.float32) < own["treatment_minor"])
    manner = rng.integers(0, 2, count, np.int32)
    intent, other = _intents(rng, own, changed)
    like_second = rng.random(count, np.float32) < own["third_like_second"]
    days = rng.integers([[0], [14], [10]], [[own["days"]], [60], [45]], (3, count), np.int32)
    worse = changed & (rng.random(count, np.float32) < _worse_rate(rules))
    return Cases(
        cancer,
        2 + third.astype(np.int32),
        centre,
        rng.integers(0, 3, (3, count), np.int32),
        np.cumsum(days, axis=0, dtype=np.int32),
        _third(*_pathology(rng, read), like_second),
        _third(*_stages(rng, rules, cancer), like_second),
        _third(2 * plan[0] + manner, 2 * plan[1] + (manner ^ adapted), like_second),
        _third(intent, other, like_second),
        _third(plan[0], plan[1], like_second),
        np.where(changed, moved, -1),
        worse,
    )


def _chosen(rng: np.random.Generator, shares: Any, count: int) -> Codes:
    return np.searchsorted(np.cumsum(shares)[:-1], rng.random(count), side="right").astype(np.int32)


def _third(first: Codes, second: Codes, like_second: Mask) -> Codes:
    """Return what all three say: the third sides with one of the others."""
    return np.stack([first, second, np.where(like_second, second, first)]).astype(np.int32)


def _centres(rng: np.random.Generator, rules: Published, count: int) -> Codes:
    academic = rules.first_academic
    first = _chosen(rng, [1 - academic, academic * 0.7, academic * 0.3], count)
    return np.stack([first, *(_chosen(rng, rules.made_up["second_centres"], count) for _ in range(2))])


def _tissue(rng: np.random.Generator, rules: Published, cancer: Codes, academic: Mask) -> Codes:
    """Return how differently the tissue is read the second time; less often so where it was first read at an academic centre."""
    minor, major = (np.array([getattr(kind, name) for kind in rules.kinds])[cancer] for name in ("minor", "major"))
    whole = rules.rates["lymphoma_major"].rate
    major *= np.where(academic, rules.rates["from_academic"].rate, rules.rates["from_elsewhere"].rate) / whole
    drawn = rng.random(len(cancer))
    return np.where(drawn < major, MAJOR, np.where(drawn < major + minor, MINOR, SAME)).astype(np.int32)


def _treatment_rate(rules: Published) -> Floats:
    """Return how often the treatment changes, shape ``(cancers, how differently the tissue is read)``."""
    rows = [(kind.after_none(rules.after_major), kind.after_minor, rules.after_major) for kind in rules.kinds]
    return np.array(rows, dtype=np.float32)


def _worse_rate(rules: Published) -> float:
    """Return in what share of the changed plans worse is expected, so that it is the published share of all cases."""
    return rules.rates["worse"].rate / sum(kind.share * kind.treatment for kind in rules.kinds)


def _plans(rng: np.random.Generator, rules: Published, changed: Mask) -> tuple[Codes, Codes]:
    """Return how extensive the first two plans are, and where to the second moves if it does."""
    watch, less = rules.rates["to_observation"].rate, rules.rates["less_extensive"].rate
    moved = _chosen(rng, [watch, less, 1 - watch - less], len(changed))
    direction = np.where(changed, moved, 3)
    last = _MOST_PLANS - 1
    lowest, highest = np.array([1, 2, 1, 0])[direction], np.array([last, last, last - 1, last])[direction]
    first = rng.integers(lowest, highest + 1)
    lowest, highest = np.choose(direction, [0, 1, first + 1, first]), np.choose(direction, [0, first - 1, last, first])
    return np.stack([first, rng.integers(lowest, highest + 1)]).astype(np.int32), moved


def _pathology(rng: np.random.Generator, read: Codes) -> tuple[Codes, Codes]:
    kind, grade = rng.integers(0, 3, len(read), np.int32), rng.integers(0, 3, len(read), np.int32)
    step = rng.integers(1, 3, len(read), np.int32)
    other_kind, other_grade = (kind + step * (read == MAJOR)) % 3, (grade + step * (read == MINOR)) % 3
    return 3 * kind + grade, 3 * other_kind + other_grade


def _stages(rng: np.random.Generator, rules: Published, cancer: Codes) -> tuple[Codes, Codes]:
    drawn, major = rng.random(len(cancer)), np.array([kind.stage for kind in rules.kinds])[cancer]
    stage, letter = rng.integers(0, 4, len(cancer), np.int32), rng.integers(0, 2, len(cancer), np.int32)
    up = np.where(stage == 0, 1, np.where(stage == 3, -1, 2 * rng.integers(0, 2, len(cancer)) - 1))
    other = np.where(drawn < major, stage + up, stage)
    minor = (drawn >= major) & (drawn < major + rules.made_up["stage_minor"])
    return 2 * stage + letter, 2 * other + (letter ^ minor)


def _intents(rng: np.random.Generator, own: Any, changed: Mask) -> tuple[Codes, Codes]:
    first = _chosen(rng, [0.60, 0.25, 0.15], len(changed))
    rate = np.where(changed, own["intent_after_treatment"], own["intent_alone"])
    moves = rng.random(len(changed)) < rate
    return first, (first + moves * rng.integers(1, 3, len(changed), np.int32)) % 3
