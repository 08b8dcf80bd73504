"""The comparison in sentences: who is ahead, by how much, because of what, how sure, what is open.

Here it is decided what is said; how it is said stands in `words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.case import GoalAttribute
from compare.distributions import TOLERANCE
from compare.errors import expect
from compare.scoring import Scores
from compare.words.moved_ends import does_not_count, what_moved

_MOST_REASONS = 3
_SMALLEST_REASON = 0.5
_DRAWS = 10_000


def explain(scores: Scores) -> list[str]:
    """Return the comparison as plain sentences, the most important first.

    Parameters
    ----------
    scores : Scores
        What to explain.

    Returns
    -------
    list of str
        Whole numbers, plain words, no advice; without weights no order is claimed (rule R4).

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> case = Case(question="Which?", opinions=[{"name": "A", "ratings": {"goals": 70}}])
    >>> explain(score(case))[0]
    'There is one opinion so far: A. Comparing needs two. Here is what is known of it, and what is still open.'
    """
    expect(scores, Scores)
    if len(scores.case.opinions) == 1:
        return [words.one_opinion(scores.case.names[0]), *_goals(scores), *_open(scores)]
    if scores.nothing_known:
        return [words.nothing_known(scores.case.names), *_open(scores)]
    if not scores.weights.given:
        return [*_asked_again(scores), *_without_weights(scores), *_goals(scores), *_open(scores)]
    return [*_who_is_ahead(scores), *_because(scores), *_how_sure(scores), *_goals(scores), *_open(scores)]


def _asked_again(scores: Scores) -> Iterator[str]:
    """Say that what somebody said does not count any more, and why (R1)."""
    if scores.weights.outdated and scores.person is not None:
        yield does_not_count(scores.person)
        yield what_moved(scores.case.moved_for(scores.case.person(scores.person)))


def _without_weights(scores: Scores) -> list[str]:
    results = [f"{name} {words.range_text(scores.totals[name])}" for name in scores.case.names]
    return [_for_every_weight(scores), *_how_often(scores), words.equal_counting(results)]


def _how_often(scores: Scores) -> list[str]:
    """Say how often each comes first over all weights (R4), where that is not plain anyway."""
    from compare.robustness import how_often

    look = how_often(scores.case, draws=_DRAWS)
    return [look.sentence()] if max(look.first.values()) < 1 else []


def _for_every_weight(scores: Scores) -> str:
    for name in scores.case.names:
        rivals = [rival for rival in scores.case.names if rival != name]
        if all(_at_least(scores, name, rival) and not _at_least(scores, rival, name) for rival in rivals):
            return words.whatever_weights(name, rivals)
    return words.depends_on_weights(scores.case.names)


def _at_least(scores: Scores, name: str, rival: str) -> bool:
    return all(scores.values[name][key].low >= scores.values[rival][key].high for key in scores.case.keys)


def _who_is_ahead(scores: Scores) -> list[str]:
    opening = scores.heading()
    first, second = scores.order[:2]
    means = [scores.totals[name].mean for name in scores.front]
    if scores.close_call and scores.leaders == scores.front:
        sentences = [f"{opening}, {_tie(scores, scores.front)}"]
    elif scores.close_call:
        sentences = [f"{opening}, {words.close(scores.front, means)}"]
    else:
        sentences = [words.ahead(opening, first, means[0], second, scores.totals[second].mean)]
    sentences += [_tie(scores, group) for group in scores.ties if group != scores.front]
    close = scores.case.closeness
    return [*sentences, words.close_rule(close.gap, *close.shares)] if scores.close_call else sentences


def _tie(scores: Scores, names: Sequence[str]) -> str:
    totals = [scores.totals[name] for name in names]
    return words.tie(names, totals[0].mean, exact=all(total.width == 0 for total in totals))


def _because(scores: Scores) -> list[str]:
    first, second = scores.order[:2]
    gains = [
        (criterion.label, scores.parts[first][criterion.key].mean - scores.parts[second][criterion.key].mean)
        for criterion in scores.case.criteria
    ]
    ordered = sorted(gains, key=lambda gain: -abs(gain[1]))
    felt = [(label, gain) for label, gain in ordered if abs(gain) >= _SMALLEST_REASON]
    better = [(label, gain) for label, gain in felt if gain > 0][:_MOST_REASONS]
    worse = [(label, -gain) for label, gain in felt if gain < 0][:_MOST_REASONS]
    return [words.because(first, second, better, worse)]


def _how_sure(scores: Scores) -> list[str]:
    first = scores.order[0]
    pairs = [pair for pair in scores.ahead if pair.first == first and not pair.equal]
    certain = [pair.second for pair in pairs if pair.sure == "whatever" and pair.share >= 1 - TOLERANCE]
    known = all(total.width == 0 for total in scores.totals.values())
    sentences = []
    if certain:
        sentences.append((words.sure_known if known else words.sure_whatever)(first, certain))
    if not known:
        likely = [(pair.second, pair.share) for pair in pairs if pair.second not in certain]
        sentences.extend([words.sure_likely(first, likely)] if likely else [])
    return sentences


def _goals(scores: Scores) -> list[str]:
    """Say what each plan does for each goal of the patient, where that was answered goal by goal."""
    told = {
        opinion.name: [
            (asked.goal, words.answer(rating.answer) if rating.known else str(rating.why))
            for criterion in scores.case.criteria
            for asked, rating in scores.case.answers(opinion, criterion)
            if isinstance(asked, GoalAttribute)
        ]
        for opinion in scores.case.opinions
    }
    return [words.goal_by_goal(name, answers) for name, answers in told.items() if answers]


def _open(scores: Scores) -> list[str]:
    sentences = [words.open_answers(scores.open_count, scores.answer_count)]
    name, key = max(
        ((name, key) for name in scores.case.names for key in scores.case.keys),
        key=lambda place: scores.parts[place[0]][place[1]].width,
    )
    width = scores.parts[name][key].width
    if width > _SMALLEST_REASON:
        label = scores.case.criterion(key).label
        sentences.append(words.most_open(name, label, width, still_open=scores.open_count > 0))
    return sentences
