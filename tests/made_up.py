"""Made-up cases for tests: small ones by hand, random ones by hypothesis, and random outcomes of one by numpy."""

from string import ascii_uppercase

import numpy as np
from hypothesis import strategies as st

from compare.answers import Count
from compare.case import Case
from compare.errors import is_hidden
from compare.samples import sample, sample_names
from compare.values import DIRECT, Levels

PERCENT = {"linear": {"worst": 0, "best": 100}}
FALLING = {"linear": {"worst": 80, "best": 0}, "outside": "clip"}
CURVE = {"curve": [[-0.7, 100], [-0.3, 50], [0.4, 0]]}
BENT = {"curve": [[0, 0], [20, 60], [100, 100]], "outside": "clip"}
WORDS = {"levels": {"poor": 0, "fair": 60, "good": 100}}
SCALES = (PERCENT, FALLING, CURVE, BENT, WORDS)

HOSTILE = (
    "no", "yes", "~", "null", "true", "1e3", "0x10", "010", "1:30", "2026-02-30", "12,5", "=cmd|' /C calc'!A0", "@SUM(A1)",
    "'single'", '"double"', "a: b", "a #b", "# all", "- item", "? key", "! tag", "& anchor", "* alias", "{a: b}", "[a, b]",
    "%YAML 1.1", "---", "...", "# end", "two\nlines", "line end\n", "\n\nlines before", "trailing  \nspaces", "tab\tin it",
    "back\\slash \\n", "$x^2$ costs $5 and $6", "<script>alert(1)</script>", "👩‍👩‍👧 family", "שלום עולם", "مرحبا", "e\u0301 NFD",
    "zero\u200bwidth", "mark\ufefftext", "｜Ｗide｜", "a" * 5000, "word " * 400, "%s {0} {x!r}", "`", "|", ">", "| \n x", "<<", "=",
)  # fmt: skip
"""Texts that have broken a reader, a writer or a page somewhere."""

COMPARED = tuple(name for name in sample_names() if len(sample(name).opinions) > 1)
"""The samples in which there is something to compare."""

KEYS = ("alpha", "beta", "gamma", "delta")


def case_of(*ratings, criteria=None, people=()):
    """Return a case with an opinion A, B, C ... for each of ``ratings``."""
    tree = {
        "opinions": [{"name": name, "ratings": given} for name, given in zip(ascii_uppercase, ratings, strict=False)]
    }
    more = {"criteria": criteria} if criteria else {}
    return Case.model_validate({"question": "Which?", **tree, **more, "people": list(people)})


def on_scale(value, *answers):
    """Return a case with one criterion ``k`` of one attribute ``a`` and an opinion A, B, C ... for each answer."""
    criteria = [{"key": "k", "attributes": [{"key": "a", "value": value}]}]
    return case_of(*({"k": {"a": answer}} for answer in answers), criteria=criteria)


def direct(*rows, keys=KEYS):
    """Return a case whose criteria are rated directly; a row of answers for each opinion."""
    ratings = [dict(zip(keys, row, strict=False)) for row in rows]
    return case_of(*ratings, criteria=[{"key": key} for key in keys[: len(rows[0])]])


numbers = st.floats(0, 100, allow_nan=False).map(lambda number: round(number, 3))
"""Numbers of 0-100 as people write them."""

counts = st.integers(1, 400).flatmap(lambda total: st.integers(0, total).map(lambda n: f"{n} of {total}"))


def _ranges(single):
    return st.tuples(single, single).map(lambda pair: sorted(pair, key=lambda end: (isinstance(end, str), end)))


def answers(value, *, counted=True):
    """Return a strategy for an answer on a scale, in any of its forms."""
    if "levels" in value:
        single = st.sampled_from(sorted(value["levels"]))
        return st.one_of(st.none(), single, st.tuples(single, single).map(list))
    ends = [point[0] for point in value["curve"]] if "curve" in value else list(value["linear"].values())
    single = st.floats(min(ends), max(ends)).map(lambda number: min(max(round(number, 3), min(ends)), max(ends)) + 0.0)
    forms = [st.none(), single, _ranges(single)]
    return st.one_of(*forms, *([counts] if counted and max(ends) > 1 else []))


@st.composite
def criteria_trees(draw):
    """Draw one to four criteria of up to three attributes each (none: rated directly)."""
    return [
        {
            "key": key,
            "attributes": [
                {"key": f"{key[0]}{place}", "value": draw(st.sampled_from(SCALES)), "share": draw(st.integers(1, 3))}
                for place in range(draw(st.integers(0, 3)))
            ],
        }
        for key in KEYS[: draw(st.integers(1, 4))]
    ]


def _rating(criterion, *, counted):
    if not criterion["attributes"]:
        return answers(PERCENT, counted=counted)
    return st.fixed_dictionaries({a["key"]: answers(a["value"], counted=counted) for a in criterion["attributes"]})


@st.composite
def cases(draw, least=1, most=4, *, counted=True):
    """Draw a case with made-up criteria and answers in every form."""
    criteria = draw(criteria_trees())
    rating = st.fixed_dictionaries({c["key"]: _rating(c, counted=counted) for c in criteria})
    return case_of(*draw(st.lists(rating, min_size=least, max_size=most)), criteria=criteria)


def weights_for(case):
    """Return a strategy for points of every criterion, at least one of them above 0."""
    points = st.fixed_dictionaries({key: st.integers(0, 100) for key in case.keys})
    return points.filter(lambda given: sum(given.values()) > 0)


weighted_cases = cases(least=2).flatmap(lambda case: st.tuples(st.just(case), weights_for(case)))

letters = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")).filter(lambda char: not is_hidden(char))

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.one_of(letters, st.sampled_from(" \n\t:#\"'-")), max_size=60))
"""Every text that may stand in a case."""

names = (
    st.text(letters, min_size=1, max_size=30).map(str.strip).filter(lambda name: any(char.isalnum() for char in name))
)


def outcomes(case, weights, size, seed=1):
    """Draw what each opinion could come to: arrays of ``size`` totals by opinion (numpy, straight from the answers)."""
    rng = np.random.default_rng(seed)
    return {
        opinion.name: sum(
            weights[criterion.key] * share * _values(criterion, attribute, rating.answer, size, rng)
            for criterion in case.criteria
            for attribute, rating in case.answers(opinion, criterion)
            for share in [criterion.share_of(attribute) if attribute else 1.0]
        )
        for opinion in case.opinions
    }


def _values(criterion, attribute, answer, size, rng):
    scale = attribute.value if attribute else DIRECT
    if answer is None:
        return rng.uniform(*scale.ends, size)
    if isinstance(scale, Levels):
        ends = [scale(end) for end in answer] if isinstance(answer, tuple) else [scale(answer)] * 2
        return rng.uniform(min(ends), max(ends), size)
    drawn = (
        100 * rng.beta(answer.happened + 1, answer.total - answer.happened + 1, size)
        if isinstance(answer, Count)
        else rng.uniform(*answer, size)
        if isinstance(answer, tuple)
        else np.full(size, answer)
    )
    return np.interp(drawn, *zip(*scale.knots, strict=True))


def simulated_first(totals):
    """Return in what share of drawn outcomes each opinion is highest, ties shared."""
    table = np.array(list(totals.values()))
    highest = table >= table.max(axis=0) - 1e-9
    return dict(zip(totals, (highest / highest.sum(axis=0)).mean(axis=1), strict=True))


def simulated_ahead(first, second):
    """Return in what share of drawn outcomes the first is above the second, a tie counted half."""
    return float(((first > second + 1e-9) + (abs(first - second) <= 1e-9) / 2).mean())
