"""How much each criterion counts, and how people say so.

Every function takes what people said, by the criterion's name, and returns `Weights`: shares that add up to 1.
Names, never positions, bind a weight to its criterion.
"""

from compare.weights.judgements import RANDOM_INDEX, RANDOM_INDEX_TABLE, pair_of, pairwise
from compare.weights.shares import ALARM, Consistency, Misfit, Weights, check_names
from compare.weights.ways import equal, points, ranking, swing, swing_ranges

__all__ = [
    "ALARM",
    "RANDOM_INDEX",
    "RANDOM_INDEX_TABLE",
    "Consistency",
    "Misfit",
    "Weights",
    "check_names",
    "equal",
    "pair_of",
    "pairwise",
    "points",
    "ranking",
    "swing",
    "swing_ranges",
]
