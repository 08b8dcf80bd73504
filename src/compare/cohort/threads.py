"""Work on several threads, a few pieces ahead, so that only a few of them are in memory at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


def in_order(
    pool: ThreadPoolExecutor, ahead: int, work: Callable[[_Item], _Made], items: Iterable[_Item]
) -> Iterator[_Made]:
    """Do a piece of work for each item on the threads of a pool, a few items ahead; give what comes of it in order.

    Examples
    --------
    >>> with ThreadPoolExecutor(2) as pool:
    ...     list(in_order(pool, 3, len, ["a", "bb", "ccc"]))
    [1, 2, 3]
    """
    waiting: deque[Future[_Made]] = deque()
    for item in items:
        waiting.append(pool.submit(work, item))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
