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

TABLE = {
    "a case file": f"{FILE_BYTES:,} bytes, {LINES:,} lines, {LINE_LETTERS:,} letters in a YAML line",
    "values in a case file": f"{VALUES:,}, nested {DEPTH} levels deep",
    "opinions, people, criteria, attributes, items of a list": f"{ITEMS}",
    "a name": f"{NAME_LETTERS} letters",
    "a text": f"{TEXT_LETTERS:,} letters",
    "a number": f"{NUMBER_DIGITS} digits, {LARGEST_NUMBER:,} either way",
    "earlier versions kept beside a case": f"{KEPT_VERSIONS}",
}
