"""The report about many cases: tables and pictures for analysts and advocates, with what has to be known to read them."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.files import save_bytes
from compare.reports.document import Report
from compare.reports.origin import made_with
from compare.reports.parts import Chapter, Paragraphs, Part, Picture, Table
from compare.reports.to_csv import as_cell
from compare.statements import Cell
from compare.words import cohort_summary as told

if TYPE_CHECKING:
    from compare.cohort.shares import Share
    from compare.cohort.summary import Summary

_MOST_ANSWERS = 8
"""A matrix of more answers is no picture any more."""


def of_cohort(summary: Summary) -> Report:
    """Return the report about many cases.

    Parameters
    ----------
    summary : Summary
        What was counted.

    Returns
    -------
    Report
        ``.save("cohort.html")`` writes it; ``.csv`` and ``.xlsx`` hold its tables.

    Examples
    --------
    >>> from compare.cohort.summary import summarise
    >>> from compare.samples import cohort_path
    >>> of_cohort(summarise([cohort_path()])).parts[0].title
    'In short'
    """
    parts = [Paragraphs(told.IN_SHORT, summary.sentences()), *_of_layers(summary), *_of_sums(summary)]
    parts.append(Paragraphs(told.ABOUT_DATA, [*summary.cautions(), told.COMPARED, told.WILSON]))
    return Report(told.TITLE, "", [summary.heading(), made_with()], parts)


def save_cohort(summary: Summary, path: str | os.PathLike[str]) -> Path:
    """Save what was counted: as a page or a workbook of tables, or every share in full as ``.csv``.

    Raises
    ------
    CompareError
        Another ending, or the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() != ".csv":
        return of_cohort(summary).save(path)
    text, rows = io.StringIO(), summary.rows()
    writer = csv.writer(text)
    writer.writerows([list(rows[0]), *(map(as_cell, row.values()) for row in rows)])
    return save_bytes(path, text.getvalue().encode("utf-8-sig"))


def _of_layers(summary: Summary) -> Iterator[Part]:
    if not summary.layers:
        return
    from compare import charts

    yield Chapter(told.RATES)
    yield Picture(told.RATES, charts.rates(summary, titled=False))
    for by in summary.by:
        yield Picture(told.by(by), charts.rates(summary, by, titled=False))
    heads = [told.OUTCOMES[name] for name in ("same", "minor", "major")]
    for by in ("", *summary.by):
        rows = [
            row for layer in (told.ANY, *summary.layers) for row in _rows(summary.label(layer), summary.on(layer, by))
        ]
        yield Table(_label(by), ["", *heads, told.CASES], rows, lead=told.RATES_LEAD)
    yield from _agreement(summary)


def _agreement(summary: Summary) -> Iterator[Part]:
    from compare import charts

    yield Chapter(told.AGREEMENT)
    rows = []
    for layer, found in summary.agreement.items():
        values = {one.name: told.coefficient(one.value, one.low, one.high) for one in found}
        rows.append((summary.label(layer), [Cell(values.get(name, told.NONE)) for name in told.COEFFICIENTS]))
    yield Table(
        told.AGREEMENT,
        ["", *told.COEFFICIENTS.values()],
        rows,
        lead=told.AGREEMENT_LEAD,
        points=[told.WITHOUT_COEFFICIENTS],
    )
    for layer in summary.layers:
        names = summary.pairs(layer).names
        if layer == "treatment" and names:
            yield Picture(told.FLOW, charts.flow(summary, titled=False))
        elif 0 < len(names) <= _MOST_ANSWERS:
            yield Picture(
                f"{told.SAME_AND_OTHER}: {summary.label(layer)}", charts.agreement(summary, layer, titled=False)
            )


def _of_sums(summary: Summary) -> Iterator[Part]:
    if not summary.counts.scored:
        return
    from compare import charts

    labels = {key: summary.label(key) for key in summary.form.keys}
    yield Chapter(told.AHEAD)
    yield Picture(told.SPREAD, charts.spread(summary, titled=False))
    yield Picture(told.DRIVERS, charts.drivers(summary, titled=False))
    for topic, (title, lead, words) in told.of_sums(labels).items():
        heads = ["", *words.values(), told.CASES]
        rows = [row for by in ("", *summary.by) for row in _rows(_label(by), summary.on(topic, by))]
        yield Table(title, heads, rows, lead=lead)
    halves = [
        (label, [Cell(told.cell(share)) for share in summary.on(told.HALF_ON + key)[""]])
        for key, label in labels.items()
        if summary.on(told.HALF_ON + key)
    ]
    if halves:
        yield Table(told.HALVES, ["", *told.TURNS.values()], halves, lead=told.HALVES_LEAD)


def _label(by: str) -> str:
    return told.by(by) if by else told.ALL_CASES


def _rows(label: str, groups: Mapping[str, Sequence[Share]]) -> Iterator[tuple[str, Sequence[Cell]]]:
    """Give a row for each group; those of several groups stand under their label."""
    if set(groups) - {""}:
        yield label, []
    for group, shares in groups.items():
        of = shares[0].of
        yield group or label, [*(Cell(told.cell(share)) for share in shares), Cell(told.count(of))]
