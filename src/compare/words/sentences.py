"""Every sentence that a family reads: plain, short, without advice (rule R22)."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.labels import NO_WEIGHTS, NOTHING_DRAWN
from compare.words.moved_ends import every_part_the_same
from compare.words.numbers import counted, listing, of_100, points, whole


def whose_weights(person: str | None, *, given: bool, equal: bool = False, outdated: bool = False) -> str:
    """Return whose weights they are: the line above a table, and the opening of the main sentence."""
    if outdated and person:
        return every_part_the_same(person)
    if not given:
        return f"{person} has not said yet what matters most. {NO_WEIGHTS}" if person else NO_WEIGHTS
    whose = f"By what {person} said matters" if person else "By the weights given"
    return f"{whose}, every part the same" if equal else whose


def whose_count(person: str | None, *, given: bool, outdated: bool = False) -> str:
    """Say whose weights are used where nobody is named."""
    if outdated:
        return "Where nobody is named, every part counts the same for now."
    return f"Where nobody is named, the weights of {person} count." if given and person else NO_WEIGHTS


def one_opinion(name: str) -> str:
    """Say that comparing needs two opinions."""
    return f"There is one opinion so far: {name}. Comparing needs two. Here is what is known of it, and what is still open."


def nothing_known(names: Sequence[str]) -> str:
    """Say that there is nothing to compare yet."""
    return f"Nothing is known yet about {listing(names)}. As soon as there are answers, they can be compared."


def checked(file: str, opinions: int, people: int, still_open: int) -> str:
    """Say that a file is in order, and what is in it."""
    still = "no answer is open" if not still_open else f"{counted(still_open, 'answer')} still open"
    return f"{file} is in order: {counted(opinions, 'opinion')}, {counted(people, 'person', 'people')}, {still}."


def ahead(opening: str, first: str, first_total: float, second: str, second_total: float) -> str:
    """Say who is ahead and by how much."""
    return (
        f"{opening}, {first} fits most closely: {whole(first_total)} of 100. "
        f"Next comes {second} with {whole(second_total)}."
    )


def tie(names: Sequence[str], total: float, *, exact: bool) -> str:
    """Say that several opinions come out equal."""
    rest = "" if exact else " on average"
    return f"{listing(names)} come out equal: {whole(total)} of 100 each{rest}."


def close(names: Sequence[str], totals: Sequence[float]) -> str:
    """Say that several opinions are too close to call."""
    return f"{listing(names)} are too close to call: {listing([whole(total) for total in totals])} of 100."


def close_rule(gap: float, low: float, high: float) -> str:
    """Say what is meant by too close to call."""
    return (
        f"We call it close when two results are less than {whole(gap)} apart. We also do when each comes out ahead in "
        f"{whole(100 * low)} to {whole(100 * high)} of 100 ways the open answers could turn out."
    )


def because(first: str, second: str, better: Sequence[tuple[str, float]], worse: Sequence[tuple[str, float]]) -> str:
    """Say on which criteria the first gains and the second gains, in points of the result."""
    gains = listing([f"{label} ({points(amount)})" for label, amount in better])
    losses = listing([f"{label} ({points(amount)})" for label, amount in worse])
    sides = [f"{name} gains on {labels}" for name, labels in ((first, gains), (second, losses)) if labels]
    return f"{'; '.join(sides)}." if sides else f"{first} and {second} are level on every part."


def goal_by_goal(name: str, answers: Sequence[tuple[str, str]]) -> str:
    """Say what a plan does for each goal, in their order.

    Examples
    --------
    >>> goal_by_goal("Surgery", [("Live long", "yes"), ("Keep rowing", "not asked")])
    'Surgery, goal by goal: Live long (yes); Keep rowing (not asked).'
    """
    return f"{name}, goal by goal: {'; '.join(f'{goal} ({answer})' for goal, answer in answers)}."


def sure_whatever(first: str, rivals: Sequence[str]) -> str:
    """Say that open answers cannot change who is first."""
    return f"Whatever the open answers are, {first} stays ahead of {listing(rivals)} with these weights."


def sure_known(first: str, rivals: Sequence[str]) -> str:
    """Say that every answer is known."""
    return f"Every answer is known, so {first} is ahead of {listing(rivals)} with these weights."


def sure_likely(first: str, rivals: Sequence[tuple[str, float]]) -> str:
    """Say how often the first is ahead of each of its rivals."""
    (rival, share), *others = rivals
    rest = [f"of {name} in {of_100(part)}" for name, part in others]
    also = f", and {listing(rest)}" if rest else ""
    return f"{first} is ahead of {rival} in {of_100(share)} ways the open or inexact answers could turn out{also}."


def depends_on_weights(names: Sequence[str]) -> str:
    """Say that no order is claimed without weights."""
    return f"No weights given: which of {listing(names)} comes first depends on what matters to you. Say that first."


def equal_counting(results: Sequence[str]) -> str:
    """Say what the results are when every part counts the same, without an order."""
    return f"With every part counting the same, the results are: {'; '.join(results)}, of 100."


def whatever_weights(first: str, rivals: Sequence[str]) -> str:
    """Say that one opinion is at least as high on every criterion."""
    return f"{first} is at least as high as {listing(rivals)} on every part, whatever counts most."


def open_answers(count: int, total: int) -> str:
    """Say how many answers are open."""
    if not count:
        return "No answer is open."
    verb = "is" if count == 1 else "are"
    return f"{count} of {counted(total, 'answer')} {verb} still open. An open answer counts as anything from the worst to the top end."


def most_open(name: str, label: str, width: float, *, still_open: bool) -> str:
    """Say where the open or inexact answers matter most."""
    what = "The widest gap" if still_open else "The least exact"
    return f"{what}: {label} for {name} could still move that result by {points(width)}."


def how_about(label: str) -> str:
    """Return a question about something that nobody wrote a question for."""
    return f"What do you say on this: {label}?"


def ask(whom: str, names: Sequence[str], question: str) -> str:
    """Return one question, whom to ask and about which opinions."""
    return f"{question} Ask {whom}, about {listing(names)}."


def named(name: str, role: str) -> str:
    """Return a person with their role, once where they are called by it.

    Examples
    --------
    >>> named("Rosa", "patient"), named("Patient", "patient")
    ('Rosa (patient)', 'Patient')
    """
    return f"{name} ({role})" if role and role.casefold() != name.casefold() else name


def first_for(leaders: Sequence[str], *, close: bool) -> str:
    """Say in a cell what fits most closely."""
    return f"{listing(leaders)}{' (close)' if close else ''}"


def source(*facts: str | None) -> str:
    """Return where an answer comes from, as one line."""
    return "; ".join(fact for fact in facts if fact)


def said(quote: str) -> str:
    """Return somebody's own words, marked as such."""
    return f"“{quote}”"


def about(label: str, text: str) -> str:
    """Return a labelled fact."""
    return f"{label}: {text}"


def drawn(draws: int, seed: int) -> str:
    """Say how many random draws were made, and where they began (rule R24)."""
    return f"{draws:,} random draws, seed {seed}" if draws else NOTHING_DRAWN
