"""A JupyterLab and a browser of our own, for tests and measurements: on this machine only, leaving nothing behind."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
NOTEBOOK = NOTEBOOKS / "01_first_look.ipynb"
ERROR = '[data-mime-type="application/vnd.jupyter.error"]'
_READY_WITHIN = 60.0
_NOTIFICATIONS = '{"fetchNews": "false", "checkForUpdates": false}'


def browser_path(own: str) -> str | None:
    """Return the system's browser, else the one that Playwright brought along (``own``), else None."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path), own if Path(own).exists() else None)


def run_all_cells(page: Page, address: str, shows: str = ".oc-live") -> None:
    """Open the notebook as a person would, run it, and go back up to what it ``shows``, the sliders where nothing else is said.

    JupyterLab may call a kernel idle before it listens, and then loses what it is told; so wait for the kernel's first
    reply, and tell it again if nothing has happened.

    Raises
    ------
    RuntimeError
        A cell failed, or the sliders did not appear.
    """
    replies: list[bool] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: replies.append(_is_reply(frame))))
    page.goto(address)
    page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for()
    _until(page, lambda: any(replies), 20)
    for _ in range(2):
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.locator(".jp-Notebook").hover()
        if _until(page, lambda: _in_sight(page, shows), 25):
            return
    raise RuntimeError(f"The sliders did not appear:\n{page.locator('body').inner_text()[-3000:]}")


def _is_reply(frame: str | bytes) -> bool:
    return b"kernel_info_reply" in (frame if isinstance(frame, bytes) else frame.encode())


def _in_sight(page: Page, shows: str) -> bool:
    if page.locator(ERROR).count():
        raise RuntimeError(page.locator(ERROR).first.inner_text())
    page.mouse.wheel(0, -10_000)
    return page.locator(shows).is_visible()


def _until(page: Page, happened: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        page.wait_for_timeout(50)
    return happened()


@contextmanager
def jupyter_lab(folder: Path) -> Iterator[str]:
    """Run JupyterLab on a copy of the notebooks.

    Parameters
    ----------
    folder : Path
        An empty folder of our own, for the notebook and for everything that Jupyter writes.

    Yields
    ------
    str
        The address of the first notebook, opened, with the token.
    """
    work = folder / "work"
    work.mkdir()
    for notebook in NOTEBOOKS.glob("*.ipynb"):
        shutil.copy(notebook, work)
    port, token = _free_port(), secrets.token_hex(16)
    log = (folder / "lab.log").open("wb")
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"),
            *(f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={work}", "--ServerApp.allow_root=True"),
            *("--ServerApp.port_retries=0", "--LabApp.news_url="),
            "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
        ],
        cwd=work,
        env=_environment(folder),
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/status?token={token}", server, folder / "lab.log")
        yield f"http://127.0.0.1:{port}/lab/tree/{NOTEBOOK.name}?token={token}"
    finally:
        _end(server)
        log.close()


def _environment(folder: Path) -> dict[str, str]:
    """Keep every file that Jupyter and IPython write in our folder, with no history of cells and no news."""
    settings = folder / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(_NOTIFICATIONS, encoding="utf-8")
    profile = folder / "ipython" / "profile_default"
    profile.mkdir(parents=True)
    (profile / "ipython_kernel_config.py").write_text("c.HistoryManager.enabled = False\n", encoding="utf-8")
    return {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "IPYTHONDIR": str(folder / "ipython"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _READY_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _end(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop its kernels and itself; after ten seconds end its group of processes."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(10)
