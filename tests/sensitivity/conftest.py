"""Random comparisons, and comparisons with one weight or one answer moved."""

from hypothesis import strategies as st
from made_up import direct, weighted_cases

from compare.answers import Count
from compare.case import Case
from compare.scoring import score
from compare.weights import points

KEYS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta")


def scored():
    """Return a strategy for comparisons with answers in every form."""
    return weighted_cases.map(lambda drawn: score(drawn[0], points(drawn[1])))


@st.composite
def rated(draw, least=2, most=8):
    """Draw a comparison of 2 to 5 opinions, rated directly with whole numbers on 2 to 8 criteria, with weights."""
    count = draw(st.integers(least, most))
    row = st.lists(st.integers(0, 100), min_size=count, max_size=count)
    case = direct(*draw(st.lists(row, min_size=2, max_size=5)), keys=KEYS)
    given = draw(row.filter(any))
    return score(case, points(dict(zip(case.keys, given, strict=True))))


def means(scores):
    """Return every mean total by name."""
    return {name: total.mean for name, total in scores.totals.items()}


def at_share(scores, key, share):
    """Return the comparison with one criterion counting for ``share``, 0-1, the others keeping their proportions."""
    others = {other: weight for other, weight in scores.weights.items() if other != key}
    total = sum(others.values())
    if not others:
        return scores
    parts = {other: weight / total if total else 1 / len(others) for other, weight in others.items()}
    return score(
        scores.case, points({key: 100 * share, **{other: 100 * (1 - share) * part for other, part in parts.items()}})
    )


def answered(scores, flip, answer):
    """Return the comparison with the answer of a flip in the place of the present one."""
    tree = scores.case.model_dump(mode="json", by_alias=True)
    ratings = next(opinion for opinion in tree["opinions"] if opinion["name"] == flip.opinion)["ratings"]
    if flip.attribute is None:
        ratings[flip.criterion] = answer
    else:
        ratings[flip.criterion] = {**(ratings.get(flip.criterion) or {}), flip.attribute: answer}
    return score(Case.model_validate(tree), scores.weights)


def reordered(scores):
    """Return the comparison with opinions and criteria the other way round."""
    case = scores.case
    turned = {"opinions": case.opinions[::-1], "criteria": case.criteria[::-1]}
    given = dict(reversed(list(scores.weights.items())))
    return score(case.model_copy(update=turned), points({key: 100 * share for key, share in given.items()}))


def middle_of(answer):
    """Return the number in the middle of a known answer."""
    if isinstance(answer, Count):
        return answer.of_100
    return sum(answer) / 2 if isinstance(answer, tuple) else answer
