"""A picture of what each person sees: everybody's own results, one person below the other."""

from __future__ import annotations

from compare import words
from compare.charts import captions, palette
from compare.charts.chart import Chart
from compare.charts.palette import opinion_sign, tint
from compare.charts.parts import in_sentence, names_in_full
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import (
    BODY,
    SMALL,
    SMALL_STRONG,
    STRONG,
    clean,
    drawing,
    from_left,
    shortened,
    width_of,
    wrapped,
)
from compare.errors import expect
from compare.group import FamilyView, Member
from compare.interval import Interval
from compare.words import together

_LANE = 17.0
_NARROWEST_NAMES, _WIDEST_NAMES = 110.0, 200.0
_BESIDE_NAME = 30.0
_NUMBERS = 92.0
_MOST_SENTENCES = 6


def family(view: FamilyView, *, titled: bool = True) -> Chart:
    """Draw what each person sees: their own result of every opinion, what comes first for them, and what counts.

    Parameters
    ----------
    view : FamilyView
        Everybody with their scores, the patient first.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A group for each person, a lane for each opinion; their axis always runs from 0 to 100.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.group import family as family_view
    >>> family(family_view(Case(opinions=[{"name": "A"}]))).name
    'family'
    """
    expect(view, FamilyView)
    with drawing():
        sheet = Sheet()
        if titled:
            sheet.title(view.heading())
            sheet.space(6)
        put_family(sheet, view)
        told = view.sentences()[: min(max(len(view.members), 1), _MOST_SENTENCES)]
        return sheet.chart("family", " ".join([together.FAMILY_ALT, *told, together.NUMBERS_IN_TABLE]))


def put_family(sheet: Sheet, view: FamilyView) -> None:
    """Put every person's group of lanes on a sheet."""
    if not view.own:
        sheet.lines(together.NOBODY_YET, BODY)
        sheet.space(6)
    names = view.case.names
    longest = max(width_of(clean(name), SMALL) for name in names)
    column = min(max(longest + _BESIDE_NAME, _NARROWEST_NAMES), _WIDEST_NAMES)
    sheet.measure(MARGIN + column, sheet.width - MARGIN - _NUMBERS)
    if view.own and longest + _BESIDE_NAME > column:
        names_in_full(sheet, names)
    for member in view.members:
        _group(sheet, member)
    if view.own:
        sheet.ticks((captions.WORST_END, captions.TOP_END))
        sheet.notes(together.FAMILY_NOTE)


def _group(sheet: Sheet, member: Member) -> None:
    _band(sheet, member)
    if member.scores is None:
        sheet.space(6)
        return
    labels = {criterion.key: in_sentence(criterion.label) for criterion in member.scores.case.criteria}
    weights = [(labels[key], share) for key, share in member.scores.weights.items()]
    sheet.lines(together.counts_most(weights), SMALL, palette.QUIET_INK)
    sheet.space(2)
    totals = member.scores.totals
    sheet.grid(sheet.y, sheet.y + _LANE * len(totals))
    for place, (name, total) in enumerate(totals.items()):
        _lane(sheet, name, total, place)
    sheet.space(10)


def _band(sheet: Sheet, member: Member) -> None:
    """Draw a person's name with what comes first for them; a bar at the edge marks the patient."""
    label = words.named(in_sentence(member.name), in_sentence(member.person.role))
    rows = from_left(wrapped(label, sheet.inner - 20, STRONG, 2))
    first = from_left(wrapped(_first(member), sheet.inner - 20, BODY))
    height = len(rows) * STRONG.leading + len(first) * BODY.leading + 7
    sheet.box(MARGIN, sheet.y, sheet.inner, height, facecolor=palette.BAND)
    if member.person.is_patient:
        sheet.box(MARGIN, sheet.y, 4, height, facecolor=palette.INK, label="patient")
    sheet.write(rows, MARGIN + 10, sheet.y + 3, STRONG)
    sheet.write(first, MARGIN + 10, sheet.y + 3 + len(rows) * STRONG.leading, BODY)
    sheet.y += height + 4


def _first(member: Member) -> str:
    if member.scores is None:
        return together.HAS_NOT_SAID
    if member.front:
        return together.comes_first([in_sentence(name) for name in member.front])
    return captions.ONE_OPINION if len(member.scores.case.opinions) == 1 else words.nothing_known(_short_names(member))


def _short_names(member: Member) -> list[str]:
    return [in_sentence(name) for name in member.scores.case.names] if member.scores else []


def _lane(sheet: Sheet, name: str, total: Interval[float], place: int) -> None:
    """Draw one opinion: its sign and name, its range as a thin bar, its mean as the sign, and both in numbers."""
    sign, number = opinion_sign(place), words.range_text(total)
    middle, top = sheet.y + _LANE / 2, sheet.y + (_LANE - SMALL.leading) / 2
    sheet.point(MARGIN + 9, middle, sign, on_scale=False)
    sheet.write([shortened(name, sheet.left - MARGIN - _BESIDE_NAME + 2, SMALL)], MARGIN + 19, top, SMALL)
    if number == words.NOT_KNOWN:
        sheet.bar(0, 100, middle - 6, 12, facecolor=palette.PAPER, edgecolor=palette.LINE, hatch="////")
        sheet.bar(0, 100, middle - 6, 12, fill=False, label="open", **_DASHES)
        plain = {"facecolor": palette.PAPER, "edgecolor": "none", "pad": 1.5}
        sheet.write([number], sheet.across(50), top, SMALL_STRONG, align="center", bbox=plain, zorder=4)
    else:
        sheet.bar(0, 100, middle - 1, 2, facecolor=palette.TRACK, zorder=-1)
        look = {"facecolor": tint(sign.colour), "edgecolor": sign.colour, "linewidth": 0.8}
        sheet.bar(total.low, total.width, middle - 3, 6, label="range", **look)
        sheet.point(total.mean, middle, sign, size=8).set_label("total")
        sheet.write([number], sheet.right + 12, top, SMALL_STRONG)
    sheet.y += _LANE


_DASHES = {"edgecolor": palette.OPEN_LINE, "linewidth": 1, "linestyle": (0, (3, 2)), "zorder": 2}
