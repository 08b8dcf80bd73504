"""What is published about second opinions, and how cases are made up from it: all of it read from ``data/second_opinions.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from compare.trees import data_tree


@dataclass(frozen=True)
class Rate:
    """A published share.

    Parameters
    ----------
    key, population, change, source : str
        Its name here, about whom it is, which change it counts, where it is published.
    rate : float
        The share, 0-1.
    n : int, optional
        Of how many people; None where the source does not say.
    """

    key: str
    population: str
    rate: float
    change: str
    source: str
    n: int | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of cancer among made-up cases; every share is 0-1.

    Parameters
    ----------
    key : str
        What it is called.
    share : float
        Its share of all cases.
    minor, major : float
        How often the tissue is read a little differently, and quite differently.
    stage : float
        How often the stage is another one.
    treatment : float
        How often the second plan is another one.
    after_minor : float
        How often it is, where the tissue was read a little differently.
    kinds, plans, specialties : tuple of str
        What the tissue may show; the plans, from the least to the most extensive; the doctors.
    """

    key: str
    share: float
    minor: float
    major: float
    stage: float
    treatment: float
    after_minor: float
    kinds: tuple[str, ...]
    plans: tuple[str, ...]
    specialties: tuple[str, ...]

    def after_none(self, after_major: float) -> float:
        """Return how often the second plan is another one though the tissue is read the same, so that all comes to ``treatment``."""
        rest = self.treatment - self.major * after_major - self.minor * self.after_minor
        return max(0.0, rest / (1 - self.minor - self.major))


@dataclass(frozen=True)
class Published:
    """Everything in ``data/second_opinions.yaml``."""

    rates: Mapping[str, Rate]
    plain: Mapping[str, Any]

    @property
    def made_up(self) -> Mapping[str, Any]:
        """Return the numbers that are our own."""
        given: Mapping[str, Any] = self.plain["made_up"]
        return given

    @property
    def answers(self) -> Mapping[str, Mapping[str, Any]]:
        """Return for each column of answers how they are spread."""
        given: Mapping[str, Mapping[str, Any]] = self.plain["answers"]
        return given

    @cached_property
    def after_major(self) -> float:
        """Return how often the treatment changes where the tissue is read quite differently."""
        return self.rates["lymphoma_therapy"].rate / self.rates["lymphoma_major"].rate

    @cached_property
    def first_academic(self) -> float:
        """Return the share of first opinions from academic centres that fits the rates by where the tissue was first read."""
        whole, here, there = (self.rates[key].rate for key in ("lymphoma_major", "from_academic", "from_elsewhere"))
        return (there - whole) / (there - here)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds of cancer, every share a number."""
        return tuple(self._kind(entry) for entry in self.plain["cancers"])

    def _kind(self, entry: Mapping[str, Any]) -> Kind:
        treatment = self._number(entry["treatment"])
        if treatment != entry["treatment"] and "better" in self.rates[entry["treatment"]].change:
            treatment += self.rates["worse"].rate
        return Kind(
            entry["key"],
            entry["share"],
            self._number(entry["pathology"]["minor"]),
            self._number(entry["pathology"]["major"]),
            self._number(entry["stage"]),
            treatment,
            entry.get("after_minor", self.made_up["after_minor"]),
            tuple(entry["kinds"]),
            tuple(entry["plans"]),
            tuple(entry["specialties"]),
        )

    def _number(self, given: float | str) -> float:
        return self.rates[given].rate if isinstance(given, str) else float(given)


@cache
def published() -> Published:
    """Return what is published, and how cases are made up from it.

    Examples
    --------
    >>> published().rates["lymphoma_major"].n, len(published().kinds)
    (1010, 10)
    """
    plain = data_tree("second_opinions")
    return Published({entry["key"]: _rate(entry) for entry in plain["rates"]}, plain)


def _rate(entry: Mapping[str, Any]) -> Rate:
    return Rate(**{**entry, "n": int(entry["n"]) if "n" in entry else None})
