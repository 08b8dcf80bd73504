"""The server of the app: Voila on this computer only, with a key, a page of our own, and nothing from outside."""

from __future__ import annotations

import asyncio
import html
import logging
import os
import secrets
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.base.websocket import WS_PING_INTERVAL
from nbconvert.exporters import Exporter
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import Application, OutputTransform, RequestHandler
from traitlets.config import Config
from voila.app import Voila  # type: ignore[import-untyped]
from voila.exporter import VoilaExporter  # type: ignore[import-untyped]

from compare.app.home.kernels import Kernels
from compare.app.serve import LOOPBACK, headers
from compare.words import serving

_IDLE_SECONDS = 600
_LOOKS_EVERY = 60
_LONGEST_FOLDER = 50
_EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget"]


class Server:
    """A server for one start of the app.

    Parameters
    ----------
    folder : Path
        A private folder with the page (``app.ipynb``), for everything that is written while the server runs.
    sockets : list of socket
        Where it listens already, on this computer only.
    """

    def __init__(self, folder: Path, sockets: list[Any]) -> None:
        self._sockets = sockets
        self.port: int = sockets[0].getsockname()[1]
        self._folder = folder
        self._token = secrets.token_urlsafe(32)
        self._once = secrets.token_urlsafe(32)

    @property
    def address(self) -> str:
        """Return the address of the app, with its key."""
        return f"http://{LOOPBACK}:{self.port}/?token={self._token}"

    @property
    def first_address(self) -> str:
        """Return an address that opens the app once: programs are told it where others can read it."""
        return f"http://{LOOPBACK}:{self.port}/first/{self._once}"

    async def run(self, ready: Callable[[], None]) -> None:
        """Serve until somebody asks to stop; call ``ready`` when a page can be opened."""
        voila = self._voila()
        stop = _asked_to_stop()
        server = HTTPServer(self._application(voila))
        server.add_sockets(self._sockets)
        kernels: Kernels = voila.kernel_manager
        try:
            rehearsal = asyncio.to_thread(self._rehearse, voila)
            await _first(asyncio.gather(kernels.warm(), rehearsal), stop.wait())
            if not stop.is_set():
                ready()
                await stop.wait()
        finally:
            server.stop()
            await kernels.close()

    def _rehearse(self, voila: Voila) -> None:
        """Do once what the first page would wait for: read the notebook and its template."""
        exporter = VoilaExporter(
            template_paths=voila.template_paths, template_name="opinions", config=voila.config, base_url="/"
        )
        _ = exporter.template
        Exporter.from_notebook_node(exporter, nbformat.read(str(self._folder / "app.ipynb"), 4))  # type: ignore[no-untyped-call]

    def _voila(self) -> Voila:
        logging.getLogger("tornado").setLevel(logging.CRITICAL)
        voila = Voila(config=self._config())
        voila.initialize(argv=[])
        voila.connection_dir = str(self._folder)
        return voila

    def _config(self) -> Config:
        config = Config()
        config.Voila.update(
            config_file_paths=[],
            notebook_path=str(self._folder / "app.ipynb"),
            ip=LOOPBACK,
            port=self.port,
            token=self._token,
            log_level=logging.CRITICAL,
        )
        config.VoilaConfiguration.update(
            template="opinions",
            allow_template_override="NO",
            allow_theme_override="NO",
            extension_allowlist=_EXTENSIONS,
            file_allowlist=[],
            multi_kernel_manager_class=Kernels,
            page_config_hook=_lean,
            resources={"words": serving.PAGE},
        )
        config.IdentityProvider.cookie_options = {"SameSite": "Strict", "expires_days": None}
        config.KernelManager.transport = transport(self._folder)
        config.MappingKernelManager.update(
            cull_idle_timeout=_IDLE_SECONDS, cull_interval=_LOOKS_EVERY, transport_encryption="auto"
        )
        return config

    def _application(self, voila: Voila) -> Application:
        settings = voila.init_settings() | {"allow_remote_access": False, "ws_ping_timeout": WS_PING_INTERVAL}
        made = _Guarded(**settings, transforms=[_adding(headers(self.port))])
        made.host = f"{LOOPBACK}:{self.port}"
        first = (r"/first/(.*)", _First, {"once": [self._once], "address": f"/?token={self._token}"})
        made.add_handlers(".*$", [(r"/log(?:in|out)", _Refused), first, *voila.init_handlers()])
        return made


class _Guarded(Application):
    """An application that answers to its own name and its own page only, so that no page of another site can reach it."""

    host: str

    def find_handler(self, request: HTTPServerRequest, **more: Any) -> Any:
        """Turn away whoever comes under another name or from another page."""
        own = f"http://{self.host}"
        if request.host != self.host or request.headers.get("Origin", own) != own:
            return self.get_handler_delegate(request, _Refused)
        return super().find_handler(request, **more)


def _adding(own: Mapping[str, str]) -> type[OutputTransform]:
    """Put headers on every answer, also on files and refusals."""

    class Headers(OutputTransform):
        def transform_first_chunk(self, *given: Any, **named: Any) -> tuple[int, HTTPHeaders, bytes]:
            status, headers, chunk = super().transform_first_chunk(*given, **named)
            headers.update(own)
            return status, headers, chunk

    return Headers


class _Refused(RequestHandler):
    """Turn somebody away in plain words."""

    def prepare(self) -> None:
        """Answer whatever is asked."""
        self.set_status(403)
        title, text = html.escape(serving.REFUSED_TITLE), html.escape(serving.REFUSED)
        self.finish(f'<!DOCTYPE html><html lang="en"><title>{title}</title><h1>{title}</h1><p>{text}</p></html>')


class _First(RequestHandler):
    """Lead the browser that we open to the app, once."""

    def initialize(self, once: list[str], address: str) -> None:
        self._once, self._address = once, address

    def get(self, given: str) -> None:
        if self._once and secrets.compare_digest(given.encode(), self._once[0].encode()):
            self._once.clear()
            self.redirect(self._address)
        else:
            self.redirect("/login")


def transport(folder: Path) -> str:
    """Return how kernels are spoken to: by files that only their owner may open, where the system takes names that long."""
    return "ipc" if os.name == "posix" and len(str(folder)) <= _LONGEST_FOLDER else "tcp"


def _lean(page_config: dict[str, Any], **_given: Any) -> dict[str, Any]:
    """Leave out what the page does not use: names with dollar signs are names, not formulas."""
    return page_config | {"disabledExtensions": ["@jupyterlab/mathjax-extension"]}


def _asked_to_stop() -> asyncio.Event:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def asked(*_signal: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(stop.set)

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), asked)
    return stop


async def _first(*things: Any) -> None:
    tasks = [asyncio.ensure_future(thing) for thing in things]
    done, waiting = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    for task in done:
        task.result()
