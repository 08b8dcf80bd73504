"""The same sums on a Dask cluster that is already there.

Every batch of whole cases is one partition, and `map_partitions` scores it where the cluster has a thread to spare. Reading,
putting cases together, sorting and writing stay here, so the result is the same byte for byte, and nothing is shuffled.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from compare.cohort.batches import Options
from compare.cohort.format import Format
from compare.cohort.results import Found, found_in
from compare.cohort.work import StoppedError
from compare.errors import CompareError, missing_extra, quoted

_PATIENCE = 5
"""How many seconds a cluster has to answer."""

_SETTINGS = {
    "dataframe.convert-string": False,  # columns go as they are
    "distributed.admin.large-graph-warning-threshold": "1GB",  # a batch travels with its task, so that it outlives a worker
}


@dataclass(frozen=True)
class Cluster:
    """A Dask cluster that scores batches.

    Parameters
    ----------
    client : distributed.Client
        The connection to it.
    threads : int
        How many batches it can score at once.
    """

    client: Any
    threads: int

    @classmethod
    @contextlib.contextmanager
    def at(cls, scheduler: str) -> Iterator[Cluster]:
        """Return the cluster whose scheduler has this address, and leave it at the end.

        Parameters
        ----------
        scheduler : str
            For instance ``tcp://10.0.0.5:8786``; with ``tls://`` the certificates are those of Dask's own settings.

        Raises
        ------
        CompareError
            Dask is not installed, or no scheduler or no worker answers there.
        """
        try:
            import dask.dataframe
            from distributed import Client
        except ImportError:
            raise missing_extra("dask", "dask") from None
        with contextlib.ExitStack() as stack:
            stack.enter_context(dask.config.set(_SETTINGS))
            try:
                client: Any = Client(scheduler, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
                stack.enter_context(client)
                client.wait_for_workers(1, timeout=_PATIENCE)
            except (OSError, ValueError, TypeError):
                raise CompareError(
                    "No Dask cluster answers at this address; nothing was written.",
                    found=quoted(scheduler),
                    allowed="the address of a scheduler with at least one worker, as in tcp://10.0.0.5:8786",
                    fix="start the cluster first, or leave it out: the same work runs here",
                ) from None
            yield cls(client, sum(client.nthreads().values()))

    def found_in(self, batch: pa.RecordBatch, form: Format, options: Options, *, write: bool) -> Found:
        """Return what a batch comes to: `results.found_in` on the cluster.

        Raises
        ------
        CompareError
            The cluster is gone, or its workers cannot do it.
        """
        from dask.dataframe import from_pandas
        from distributed.scheduler import KilledWorker

        rows = batch.to_pandas(types_mapper=pd.ArrowDtype)
        frame = from_pandas(rows, npartitions=1, sort=False)  # type: ignore[no-untyped-call]
        found = frame.map_partitions(_one_cell, form, options, write=write, meta=pd.Series([], dtype=object))
        try:
            return self.client.compute(found).result().iloc[0]  # type: ignore[no-any-return]
        except (CancelledError, KilledWorker, OSError, ImportError, AttributeError, RuntimeError) as error:
            reason = str(error) or type(error).__name__
            raise StoppedError(
                "The Dask cluster could not go on; no result was written.",
                found=quoted(reason.splitlines()[0]),
                allowed="workers that have this version of opinion-compare with the extras cohort and dask",
                fix="look at the cluster; the same call goes on where it was",
            ) from None


def _one_cell(rows: pd.DataFrame, form: Format, options: Options, *, write: bool) -> pd.Series[Any]:
    """Return what a partition comes to, as the one cell of a column."""
    batch = pa.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata().combine_chunks().to_batches()[0]
    return pd.Series([found_in(batch, form, options, write=write)], dtype=object)
