"""The house itself: small rooms, short functions, public names that resolve, nothing that names a place."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

import compare

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def body_lines(node: ast.FunctionDef) -> int:
    """Return how many lines a function has without its docstring."""
    first = node.body[0]
    docstring = first.end_lineno - first.lineno + 1 if ast.get_docstring(node) else 0
    return node.end_lineno - node.body[0].lineno + 1 - docstring


def functions() -> list[tuple[str, int]]:
    return [
        (f"{path.name}:{node.name}", body_lines(node))
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_a_file_is_one_room():
    assert not {path.name: count for path in SOURCES if (count := path.read_text(encoding="utf-8").count("\n")) > 300}


def test_functions_are_short():
    sizes = functions()
    assert not [entry for entry in sizes if entry[1] > 40]
    assert statistics.median(size for _, size in sizes) <= 6
    assert statistics.quantiles([size for _, size in sizes], n=10)[-1] <= 20


@pytest.mark.parametrize("name", compare.__all__)
def test_a_public_name_is_there_and_says_what_it_is(name):
    thing = getattr(compare, name)
    assert thing.__doc__


def test_an_unknown_name_is_an_ordinary_error():
    with pytest.raises(AttributeError, match="no attribute 'best'"):
        _ = compare.best


def test_every_error_of_a_call_says_what_was_found_what_is_allowed_and_what_to_do():
    """Screens apart, where there is a place for each error."""
    calls = [
        (path.name, node)
        for path in SOURCES
        if "app" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "CompareError"
    ]
    said = [(name, node.lineno, {keyword.arg for keyword in node.keywords}) for name, node in calls]
    assert len(said) > 100
    assert not [entry for entry in said if not {"found", "allowed", "fix"} <= entry[2]]


def test_importing_loads_no_heavy_library():
    code = (
        "import compare, sys; compare.score(compare.sample('prostate')); compare.explain(compare.score(compare.sample('breast')));"
        "print([name for name in ('numpy', 'pandas', 'matplotlib', 'ipywidgets', 'anywidget', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_opens_a_connection():
    code = (
        "import socket, pkgutil, importlib\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse; socket.create_connection = refuse; socket.getaddrinfo = refuse\n"
        "import compare\n"
        "for room in pkgutil.walk_packages(compare.__path__, 'compare.'):\n"
        "    if not room.name.endswith('__main__'): importlib.import_module(room.name)\n"
        "compare.report(compare.score(compare.sample('prostate'))).html()\n"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_package_has_no_network_code_and_no_pickles():
    banned = {
        "socket",
        "urllib.request",
        "http.client",
        "requests",
        "httpx",
        "aiohttp",
        "pickle",
        "shelve",
        "joblib",
        "marshal",
    }
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert banned.isdisjoint(names), path.name


def test_locked_versions_name_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert all(re.match(r"(\s+--hash=sha256:|[A-Za-z0-9_.-]+==)", line) for line in lock.splitlines() if line.strip())
