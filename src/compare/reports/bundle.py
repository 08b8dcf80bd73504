"""The modules of the live view as one text: for a widget, which takes one module, and for a page, which loads none.

Each module becomes a function that runs once and gives back what it exports, so that two modules may use the same name.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z_]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|let|class) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default [^;]*;\n?", re.MULTILINE)


@cache
def bundle(name: str) -> str:
    """Return a module and all that it imports as one module without imports.

    Parameters
    ----------
    name : str
        The module that is asked for, as ``"live.js"``; its own exports stay.

    Returns
    -------
    str
        The text of an ES module; of a plain script where the module exports nothing.

    Examples
    --------
    >>> text = bundle("page.js")
    >>> [word for word in ("import ", "export ") if text.startswith(word) or chr(10) + word in text]
    []
    """
    entry = name.removesuffix(".js")
    return "\n".join([*(_wrapped(needed) for needed in _needed(entry)[:-1]), _linked(_source(entry))])


def _needed(entry: str) -> list[str]:
    """Return the modules in the order in which they have to run, each once, the one that is asked for last."""
    order: list[str] = []

    def add(name: str) -> None:
        for _, other in _IMPORT.findall(_source(name)):
            if other not in order:
                add(other)
        order.append(name)

    add(entry)
    return order


def _wrapped(name: str) -> str:
    text = _linked(_DEFAULT.sub("", _source(name)))
    given = ", ".join(_EXPORT.findall(text))
    return f"const _{name} = (() => {{\n{_EXPORT.sub('', text)}\nreturn {{ {given} }};\n}})();"


def _linked(text: str) -> str:
    return _IMPORT.sub(lambda found: f"const {{{found[1]}}} = _{found[2]};\n", text)


def _source(name: str) -> str:
    return files("compare").joinpath("app", f"{name}.js").read_text(encoding="utf-8")
