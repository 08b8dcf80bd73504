"""How far doctors agree beyond chance, with intervals.

Cohen's kappa, plain and weighted, comes from statsmodels. For coefficients that take any number of doctors a case, with answers
missing, there is no library that is both kept and freely licensed; they are the lines of Gwet (Handbook of Inter-Rater
Reliability, 2014), on cases counted by what was said in them, so that millions of cases are a small table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from compare.errors import missing_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    ByChance = Callable[[Floats], Floats]

SURE = 1.959963984540054
"""Half the width of a 95 % interval, in standard errors."""


@dataclass(frozen=True)
class Coefficient:
    """How far doctors agree beyond chance.

    Parameters
    ----------
    name : str
        Which coefficient: ``"cohen"``, ``"weighted"``, ``"fleiss"``, ``"alpha"``, ``"ac1"``.
    value, error : float
        The coefficient, 1 for full agreement and 0 for what chance gives; its standard error.
    cases : int
        On how many cases it stands.
    """

    name: str
    value: float
    error: float
    cases: int

    @property
    def low(self) -> float:
        """Return the lower end of its 95 % interval."""
        return max(-1.0, self.value - SURE * self.error)

    @property
    def high(self) -> float:
        """Return the upper end of its 95 % interval."""
        return min(1.0, self.value + SURE * self.error)


def kappas(table: NDArray[np.intp], *, ordered: bool = False) -> list[Coefficient]:
    """Return Cohen's kappa, and where the answers have an order the one with linear weights too.

    Parameters
    ----------
    table : array of shape (answers, answers)
        How many cases by what the first and the second doctor said.
    ordered : bool
        Whether answers that stand beside each other are closer than others.
    """
    try:
        from statsmodels.stats.inter_rater import cohens_kappa
    except ImportError:
        raise missing_extra("statsmodels", "cohort") from None
    if not _two_answers(table.sum(axis=0) + table.sum(axis=1)):
        return []
    made = [("cohen", cohens_kappa(table)), *([("weighted", cohens_kappa(table, wt="linear"))] if ordered else [])]
    return [Coefficient(name, float(one.kappa), float(one.std_kappa), int(table.sum())) for name, one in made]


def _two_answers(said: NDArray[np.intp]) -> bool:
    return bool(np.count_nonzero(said) > 1)


def chance_corrected(said: NDArray[np.intp], times: NDArray[np.intp]) -> list[Coefficient]:
    """Return Fleiss's kappa, Krippendorff's alpha (for answers without an order) and Gwet's AC1.

    Parameters
    ----------
    said : array of shape (kinds of case, answers)
        In each kind of case, how many doctors gave each answer.
    times : array of shape (kinds of case,)
        How many cases are of each kind.

    Examples
    --------
    >>> [f"{one.name} {one.value:.2f}" for one in chance_corrected(np.array([[2, 0], [0, 2], [1, 1]]), np.array([40, 40, 20]))]
    ['fleiss 0.60', 'alpha 0.60', 'ac1 0.60']
    """
    given = said.sum(axis=1)
    said, times, given = said[given > 0], times[given > 0], given[given > 0]
    if not _two_answers(times @ said) or not times[given > 1].sum() > 1:
        return []
    cases = int(times[given > 1].sum())
    found = (
        ("fleiss", _by_shares(said, times, lambda shares: shares)),
        ("alpha", _alpha(said[given > 1], times[given > 1])),
        ("ac1", _by_shares(said, times, lambda shares: (1 - shares) / (said.shape[1] - 1))),
    )
    return [Coefficient(name, value, error, cases) for name, (value, error) in found]


def _by_shares(said: NDArray[np.intp], times: NDArray[np.intp], by_chance: ByChance) -> tuple[float, float]:
    """Return a coefficient whose agreement by chance follows from the shares of the answers, and its standard error."""
    given, whole = said.sum(axis=1), times.sum()
    pairs = given > 1
    shares = times @ (said / given[:, None]) / whole
    each = by_chance(shares)
    chance = float(shares @ each)
    agreed = np.where(pairs, (said * (said - 1)).sum(axis=1) / np.maximum(given * (given - 1), 1), 0.0)
    usable = times[pairs].sum()
    value = (times @ agreed / usable - chance) / (1 - chance)
    one = whole / usable * (agreed - chance * pairs) / (1 - chance)
    one = one - 2 * (1 - value) * (said @ each / given - chance) / (1 - chance)
    return float(value), float(np.sqrt(times @ (one - value) ** 2 / (whole * (whole - 1))))


def _alpha(said: NDArray[np.intp], times: NDArray[np.intp]) -> tuple[float, float]:
    """Return Krippendorff's alpha and its standard error; every case has two doctors or more."""
    given, whole = said.sum(axis=1), times.sum()
    usual = times @ given / whole
    little = 1 / (times @ given)
    agreed = (said * (said - 1)).sum(axis=1) / (usual * (given - 1))
    shares = times @ said / (whole * usual)
    chance = float(shares @ shares)
    plain = times @ agreed / whole
    raised = (1 - little) * plain + little
    value, rough = (raised - chance) / (1 - chance), (plain - chance) / (1 - chance)
    more = (given - usual) / usual
    one = (agreed - raised * more - chance) / (1 - chance)
    one = one - 2 * (1 - rough) * (said @ shares / usual - chance * more - chance) / (1 - chance)
    return float(value), float(np.sqrt(times @ (one - rough) ** 2 / (whole * (whole - 1))))
