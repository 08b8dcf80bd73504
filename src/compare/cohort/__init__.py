"""Many cases at once: files of thousands to tens of millions of opinions, scored by the same sum as one family's case.

One row is one opinion (`docs/cohort-file.md` has the columns). `score_files` reads, scores and writes files of any size a part at
a time; `check_files` names the first fault; `score_batch` scores rows that are in memory, as a cluster would; `score_arrays`
scores plain arrays.
"""

from __future__ import annotations

from compare.errors import missing_extra

try:
    import pyarrow as pa  # noqa: F401 - looked for, to say at once how to install it
except ImportError:
    raise missing_extra("pyarrow", "cohort") from None

from compare.cohort.arrays import ScoredArrays, score_arrays
from compare.cohort.batches import Options, Scored, score_batch
from compare.cohort.format import Format
from compare.cohort.in_memory import score_rows
from compare.cohort.making import make_cohort
from compare.cohort.results import Tally, rows_of
from compare.cohort.running import check_files, score_files
from compare.cohort.summary import Summary, summarise

__all__ = [
    "Format",
    "Options",
    "Scored",
    "ScoredArrays",
    "Summary",
    "Tally",
    "check_files",
    "make_cohort",
    "rows_of",
    "score_arrays",
    "score_batch",
    "score_files",
    "score_rows",
    "summarise",
]
