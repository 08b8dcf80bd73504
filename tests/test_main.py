import subprocess
import sys

import pytest

from compare.cli import main


def test_the_package_runs_as_a_command(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "compare", "sample", "case"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "prostate" in done.stdout


def test_an_error_is_told_on_standard_error_with_code_2(tmp_path):
    call = [sys.executable, "-m", "compare", "check", "nothing.yaml"]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nothing.yaml\nThere is no such file.")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_call_without_a_standard_stream_ends_as_any_other(stream, monkeypatch):
    monkeypatch.setattr(sys, stream, None)
    assert (main(["limits"]), main(["check", "nothing.yaml"])) == (0, 2)
