"""The app as a page in a browser: a private folder, a server on this computer only, and a clean end."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from compare.app.home import FILE
from compare.errors import CompareError, missing_extra, quoted
from compare.words import serving

LOOPBACK = "127.0.0.1"
_NEEDED = ("voila", "anywidget", "ipywidgets", "ipykernel")


def serve(file: Path | None, *, port: int, starting: Callable[[], None], started: Callable[[str, str], None]) -> None:
    """Serve the app until somebody asks to stop, and leave nothing behind.

    Parameters
    ----------
    file : Path or None
        The case to open, which could be read a moment ago.
    port : int
        Where to listen; 0 for any free port.
    starting : callable
        Called once nothing stands in the way.
    started : callable
        Called when the page can be opened, with its address and with one that opens it once.

    Raises
    ------
    CompareError
        The extra ``app`` is not installed, or the port cannot be used.
    """
    check_installed()
    sockets = _listening(port)
    starting()
    with tempfile.TemporaryDirectory(prefix="opinions-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        os.environ.update(environment(folder, file))
        shutil.copy(_home() / "app.ipynb", folder)
        from compare.app.home.server import Server

        server = Server(folder, sockets)
        asyncio.run(server.run(lambda: started(server.address, server.first_address)))


def check_installed() -> None:
    """Raise the error for the extra ``app`` when one of its libraries is not there."""
    for name in _NEEDED:
        if find_spec(name) is None:
            raise missing_extra(name, "app")


def _listening(port: int) -> list[Any]:
    from tornado.netutil import bind_sockets

    try:
        return bind_sockets(port, LOOPBACK)
    except OSError as error:
        raise port_error(port) from error


def port_error(port: int) -> CompareError:
    """Return the error for a port that cannot be used."""
    return CompareError(
        serving.TAKEN, path=("--port",), found=quoted(port), allowed=serving.PORTS, fix=serving.ANOTHER_PORT
    )


def environment(folder: Path, file: Path | None) -> dict[str, str]:
    """Return what a server and its kernels are told: where our page is, and to write into our folder only.

    No settings that somebody made for other programs are read, as those could lift what keeps the page to itself.
    """
    from jupyter_core.paths import jupyter_path

    return {
        "JUPYTER_PATH": os.pathsep.join([str(_home()), *jupyter_path()]),
        "JUPYTER_CONFIG_PATH": "",
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder),
        "IPYTHONDIR": str(folder / "ipython"),
        "TMPDIR": str(folder),
        FILE: str(file.absolute()) if file else "",
    }


def headers(port: int) -> dict[str, str]:
    """Return the headers of every answer of the server.

    Examples
    --------
    >>> headers(8000)["X-Frame-Options"]
    'DENY'
    """
    return {
        "Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in policy(port).items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def policy(port: int) -> dict[str, str]:
    """Return what a page may load and run, and from where: this server, and nothing else."""
    return {
        "default-src": "'self'",
        "script-src": "'self' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "connect-src": f"'self' ws://{LOOPBACK}:{port}",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }


def _home() -> Path:
    return Path(str(files("compare.app.home")))
