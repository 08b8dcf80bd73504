"""The app as ``opinions app`` runs it, for tests and measurements: in a home of its own, so that all it writes can be seen."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STOPS_WITHIN = 20.0


@dataclass(frozen=True)
class WebApp:
    """A running app: its address with the key, its process, and the folder that is its home and its place for passing files."""

    address: str
    process: subprocess.Popen[str]
    home: Path

    @property
    def origin(self) -> str:
        """Return the address without the key."""
        return self.address.partition("/?")[0]

    def stop(self) -> tuple[int, str, str]:
        """Press Ctrl-C; return the exit code and what it wrote since it started."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=STOPS_WITHIN)
        return self.process.returncode, out, err


@contextmanager
def web_app(home: Path, *arguments: str, browser: str = "") -> Iterator[WebApp]:
    """Run the app.

    Parameters
    ----------
    home : Path
        A folder for everything that it writes outside its case.
    *arguments : str
        What stands behind ``opinions app``.
    browser : str
        The command that plays the browser to open; "" for none.
    """
    for name in ("tmp", "work"):
        (home / name).mkdir(parents=True)
    own = {"HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_CACHE_HOME": str(home / "cache"), "BROWSER": browser}
    process = subprocess.Popen(
        [sys.executable, "-m", "compare", "app", *arguments, "--json", *([] if browser else ["--no-browser"])],
        cwd=home / "work",
        env={name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))} | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"The app did not start:\n{process.communicate()[1][-2000:]}")
        yield WebApp(json.loads(line)["address"], process, home)
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=STOPS_WITHIN)
