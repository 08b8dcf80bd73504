"""The numbers of a comparison as sheets: totals with a chart that the spreadsheet draws itself, and every part."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import NumDataSource, NumRef
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.fill import ColorChoice, PatternFillProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter, quote_sheetname

from compare import words
from compare.charts.palette import Sign, criterion_sign
from compare.reports.xlsx_sheets import new_sheet
from compare.scoring import Scores
from compare.words import office

_PATTERNS = {
    "//": "wdUpDiag", "\\\\": "wdDnDiag", "||": "pct20", "--": "dashHorz", "xx": "openDmnd", "++": "smGrid", "/-": "weave",
}  # fmt: skip
_CHART_ROWS = 8
_ENDS = ("low", "mean", "high")


def add_totals(book: Workbook, scores: Scores, paper: str) -> None:
    """Add the totals: a row for each opinion with what each part adds, and a stacked bar for each."""
    labels = [criterion.label for criterion in scores.case.criteria]
    more = (words.TOTAL, office.LOWEST, office.HIGHEST, office.DOWN, office.UP)
    sheet = new_sheet(book, office.TOTALS, paper, ["label", *["number"] * (len(labels) + len(more))])
    sheet.say(office.TOTALS, "heading")
    sheet.say(f"{scores.heading()}. {office.TOTALS_LEAD}", "soft")
    heads = sheet.heads([office.OPINION, *labels, *more])
    rows = [row for name in scores.case.names for row in sheet.add(_total(scores, name))]
    chart = _chart(sheet.cells, len(labels), heads, rows[0], rows[-1])
    top, bottom = rows[-1] + 1, rows[-1] + _CHART_ROWS + 3 * len(rows)
    chart.anchor = _Told(_from=AnchorMarker(row=top), to=AnchorMarker(col=len(sheet.kinds), row=bottom))
    sheet.cells.add_chart(chart)


def add_parts(book: Workbook, scores: Scores, paper: str) -> None:
    """Add a row for each opinion and part: what it counts for, what it is worth, what it adds."""
    sheet = new_sheet(book, office.BY_PART, paper, ["label", "label", *["number"] * 7])
    sheet.say(office.BY_PART, "heading")
    sheet.say(f"{scores.heading()}. {office.BY_PART_LEAD}", "soft")
    kinds = [kind.format(office.ENDS[end]) for kind in (office.WORTH, office.ADDS) for end in _ENDS]
    sheet.heads([office.OPINION, office.PART, office.COUNTS_FOR, *kinds])
    for name in scores.case.names:
        for criterion in scores.case.criteria:
            value, part = scores.values[name][criterion.key], scores.parts[name][criterion.key]
            numbers = [getattr(interval, end) for interval in (value, part) for end in _ENDS]
            sheet.add([name, criterion.label, 100 * scores.weights[criterion.key], *numbers])


def _total(scores: Scores, name: str) -> list[str | float]:
    total = scores.totals[name]
    parts = [scores.parts[name][key].mean for key in scores.case.keys]
    return [name, *parts, total.mean, total.low, total.high, total.mean - total.low, total.high - total.mean]


def _chart(sheet: Any, parts: int, heads: int, first: int, last: int) -> BarChart:
    """Return a stacked bar for each opinion, a whisker at its end for how far the total could move."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 60
    chart.add_data(Reference(sheet, 2, heads, parts + 1, last), titles_from_data=True)
    chart.set_categories(Reference(sheet, 1, first, 1, last))
    for place, series in enumerate(chart.series):
        series.graphicalProperties = _filled(criterion_sign(place))
    below, above = (_numbers(sheet, parts + 5 + place, first, last) for place in (0, 1))
    chart.series[-1].errBars = ErrorBars(errDir="y", errBarType="both", errValType="cust", minus=below, plus=above)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, 100, 25
    chart.y_axis.title, chart.y_axis.number_format = office.POINTS_OF_100, "0"
    chart.legend.position = "t"
    return chart


class _Told(TwoCellAnchor):  # type: ignore[misc]
    """The place of a chart, with words for people who do not see it; the library makes the frame only when it saves."""

    __elements__ = TwoCellAnchor.__elements__

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "graphicFrame" and value is not None:
            value.nvGraphicFramePr.cNvPr.descr = office.CHART_TOLD
        super().__setattr__(name, value)


def _filled(sign: Sign) -> GraphicalProperties:
    """Return the fill of a part: its colour, and lines on it that a grey print keeps."""
    colour = sign.colour.removeprefix("#")
    if not sign.hatch:
        return GraphicalProperties(solidFill=colour)
    lines = PatternFillProperties(
        prst=_PATTERNS[sign.hatch], fgClr=ColorChoice(srgbClr="333333"), bgClr=ColorChoice(srgbClr=colour)
    )
    return GraphicalProperties(pattFill=lines)


def _numbers(sheet: Any, column: int, first: int, last: int) -> NumDataSource:
    letter = get_column_letter(column)
    return NumDataSource(numRef=NumRef(f=f"{quote_sheetname(sheet.title)}!${letter}${first}:${letter}${last}"))
