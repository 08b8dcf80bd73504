"""What is known of a number, as a distribution, in plain Python.

An answer is a number, a range (every value in it equally likely) or a count ("8 of 129"), whose chance follows a Beta
distribution. Seen through a value function each becomes a mixture of uniform pieces; the weighted sum of many
such answers is worked out on a grid, so that who is ahead, and how often, needs no drawing of random numbers.
"""

from compare.distributions.beta import CENTRAL, Beta, central_interval, counted
from compare.distributions.pieces import Piece, pieces_between
from compare.distributions.sums import CELLS, TOLERANCE, GridSum, Race

__all__ = [
    "CELLS",
    "CENTRAL",
    "TOLERANCE",
    "Beta",
    "GridSum",
    "Piece",
    "Race",
    "central_interval",
    "counted",
    "pieces_between",
]
