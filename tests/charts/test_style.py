from __future__ import annotations

import matplotlib as mpl
import pytest

from compare.charts.style import (
    BODY,
    ELLIPSIS,
    FROM_LEFT,
    STRONG,
    clean,
    drawing,
    from_left,
    shortened,
    width_of,
    wrapped,
)


def test_the_users_settings_are_left_alone():
    before = dict(mpl.rcParams)
    with drawing("x"):
        assert mpl.rcParams["text.parse_math"] is False
        assert mpl.rcParams["text.usetex"] is False
        assert mpl.rcParams["svg.hashsalt"] == "x"
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("letter", [0xFEFF, 0x200B, 0, 0x1B, 0x202E, 0xD800, 0xFFFE, 0x2028])
def test_letters_that_break_writers_are_gone_or_spelt_out(letter):
    assert chr(letter) not in clean(f"a{chr(letter)}b")


def test_letters_of_other_scripts_stay():
    assert clean("علاج 手术 🙂") == "علاج 手术 🙂"


def test_lines_keep_within_their_width():
    lines = wrapped("keep the breast, then have radiation for three weeks, then rest", 90, BODY)
    assert len(lines) == 3
    assert all(width_of(line, BODY) <= 91 for line in lines)
    assert lines[-1].endswith(ELLIPSIS)


def test_a_word_wider_than_the_line_is_parted():
    lines = wrapped("Donaudampfschifffahrtsgesellschaft", 60, STRONG, lines=9)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"
    assert all(width_of(line, STRONG) <= 60 for line in lines)


def test_marks_stay_with_their_letter():
    lines = wrapped("e\u0301" * 60, 50, BODY, lines=99)
    assert not any(line.startswith("\u0301") for line in lines)


def test_a_short_text_is_not_cut():
    assert shortened("Surgery", 100, BODY) == "Surgery"


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        ("Surgery is ahead.", False),
        ("ניתוח is ahead.", True),
        ("1. العلاج, a report", True),
        ("(ניתוח) is ahead", True),
        ("50 to 60", False),
        ("", False),
    ],
)
def test_a_line_of_ours_that_begins_from_the_right_is_marked(row, marked):
    assert from_left([row]) == ((FROM_LEFT + row) if marked else row,)
    assert width_of(from_left([row])[0], BODY) == width_of(row, BODY)
