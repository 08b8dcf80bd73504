"""The parts of a page that look at a comparison."""

import compare
from compare.reports import captions, report
from compare.reports.parts import Paragraphs, Table


def parts_of(name):
    return {part.title: part for part in report(compare.score(compare.sample(name))).parts}


def test_one_opinion_is_held_beside_no_other():
    alone, three = parts_of("getting-ready"), parts_of("prostate")
    assert isinstance(alone[captions.DIFFERENCES], Paragraphs)
    assert isinstance(three[captions.DIFFERENCES], Table)
    assert captions.FITS not in dict(alone[captions.MATTERS].rows)
    assert captions.FITS in dict(three[captions.MATTERS].rows)
