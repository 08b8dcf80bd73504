"""The pictures of many cases, read back."""

from __future__ import annotations

import re

import pytest

from .conftest import artists, overlaps, words_of

pa = pytest.importorskip("pyarrow")
pytest.importorskip("statsmodels")

import pyarrow.parquet as pq  # noqa: E402

from compare import charts  # noqa: E402
from compare.cohort.making import blocks  # noqa: E402
from compare.cohort.summary import summarise  # noqa: E402
from compare.errors import CompareError  # noqa: E402
from compare.words import cohort_summary as told  # noqa: E402


@pytest.fixture(scope="module")
def summary(tmp_path_factory):
    path = tmp_path_factory.mktemp("cohort") / "made-up.parquet"
    pq.write_table(pa.Table.from_batches(blocks(1_500, seed=4)), path)
    return summarise([path], by="cancer")


@pytest.fixture(scope="module")
def strange(tmp_path_factory):
    """Return a summary of cases with hostile names, in Hebrew, and with signs that pictures could take for something else."""
    path = tmp_path_factory.mktemp("cohort") / "strange.parquet"
    names = ["costs $5 and $6 <b>&", "שלום סרטן", "w" * 90, "Ünïcödé: ok"]
    rows = [
        {"case": f"c{at:04}", "opinion": name, "cancer": names[at % 4], "treatment": names[(at + turn) % 4], "goals__chance": 50.0 + turn}
        for at in range(400)
        for turn, name in enumerate(("A", "B"))
    ]  # fmt: skip
    pq.write_table(pa.Table.from_pylist(rows), path)
    return summarise([path], by="cancer")


def test_bars_are_as_long_as_the_rates(summary):
    chart = charts.rates(summary)
    for name in ("major", "minor"):
        shown = [
            share for layer in ("any", *summary.layers) for share in summary.on(layer)[""] if share.outcome == name
        ]
        drawn = [bar.get_width() for bar in artists(chart, name)]
        assert drawn == pytest.approx([100 * share.share for share in shown if not share.hidden])
    assert "Stage" in chart.alt


def test_a_line_stands_for_each_group_and_hidden_parts_are_not_drawn(summary):
    chart = charts.rates(summary, "cancer")
    groups = summary.on("any", "cancer")
    assert set(groups) <= set(words_of(chart))
    hidden = [shares for shares in groups.values() if shares[2].hidden]
    assert len(artists(chart, "major")) == len(groups) - len(hidden)


def test_whiskers_are_the_interval_of_all_that_differ(summary):
    low, high = summary.on("any")[""][0].interval
    first = artists(charts.rates(summary), "interval")[0]
    assert list(first.get_xdata()) == pytest.approx([100 * (1 - high), 100 * (1 - low)])


def test_nobody_is_grouped_by_what_was_not_counted(summary):
    with pytest.raises(CompareError):
        charts.rates(summary, "year")


def test_spread_and_drivers_show_their_shares(summary):
    for chart, topic in ((charts.spread(summary), "lead"), (charts.drivers(summary), "comes from")):
        shares = [share for share in summary.on(topic)[""] if share.outcome != "level"]
        drawn = [bar.get_width() for bar in artists(chart, chart.name)]
        assert drawn == pytest.approx([100 * share.share for share in shares if not share.hidden])
        assert all(told.cell(share) in words_of(chart) for share in shares)


def test_the_matrix_has_a_square_for_each_two_answers(summary):
    chart = charts.agreement(summary, "intent")
    pairs = summary.pairs("intent")
    assert len(artists(chart, "cell")) == len(pairs.names) ** 2
    assert all(f"{int(count):,}" in words_of(chart) for count in pairs.table[~pairs.hidden])
    assert "Gwet's AC1" in " ".join(words_of(chart))


def test_a_flow_keeps_its_cases(summary):
    chart = charts.flow(summary)
    boxes = [box.get_height() for box in artists(chart, "plan")]
    left, right = boxes[::2], boxes[1::2]
    assert sum(left) == pytest.approx(sum(right), rel=0.02)
    assert len(artists(chart, "band")) >= len(left)


@pytest.mark.parametrize("make", ["rates", "rates by cancer", "spread", "drivers", "agreement", "flow"])
@pytest.mark.parametrize("which", ["summary", "strange"])
def test_words_stand_clear_and_pictures_save_without_a_warning(make, which, request):
    found = request.getfixturevalue(which)
    makers = {
        "rates": lambda: charts.rates(found),
        "rates by cancer": lambda: charts.rates(found, "cancer", titled=False),
        "spread": lambda: charts.spread(found),
        "drivers": lambda: charts.drivers(found),
        "agreement": lambda: charts.agreement(found, "intent" if which == "summary" else "treatment"),
        "flow": lambda: charts.flow(found),
    }
    chart = makers[make]()
    assert not overlaps(chart)
    assert chart.png()[1:4] == b"PNG"
    assert not re.search(r"nan|inf\b", chart.svg())
    assert len(chart.alt) > 40
