"""How quickly many cases are scored, beside a read of the same file and beside other ways of doing the same, in one run.

Usage: python benchmarks/cohort.py [ROWS [FOLDER]]     (1,000,000 rows in a temporary folder where nothing is said)

Every row is measured in a process of its own, so that its memory is its own too, after the same work on 1,000 rows, so that
libraries are loaded. Ratios travel between machines; seconds do
not. polars and dask are measured where they are installed.
"""

from __future__ import annotations

import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from compare import cohort
from compare.case import built_in_criteria
from compare.values import Levels

ROWS, BLOCK, REPEATS = 1_000_000, 500_000, 3
OPINIONS_A_CASE = 2.1
MOST_SHARES = 2_000_000
OPEN = 0.1
SMALL = (100_000, 3, 5)
QUESTIONS = [(f"{c.key}__{a.key}", c.shares[a.key] / 5, a.value) for c in built_in_criteria() for a in c.attributes]


def write_sample(path: Path, rows: int, *, scattered: bool = False) -> None:
    """Write made-up opinions: two a case, 20 answers each, one in ten not known; evenly random, no model of anything."""
    rng = np.random.default_rng(1)
    numbers = rng.permutation(rows) if scattered else np.arange(rows)
    writer = None
    for start in range(0, rows, BLOCK):
        own = numbers[start : start + BLOCK]
        opinions = pa.DictionaryArray.from_arrays(pa.array((own % 2).astype(np.int8)), pa.array(["first", "second"]))
        table = pa.table({"case": own // 2, "opinion": opinions, **_answers(rng, len(own))})
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer:
        writer.close()


def _answers(rng: np.random.Generator, rows: int) -> dict[str, pa.Array]:
    found = {}
    for name, _, scale in QUESTIONS:
        missing = rng.random(rows) < OPEN
        if isinstance(scale, Levels):
            codes = pa.array(rng.integers(0, len(scale.levels), rows).astype(np.int8), mask=missing)
            found[name] = pa.DictionaryArray.from_arrays(codes, pa.array(list(scale.levels)))
        else:
            (low, _), *_, (high, _) = scale.knots
            found[name] = pa.array(rng.uniform(low, high, rows).round(1).astype(np.float32), mask=missing)
    return found


def read_alone(path: Path) -> None:
    """Read every batch of a file and do nothing with it."""
    with pq.ParquetFile(path, pre_buffer=False) as file:
        for _ in file.iter_batches(131_072):
            pass


def rewrite(path: Path) -> None:
    """Read a file and write it again, as pyarrow does it."""
    with pq.ParquetFile(path) as file, pq.ParquetWriter(path.with_suffix(".copy"), file.schema_arrow) as writer:
        for batch in file.iter_batches(131_072):
            writer.write_batch(batch)


def totals(path: Path) -> None:
    """Work out totals, who is ahead and how sure, and look for faults; write nothing."""
    cohort.check_files([path])


def write_all(path: Path) -> None:
    """Write every column."""
    cohort.score_files([path], path.with_suffix(".scores.parquet"))


def write_shares(path: Path) -> None:
    """Write every column, and how often each opinion is first."""
    cohort.score_files([path], path.with_suffix(".scores.parquet"), options=cohort.Options(shares=True))


def generate(path: Path) -> None:
    """Write made-up cases, about as many opinions as the other file has."""
    cohort.make_cohort(_made_up(path), round(pq.read_metadata(path).num_rows / OPINIONS_A_CASE))


def summary(path: Path) -> None:
    """Count how often opinions differ in the made-up cases, by cancer."""
    cohort.summarise([_made_up(path)], "cancer", show_small=True)


def _made_up(path: Path) -> Path:
    return path.with_suffix(".made-up.parquet")


def with_pandas(path: Path) -> None:
    """Work out low, mean and high totals and the first of each case with whole columns in pandas."""
    import pandas as pd

    table = pd.read_parquet(path)
    low, width = np.zeros(len(table)), np.zeros(len(table))
    for name, share, scale in QUESTIONS:
        column = table[name]
        worth = column.map(dict(scale.levels)).astype(float) if isinstance(scale, Levels) else _line(column, scale)
        low += share * worth.fillna(scale.ends[0])
        width += share * column.isna() * (scale.ends[1] - scale.ends[0])
    table["mean"] = low + width / 2
    table["rank"] = table.groupby("case")["mean"].rank(method="min", ascending=False)


def _line(column: Any, scale: Any) -> Any:
    answers, values = np.array(scale.knots).T
    return column.astype(float).where(column.isna(), np.interp(column, answers, values))


def with_polars(path: Path) -> None:
    """Work out the same with polars, streaming."""
    import polars as pl

    low, width = pl.lit(0.0), pl.lit(0.0)
    for name, share, scale in QUESTIONS:
        column = pl.col(name)
        worth = (
            pl.coalesce(pl.when(column == level).then(float(value)) for level, value in scale.levels.items())
            if isinstance(scale, Levels)
            else _polars_line(column, scale)
        )
        low += share * worth.fill_null(scale.ends[0])
        width += share * column.is_null().cast(pl.Float64) * (scale.ends[1] - scale.ends[0])
    scored = pl.scan_parquet(path).select(
        "case", (low + width / 2).alias("mean"), low.alias("low"), (low + width).alias("high")
    )
    scored.group_by("case").agg(pl.col("mean").max(), pl.col("low").max(), pl.col("high").max()).collect(
        engine="streaming"
    )


def _polars_line(column: Any, scale: Any) -> Any:
    knots = scale.knots
    worth = knots[0][1]
    for (x0, v0), (x1, v1) in pairwise(knots):
        worth += (column.cast(float).clip(x0, x1) - x0) * ((v1 - v0) / (x1 - x0))
    return worth


def with_dask(path: Path) -> None:
    """Score by our own kernel, by dask's threads, one row group a task."""
    import dask

    names = pq.read_schema(path).names
    form = cohort.Format.of(names)

    def one(group: int) -> int:
        table = pq.ParquetFile(path).read_row_group(group)
        return len(cohort.score_batch(table.combine_chunks().to_batches()[0], form).ranks)

    dask.compute(
        *(dask.delayed(one)(group) for group in range(pq.ParquetFile(path).num_row_groups)), scheduler="threads"
    )


def small(_: Path) -> None:
    """Score 100,000 small decisions in memory."""
    values = np.random.default_rng(0).uniform(0, 100, SMALL)
    values[np.random.default_rng(1).random(SMALL) < OPEN] = np.nan
    times = []
    for _repeat in range(5):
        start = time.perf_counter()
        cohort.score_arrays(values, [5, 4, 3, 2, 1])
        times.append(time.perf_counter() - start)
    print(f"{sorted(times)[2]} 0 0")


WORKS: dict[str, Callable[[Path], None]] = {
    work.__name__: work
    for work in (
        read_alone,
        rewrite,
        totals,
        write_all,
        write_shares,
        with_pandas,
        with_polars,
        with_dask,
        generate,
        summary,
        small,
    )
}


def measured(work: str, path: Path, repeats: int = REPEATS) -> tuple[float, float, float]:
    """Return the best time of a piece of work, the processor's time for it, in seconds, and its peak memory, in MB."""
    found = []
    for _ in range(repeats):
        done = subprocess.run(
            [sys.executable, __file__, "--one", work, str(path)], capture_output=True, text=True, check=True
        )
        took, processor, peak = (float(number) for number in done.stdout.split())
        found.append((took, processor, peak))
    return min(found)[0], min(processor for _, processor, _ in found), max(peak for *_, peak in found)


def one(work: str, path: Path) -> None:
    """Do one piece of work and print what it took."""
    if work == "small":
        small(path)
        return
    WORKS[work](path.with_name(f"small-{path.name}"))
    before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    WORKS[work](path)
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(took, processor, after.ru_maxrss / 1024)


def line(what: str, found: tuple[float, float, float], beside: tuple[float, float, float], limit: str) -> None:
    """Print one line of the table."""
    ratios = f"x {found[0] / beside[0]:.2f}", f"x {found[1] / beside[1]:.2f}"
    print(
        f"{what:<46}{found[0]:>8.2f} s{ratios[0]:>9}{found[1]:>9.2f} s{ratios[1]:>9}{found[2]:>8.0f} MB   {limit}",
        flush=True,
    )


def main(rows: int, folder: Path) -> None:
    """Measure and print."""
    files = {scattered: folder / f"{'scattered' if scattered else 'adjacent'}.parquet" for scattered in (False, True)}
    for scattered, path in files.items():
        write_sample(path, rows, scattered=scattered)
        write_sample(path.with_name(f"small-{path.name}"), 1_000, scattered=scattered)
    print(f"{rows:,} opinions x {len(QUESTIONS)} answers, {OPEN:.0%} not known; best of {REPEATS}")
    print(f"{'what':<46}{'took':>10}{'ratio':>9}{'processor':>11}{'ratio':>9}{'peak':>11}   limit")
    adjacent = files[False]
    alone, plain = measured("read_alone", adjacent, REPEATS + 2), measured("rewrite", adjacent)
    line("read alone", alone, alone, "")
    line("totals, who is ahead, how sure", measured("totals", adjacent), alone, "x 2 of read alone, 900 MB")
    for work in ("with_pandas", "with_polars", "with_dask"):
        if importlib.util.find_spec(work.removeprefix("with_")):
            line(f"  the same: {work.replace('_', ' ')}", measured(work, adjacent, 1), alone, "")
    line("the same, cases scattered", measured("totals", files[True]), alone, "x 5 of read alone")
    line("plain pyarrow rewrite", plain, plain, "")
    line("all columns written", measured("write_all", adjacent), plain, "x 3 of the rewrite")
    if rows <= MOST_SHARES:
        line("all columns written, with --shares", measured("write_shares", adjacent, 1), plain, "")
    line("made-up cases written", measured("generate", adjacent, 1), alone, "120 s for 10 million")
    line("summary of them, by cancer", measured("summary", adjacent), alone, "10 s for 10 million")
    took, *_ = measured("small", adjacent)
    print(f"{SMALL[0]:,} decisions of {SMALL[1]} x {SMALL[2]} in memory: {1000 * took:.0f} ms; at most 100 ms")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    elif len(sys.argv) > 2:
        main(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS, Path(made))
