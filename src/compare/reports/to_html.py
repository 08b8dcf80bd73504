"""Parts as one HTML page that needs nothing else: no script, no address, every text escaped."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from compare import words
from compare.errors import missing_extra, visible
from compare.reports import captions
from compare.reports.parts import Part

if TYPE_CHECKING:
    from jinja2 import Template

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""The content security policy of the page: it may load and run nothing."""


def page(title: str, notice: str, about: Sequence[str], parts: Sequence[Part]) -> str:
    """Return the whole page as HTML text."""
    return _template().render(
        title=title,
        notice=notice,
        about=about,
        parts=parts,
        policy=POLICY,
        style=_style(),
        caution=words.CAUTION,
        limits=words.LIMITS,
        how_to_read=words.HOW_TO_READ,
        captions=captions,
    )


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise missing_extra("jinja2", "report") from None
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["data_uri"] = _data_uri
    return environment.from_string(_resource("page.html.j2"))


@cache
def _style() -> Any:
    from markupsafe import Markup

    return Markup(_resource("page.css"))  # noqa: S704 - our own file, not text from a case


def _resource(name: str) -> str:
    return files("compare").joinpath("reports", name).read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    return visible(value) if type(value) is str else value


def _data_uri(svg: str) -> Any:
    from markupsafe import Markup

    data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return Markup(f"data:image/svg+xml;base64,{data}")  # noqa: S704 - letters and digits only
