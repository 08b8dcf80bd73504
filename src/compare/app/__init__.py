"""Screens for people who do not write code: live sliders in a notebook (needs the extra ``app``)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from compare.errors import missing_extra

if TYPE_CHECKING:
    from compare.app.first_look import FirstLook
    from compare.app.shell import App

__all__ = ["App", "FirstLook"]

_ROOMS = {"App": "shell", "FirstLook": "first_look"}
_FROM_THE_EXTRA = ("anywidget", "ipywidgets", "traitlets")


def __getattr__(name: str) -> Any:
    """Load the screens at first use, so that their plain data can be had without the widget libraries."""
    if name not in _ROOMS:
        raise AttributeError(name)
    try:
        return getattr(import_module(f"compare.app.{_ROOMS[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name not in _FROM_THE_EXTRA:
            raise
        raise missing_extra(error.name, "app") from error
