"""Screens for people who do not write code: live sliders in a notebook (needs the extra ``app``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.errors import missing_extra

if TYPE_CHECKING:
    from compare.app.first_look import FirstLook

__all__ = ["FirstLook"]

_FROM_THE_EXTRA = ("anywidget", "ipywidgets", "traitlets")


def __getattr__(name: str) -> Any:
    """Load the screens at first use, so that their plain data can be had without the widget libraries."""
    if name != "FirstLook":
        raise AttributeError(name)
    try:
        from compare.app.first_look import FirstLook
    except ModuleNotFoundError as error:
        if error.name not in _FROM_THE_EXTRA:
            raise
        raise missing_extra(error.name, "app") from error
    return FirstLook
