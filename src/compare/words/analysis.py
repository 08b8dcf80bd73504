"""The words of the report for analysts: eight headings, what is reported, justified and validated under each, assumptions.

Written for people who know the field; decimals stand here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.answers import Answer, Count
from compare.words.labels import NOT_KNOWN
from compare.words.numbers import HasEnds, listing

PROBLEM = "Decision problem"
CRITERIA = "Criteria"
PERFORMANCE = "Performance"
SCORING = "Scoring"
WEIGHTING = "Weighting"
AGGREGATION = "Aggregation"
UNCERTAINTY = "Uncertainty"
REPORTING = "Reporting"

LEAD = (
    "The headings follow the checklist for multi-criteria decision analysis of ISPOR (Marsh 2016, Value in Health): each "
    "step is reported, justified and validated as far as the file goes."
)
REPORTED, JUSTIFIED, VALIDATED = "Reported", "Justified", "Validated"

FRAME, QUESTION, OPTIONS, NOT_COMPARED, PEOPLE = (
    "The decision",
    "Question",
    "Alternatives",
    "Alternatives not compared",
    "Perspectives",
)
CONDITION, STAGE, POINT, GOALS, COUNTRY, DEADLINE = (
    "Condition", "Stage", "Point in the course of the illness", "Goals, in order", "Country", "Decide by",
)  # fmt: skip
IN_USE = "Weights in use"
NOBODYS = "nobody's: equal weights stand in, labelled so"

CRITERIA_TABLE = "Criteria and their anchors"
CRITERION, LABEL, WORST, BEST, ATTRIBUTES, SOURCE, SHARE = (
    "Criterion", "Label", "Worst anchor (0)", "Best anchor (100)", "Attributes", "Source", "Share",
)  # fmt: skip
MATRIX = "Performance matrix"
MATRIX_LEAD = "Every answer as given, its distribution, who said it, when, and the number of its source."
SOURCES = "Sources"
OUTCOMES = "Outcomes and side effects (reported, not scored)"
FUNCTIONS = "Value functions"
FUNCTION = "Value function"
OUTSIDE = "Beyond the scale"
VALUES = "Values by criterion, 0 to 100: mean [low, high]"
SAID = "As elicited"
WEIGHTS = "Weights by person"
CONSISTENCY = "Consistency of pairwise judgements"
RATIO, TABLE, SECOND_LOOK = "Consistency ratio", "Random index", "Judgement that fits least"
HOW = {
    "equal": "equal, as stated",
    "points": "points 0 to 100, normalised",
    "swing": "swing weights (Edwards & Barron 1994), normalised",
    "ranking": "rank-order centroid (Barron & Barrett 1996)",
    "pairwise": "pairwise comparison, principal eigenvector (Saaty 1980)",
    "swing_ranges": "ranges of swing points; the middle of each range, normalised, for the point estimate",
}
ELICITED = "How elicited"
TOTALS = "Totals: mean [low, high], share of first places, rank"
TOTAL, FIRST_SHARE, RANK = "Total", "First, at these weights", "Rank"
PARTS = "Contributions: weight times value, mean [low, high]"
PAIRS = "Pairwise comparison at these weights"
GAP, AHEAD, VERDICT = "Gap of means", "P(ahead)", "Reading"
VERDICTS = {
    "whatever": "ahead whatever the open answers are",
    "likely": "ahead, not whatever the open answers are",
    "too close": "too close to call",
}
STABILITY = "Weight stability intervals (the other weights keep their proportions)"
NOW, LOW, HIGH, BELOW, ABOVE = "Weight", "Low", "High", "First below", "First above"
NEAREST = "Nearest flip in weight space (L1)"
DISTANCE, TO = "Distance", "Draws level"
ANSWER_FLIPS = "Answers that flip the first rank by themselves"
GIVEN, FLIPS_AT, MOVE, POSSIBLE = "Given", "Flips at", "Move in value", "Within what is given"
VALUE_OF_KNOWING = "Expected value of knowing one answer (EVPPI), in points of the total"
OPINION, ANSWER, WORTH, TURNS = "Opinion", "Answer", "EVPPI", "Could change the first"
SMAA = {
    "nothing": "SMAA-2: rank acceptability over all weights",
    "weights": "SMAA-2: rank acceptability at these weights, answers drawn",
}
HOLISTIC, CONFIDENCE = "Holistic", "Confidence factor"
CENTRAL = "Central weights"
ONE_WEIGHT = "One weight varied"
RANKS_DRAWN = "Ranks over all weights"
TOTALS_DRAWN = "Totals, by criterion"
WINNING = "Pairwise winning index over all weights (row ahead of column)"
RUNS = "Runs"
DRAWS, SEED, ERROR, ENTROPY, TIES = (
    "Draws", "Seed", "Monte Carlo error, 95 %", "Choice entropy, bits", "Shared first place",
)  # fmt: skip
EXACT = "none: worked out exactly"
ASSUMPTIONS = "Assumptions"
LIMITS = "Limits"
QUALITY = "Quality of the account (IPDASi v4, in our own words)"
POINTS_MET = "Points met"
PROVENANCE = "Provenance"
ONE_OPINION = "There is one alternative: nothing to order, so no comparison and no sensitivity analysis."
NOTHING_KNOWN = "No performance is known: nothing can be ordered, so no sensitivity analysis."
NONE_FLIPS = "No weights of the simplex put another alternative first."
NONE = "none"
NOT_STATED = "not stated in the file"
BUILT_IN = "the five built-in criteria of the program"
OWN = "criteria of the file"

ASSUMED = (
    "Additive value model, V = sum of w v: criteria are taken as mutually preferentially independent. Nobody was asked to confirm it.",
    "Anchors are fixed with each scale, never taken from the alternatives present: adding or removing one changes no other's value.",
    "An unknown answer is uniform over the values of its whole scale, a range uniform between its ends. Answers are independent.",
    "A count of people, n of N, has a uniform prior: Beta(n + 1, N - n + 1), with bounds at its central 95 %.",
    "The low and high end of values and totals are bounds by interval arithmetic, not confidence limits.",
    "Weights are drawn uniformly from the simplex, or from its part that fits what is known; never as normalised uniforms.",
    "Ties share the better rank: rank = 1 + number of alternatives strictly higher. The columns of ranks may add up to more than 1.",
    "Splitting a criterion into attributes leaves its weight as it is; shares within a criterion add up to 1.",
)


def close_rule(gap: float, low: float, high: float) -> str:
    """Return the rule of a close call."""
    return (
        f"Too close to call: the means lie less than {gap:g} of 100 apart, or P(ahead) lies from {low:.2f} to {high:.2f}. Both thresholds "
        "are conventions; the case can set others."
    )


def decimal(number: float, digits: int = 3) -> str:
    """Return a number with decimals, without a minus before nothing.

    Examples
    --------
    >>> decimal(0.30769), decimal(-0.0001), decimal(81.234, 2)
    ('0.308', '0.000', '81.23')
    """
    text = f"{number:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text


def interval(ends: HasEnds, digits: int = 2) -> str:
    """Return a mean with its bounds.

    Examples
    --------
    >>> from compare.interval import Interval
    >>> interval(Interval(70.2, 80.5, 90.1)), interval(Interval.exact(65))
    ('80.50 [70.20, 90.10]', '65.00')
    """
    mean, low, high = (decimal(end, digits) for end in (ends.mean, ends.low, ends.high))
    return mean if low == high else f"{mean} [{low}, {high}]"


def distribution(answer: Answer, why: str | None, ends: tuple[float, float] | None = None) -> str:
    """Return how an answer is drawn.

    Parameters
    ----------
    answer : Answer
        What was given.
    why : str, optional
        Why nothing is known.
    ends : tuple of float, optional
        For a count: the central 95 of 100, of 100 people.

    Examples
    --------
    >>> distribution(Count(8, 129), None, (3.2, 11.8)), distribution(18.0, None), distribution(None, "not asked")
    ('Beta(9, 122), 95 % from 3.2 to 11.8 of 100', 'exact', 'uniform over the scale (not asked)')
    """
    if answer is None:
        return f"uniform over the scale ({why or 'not known'})"
    if isinstance(answer, Count):
        shape = f"Beta({answer.happened + 1}, {answer.total - answer.happened + 1})"
        return f"{shape}, 95 % from {ends[0]:.1f} to {ends[1]:.1f} of 100" if ends else shape
    return "uniform between the ends" if isinstance(answer, tuple) and answer[0] != answer[1] else "exact"


def answer(given: object) -> str:
    """Return an answer as it was given, a number with four digits that count.

    Examples
    --------
    >>> answer(28.0261527945739), answer([10, 16]), answer("clearly"), answer(None)
    ('28.03', '10 to 16', 'clearly', 'not known')
    """
    if given is None:
        return NOT_KNOWN
    if isinstance(given, list | tuple):
        return " to ".join(answer(end) for end in given)
    return f"{given:.4g}" if isinstance(given, float | int) else str(given)


def function(kind: str, knots: Sequence[tuple[object, float]]) -> str:
    """Return a value function as its points, answer to value.

    Examples
    --------
    >>> function("linear", [(0.0, 100.0), (80.0, 0.0)])
    'linear: 0 → 100, 80 → 0'
    """
    told = (f"{answer:g}" if isinstance(answer, float) else str(answer) for answer, _ in knots)
    return f"{kind}: {', '.join(f'{answer} → {value:g}' for answer, (_, value) in zip(told, knots, strict=True))}"


def problem(alternatives: int, people: int, *, waiting: str) -> list[str]:
    """Return what is reported, justified and validated on the decision problem."""
    aside = {
        "planned": "watching and waiting is one of the alternatives",
        "answered": "watching and waiting was answered or set aside in the file",
        "missing": "nobody has said yet what happens with watching and waiting",
    }[waiting]
    return [
        f"{REPORTED}: {alternatives} alternatives, as {alternatives} opinions of doctors or plans built from them; {people} people who weigh.",
        f"{JUSTIFIED}: the alternatives are those that doctors named to this family, not a systematic list.",
        f"{VALIDATED}: {aside}.",
    ]


def criteria(count: int, attributes: int, overlaps: Sequence[str], *, built_in: bool) -> list[str]:
    """Return what is reported, justified and validated on the criteria."""
    return [
        f"{REPORTED}: {count} criteria with {attributes} attributes; {BUILT_IN if built_in else OWN}.",
        f"{JUSTIFIED}: each scale names its source below; D: marks a proposal of the program.",
        f"{VALIDATED}: {'possible double counting: ' + ' '.join(overlaps) if overlaps else 'no double counting was found by source or wording'}.",
    ]


def performance(given: int, room: int, sourced: int, written: int) -> list[str]:
    """Return what is reported, justified and validated on the performance."""
    return [
        f"{REPORTED}: {given} of {room} answers are known; the others are uniform over their scale.",
        f"{JUSTIFIED}: {sourced} of the known answers name a published source; the others are the word of the doctor or of the family.",
        f"{VALIDATED}: {written} of the known answers are marked as given in writing. The program checked that each is on its scale, nothing more.",
    ]


def scoring(kinds: Sequence[str]) -> list[str]:
    """Return what is reported, justified and validated on the value functions."""
    return [
        f"{REPORTED}: value functions of the kinds {listing(kinds)}, 0 at the worst anchor and 100 at the best.",
        f"{JUSTIFIED}: anchors are fixed and global; the shape is that of the file or of the program, not elicited by bisection.",
        f"{VALIDATED}: nobody was asked to confirm the value functions.",
    ]


def weighting(gave: int, people: int, *, checked: bool) -> list[str]:
    """Return what is reported, justified and validated on the weights."""
    consistent = (
        "the consistency ratio is given below" if checked else "no redundant judgements, so no measure of consistency"
    )
    return [
        f"{REPORTED}: {gave} of {people} people gave weights, each in one way; nobody's weights are averaged for the result.",
        f"{JUSTIFIED}: swing prompts of the program show both anchors of each scale as they stand under criteria.",
        f"{VALIDATED}: {consistent}; first and later choices of each person are kept beside the result.",
    ]


AGGREGATED = [
    f"{REPORTED}: the additive model, by criterion and in all; contributions add up to the total.",
    f"{JUSTIFIED}: simple to explain and to check by hand; compensatory, so a low value can be made good by a high one.",
    f"{VALIDATED}: preferential independence was assumed, not tested.",
]
VARIED = [
    f"{REPORTED}: one-way weight stability, nearest flip, flips by single answers, EVPPI, SMAA-2 over weights and answers.",
    f"{JUSTIFIED}: bounds, distributions and thresholds as under assumptions; closed forms wherever there are any.",
    f"{VALIDATED}: the same file and seed give the same numbers; structural uncertainty (other criteria, other models) is not varied.",
]
TOLD = [
    f"{REPORTED}: this paper, the file of the case and the seed are enough to do it again.",
    f"{JUSTIFIED}: families get the same result in whole numbers and in plain words.",
    f"{VALIDATED}: points of a published standard that this file meets are listed below.",
]
