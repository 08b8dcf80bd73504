"""In and out: the one door through which files come, and the one way in which they are saved."""

from compare.files.reading import ENDINGS, read, read_data, read_text
from compare.files.saving import fingerprint, save_bytes
from compare.files.template import new_case_bytes, new_case_text
from compare.files.writing import as_tree, save, written_as, written_as_bytes

__all__ = [
    "ENDINGS",
    "as_tree",
    "fingerprint",
    "new_case_bytes",
    "new_case_text",
    "read",
    "read_data",
    "read_text",
    "save",
    "save_bytes",
    "written_as",
    "written_as_bytes",
]
