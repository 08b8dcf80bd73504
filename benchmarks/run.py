"""Every speed claim beside its limit, in one run: `make bench`.

Each row is measured here and now: a figure to reach, what it took, and what the same work costs at the least (an empty
process, the libraries alone, a bare loop). Ratios travel between machines; seconds do not.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import compare
from compare.app.screens.compares import told_of
from compare.app.state import State
from compare.files import read_text, written_as

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "samples" / "prostate.yaml"
OPINIONS, ATTRIBUTES, SEED = 5, 5, 7


def median_of(work: Callable[[], object], repeats: int) -> float:
    """Return the median time of a piece of work, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(*arguments: str) -> Callable[[], object]:
    """Return the work of one new Python process."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


def large_case() -> compare.Case:
    """Return a case of 5 opinions x 5 criteria x 5 attributes: numbers, ranges, counts and open answers."""
    forms = [lambda n: n % 101, lambda n: [n % 60, n % 60 + 20], lambda n: f"{n % 90} of 129", lambda _: None]
    keys = [(f"c{c}", f"a{a}") for c in range(5) for a in range(ATTRIBUTES)]
    criteria = [
        {
            "key": f"c{c}",
            "attributes": [{"key": f"a{a}", "value": {"linear": {"worst": 0, "best": 100}}} for a in range(ATTRIBUTES)],
        }
        for c in range(5)
    ]
    opinions = []
    for opinion in range(OPINIONS):
        ratings: dict[str, dict[str, object]] = {}
        for place, (criterion, attribute) in enumerate(keys):
            number = 37 * opinion + 11 * place + SEED
            ratings.setdefault(criterion, {})[attribute] = forms[number % 4](number)
        opinions.append({"name": f"Opinion {opinion}", "ratings": ratings})
    return compare.Case.model_validate({"criteria": criteria, "opinions": opinions})


def with_shares(case: compare.Case, weights: compare.Weights) -> object:
    """Score a case and work out who is ahead how often."""
    scores = compare.score(case, weights)
    state = State(case)
    state.screen = "compares"
    return scores.first_shares, scores.ahead


def bare_sum(case: compare.Case, weights: compare.Weights) -> Callable[[], object]:
    """Return the least that a score needs: three sums over the numbers, names and objects left out."""
    rows = [
        [(weights[key] * share, value.interval) for key, answers in row.items() for share, value in answers]
        for row in case.worth.values()
    ]
    return lambda: [
        (sum(w * i.low for w, i in row), sum(w * i.mean for w, i in row), sum(w * i.high for w, i in row))
        for row in rows
    ]


def peer_sum(case: compare.Case, weights: compare.Weights) -> Callable[[], object]:
    """Return the same sum in scikit-criteria: one matrix of means, no ranges."""
    import numpy as np
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    scores = compare.score(case, weights)
    state = State(case)
    state.screen = "compares"
    matrix = np.array([[value.mean for value in row.values()] for row in scores.values.values()])
    model = WeightedSumModel()
    return lambda: model.evaluate(
        skcriteria.mkdm(matrix, objectives=[max] * matrix.shape[1], weights=list(weights.values()))
    )


def main() -> None:
    """Measure and print."""
    case = large_case()
    weights = compare.points({key: 20 + 10 * place for place, key in enumerate(case.keys)})
    text = written_as(compare.read(SAMPLE))
    report = compare.score(compare.read(SAMPLE))
    empty = median_of(process("-c", "pass"), 9)
    scores = compare.score(case, weights)
    state = State(case)
    state.screen = "compares"
    rows = [
        ("import compare (new process)", 0.25, median_of(process("-c", "import compare"), 9) - empty,
         "import pydantic, ruamel.yaml", median_of(process("-c", "import pydantic.main, ruamel.yaml, argparse"), 9) - empty),
        ("the same, and its names loaded", None, median_of(process("-c", "from compare import Case, explain, read, score"), 9) - empty, "", None),
        ("opinions compare, a sample", 0.5, median_of(process("-m", "compare", "compare", str(SAMPLE)), 9),
         "import compare", median_of(process("-c", "import compare"), 9)),
        ("read a sample case", None, median_of(lambda: read_text(text), 9), "", None),
        ("score 5 x 5 x 5 answers", 0.001, median_of(lambda: compare.score(case, weights).totals, 200),
         "the bare sums", median_of(bare_sum(case, weights), 200)),
        ("the same, peer: scikit-criteria", None, median_of(peer_sum(case, weights), 50), "", None),
        ("score with shares of who is ahead", 0.020, median_of(lambda: with_shares(case, weights), 30), "", None),
        ("what_if, 5 x 25 answers", 0.010, median_of(lambda: compare.what_if(scores), 50), "", None),
        ("questions, 5 x 25 answers", 0.010, median_of(lambda: compare.questions(scores), 50), "", None),
        ("app: what is said after a slider moved", 0.060, median_of(lambda: told_of(state), 20), "", None),
        ("HTML page (first)", 2.0, median_of(process("-c", f"import compare; compare.report(compare.score(compare.read({str(SAMPLE)!r}))).html()"), 3),
         "import matplotlib", median_of(process("-c", "import matplotlib.figure, matplotlib.backends.backend_agg, matplotlib.backends.backend_svg"), 3)),
        ("HTML page (next)", 2.0, median_of(lambda: compare.report(report).html(), 3), "", None),
    ]  # fmt: skip
    print(f"{'what':<40}{'at most':>10}{'took':>11}   least, and ratio")
    for what, limit, took, least, least_took in rows:
        beside = f"{least}: {1000 * least_took:.2f} ms, x {took / least_took:.1f}" if least_took else ""
        print(f"{what:<40}{f'{1000 * limit:g} ms' if limit else '':>10}{1000 * took:>8.2f} ms   {beside}")
    size = len(compare.report(report).html().encode()) / 1000
    print(f"{'HTML page, size':<40}{'400 kB':>10}{size:>8.0f} kB")


if __name__ == "__main__":
    main()
