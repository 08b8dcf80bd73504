"""Uniform pieces, of which every distribution here is made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

Piece = tuple[float, float, float]
"""Probability, low, high: a uniform part of a mixture (low == high: a point)."""


def pieces_between(edges: Sequence[float], low: float, high: float) -> list[tuple[float, float]]:
    """Return the stretches into which ``edges`` (ascending) cut the range from ``low`` to ``high``."""
    inner = edges[bisect_right(edges, low) : bisect_right(edges, high)]
    cuts = [low, *(edge for edge in inner if low < edge < high), high]
    return list(pairwise(cuts))
