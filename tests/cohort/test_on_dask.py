import random
import socket
import subprocess
import sys
import threading
from concurrent.futures import CancelledError

import pytest

from compare import cohort, points
from compare.case import built_in_criteria
from compare.cli import main
from compare.cohort import on_dask
from compare.errors import CompareError

pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.filterwarnings("ignore:::distributed"),
    pytest.mark.filterwarnings("ignore:::dask"),
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]


@pytest.fixture(scope="module")
def cluster():
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, processes=True
    ) as made:
        yield made


def both(paths, folder, address, **options):
    """Return the bytes and the tally of the local run, and those of the run on the cluster."""
    here = cohort.score_files(paths, folder / "here.parquet", **options)
    there = cohort.score_files(paths, folder / "there.parquet", scheduler=address, **options)
    return ((folder / "here.parquet").read_bytes(), here), ((folder / "there.parquet").read_bytes(), there)


@pytest.mark.usefixtures("few_at_a_time")
@pytest.mark.parametrize("scattered", [False, True])
def test_the_cluster_writes_the_same_bytes(many, cluster, scattered):
    rows, _ = many.made_up(20, seed=3)
    if scattered:
        random.Random(1).shuffle(rows)
    weights = points({each.key: at for at, each in enumerate(built_in_criteria(), 1)})
    asked = cohort.Options(weights=weights, shares=True, any_weights=True) if scattered else None
    here, there = both([many.write(rows, row_group_size=11)], many.folder, cluster.scheduler_address, options=asked)
    assert here == there


@pytest.mark.usefixtures("few_at_a_time")
def test_a_worker_that_is_killed_changes_nothing(many, cluster, monkeypatch):
    scored, count, killed = on_dask.Cluster.found_in, iter(range(10**6)), threading.Event()

    def kill_on_the_way(self, batch, *about, **more):
        if next(count) == 4:
            next(iter(cluster.workers.values())).process.process._process.kill()
            killed.set()
        return scored(self, batch, *about, **more)

    monkeypatch.setattr(on_dask.Cluster, "found_in", kill_on_the_way)
    here, there = both([many.write(many.made_up(20, seed=8)[0])], many.folder, cluster.scheduler_address)
    assert killed.is_set()
    assert here == there


@pytest.mark.usefixtures("few_at_a_time")
def test_a_run_whose_cluster_is_gone_goes_on_where_it_was(many, cluster, monkeypatch):
    from distributed import Client

    path, compute, count = many.write(many.made_up(45, seed=2)[0]), Client.compute, iter(range(10**6))

    def gone_on_the_way(self, *about, **more):
        if next(count) >= 15:
            raise CancelledError
        return compute(self, *about, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Client, "compute", gone_on_the_way)
        with pytest.raises(CompareError, match="could not go on"):
            cohort.score_files([path], many.folder / "there.parquet", scheduler=cluster.scheduler_address)
    assert not (many.folder / "there.parquet").exists()
    assert list((many.folder / ".there.parquet.work").glob("part-*.json"))
    here, there = both([path], many.folder, cluster.scheduler_address)
    assert here == there


def test_a_fault_names_its_row_and_leaves_no_file(many, cluster):
    path = many.text("case,opinion,goals__chance\na,x,50\na,y,500\n")
    told = []
    for scheduler in (None, cluster.scheduler_address):
        with pytest.raises(CompareError) as caught:
            cohort.score_files([path], many.folder / "out.parquet", scheduler=scheduler)
        told.append(str(caught.value))
    assert told[0] == told[1]
    assert [each.name for each in many.folder.iterdir()] == ["cohort.csv"]


def test_the_command_runs_on_the_cluster(many, cluster, capsys):
    path, out = many.write(many.made_up(5)[0]), many.folder / "out.csv"
    command = ["cohort", "score", str(path), "-o", str(out)]
    assert main([*command, "--engine", "dask", "--scheduler", cluster.scheduler_address]) == 0
    there = out.read_bytes()
    assert main(command) == 0
    assert out.read_bytes() == there


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{port}", "nonsense://x", ""])
def test_no_cluster_at_the_address_is_one_clear_error(many, monkeypatch, address):
    monkeypatch.setattr(on_dask, "_PATIENCE", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = address.format(port=free.getsockname()[1])
        with pytest.raises(CompareError, match="No Dask cluster answers"):
            cohort.score_files([many.write(many.made_up(2)[0])], many.folder / "out.parquet", scheduler=address)
    assert [each.name for each in many.folder.iterdir()] == ["cohort.parquet"]


@pytest.mark.parametrize("asked", [["--engine", "dask"], ["--scheduler", "tcp://127.0.0.1:8786"]])
def test_the_engine_and_its_address_go_together(many, capsys, asked):
    path = many.write(many.made_up(2)[0])
    assert main(["cohort", "score", str(path), "-o", str(many.folder / "out.parquet"), *asked]) == 2
    assert "needs its address" in capsys.readouterr().err
    assert [each.name for each in many.folder.iterdir()] == ["cohort.parquet"]


def test_without_dask_it_says_how_to_install_it(many, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CompareError, match=r"opinion-compare\[dask\]"):
        cohort.score_files([many.write(many.made_up(2)[0])], many.folder / "out.parquet", scheduler="tcp://127.0.0.1:1")


def test_dask_is_loaded_only_where_it_is_asked_for():
    code = "import sys; from compare import cohort; print([name for name in ('dask', 'distributed') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
