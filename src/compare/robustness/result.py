"""How often each opinion comes first, as a table and as sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare import words
from compare.case import Case
from compare.robustness.knowledge import Knowing
from compare.tabular import Row, Spoken
from compare.words import often

_LARGEST_ERROR = 1.96 * 0.5
_MOST_LABELS = 3
_FELT = 0.005
"""A share below this, or above 1 less this, is rounded to "fewer than 1" or "more than 99" of 100."""


@dataclass(frozen=True, repr=False)
class HowOften(Spoken):
    """How often each opinion comes first, second ... over everything that is not known.

    Parameters
    ----------
    case : Case
        What was compared.
    knowing : {"nothing", "order", "ranges", "weights"}
        What is known of the weights.
    person : str or None
        Who said it.
    how : str or None
        In which way they said it; None where nobody did.
    draws : int
        How many draws; 0 where everything was worked out.
    seed : int
        Where the draws began.
    ranks : mapping of str to tuple of float
        Rank acceptability: for each opinion in what share of ways it is 1st, 2nd ...; adds up to 1. Opinions that are equal share
        the better rank, so the shares of one rank may add up to more than 1.
    ties : float
        In what share of ways the first place is shared, 0-1.
    central_weights : mapping of str to mapping or None
        The mean of the weights with which an opinion comes first, by criterion; None where it never does.
    confidence : mapping of str to float or None
        In what share of the ways the open answers could turn out an opinion is first at its central weights.
    pairwise : mapping of str to mapping
        In what share of ways each opinion is strictly ahead of each other.
    proven : frozenset of str
        The opinions that are certain to be always first, or never, whatever is drawn.
    all_known : bool
        Whether every answer is known as one number.
    """

    case: Case
    knowing: Knowing
    person: str | None
    how: str | None
    draws: int
    seed: int
    ranks: Mapping[str, tuple[float, ...]]
    ties: float
    central_weights: Mapping[str, Mapping[str, float] | None]
    confidence: Mapping[str, float | None]
    pairwise: Mapping[str, Mapping[str, float]]
    proven: frozenset[str]
    all_known: bool

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return self.sentence()

    @property
    def exact(self) -> bool:
        """Tell whether everything was worked out and nothing drawn."""
        return self.draws == 0

    @property
    def first(self) -> dict[str, float]:
        """Return in what share of ways each opinion comes first, 0-1."""
        return {name: shares[0] for name, shares in self.ranks.items()}

    @property
    def order(self) -> tuple[str, ...]:
        """Return the names of the opinions, the one that is first most often in front; equal ones in the file's order."""
        return tuple(
            sorted(self.ranks, key=lambda name: (-self.first[name], self.first[name] == 0 and name in self.proven))
        )

    @property
    def error(self) -> float:
        """Return how far a share can be off: ``1.96 sqrt(0.25 / draws)``, which 95 of 100 runs stay within; 0 where exact."""
        return 0.0 if self.exact else _LARGEST_ERROR / math.sqrt(self.draws)

    @property
    def holistic(self) -> dict[str, float]:
        """Return one figure for all ranks of an opinion, 0-1: the weight of a rank falls evenly from 1 (first) to 0 (last).

        It is the mean share, over the other opinions, in which it is not behind (Lahdelma & Salminen 2001, holistic
        acceptability, with linear weights of the ranks).
        """
        last = max(len(self.ranks) - 1, 1)
        return {
            name: sum(share * (1 - place / last) for place, share in enumerate(shares))
            for name, shares in self.ranks.items()
        }

    @property
    def entropy(self) -> float:
        """Return how open it is who comes first, in bits: 0 is settled, ``log2(opinions)`` is wide open."""
        whole = sum(self.first.values())
        return -sum(share / whole * math.log2(share / whole) for share in self.first.values() if share > 0) + 0.0

    def plain(self) -> dict[str, Any]:
        """Return the result as plain numbers, texts and mappings, for JSON."""
        return {
            "draws": self.draws,
            "seed": self.seed,
            "exact": self.exact,
            "first": self.first,
            "ranks": {name: list(shares) for name, shares in self.ranks.items()},
            "central_weights": {name: None if row is None else dict(row) for name, row in self.central_weights.items()},
            "confidence": dict(self.confidence),
            "pairwise": {name: dict(row) for name, row in self.pairwise.items()},
            "error": self.error,
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each opinion: its share of each rank, its central weights and its confidence."""
        return [
            {
                "opinion": name,
                **{f"rank_{place}": share for place, share in enumerate(self.ranks[name], 1)},
                "holistic": self.holistic[name],
                "confidence": self.confidence[name],
                **{f"central_{key}": (self.central_weights[name] or {}).get(key) for key in self.case.keys},
            }
            for name in self.case.names
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each opinion: in how many of 100 ways it takes each place."""
        heads = [often.place(number) for number in range(1, len(self.case.names) + 1)]
        rows = [(name, *(self.share_text(name, place) for place in range(len(heads)))) for name in self.case.names]
        return [("", *heads), *rows]

    def share_text(self, name: str, place: int = 0, *, or_lower: bool = False) -> str:
        """Return in how many of 100 ways an opinion takes a place (0 is the first), or that place or a lower one."""
        shares = self.ranks[name]
        settled = place == 0 or shares[0] == 1 or len(shares) == 2
        amount = sum(shares[place:]) if or_lower else shares[place]
        return often.share(amount, certain=self.exact or (name in self.proven and settled))

    def heading(self) -> str:
        """Return what is known of the weights."""
        return often.heading(self.knowing, self.person, **self._whose)

    def notes(self) -> Sequence[str]:
        """Return the sentences, and how to read the table."""
        seed = [] if self.exact else [often.seed(self.seed)]
        return (*self.sentences(), often.HOW_TO_READ, *seed)

    def sentences(self) -> list[str]:
        """Return the result as plain sentences, the most important first."""
        told = self.verdicts()
        if len(self.ranks) == 1 or self.case.nothing_known:
            return told
        return [*told, *self._where(), self.exactness, *([] if self.all_known or self.exact else [often.OPEN_DRAWN])]

    def verdicts(self, short: Callable[[str], str] = str) -> list[str]:
        """Return what must not be overlooked: who comes first how often, too close to call, ties.

        Parameters
        ----------
        short : callable
            Makes a name short enough, where there is little room.
        """
        if len(self.ranks) == 1:
            return [words.NEEDS_TWO]
        if self.case.nothing_known:
            return [words.nothing_known([short(name) for name in self.case.names])]
        return [*self._who(short), *self._shared()]

    @property
    def exactness(self) -> str:
        """Return how exact the numbers are."""
        return often.EXACT if self.exact else often.drawn(self.draws, self.error)

    def _who(self, short: Callable[[str], str]) -> list[str]:
        shares = [(short(name), self.share_text(name)) for name in self.order]
        leaders = [short(name) for name in self.order if self.first[name] == 1]
        if self.knowing == "weights":
            if self.exact:
                return [often.settled(self.person, leaders, **self._whose)]
            return [often.firsts_by_answers(self.person, shares, **self._whose), *self._close(short)]
        if len(leaders) > 1 and self._always_shared:
            return [often.always_equal(leaders)]
        return [often.firsts(self.knowing, self.person, shares), *self._close(short)]

    @property
    def _whose(self) -> dict[str, bool]:
        """Return whether somebody gave the weights, all the same, or for other ends of a scale (R1)."""
        outdated = (
            self.how is None and self.person is not None and bool(self.case.moved_for(self.case.person(self.person)))
        )
        return {"given": self.how is not None, "equal": self.how == "equal", "outdated": outdated}

    def _close(self, short: Callable[[str], str]) -> list[str]:
        first, second = self.order[:2]
        low, high = self.case.closeness.shares
        near = all(low <= share <= high for share in (self.pairwise[first][second], self.pairwise[second][first]))
        return [often.close(short(first), short(second))] if near else []

    def _shared(self) -> list[str]:
        return [often.ties(often.share(self.ties, certain=self.exact))] if self.ties and not self._always_shared else []

    @property
    def _always_shared(self) -> bool:
        """Tell whether the first place is certain to be shared, whatever is drawn."""
        return sum(self.first[name] == 1 and (self.exact or name in self.proven) for name in self.first) > 1

    def _where(self) -> list[str]:
        """Say with which weights each opinion comes first; nothing where the weights are known or all opinions tie."""
        told = []
        for name in self.order if self.knowing != "weights" else ():
            weights = self.central_weights[name]
            share = self.confidence[name]
            if weights is not None and _FELT <= self.first[name] < 1 - _FELT:
                told.append(self._middle(name, weights))
                if share is not None and share < 1 - _FELT:
                    told.append(often.confident(name, often.share(share, certain=False)))
        return told

    def _middle(self, name: str, weights: Mapping[str, float]) -> str:
        largest = sorted(weights, key=lambda key: -weights[key])[:_MOST_LABELS]
        labels = [(self.case.criterion(key).label, weights[key]) for key in largest]
        return often.middle(name, labels, rest=len(weights) > len(labels))
