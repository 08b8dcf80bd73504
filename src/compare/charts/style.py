"""How pictures look: one type scale, one font list, and nothing of the user's own settings.

All measures are points (1/72 inch).
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from compare.errors import visible

FONTS = ["DejaVu Sans", "Verdana", "Geneva", "sans-serif"]
MOST_LINES = 3
ELLIPSIS = "…"
FROM_LEFT = "\u200e"
"""A mark without width: what follows reads from left to right, also where a name from right to left comes first."""

_LONGEST_TEXT = 5000
_NOT_DRAWN = {0xFEFF, 0x200B, 0x00AD, *range(0x2060, 0x2065), *range(0xFFF9, 0xFFFC)}
_GROUPS = ("axes", "figure", "font", "hatch", "lines", "markers", "patch", "path", "pdf", "savefig", "svg", "text")
_OWN: dict[str, Any] = {
    "text.usetex": False,
    "text.parse_math": False,
    "text.hinting": "none",
    "font.family": ["sans-serif"],
    "font.sans-serif": FONTS,
    "hatch.linewidth": 0.6,
    "svg.fonttype": "none",
    "svg.image_inline": True,
    "pdf.fonttype": 42,
    "savefig.bbox": None,
    "savefig.facecolor": "white",
}


@dataclass(frozen=True)
class Type:
    """A size of letters.

    Parameters
    ----------
    size : float
        Height of the letters, in points.
    leading : float
        From one line to the next, in points.
    bold : bool
        Whether the letters are bold.
    """

    size: float
    leading: float
    bold: bool = False

    @property
    def font(self) -> FontProperties:
        """Return the font that matplotlib draws with."""
        return FontProperties(family=["sans-serif"], size=self.size, weight="bold" if self.bold else "normal")


TITLE = Type(13, 17, bold=True)
STRONG = Type(9.5, 13, bold=True)
BODY = Type(9.5, 13)
SMALL = Type(8.5, 11.5)
SMALL_STRONG = Type(8.5, 11.5, bold=True)


@contextmanager
def drawing(salt: str = "chart") -> Iterator[None]:
    """Make or draw a picture in this house's style, whatever the user's settings are.

    Parameters
    ----------
    salt : str
        Goes into the names of the parts of an SVG, so that two pictures on one page do not share them.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from")
        warnings.filterwarnings("ignore", category=mpl.MatplotlibDeprecationWarning)
        settings: dict[Any, Any] = {
            key: value for key, value in mpl.rcParamsDefault.items() if key.split(".")[0] in _GROUPS
        }
        with mpl.rc_context(settings | _OWN | {"svg.hashsalt": salt}):
            yield


def clean(text: str) -> str:
    r"""Return text as one line without anything that a writer of pictures cannot take.

    Examples
    --------
    >>> clean("costs $5\n and" + chr(0xFEFF) + " $6")
    'costs $5 and $6'
    """
    line = visible(" ".join(text[:_LONGEST_TEXT].split()))
    return "".join(char for char in line if ord(char) not in _NOT_DRAWN)


@lru_cache(maxsize=4096)
def width_of(text: str, kind: Type) -> float:
    """Return how wide a text is, in points."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from")
        return float(text_to_path.get_text_width_height_descent(text, kind.font, ismath=False)[0])


def from_left(rows: Sequence[str]) -> tuple[str, ...]:
    """Return lines of a sentence of ours; one that begins with a name from right to left is marked, so that it is not turned round.

    Examples
    --------
    >>> from_left(["Ana is ahead.", "\u05d3\u05e0\u05d4 is ahead."])[1][0] == FROM_LEFT
    True
    """
    return tuple(FROM_LEFT + row if _first_direction(row) in {"R", "AL"} else row for row in rows)


def _first_direction(text: str) -> str:
    directions = map(unicodedata.bidirectional, text)
    return next((direction for direction in directions if direction in {"L", "R", "AL"}), "L")


def shortened(text: str, width: float, kind: Type) -> str:
    """Return a text as one line of at most ``width`` points, with an ellipsis where it was cut."""
    return wrapped(text, width, kind, lines=1)[0]


def wrapped(text: str, width: float, kind: Type, lines: int = MOST_LINES) -> tuple[str, ...]:
    """Return a text in lines of at most ``width`` points; what does not fit in ``lines`` gives way to an ellipsis.

    Examples
    --------
    >>> wrapped("Keep the breast, then radiation", 100, BODY)
    ('Keep the breast,', 'then radiation')
    """
    made: list[str] = []
    rest = clean(text).split(" ")
    while rest and len(made) < lines:
        line, rest = _one_line(rest, width, kind)
        made.append(line)
    if rest:
        made[-1] = _cut(made[-1], width, kind)
    return tuple(made)


def _one_line(parts: list[str], width: float, kind: Type) -> tuple[str, list[str]]:
    count, taken, space = 1, width_of(parts[0], kind), width_of(" ", kind)
    if taken > width:
        at = _fitting(parts[0], width, kind)
        return parts[0][:at], [parts[0][at:], *parts[1:]]
    while count < len(parts) and (taken := taken + space + width_of(parts[count], kind)) <= width:
        count += 1
    return " ".join(parts[:count]), parts[count:]


def _cut(line: str, width: float, kind: Type) -> str:
    kept = line
    while len(kept) > 1 and width_of(kept + ELLIPSIS, kind) > width:
        kept = kept[:-1].rstrip()
    return kept + ELLIPSIS


def _fitting(word: str, width: float, kind: Type) -> int:
    """Return how many letters of a word fit, at least one, never parting a letter from its marks."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(word[:middle], kind) <= width else (low, middle - 1)
    while low > 1 and (unicodedata.combining(word[low : low + 1] or " ") or word[low - 1] == "\u200d"):
        low -= 1
    return low
