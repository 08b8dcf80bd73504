"""The picture of how often: for each opinion a bar of the ways in which it comes 1st, 2nd, 3rd ..."""

from __future__ import annotations

from collections.abc import Sequence

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import OUTLINE, Sign, opinion_sign
from compare.charts.parts import in_sentence
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, STRONG, drawing, width_of, wrapped
from compare.errors import expect
from compare.robustness import HowOften
from compare.words import often

MOST_PLACES = 5
"""Places beyond this are drawn together with the last one."""

_BAR = 24.0
_PLACES = (
    Sign("#0B4F7D", "", ""),
    Sign("#5FA8D3", "//", ""),
    Sign("#A9D1E8", "||", ""),
    Sign("#D9E8F0", "\\\\", ""),
    Sign("#F4F6F8", "xx", ""),
)


def how_often(result: HowOften, *, titled: bool = True) -> Chart:
    """Draw in how many of 100 ways each opinion comes first, second, third ...

    Parameters
    ----------
    result : HowOften
        Shares of ranks.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A bar from 0 to 100 for each opinion, in the file's order; only words where there is one opinion or nothing is known.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.robustness import how_often as look
    >>> rows = [{"name": "A", "ratings": {"goals": 70}}, {"name": "B", "ratings": {"goals": 30}}]
    >>> how_often(look(Case(opinions=rows, criteria=[{"key": "goals"}]))).name
    'how_often'
    """
    expect(result, HowOften)
    with drawing():
        sheet = Sheet()
        if titled:
            sheet.title(often.TITLE)
        sheet.lines(f"{result.heading().removesuffix('.')}.", BODY, palette.QUIET_INK)
        sheet.space(5)
        sheet.banner(result.verdicts(in_sentence), 5)
        sheet.space(10)
        if len(result.ranks) == 1 or result.case.nothing_known:
            return sheet.chart("how_often", result.sentence())
        _put_bars(sheet, result)
        return sheet.chart("how_often", often.alt(result.sentence(), result.exactness))


def _put_bars(sheet: Sheet, result: HowOften) -> None:
    sheet.measure(MARGIN + 2, sheet.width - MARGIN - 2)
    _key(sheet, _places(result))
    for place, name in enumerate(result.case.names):
        _bar(sheet, result, name, place)
    sheet.ticks(often.AXIS)
    drawn_too = [] if result.all_known else [often.OPEN_DRAWN]
    sheet.notes(often.HOW_TO_READ, result.exactness, *drawn_too)


def _places(result: HowOften) -> list[str]:
    """Return the names of the places that are drawn; those after the fourth together."""
    count = len(result.ranks)
    names = [often.place(number) for number in range(1, min(count, MOST_PLACES) + 1)]
    return [*names[:-1], often.or_lower(MOST_PLACES)] if count > MOST_PLACES else names


def _key(sheet: Sheet, places: Sequence[str]) -> None:
    """Write which fill is which place."""
    left = MARGIN
    for sign, place in zip(_PLACES, places, strict=False):
        sheet.box(left, sheet.y + 1, 18, 11, facecolor=sign.colour, hatch=2 * sign.hatch, **OUTLINE)
        sheet.write([place], left + 24, sheet.y, SMALL_STRONG)
        left += 24 + width_of(place, SMALL_STRONG) + 22
    sheet.space(SMALL.leading + 10)


def _bar(sheet: Sheet, result: HowOften, name: str, place: int) -> None:
    first = often.first_in(result.share_text(name))
    rows = wrapped(name, sheet.inner - width_of(first, STRONG) - 32, STRONG)
    sheet.point(MARGIN + 6, sheet.y + STRONG.leading / 2, opinion_sign(place), on_scale=False)
    sheet.write(rows, MARGIN + 16, sheet.y, STRONG)
    sheet.write([first], sheet.width - MARGIN, sheet.y, STRONG, align="right")
    sheet.y += len(rows) * STRONG.leading + 3
    sheet.grid(sheet.y, sheet.y + _BAR + 6)
    start = 0.0
    for at, length in enumerate(_lengths(result.ranks[name])):
        text = result.share_text(name, at, or_lower=at == MOST_PLACES - 1)
        _part(sheet, (start, length), often.in_bar(text), _PLACES[at])
        start += length
    sheet.y += _BAR + 12


def _lengths(shares: Sequence[float]) -> list[float]:
    """Return the shares that are drawn, of 100; those after the fourth together."""
    rest = [sum(shares[MOST_PLACES - 1 :])] if len(shares) >= MOST_PLACES else []
    return [100 * share for share in (*shares[: MOST_PLACES - 1], *rest)]


def _part(sheet: Sheet, where: tuple[float, float], text: str, sign: Sign) -> None:
    start, length = where
    if length <= 0:
        return
    sheet.bar(start, length, sheet.y, _BAR, facecolor=sign.colour, hatch=sign.hatch, label="place", **OUTLINE)
    if width_of(text, SMALL_STRONG) <= (sheet.right - sheet.left) * length / 100 - 5:
        plain = {"facecolor": sign.colour, "edgecolor": "none", "pad": 1.5}
        top = sheet.y + (_BAR - SMALL.leading) / 2
        x = sheet.across(start + length / 2)
        sheet.write([text], x, top, SMALL_STRONG, align="center", colour=sign.ink, bbox=plain, zorder=4)
