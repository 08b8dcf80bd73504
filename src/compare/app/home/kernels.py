"""Kernels for the pages of the app: one is always started ahead, with nothing in it but the libraries."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

_NEXT_AFTER = 5.0
_START_WITHIN = 60.0


class Kernels(AsyncMappingKernelManager):
    """Give each page a kernel of its own that is warm already, and start the next one a little later.

    A kernel that waits for its page is no idle kernel, so it is not ended; one whose page is gone is.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call]
        self._next: asyncio.Task[str] | None = None
        self._later: asyncio.TimerHandle | None = None

    async def warm(self) -> None:
        """Wait until a kernel for the next page is ready."""
        await self._ahead()

    async def start_kernel(self, **_settings: Any) -> str:  # type: ignore[override]
        """Return the kernel that is ready, whatever the page asks for."""
        task, self._next = self._ahead(), None
        self._later = asyncio.get_running_loop().call_later(_NEXT_AFTER, self._ahead)
        return await task

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel whose page has been gone for long."""
        if kernel_id != self._waiting():
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """Ask every kernel to end, also one that is only just starting, so that each can save first."""
        if self._later is not None:
            self._later.cancel()
        if self._next is not None:
            await asyncio.wait([self._next], timeout=_START_WITHIN)
        await self.shutdown_all()

    def _ahead(self) -> asyncio.Task[str]:
        lost = self._next is not None and self._next.done() and (self._waiting() or "") not in self
        if self._next is None or lost:
            self._next = asyncio.ensure_future(self._started())
        return self._next

    def _waiting(self) -> str | None:
        """Return the kernel that waits for its page, None while it is starting or where it could not start."""
        done = self._next is not None and self._next.done()
        return self._next.result() if self._next and done and not self._next.exception() else None

    async def _started(self) -> str:
        more: dict[str, Any] = {"cwd": str(Path.cwd()), "env": dict(os.environ), "stdout": DEVNULL, "stderr": DEVNULL}
        kernel_id = await super().start_kernel(kernel_name="python3", **more)
        client: Any = self.get_kernel(kernel_id).client()
        client.start_channels()
        await client.wait_for_ready(timeout=_START_WITHIN)
        client.stop_channels()
        return kernel_id
