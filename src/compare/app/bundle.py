"""Several ES modules as one text, as a widget or a page takes it; and several style sheets likewise."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
_DEFAULT = re.compile(r"^export default .*\n?", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.MULTILINE)


@cache
def bundled(*names: str) -> str:
    """Return modules as one module: what they export to each other stands above, and only the last one is exported.

    Parameters
    ----------
    *names : str
        Files of this folder, those that others import first. No name may be exported by two of them.

    Examples
    --------
    >>> "import {" in bundled("live.js")
    False
    """
    *before, last = (_IMPORT.sub("", beside(name)) for name in names)
    return "\n".join([*map(_closed, before), last])


def _closed(text: str) -> str:
    """Return a module as a function that gives what it exports and keeps the rest to itself."""
    names = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _DEFAULT.sub("", text))
    return f"const {{ {names} }} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"


@cache
def styles(*names: str) -> str:
    """Return style sheets as one."""
    return "\n".join(beside(name) for name in names)


def beside(name: str) -> str:
    """Return the text of a file of this folder."""
    return files("compare.app").joinpath(name).read_text(encoding="utf-8")
