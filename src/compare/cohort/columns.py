"""The columns of a file: what each holds, and the one form in which all files of a run hand it on.

Files that were written at different times seldom have the very same types: a column that is empty in one file has none at all.
So numbers come as the narrowest type that takes them all, and words by their places in a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from compare.cohort.cells import is_text
from compare.cohort.format import CASE, OPINION, Format
from compare.cohort.reading_csv import WORDS
from compare.errors import CompareError, quoted

Numbers = Mapping[str, pa.DataType]
"""In which form each column of numbers is handed on."""


def needed(form: Format) -> tuple[str, ...]:
    """Return the columns that are read, in the order in which they are handed on."""
    return (*form.kept, *form.answer_columns, *form.weight_columns)


def kinds_in(schema: pa.Schema, form: Format) -> dict[str, str]:
    """Return what each column that is read holds: text, whole numbers or numbers.

    Raises
    ------
    CompareError
        A column holds something else than its format says.
    """
    return {name: _kind_of(schema.field(name).type, name, form) for name in needed(form)}


def _kind_of(found: pa.DataType, name: str, form: Format) -> str:
    whole, text = pa.types.is_integer(found), is_text(found) or pa.types.is_null(found)
    number = whole or pa.types.is_floating(found) or pa.types.is_decimal(found) or pa.types.is_null(found)
    if name in form.number_columns:
        allowed, kind, fits = "numbers", "numbers", number
    elif name in (CASE, OPINION):
        allowed, kind, fits = "text or whole numbers", "whole numbers" if whole else "text", text or whole
    else:
        allowed, kind, fits = "text", "text", text
    if not fits:
        raise CompareError(
            "This column holds something else.",
            path=(f"column {name}",),
            found=quoted(str(found)),
            allowed=allowed,
            fix=f"write the column as {allowed}",
        )
    return kind


def numbers_of(schema: pa.Schema, form: Format) -> Numbers:
    """Return the narrowest form for each column of numbers."""
    narrow = (pa.float16(), pa.float32())
    return {name: pa.float32() if schema.field(name).type in narrow else pa.float64() for name in form.number_columns}


def in_common(forms: Sequence[Numbers]) -> Numbers:
    """Return for each column the form that takes what it holds in every file: the text of CSV files, else the wider number.

    Examples
    --------
    >>> found = in_common([{"goals__chance": pa.float32()}, {"goals__chance": pa.float64()}])
    >>> str(found["goals__chance"])
    'double'
    """
    wider = (pa.string(), pa.float64(), pa.float32())
    return {name: next(kind for kind in wider if kind in [form[name] for form in forms]) for name in forms[0]}


def columns_in_order(batch: pa.RecordBatch, names: Sequence[str], numbers: Numbers, file: str) -> pa.RecordBatch:
    """Return the columns in a fixed order, each in the form in which it is handed on."""
    try:
        columns = [
            _as_number(batch.column(name), numbers[name]) if name in numbers else _as_text(batch.column(name), name)
            for name in names
        ]
    except pa.ArrowException as error:
        found = quoted(str(error).splitlines()[0])
        raise CompareError(
            "A column cannot be read.",
            file=file,
            found=found,
            allowed="text and numbers",
            fix="write it as plain text or numbers",
        ) from None
    return pa.RecordBatch.from_arrays(columns, names=list(names))


def _as_number(column: pa.Array, kind: pa.DataType) -> pa.Array:
    if column.type == kind:
        return column
    return column.cast(pa.float64(), safe=False).cast(kind, safe=False)


def _as_text(column: pa.Array, name: str) -> pa.Array:
    kind = column.type
    if name in (CASE, OPINION) and pa.types.is_integer(kind):
        return column.cast(pa.int64())
    if name == CASE or kind != WORDS:
        column = column.cast(pa.string())
    return column if name == CASE or kind == WORDS else column.dictionary_encode()
