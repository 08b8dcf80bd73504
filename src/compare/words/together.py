"""What is said of people together: what each of them sees, whose weights differ, judgements that do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.numbers import HasEnds, counted, listing, whole

WHAT_EACH_SEES = "What each person sees"
NOBODY_YET = (
    "Nobody has said yet what matters most. Each of you can say it, in any order; then it can be laid side by side."
)
NOT_SAID_YET = "has not said yet"
SAYS_AGAIN = "has to say it again"
HAS_NOT_SAID = "Has not said yet what matters most."
COMES_FIRST = "Comes first"
ON_AVERAGE = "On average, lowest to highest"
HOW_TO_READ_AVERAGE = (
    "The last line is the average over the people who have said what matters, and in brackets the lowest and the highest "
    "of them. It takes the place of nobody's own line."
)
NO_COMMON_FIRST = "No opinion comes first for everybody so far."
FELT = {
    "knows_enough": "knows enough",
    "clear_what_matters": "clear what matters",
    "supported": "has support",
    "sure": "sure",
}


def not_said_yet(name: str) -> str:
    """Say that somebody has not given weights."""
    return f"{name} has not said yet what matters most."


def own_order(name: str, groups: Sequence[Sequence[tuple[str, float]]]) -> str:
    """Say in which order opinions come for one person; what is too close to call stands together.

    Examples
    --------
    >>> own_order("Rosa (patient)", [[("A", 81.2)], [("B", 74), ("C", 72)]])
    'Rosa (patient): first comes A with 81 of 100; then B (74) and C (72), too close to call.'
    """
    first, *rest = [_place(group) for group in groups]
    told = [_opening(groups[0], first), *(f"then {text}" for text in rest)]
    return f"{name}: {'; '.join(told)}."


def _opening(group: Sequence[tuple[str, float]], text: str) -> str:
    return f"first comes {text} of 100" if len(group) == 1 else f"first come {text}"


def _place(group: Sequence[tuple[str, float]]) -> str:
    if len(group) == 1:
        return f"{group[0][0]} with {whole(group[0][1])}"
    names = listing([f"{name} ({whole(total)})" for name, total in group])
    return f"{names}, {'equal' if len({round(total, 9) for _, total in group}) == 1 else 'too close to call'}"


def one_total(name: str, opinion: str, total: str) -> str:
    """Say what the only opinion comes to for one person."""
    return f"{name}: {opinion} comes to {total} of 100."


def nothing_to_order(name: str) -> str:
    """Say that there is nothing to put in an order."""
    return f"{name} has said what matters. Nothing is known yet about the opinions."


def differ_most(first: str, second: str, most: Sequence[tuple[str, float, float]]) -> str:
    """Say on which criteria the weights of two people differ most, from shares of 0-1.

    Examples
    --------
    >>> differ_most("Rosa", "Marta", [("Side effects", 0.3, 0.12)])
    'Rosa and Marta differ most on Side effects: 30 and 12 of 100.'
    """
    told = [(label, whole(100 * one), whole(100 * other)) for label, one, other in most]
    if all(one == other for _, one, other in told):
        return f"{first} and {second} weigh every part nearly the same."
    if len(told) == 1:
        label, one, other = told[0]
        return f"{first} and {second} differ most on {label}: {one} and {other} of 100."
    parts = listing([f"{label} ({one} and {other} of 100)" for label, one, other in told])
    return f"{first} and {second} differ most on {parts}."


def weigh_the_same(first: str, second: str) -> str:
    """Say that two people gave the same weights."""
    return f"{first} and {second} weigh every part the same."


def same_order(agreed: int, pairs: int) -> str:
    """Say for how many pairs of criteria two people agree which counts more."""
    return f"Taking the parts two by two, they agree which one counts more in {agreed} of {pairs}."


def fewer_differences(count: int) -> str:
    """Say how many pairs of people were not named."""
    return f"{counted(count, 'other pair')} of people {'differs' if count == 1 else 'differ'} less."


def weighed_alike(labels: Sequence[str], within: float) -> str:
    """Say which criteria count nearly the same for everybody."""
    return f"Everybody weighs {listing(labels)} alike, within {whole(within)} of 100."


def first_for_all(name: str) -> str:
    """Say that an opinion comes first for everybody."""
    return f"{name} comes first for everybody who has said what matters."


def front_for_all(names: Sequence[str]) -> str:
    """Say that opinions come first or nearly so for everybody."""
    verbs = "comes first, or is" if len(names) == 1 else "each come first, or are"
    return f"{listing(names)} {verbs} too close to call, for everybody who has said what matters."


def two_for_all(names: Sequence[str]) -> str:
    """Say that opinions are among the first two for everybody."""
    return f"{listing(names)} {'is' if len(names) == 1 else 'are'} among the first two for everybody who has said what matters."


def spread(interval: HasEnds) -> str:
    """Return an average with the lowest and the highest.

    Examples
    --------
    >>> from compare.interval import Interval
    >>> spread(Interval(12, 20, 30)), spread(Interval(20, 20, 20))
    ('20 (12 to 30)', '20')
    """
    low, high = whole(interval.low), whole(interval.high)
    return low if low == high else f"{whole(interval.mean)} ({low} to {high})"


def averages(people: int, totals: Sequence[tuple[str, HasEnds]]) -> str:
    """Say what each opinion comes to over several people."""
    told = listing([f"{name} {spread(total)}" for name, total in totals])
    return f"Over these {people} people, on average and from the lowest to the highest, of 100: {told}."


def weights_range(people: int, weights: Sequence[tuple[str, HasEnds]]) -> str:
    """Say how much each criterion counts over several people."""
    told = listing([f"{label} {spread(weight)}" for label, weight in weights])
    return (
        f"How much each part counts for these {people} people, on average and from the lowest to the highest: {told}."
    )


def feeling(name: str, opinion: str, *, later: bool) -> str:
    """Say to which opinion somebody leaned."""
    return f"{name}'s {'later' if later else 'first'} feeling: {opinion}."


def feeling_agrees(name: str) -> str:
    """Say that a feeling and the weights put the same opinion first."""
    return f"It agrees with what {name} said matters."


def feeling_differs(name: str, front: Sequence[str]) -> str:
    """Say that a feeling and the weights do not put the same opinion first; neither of them is judged."""
    verb = "comes first" if len(front) == 1 else "are too close to call"
    return f"It differs from what {name} said matters: by that, {listing(front)} {verb}. Both can be talked about."


def feeling_close(name: str, front: Sequence[str]) -> str:
    """Say that the weights leave several opinions too close to call, the one of the feeling among them."""
    return f"By what {name} said matters, {listing(front)} are too close to call."


def felt(name: str, before: Sequence[tuple[str, float]], after: Sequence[tuple[str, float]]) -> str:
    """Say how sure somebody felt before and after, 0-10.

    Examples
    --------
    >>> felt("Noor", [("sure", 2)], [("sure", 7)])
    'How Noor felt, of 10. Before: sure 2. After: sure 7.'
    """
    told = [
        f"{when}: {', '.join(f'{part} {whole(number)}' for part, number in parts)}."
        for when, parts in (("Before", before), ("After", after))
        if parts
    ]
    return f"How {name} felt, of 10. {' '.join(told)}"


def second_look(name: str, table: str, sentence: str) -> str:
    """Say that somebody's judgements of pairs do not fit together; the table is named, because the alarm depends on it."""
    return f"{name}'s answers about pairs do not all fit together (checked with the table {table}). {sentence}"


def misfit(first: str, second: str, stated: float, fitting: float) -> str:
    """Say of two criteria what was said and what would fit the other judgements.

    Examples
    --------
    >>> misfit("Goals", "Cost", 6, 0.45)
    'One answer stands apart: Goals over Cost, 6 times as much. With the other answers, Cost over Goals, 2 times as much, would fit.'
    """
    lead = f"One answer stands apart: {_judged(first, second, stated)}."
    if _same(fitting):
        return f"{lead} With the other answers, the same for both would fit."
    if fitting > 1:
        return f"{lead} With the other answers, {times(fitting)} would fit."
    return f"{lead} With the other answers, {_judged(second, first, 1 / fitting)}, would fit."


def times(ratio: float) -> str:
    """Return how many times as much, in a whole number.

    Examples
    --------
    >>> times(2.2), times(1.1)
    ('2 times', '1 time')
    """
    return counted(int(whole(ratio)), "time")


def _judged(first: str, second: str, ratio: float) -> str:
    return f"{first} and {second} the same" if _same(ratio) else f"{first} over {second}, {times(ratio)} as much"


def _same(ratio: float) -> bool:
    return whole(max(ratio, 1 / ratio)) == "1"


FAMILY_ALT = "What each person sees: a group for each person, with a line for each opinion from 0 to 100."
FAMILY_NOTE = (
    "Each person's own result, by what they said matters. The sign stands where it lies on average, the bar behind it "
    "shows how far it could move."
)
NUMBERS_IN_TABLE = "The table gives the numbers."


def comes_first(front: Sequence[str]) -> str:
    """Return what comes first for somebody, as a line of its own.

    Examples
    --------
    >>> comes_first(["A"]), comes_first(["A", "B"])
    ('Comes first: A', 'Too close to call: A and B')
    """
    return f"{COMES_FIRST if len(front) == 1 else 'Too close to call'}: {listing(front)}"


def counts_most(weights: Sequence[tuple[str, float]]) -> str:
    """Return how much each criterion counts for somebody, from shares of 0-1, the heaviest first.

    Examples
    --------
    >>> counts_most([("Cost", 0.25), ("Our goals", 0.75)])
    'What counts, of 100: Our goals 75, Cost 25'
    """
    ordered = sorted(weights, key=lambda weight: -weight[1])
    return f"What counts, of 100: {', '.join(f'{label} {whole(100 * share)}' for label, share in ordered)}"
