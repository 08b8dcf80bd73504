"""Memory that is used again instead of being handed back: columns come and go many times a second."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_TRIM, _MAPPED = -1, -3  # M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of glibc's malloc.h
_LARGEST_COLUMN = 32 * 2**20
_KEPT = 256 * 2**20


def keep_memory() -> None:
    """Ask the C library to keep freed columns, up to 256 MB, instead of asking the system for fresh pages each time.

    Without it a run spends as long in the system as in the sums. Only glibc can be asked; elsewhere nothing happens.
    """
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            library = ctypes.CDLL(None)
            library.mallopt(_MAPPED, _LARGEST_COLUMN)
            library.mallopt(_TRIM, _KEPT)
