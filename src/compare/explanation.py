"""The comparison in sentences: who is ahead, by how much, because of what, how sure, what is open.

Here it is decided what is said; how it is said stands in `words`.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare import words
from compare.scoring import CLOSE_GAP, CLOSE_SHARES, Scores

_MOST_REASONS = 3
_SMALLEST_REASON = 0.5


def explain(scores: Scores) -> list[str]:
    """Return the comparison as plain sentences, the most important first.

    Parameters
    ----------
    scores : Scores
        What to explain.

    Returns
    -------
    list of str
        Whole numbers, plain words, no advice.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> case = Case(question="Which?", opinions=[{"name": "A", "ratings": {"goals": 70}}])
    >>> explain(score(case))[0]
    'There is one opinion so far: A. Comparing needs two. Here is what is known of it, and what is still open.'
    """
    if len(scores.case.opinions) == 1:
        return [words.one_opinion(scores.case.names[0]), *_open(scores)]
    if scores.nothing_known:
        return [words.nothing_known(scores.case.names), *_open(scores)]
    return [*_who_is_ahead(scores), *_because(scores), *_how_sure(scores), *_open(scores)]


def _who_is_ahead(scores: Scores) -> list[str]:
    opening = words.fits(scores.person, given=scores.weights.given)
    sentences = [] if scores.weights.given else [_without_weights(scores)]
    names = _top(scores)
    means = [scores.totals[name].mean for name in names]
    if len(scores.leaders) == len(names) > 1:
        exact = all(scores.totals[name].width == 0 for name in names)
        sentences.append(words.tie(opening, names, means[0], exact=exact))
    elif scores.close_call:
        sentences.append(words.close(opening, names, means))
    else:
        sentences.append(words.ahead(opening, names[0], means[0], scores.order[1], scores.totals[scores.order[1]].mean))
    if scores.close_call:
        sentences.append(words.close_rule(CLOSE_GAP, *CLOSE_SHARES))
    return sentences


def _top(scores: Scores) -> list[str]:
    """Return the first and every opinion that is too close to it to call."""
    first = scores.order[0]
    close = [pair.second for pair in scores.ahead if pair.first == first and pair.sure == "too close"]
    return [first, *close]


def _without_weights(scores: Scores) -> str:
    for name in scores.case.names:
        rivals = [rival for rival in scores.case.names if rival != name]
        if all(_at_least(scores, name, rival) for rival in rivals):
            return words.whatever_weights(name, rivals)
    return words.depends_on_weights(scores.case.names)


def _at_least(scores: Scores, name: str, rival: str) -> bool:
    return all(scores.values[name][key].low >= scores.values[rival][key].high for key in scores.case.keys)


def _because(scores: Scores) -> list[str]:
    first, second = scores.order[:2]
    gains = {
        criterion.label: scores.parts[first][criterion.key].mean - scores.parts[second][criterion.key].mean
        for criterion in scores.case.criteria
    }
    ordered = sorted(gains.items(), key=lambda gain: -abs(gain[1]))
    felt = [(label, gain) for label, gain in ordered if abs(gain) >= _SMALLEST_REASON]
    better = [(label, gain) for label, gain in felt if gain > 0][:_MOST_REASONS]
    worse = [(label, -gain) for label, gain in felt if gain < 0][:_MOST_REASONS]
    return [words.because(first, second, better, worse)]


def _how_sure(scores: Scores) -> list[str]:
    first = scores.order[0]
    pairs = [pair for pair in scores.ahead if pair.first == first]
    whatever = [pair.second for pair in pairs if pair.sure == "whatever"]
    known = all(total.width == 0 for total in scores.totals.values())
    sentences = []
    if whatever:
        sentences.append((words.sure_known if known else words.sure_whatever)(first, whatever))
    if not known:
        open_pairs = [(pair.second, pair.share) for pair in pairs if pair.sure != "whatever" and not pair.equal]
        sentences.extend([words.sure_likely(first, open_pairs)] if open_pairs else [])
    return sentences


def _open(scores: Scores) -> list[str]:
    sentences = [words.open_answers(scores.open_count, scores.answer_count)]
    name, key = max(
        ((name, key) for name in scores.case.names for key in scores.case.keys),
        key=lambda place: scores.parts[place[0]][place[1]].width,
    )
    width = scores.parts[name][key].width
    if width > _SMALLEST_REASON:
        sentences.append(words.most_open(name, scores.case.criterion(key).label, width))
    return sentences


def what_to_ask(scores: Scores, most: int = 5) -> list[str]:
    """Return the questions whose answers could move a total furthest, the widest first, each with whom to ask.

    A question that is open for several opinions is asked once, with their names.

    Parameters
    ----------
    scores : Scores
        What was compared.
    most : int
        How many to return at most.
    """
    names: dict[tuple[str, str], list[str]] = {}
    widths: dict[tuple[str, str], float] = {}
    for name, question, width in _open_questions(scores):
        names.setdefault(question, []).append(name)
        widths[question] = max(width, widths.get(question, 0.0))
    ordered = sorted(names, key=lambda question: -widths[question])
    return [words.ask(whom, names[whom, text], text) for whom, text in ordered[:most]]


def _open_questions(scores: Scores) -> Iterator[tuple[str, tuple[str, str], float]]:
    """Give every answer that is open or not exact: the opinion, whom to ask what, how far it could move the total."""
    for opinion in scores.case.opinions:
        for criterion in scores.case.criteria:
            answers = scores.case.answers(opinion, criterion)
            worths = scores.case.worth[opinion.name][criterion.key]
            for (attribute, _), (share, value) in zip(answers, worths, strict=True):
                asked = attribute or criterion
                width = scores.weights[criterion.key] * share * value.interval.width
                if width > 0 and asked.question:
                    yield opinion.name, (asked.ask or criterion.ask or words.THE_DOCTOR, asked.question), width
