"""How quick `how_often` is, beside the bare arithmetic and beside other packages, in one run on this machine.

Usage: python benchmarks/robustness.py

Ratios travel between machines; seconds do not. The packages take one set of weights at a time, so they are measured over
2,000 draws and scaled up.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np

import compare
from compare.robustness.exact import first_shares_of_pairs

DRAWS, PEER_DRAWS, BLOCK, PAIRS = 1_000_000, 2_000, 16_384, 100_000
SIZES = ((3, 5), (10, 20))


def values_of(opinions: int, criteria: int) -> np.ndarray:
    """Return made-up values, 1-100, none of them ahead of another on every criterion."""
    return np.random.default_rng(7).integers(1, 101, (opinions, criteria)).astype(float)


def case_of(values: np.ndarray) -> compare.Case:
    """Return the case in which every criterion is rated directly."""
    keys = [f"k{place:02}" for place in range(values.shape[1])]
    opinions = [
        {"name": f"O{row}", "ratings": dict(zip(keys, numbers, strict=True))}
        for row, numbers in enumerate(values.tolist())
    ]
    return compare.Case.model_validate({"criteria": [{"key": key} for key in keys], "opinions": opinions})


def bare(values: np.ndarray, draws: int) -> np.ndarray:
    """Return rank counts by the least that NumPy needs: exponentials, one product, comparisons, counts."""
    rng = np.random.default_rng(0)
    opinions, criteria = values.shape
    buffer = np.empty(criteria * BLOCK)
    counts = np.zeros((opinions, opinions), dtype=np.int64)
    for done in range(0, draws, BLOCK):
        size = min(BLOCK, draws - done)
        weights = buffer[: criteria * size].reshape(criteria, size)
        rng.standard_exponential(out=weights)
        totals = values @ weights
        better = np.zeros((opinions, size), dtype=np.int8)
        for i, j in combinations(range(opinions), 2):
            ahead = totals[i] > totals[j]
            better[j] += ahead
            better[i] += ~ahead
        for row in range(opinions):
            counts[row] += np.bincount(better[row], minlength=opinions)
    return counts


def weights_for(criteria: int, draws: int) -> np.ndarray:
    """Return sets of weights, one a row, for packages that take them one by one."""
    drawn = np.random.default_rng(0).standard_exponential((draws, criteria))
    return drawn / drawn.sum(axis=1, keepdims=True)


def pymcdm_loop(values: np.ndarray, draws: int) -> None:
    """Rank with a weighted sum in pymcdm, once for each set of weights."""
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM

    model, types = WSM(), np.ones(values.shape[1])
    for weights in weights_for(values.shape[1], draws):
        rrankdata(model(values, weights, types))


def skcriteria_loop(values: np.ndarray, draws: int) -> None:
    """Rank with a weighted sum in scikit-criteria, once for each set of weights."""
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    model, objectives = WeightedSumModel(), [max] * values.shape[1]
    for weights in weights_for(values.shape[1], draws):
        model.evaluate(skcriteria.mkdm(values, objectives=objectives, weights=weights))


def together(*works: Callable[[], object], repeats: int = 7) -> list[float]:
    """Return the median time of each of some works, in seconds, taking turns so that a busy moment hits all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeats):
        for place, work in enumerate(works):
            start = time.perf_counter()
            work()
            times[place].append(time.perf_counter() - start)
    return [statistics.median(each) for each in times]


def peak(opinions: int, criteria: int) -> tuple[float, float]:
    """Return the peak memory of a process that has loaded everything, and of one that also draws, in MB."""
    found = []
    for draws in (1, DRAWS):
        code = f"import robustness as b; b.report_peak({opinions}, {criteria}, {draws})"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=sys.path[0])
        found.append(float(done.stdout))
    return found[0], found[1]


def report_peak(opinions: int, criteria: int, draws: int) -> None:
    """Draw, then print the peak memory of this process, in MB."""
    compare.how_often(case_of(values_of(opinions, criteria)), draws=draws)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(status.split("VmHWM:")[1].split()[0]) / 1024)


def line(what: str, took: float, beside: str = "", ratio: float = 0.0, limit: str = "") -> None:
    """Print one line of the table."""
    print(f"{what:<44}{1000 * took:>12.1f} ms  {f'x {ratio:.2f}' if ratio else '':>10}  {beside:<26}{limit}")


def main() -> None:
    """Measure and print."""
    warnings.filterwarnings("ignore")
    print(f"{'what':<44}{'took':>15}  {'ratio':>10}  {'to':<26}limit")
    for opinions, criteria in SIZES:
        values = values_of(opinions, criteria)
        case, size = case_of(values), f"{opinions} x {criteria}"
        ours, least = together(
            lambda case=case: compare.how_often(case, draws=DRAWS), lambda values=values: bare(values, DRAWS)
        )
        line(f"{DRAWS:,} draws, {size}", ours, "bare NumPy", ours / least, "at most x 2" if opinions == 3 else "")
        for name, loop in (("pymcdm", pymcdm_loop), ("scikit-criteria", skcriteria_loop)):
            loop(values, 2)
            (took,) = together(lambda loop=loop, values=values: loop(values, PEER_DRAWS), repeats=1)
            scaled = took * DRAWS / PEER_DRAWS
            line(f"  {name}, {PEER_DRAWS:,} draws scaled up", scaled, "ours", scaled / ours, "at least x 500")
        loaded, drawing = peak(opinions, criteria)
        print(f"  peak memory {drawing:.0f} MB, of which {loaded:.0f} MB are there before any draw; at most 150 MB")
    differences = np.random.default_rng(3).normal(size=(PAIRS, 5))
    (took,) = together(lambda: first_shares_of_pairs(differences))
    line(f"{PAIRS:,} exact pairs x 5 criteria", took, limit="at most 100 ms")


if __name__ == "__main__":
    main()
