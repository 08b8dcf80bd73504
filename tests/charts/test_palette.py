from __future__ import annotations

from itertools import pairwise

import pytest

from compare.charts import palette
from compare.charts.palette import CRITERION_SIGNS, OPINION_SIGNS, contrast, criterion_sign, opinion_sign, tint


@pytest.mark.parametrize("sign", CRITERION_SIGNS)
def test_words_on_a_fill_can_be_read(sign):
    assert contrast(sign.ink, sign.colour) >= 4.5
    assert contrast(palette.INK, tint(sign.colour)) >= 4.5


@pytest.mark.parametrize("sign", OPINION_SIGNS)
def test_a_point_stands_out_on_white(sign):
    assert contrast(sign.colour, palette.PAPER) >= 3


@pytest.mark.parametrize("ground", [palette.PAPER, palette.BAND])
@pytest.mark.parametrize("ink", [palette.INK, palette.QUIET_INK])
def test_small_print_can_be_read(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("signs", [CRITERION_SIGNS, OPINION_SIGNS])
def test_colour_is_never_the_only_sign(signs):
    for part in ("colour", "hatch", "marker"):
        assert len({getattr(sign, part) for sign in signs}) == len(signs)


@pytest.mark.parametrize(("make", "turns"), [(criterion_sign, 64), (opinion_sign, 36)])
def test_signs_go_on_after_the_last_colour(make, turns):
    signs = [make(place) for place in range(turns)]
    assert len(set(signs)) == turns
    assert all(one.colour != other.colour for one, other in pairwise(signs))
