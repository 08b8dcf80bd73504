"""Whether the opinions are told in equal detail, and what the page still lacks.

It counts and compares; it judges neither the doctors nor their words. What it finds is a hint to ask or to add something.
"""

from __future__ import annotations

from compare.audit.detail import Detail, Uneven, details_of, uneven
from compare.audit.doubles import Double, doubles
from compare.audit.remarks import Loaded, Options, Stated, loaded_words, options_of, stated_chances
from compare.audit.result import Balance
from compare.audit.standards import Point, points
from compare.case import Case
from compare.errors import expect

__all__ = ["Balance", "Detail", "Double", "Loaded", "Options", "Point", "Stated", "Uneven", "balance"]


def balance(case: Case) -> Balance:
    """Tell whether the opinions of a case are told in equal detail, and what is still missing.

    Parameters
    ----------
    case : Case
        What the doctors said.

    Returns
    -------
    Balance
        How much is told about each opinion (rule R17), what may be counted twice (R18), options that nobody answered (R19),
        numbers without time, group or source (R9), words that push to one side (R22), and the 35 points of IPDASi v4 that are
        not about tests (Joseph-Williams et al. 2014, Med Decis Making 34(6):699-710), in our own words.

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A", "pros": ["Near home", "Short"], "cons": ["New"]}, {"name": "B", "pros": ["Known"]}])
    >>> print(balance(case).sentence())
    B is told in less detail than A: 1 thing filled in, against 3. Most is missing on: what speaks for it and what speaks against it.
    """
    expect(case, Case)
    return Balance(
        case=case,
        details=details_of(case),
        uneven=uneven(case),
        doubles=doubles(case),
        options=options_of(case),
        chances=stated_chances(case),
        loaded=loaded_words(case),
        points=points(case),
    )
