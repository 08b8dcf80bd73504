"""The cells of a column: numbers or words, as a file has them, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from compare import limits
from compare.answers import NOT_KNOWN
from compare.cohort.faults import Fault, faults_where
from compare.cohort.format import Asked
from compare.cohort.masks import put
from compare.errors import CompareError, quoted
from compare.trees import is_number

_THOUSANDS = re.compile(r"\d,\d{3}\b")

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]


def numbers_in(array: pa.Array, column: str) -> tuple[NDArray[Any], Mask, list[Fault]]:
    """Return numbers, which of them are missing (there, anything may stand), and what is wrong."""
    faults: list[Fault] = []
    if is_text(array.type):
        array, faults = _parsed(array, column)
    missing, numbers = missing_in(array), _bare(array)
    if numbers.dtype.kind != "f":
        numbers = numbers.astype(float)
    faults += faults_where(np.isnan(numbers) & ~missing, column, lambda _: _not_a_number("NaN"))
    return numbers, missing, faults


def numbers_or_nan(array: pa.Array, column: str) -> tuple[NDArray[np.float64], list[Fault]]:
    """Return numbers, NaN where one is missing, and what is wrong."""
    numbers, missing, faults = numbers_in(array, column)
    return np.where(missing, np.nan, numbers.astype(np.float64)), faults


def off_scale(numbers: NDArray[Any], missing: Mask, column: str, asked: Asked) -> list[Fault]:
    """Return the numbers that are off their scale, or no ordinary numbers."""
    (low, _), *_, (high, _) = asked.scale.knots  # type: ignore[union-attr]  # only numbers come here
    if asked.scale.outside == "clip":  # type: ignore[union-attr]
        low, high = -limits.LARGEST_NUMBER, limits.LARGEST_NUMBER
    least, most = numbers.dtype.type(low), numbers.dtype.type(high)
    if not (np.fmin.reduce(numbers) < least or np.fmax.reduce(numbers) > most):
        return []
    return faults_where(
        ((numbers < least) | (numbers > most)) & ~missing,
        column,
        lambda row: CompareError(
            "This answer is off its scale.",
            found=f"{numbers[row]:g}",
            allowed=f"{low:,g} to {high:,g}",
            fix="check the number and its unit; leave it empty where nobody knows",
        ),
    )


def missing_in(array: pa.Array) -> Mask:
    """Return which cells of a column are empty."""
    bits = array.buffers()[0]
    if bits is None or not array.null_count:
        return np.zeros(len(array), dtype=bool)
    given = np.unpackbits(np.frombuffer(bits, np.uint8), count=array.offset + len(array), bitorder="little")
    missing: Mask = given[array.offset :] == 0
    return missing


def codes_in(array: pa.Array) -> tuple[tuple[Any, ...], NDArray[np.int32], Mask]:
    """Return the words of a column; for each row the place of its word, the place after the last where it is empty; which are."""
    coded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
    missing = missing_in(coded.indices)
    codes = _bare(coded.indices).astype(np.int32)
    put(len(coded.dictionary), codes, missing)
    return tuple(coded.dictionary.to_pylist()), codes, missing


def _bare(array: pa.Array) -> NDArray[Any]:
    """Return numbers as they lie in memory; where one is missing, anything may stand."""
    bare: NDArray[Any] = pa.Array.from_buffers(
        array.type, len(array), [None, array.buffers()[1]], offset=array.offset
    ).to_numpy()
    return bare


def is_text(kind: pa.DataType) -> bool:
    """Tell whether a column holds text, whole or by its places in a list of words."""
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _parsed(array: pa.Array, column: str) -> tuple[pa.Array, list[Fault]]:
    """Return numbers from their text, as a CSV file has them; what is no number becomes a missing one, and a fault."""
    try:
        return pc.cast(array, pa.float64()), []
    except pa.ArrowInvalid:
        words, codes, _ = codes_in(array)
    worth = [float(word) if word is not None and is_number(word.strip()) else None for word in words]
    wrong = [place for place, word in enumerate(words) if worth[place] is None and word not in (None, *NOT_KNOWN)]
    faults = faults_where(np.isin(codes, wrong), column, lambda row: _not_a_number(str(words[codes[row]])))
    return pa.array([*worth, None], pa.float64()).take(pa.array(codes)), faults


def _not_a_number(text: str) -> CompareError:
    point, plain = text.strip().replace(",", "."), text.strip().replace(",", "")
    fix = "write digits, as in 12.5; leave it empty where nobody knows"
    if "," in text and is_number(plain):
        fix = f"write {point}" if is_number(point) else f"write {plain}"
        fix += f", or {plain} if the comma parts the thousands" if is_number(point) and _THOUSANDS.search(text) else ""
    return CompareError("This is not a number.", found=quoted(text), allowed="a number, or nothing", fix=fix)
