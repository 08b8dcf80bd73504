"""The program's own data: lists, rules and figures that can be changed without reading code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from compare.trees.reading_yaml import parse_yaml


@cache
def data_tree(name: str) -> Mapping[str, Any]:
    """Return what a file of ``data/`` holds, as plain values that nobody may change.

    Parameters
    ----------
    name : str
        The file's name without its ending.

    Examples
    --------
    >>> [layer["key"] for layer in data_tree("layers")["layers"]][:2]
    ['diagnosis', 'pathology']
    """
    text = files("compare").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    tree: Mapping[str, Any] = parse_yaml(text).plain()
    return tree
