"""What comes out of the analysis: aggregation, uncertainty, and what stands behind the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.answers import plain_answer
from compare.audit import balance
from compare.case import Case
from compare.reports.analyst.inputs import Row, cells
from compare.reports.origin import about
from compare.reports.parts import Chapter, Fields, Paragraphs, Part, Picture, Table
from compare.robustness import HowOften
from compare.scoring import Scores
from compare.sensitivity import WhatIf, what_if
from compare.unknowns import questions
from compare.words import analysis as said


def results(scores: Scores, runs: Sequence[HowOften]) -> Iterator[Part]:
    """Give the last three headings; ``runs`` are how often each comes first over all weights, and at those in use."""
    yield from _aggregation(scores)
    yield from _uncertainty(scores, runs)
    yield from _reporting(scores, runs)


def _aggregation(scores: Scores) -> Iterator[Part]:
    from compare import charts

    case = scores.case
    yield Chapter(said.AGGREGATION, points=said.AGGREGATED)
    totals = [
        (name, cells(said.interval(total), said.decimal(scores.first_shares[name]), str(scores.ranks[name])))
        for name, total in scores.totals.items()
    ]
    yield Table(said.TOTALS, ["", said.TOTAL, said.FIRST_SHARE, said.RANK], totals, lead=scores.heading())
    rows: list[Row] = [
        (
            f"{c.label} (w = {said.decimal(scores.weights[c.key], 4)})",
            cells(*(said.interval(scores.parts[name][c.key], 3) for name in case.names)),
        )
        for c in case.criteria
    ]
    rows.append((said.TOTAL, cells(*(said.interval(scores.totals[name], 3) for name in case.names))))
    yield Table(said.PARTS, ["", *case.names], rows, last_is_total=True)
    yield Picture(said.TOTALS_DRAWN, charts.totals(scores, titled=False))
    if scores.ahead:
        pairs = [
            (pair.first, cells(pair.second, said.decimal(pair.gap), said.decimal(pair.share), said.VERDICTS[pair.sure]))
            for pair in scores.ahead
        ]
        rule = _close_rule(case)
        yield Table(said.PAIRS, ["", "", said.GAP, said.AHEAD, said.VERDICT], pairs, points=[rule])


def _uncertainty(scores: Scores, runs: Sequence[HowOften]) -> Iterator[Part]:
    yield Chapter(said.UNCERTAINTY, points=said.VARIED)
    if not runs:
        alone = len(scores.case.opinions) == 1
        yield Paragraphs(said.UNCERTAINTY, [said.ONE_OPINION if alone else said.NOTHING_KNOWN])
        return
    look = what_if(scores)
    yield from _flips(look)
    yield from _answers(look)
    yield from _worth(scores)
    yield from _often(runs)


def _flips(look: WhatIf) -> Iterator[Part]:
    from compare import charts

    labels = {criterion.key: criterion.label for criterion in look.scores.case.criteria}
    rows = [
        (labels[key], cells(*(said.decimal(end, 4) for end in (f.share, f.low, f.high)), f.below or "", f.above or ""))
        for key, f in look.weights.items()
    ]
    heads = ["", said.NOW, said.LOW, said.HIGH, said.BELOW, said.ABOVE]
    yield Table(said.STABILITY, heads, rows, lead=look.heading())
    yield Picture(said.ONE_WEIGHT, charts.what_if(look, titled=False))
    near = look.nearest
    if near is None:
        yield Paragraphs(said.NEAREST, [said.NONE_FLIPS])
        return
    moved = [
        (labels[key], cells(*(said.decimal(w[key], 4) for w in (look.scores.weights, near.shares)))) for key in labels
    ]
    lead = f"{said.DISTANCE}: {said.decimal(near.distance, 4)}. {said.TO}: {near.to}."
    yield Table(said.NEAREST, ["", said.NOW, said.FLIPS_AT], moved, lead=lead)


def _answers(look: WhatIf) -> Iterator[Part]:
    if not look.answers:
        yield Paragraphs(said.ANSWER_FLIPS, [said.NONE])
        return
    rows = [
        (
            flip.opinion,
            cells(
                _place(look.scores, flip.criterion, flip.attribute), said.answer(plain_answer(flip.given)), said.answer(flip.flips_at),
                flip.to, said.decimal(flip.move, 2), words.YES_NO[flip.possible],
            ),
        )
        for flip in look.answers
    ]  # fmt: skip
    heads = [said.OPINION, said.ANSWER, said.GIVEN, said.FLIPS_AT, said.TO, said.MOVE, said.POSSIBLE]
    yield Table(said.ANSWER_FLIPS, heads, rows, widths=(1.6, 2.2, 1.2, 1.2, 1.5, 0.9, 0.9))


def _worth(scores: Scores) -> Iterator[Part]:
    open_ones = questions(scores).answers
    if not open_ones:
        yield Paragraphs(said.VALUE_OF_KNOWING, [said.NONE])
        return
    rows = [
        (
            one.opinion,
            cells(
                _place(scores, str(one.criterion), one.attribute), said.decimal(one.worth, 4), words.YES_NO[one.could_change_first],
                said.decimal(one.low, 2), said.decimal(one.high, 2),
            ),
        )
        for one in open_ones
    ]  # fmt: skip
    heads = [
        said.OPINION,
        said.ANSWER,
        said.WORTH,
        said.TURNS,
        f"{said.TOTAL}: {said.LOW}",
        f"{said.TOTAL}: {said.HIGH}",
    ]
    yield Table(said.VALUE_OF_KNOWING, heads, rows, widths=(1.8, 2.6, 1, 1, 1, 1))


def _place(scores: Scores, criterion: str, attribute: str | None) -> str:
    whole = scores.case.criterion(criterion)
    asked = scores.case.attribute(criterion, attribute)
    return words.about(whole.label, asked.label) if asked else whole.label


def _often(runs: Sequence[HowOften]) -> Iterator[Part]:
    from compare import charts

    for run in runs:
        places = [str(place) for place in range(1, len(run.ranks) + 1)]
        rows = [
            (name, cells(*map(said.decimal, shares), said.decimal(run.holistic[name])))
            for name, shares in run.ranks.items()
        ]
        yield Table(said.SMAA[run.knowing], ["", *places, said.HOLISTIC], rows, lead=run.heading())
    every, *_ = runs
    yield Picture(said.RANKS_DRAWN, charts.how_often(every, titled=False))
    central = [
        (
            name,
            cells(
                *(said.decimal(row[key], 4) if row else said.NONE for key in every.case.keys),
                _share(every.confidence[name]),
            ),
        )
        for name, row in every.central_weights.items()
    ]
    yield Table(said.CENTRAL, ["", *every.case.keys, said.CONFIDENCE], central)
    ahead = [
        (name, cells(*("" if other == name else said.decimal(row[other]) for other in every.pairwise)))
        for name, row in every.pairwise.items()
    ]
    yield Table(said.WINNING, ["", *every.pairwise], ahead)
    runs_told = [
        (
            said.SMAA[run.knowing],
            cells(
                f"{run.draws:,}" if run.draws else said.EXACT, str(run.seed), said.decimal(run.error, 4), said.decimal(run.entropy),
                said.decimal(run.ties, 4),
            ),
        )
        for run in runs
    ]  # fmt: skip
    yield Table(said.RUNS, ["", said.DRAWS, said.SEED, said.ERROR, said.ENTROPY, said.TIES], runs_told)


def _share(number: float | None) -> str:
    return said.NONE if number is None else said.decimal(number)


def _reporting(scores: Scores, runs: Sequence[HowOften]) -> Iterator[Part]:
    case, found = scores.case, balance(scores.case)
    yield Chapter(said.REPORTING, lead=said.LEAD, points=said.TOLD)
    yield Paragraphs(said.ASSUMPTIONS, [*said.ASSUMED, _close_rule(scores.case)])
    missing = [f"{point.id} {point.text}" for point in found.points if not point.met]
    lead = words.about(said.POINTS_MET, f"{found.met} / {len(found.points)}")
    yield Paragraphs(said.QUALITY, missing or [said.NONE], lead=lead)
    notes = [case.notes] if case.notes else []
    yield Paragraphs(said.LIMITS, [*notes, words.LIMITS, words.CAUTION])
    origin = about(case, runs[0].draws, runs[0].seed) if runs else about(case)
    told = [(label, text) for label, _, text in (line.partition(": ") for line in origin)]
    yield Fields(said.PROVENANCE, told)


def _close_rule(case: Case) -> str:
    return said.close_rule(case.closeness.gap, *case.closeness.shares)
