import codecs
import os

import pytest

from compare.errors import CompareError
from compare.files.door import decoded, read_bytes
from compare.limits import FILE_BYTES


def make_nothing(path):
    pass


def make_folder(path):
    path.mkdir()


def make_link_to_nothing(path):
    path.symlink_to(path.parent / "nothing")


def make_link_to_itself(path):
    path.symlink_to(path)


def make_device(path):
    path.symlink_to("/dev/zero")


def make_too_large(path):
    with path.open("wb") as stream:
        stream.truncate(FILE_BYTES + 1)


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (make_nothing, "nothing under this name"),
        (make_folder, "a folder"),
        (os.mkfifo, "a pipe or a device"),
        (make_device, "a pipe or a device"),
        (make_link_to_nothing, "nothing under this name"),
        (make_link_to_itself, ""),
        (make_too_large, "5,000,001 bytes"),
    ],
)
def test_only_ordinary_files_of_a_sensible_size(tmp_path, make, found):
    path = tmp_path / "case.yaml"
    make(path)
    with pytest.raises(CompareError) as caught:
        read_bytes(path)
    assert caught.value.file == "case.yaml"
    assert found in caught.value.found


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 300 + ".yaml"])
def test_names_that_no_file_can_have(tmp_path, name):
    with pytest.raises(CompareError):
        read_bytes(tmp_path / name)


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "case.yaml").write_bytes(b"x")
    (tmp_path / "link.yaml").symlink_to("case.yaml")
    assert read_bytes(tmp_path / "link.yaml") == b"x"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_become_newlines(mark):
    assert decoded(mark + "ä\r\nb\rc\n".encode(), "case.yaml") == "ä\nb\nc\n"


def test_the_line_of_a_foreign_byte_is_named():
    with pytest.raises(CompareError) as caught:
        decoded(b"a\nb\nM\xfcller", "case.yaml")
    assert (caught.value.line, "FC" in caught.value.found) == (3, True)
    assert "UTF-8" in caught.value.fix
