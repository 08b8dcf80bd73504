"""How large things may be: one table, named in the messages and printed by ``opinions limits``."""

from __future__ import annotations

FILE_BYTES = 5_000_000
LINES = 100_000
LINE_LETTERS = 100_000
VALUES = 100_000
DEPTH = 40
ITEMS = 200
NAME_LETTERS = 200
TEXT_LETTERS = 20_000
NUMBER_DIGITS = 40
LARGEST_NUMBER = 1_000_000_000_000
KEPT_VERSIONS = 5
WORKBOOK_PARTS = 500
WORKBOOK_PART_BYTES = 50_000_000
WORKBOOK_BYTES = 100_000_000
WORKBOOK_RATIO = 200
WORKBOOK_TAGS = 400_000
SHEET_ROWS = 50_000
SHEET_COLUMNS = 200
SHEET_CELLS = 500_000

TABLE = {
    "a case file": f"{FILE_BYTES:,} bytes, {LINES:,} lines, {LINE_LETTERS:,} letters in a YAML line",
    "a workbook": (
        f"{WORKBOOK_PARTS} parts, {WORKBOOK_PART_BYTES:,} bytes each and {WORKBOOK_BYTES:,} in all once unpacked, "
        f"{WORKBOOK_RATIO} times its packed size, {WORKBOOK_TAGS:,} XML tags"
    ),
    "a sheet of a workbook": f"{SHEET_ROWS:,} rows, {SHEET_COLUMNS} columns, {SHEET_CELLS:,} cells",
    "values in a case file": f"{VALUES:,}, nested {DEPTH} levels deep",
    "opinions, people, criteria, attributes, items of a list": f"{ITEMS}",
    "a name": f"{NAME_LETTERS} letters",
    "a text": f"{TEXT_LETTERS:,} letters",
    "a number": f"{NUMBER_DIGITS} digits, {LARGEST_NUMBER:,} either way",
    "earlier versions kept beside a case": f"{KEPT_VERSIONS}",
}
