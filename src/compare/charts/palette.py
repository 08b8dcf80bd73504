"""The colours, hatches and markers of every picture, as plain data that pages and apps can use too.

The colours are those of Okabe & Ito 2008, which people with any common kind of colour blindness can tell apart. Each goes
with a hatch and a marker of its own, so that colour is never the only sign and a grey print still works.
"""

from __future__ import annotations

from dataclasses import dataclass

PAPER = "#FFFFFF"
INK = "#1B1B1B"
QUIET_INK = "#55595E"
LINE = "#C9CED4"
TRACK = "#E9ECEF"
BAND = "#F1F4F7"
OPEN_LINE = "#5F6368"
"""The dashed outline of an answer that nobody knows."""

BLACK = "#000000"
OUTLINE = {"edgecolor": "#333333", "linewidth": 0.6}
"""Round every fill that has a hatch."""


@dataclass(frozen=True)
class Sign:
    """How one criterion or one opinion is marked.

    Parameters
    ----------
    colour : str
        The fill, ``#RRGGBB``.
    hatch : str
        The pattern on the fill, in matplotlib's letters; "" for none.
    marker : str
        The shape of a point, in matplotlib's letters.
    """

    colour: str
    hatch: str
    marker: str

    @property
    def ink(self) -> str:
        """Return black or white, whichever reads better on the fill."""
        return max((BLACK, PAPER), key=lambda ink: contrast(ink, self.colour))


CRITERION_SIGNS = (
    Sign("#56B4E9", "", "o"),
    Sign("#E69F00", "//", "s"),
    Sign("#009E73", "||", "^"),
    Sign("#CC79A7", "\\\\", "D"),
    Sign("#F0E442", "xx", "P"),
    Sign("#0072B2", "--", "v"),
    Sign("#D55E00", "++", "X"),
    Sign("#BBBBBB", "/-", "*"),
)

OPINION_SIGNS = (
    Sign("#0072B2", "", "o"),
    Sign("#D55E00", "//", "s"),
    Sign("#007D5B", "||", "^"),
    Sign("#A3527C", "\\\\", "D"),
    Sign("#000000", "xx", "P"),
    Sign("#8A6D00", "--", "v"),
)
"""Darker, so that a single point stands out on white."""


def criterion_sign(place: int) -> Sign:
    """Return the sign of the criterion at a place, from 0; after the last colour they begin again with another hatch."""
    return _sign(CRITERION_SIGNS, place)


def opinion_sign(place: int) -> Sign:
    """Return the sign of the opinion at a place, from 0; after the last colour they begin again with another hatch."""
    return _sign(OPINION_SIGNS, place)


def _sign(signs: tuple[Sign, ...], place: int) -> Sign:
    turn, at = divmod(place, len(signs))
    shifted = signs[(at + turn) % len(signs)]
    return Sign(signs[at].colour, shifted.hatch, shifted.marker)


def tint(colour: str) -> str:
    """Return a colour mixed with three times as much white.

    Examples
    --------
    >>> tint("#000000")
    '#BFBFBF'
    """
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round((part + 3 * 255) / 4):02X}" for part in parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1-21.

    Examples
    --------
    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
