"""Whole numbers put where a mask says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def put(numbers: Any, into: NDArray[np.integer[Any]], where: NDArray[np.bool_]) -> None:
    """Put whole numbers into an array where a mask says so; by a sum, several times as quick as choosing where the mask is mixed.

    Examples
    --------
    >>> import numpy as np
    >>> codes = np.array([4, 5, 6])
    >>> put(9, codes, np.array([True, False, True]))
    >>> codes.tolist()
    [9, 5, 9]
    """
    into += (numbers - into) * where
