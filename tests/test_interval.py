import numpy as np
import pytest

from compare.interval import Interval


def test_exact_has_no_width():
    assert Interval.exact(7.0) == Interval(7.0, 7.0, 7.0)
    assert Interval.exact(7.0).width == 0


def test_sum_adds_end_to_end():
    total = Interval.sum([Interval(0, 50, 100), Interval(10, 20, 30), Interval.exact(1)])
    assert total == Interval(11, 71, 131)


def test_sum_of_nothing_is_zero():
    assert Interval.sum([]) == Interval(0, 0, 0)


@pytest.mark.parametrize("share", [0, 0.25, 1])
def test_a_share_shrinks_every_end(share):
    assert share * Interval(10, 20, 40) == Interval(10, 20, 40) * share == Interval(10 * share, 20 * share, 40 * share)


def test_the_same_lines_work_on_columns():
    column = Interval(np.array([0.0, 10.0]), np.array([5.0, 10.0]), np.array([10.0, 10.0]))
    total = Interval.sum([0.5 * column, Interval.exact(1.0)])
    assert total.mean.tolist() == [3.5, 6.0]
    assert total.width.tolist() == [5.0, 0.0]


def test_an_interval_cannot_be_changed():
    with pytest.raises(AttributeError):
        Interval(0, 1, 2).low = 5
