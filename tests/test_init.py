import subprocess
import sys
from pathlib import Path

import pytest

import compare

HEAVY = ("numpy", "pandas", "matplotlib", "ipywidgets", "anywidget", "scipy", "jinja2")


def run(code):
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, timeout=120
    )


PLAIN = "import compare"
WHOLE_WAY = """
import compare
case = compare.sample("prostate")
scores = compare.score(case, compare.swing(dict.fromkeys(case.keys, 50)))
str(scores), scores._repr_html_(), compare.explain(scores), compare.what_to_ask(scores), scores.first_shares, scores.ahead
import tempfile, pathlib
with tempfile.TemporaryDirectory() as folder:
    for ending in ("yaml", "json"):
        assert compare.read(compare.save(case, pathlib.Path(folder) / f"case.{ending}")) == case
"""


@pytest.mark.parametrize("code", [PLAIN, WHOLE_WAY], ids=["import", "read, score, explain, save"])
def test_one_familys_case_runs_on_plain_python(code):
    done = run(f"{code}\nimport sys\nprint(*[name for name in {HEAVY} if name in sys.modules])")
    assert (done.stdout.strip(), done.stderr) == ("", "")


NO_NETWORK = """
import socket, sys, warnings

class Refused(OSError):
    pass

def refuse(*arguments, **named):
    raise Refused("no network")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
warnings.simplefilter("ignore")
import importlib, pkgutil, compare
for module in pkgutil.walk_packages(compare.__path__, "compare."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
scores = compare.score(compare.sample("prostate"))
compare.explain(scores)
print("done")
"""


def test_importing_everything_makes_no_network_call():
    done = run(NO_NETWORK)
    assert (done.stdout.strip(), done.stderr) == ("done", "")


NETWORKED = ("socket", "urllib.request", "http.client", "requests", "httpx", "ftplib", "smtplib", "telnetlib")


def test_no_module_imports_network_code():
    source = Path(compare.__file__).parent
    found = [
        (path.name, word)
        for path in source.rglob("*.py")
        for word in NETWORKED
        if f"import {word}" in path.read_text(encoding="utf-8") or f"from {word}" in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_every_public_name_is_there_and_there_are_about_thirty():
    assert len(compare.__all__) <= 32
    assert all(getattr(compare, name) is not None for name in compare.__all__)
    assert compare.__all__ == sorted(compare.__all__)


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = compare.nothing
