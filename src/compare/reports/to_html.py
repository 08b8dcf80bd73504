"""Parts as one HTML page that needs nothing else: no address, every text escaped, no script but our own live view.

The page allows exactly the script that it carries, by its hash; the numbers of the case lie beside it as data.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from compare import words
from compare.errors import missing_extra, visible
from compare.reports import captions
from compare.reports.bundle import bundle
from compare.reports.parts import Live, Part

if TYPE_CHECKING:
    from jinja2 import Template

_POLICY = "default-src 'none'; {script}style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_IN_SINGLE_QUOTES = ' !"$()*+,-./:;<=>?@[]^_`{|}~'
_HIDDEN_IN_JSON = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def page(
    title: str,
    notice: str,
    about: Sequence[str],
    parts: Sequence[Part],
    *,
    layout: str = "long",
    paper: str = "A4",
    reading: Sequence[str] = (words.HOW_TO_READ, words.LIMITS),
) -> str:
    """Return the whole page as HTML text; a ``sheet`` is printed on one page of the paper."""
    is_live = any(isinstance(part, Live) for part in parts)
    return _template().render(
        title=title,
        notice=notice,
        about=about,
        parts=parts,
        layout=layout,
        paper=paper,
        policy=policy(is_live=is_live),
        style=_ours(_style(is_live=is_live)),
        script=_ours(live_script()),
        caution=words.CAUTION,
        reading=reading,
        captions=captions,
    )


def policy(*, is_live: bool) -> str:
    """Return the content security policy of a page: it may load nothing, and run nothing but its own live view."""
    script = ""
    if is_live:
        digest = base64.b64encode(hashlib.sha256(live_script().encode("utf-8")).digest()).decode("ascii")
        script = f"script-src 'sha256-{digest}'; "
    return _POLICY.format(script=script)


@cache
def live_script() -> str:
    """Return the script of the live view; it is the same on every page."""
    return f'(() => {{\n"use strict";\n{bundle("page.js")}}})();\n'


def as_json(data: Any) -> str:
    r"""Return data as JSON that may stand in a page: nothing in it can end the element in which it stands.

    Examples
    --------
    >>> as_json({"name": "</script> & more"})
    '{"name":"\\u003c/script\\u003e \\u0026 more"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_HIDDEN_IN_JSON)


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise missing_extra("jinja2", "report") from None
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"data_uri": _data_uri, "live_data": _live_data}
    return environment.from_string(_resource("page.html.j2"))


@cache
def _style(*, is_live: bool) -> str:
    return _resource("page.css") + (_resource("live.css", "app") if is_live else "")


def _ours(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our own file, or data in which every sign of markup is spelt out


def _live_data(part: Live) -> Any:
    return _ours(as_json({"view": part.view, "answer": part.answer}))


def _resource(name: str, room: str = "reports") -> str:
    return files("compare").joinpath(room, name).read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    return visible(value) if type(value) is str else value


def _data_uri(svg: str) -> Any:
    """Return a picture as an address within single quotes; a third shorter than in base64, as most of it is plain letters."""
    from markupsafe import Markup

    return Markup(f"data:image/svg+xml,{quote(svg, safe=_IN_SINGLE_QUOTES)}")  # noqa: S704 - every other sign is spelt out
