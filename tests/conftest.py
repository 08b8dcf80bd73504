"""What every test shares: the hypothesis profiles, the oracles, the command line, case files."""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # so that every test finds the helpers that stand beside this file

_COMMON = {"derandomize": True, "deadline": None, "database": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("ci", max_examples=40, **_COMMON)
settings.register_profile("nightly", max_examples=4000, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def oracle():
    """Return a worked answer by its name."""
    return lambda name: json.loads((HERE / "oracles" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def opinions(capsys):
    """Run the command ``opinions`` in this process; give its exit code and what it wrote."""
    from compare.cli import main

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err, lines=err.splitlines())

    return run


@pytest.fixture
def case_file(tmp_path):
    """Write a file of text or bytes and return its path."""

    def write(content, name="case.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write
