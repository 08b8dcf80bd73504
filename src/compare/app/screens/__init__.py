"""The screens of the app: each says which blocks stand on it for a state. Any of them can be opened at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from compare.app.blocks import Block
from compare.app.screens import asking, compares, deciding, matters, preparing, said, side_by_side, start, taking
from compare.app.state import State

SCREENS: Mapping[str, Callable[[State], Iterator[Block]]] = {
    "start": start.blocks,
    "preparing": preparing.blocks,
    "said": said.blocks,
    "side_by_side": side_by_side.blocks,
    "matters": matters.blocks,
    "compares": compares.blocks,
    "asking": asking.blocks,
    "deciding": deciding.blocks,
    "taking": taking.blocks,
}
"""The screens in the order of the way through them."""

__all__ = ["SCREENS"]
