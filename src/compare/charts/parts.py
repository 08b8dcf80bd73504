"""What several pictures share: names with their signs, who is equal, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare import words
from compare.charts import captions, palette
from compare.charts.palette import opinion_sign
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import BODY, ELLIPSIS, MOST_LINES, SMALL, Type, clean, wrapped
from compare.explanation import explain
from compare.scoring import Scores

_LONGEST_IN_SENTENCE = 40


def heading(sheet: Sheet, scores: Scores, title: str = "") -> None:
    """Write the title if there is one, whose weights these are, and what must not be overlooked."""
    if title:
        sheet.title(title)
    sheet.lines(scores.heading(), BODY, palette.QUIET_INK)
    verdicts = standing(scores)
    if verdicts:
        sheet.space(5)
        sheet.banner(verdicts, 4)
    sheet.space(8)


def standing(scores: Scores) -> list[str]:
    """Return what has to be said about the order: nothing known, one opinion, ties, too close to call.

    Without weights there is no order to speak of (rule R4).
    """
    if len(scores.case.opinions) == 1:
        return [captions.ONE_OPINION]
    if scores.nothing_known:
        return [words.nothing_known([in_sentence(name) for name in scores.case.names])]
    if not scores.weights.given:
        return []
    ties = [_tie(scores, names) for names in scores.ties]
    if scores.close_call and scores.leaders == scores.front:
        first, *others = ties
        return [f"{captions.TOO_CLOSE}: {first}", *others]
    names = [in_sentence(name) for name in scores.front]
    return [*([f"{captions.TOO_CLOSE}: {words.listing(names)}."] if scores.close_call else []), *ties]


def _tie(scores: Scores, names: Sequence[str]) -> str:
    totals = [scores.totals[name] for name in names]
    exact = all(total.width == 0 for total in totals)
    return words.tie([in_sentence(name) for name in names], totals[0].mean, exact=exact)


def in_sentence(name: str) -> str:
    """Return a name short enough to stand in a sentence of a picture."""
    text = clean(name)
    return text if len(text) <= _LONGEST_IN_SENTENCE else f"{text[:_LONGEST_IN_SENTENCE].rstrip()}{ELLIPSIS}"


def message(scores: Scores) -> list[str]:
    """Return the first sentence of the explanation, or two where the first only says that there are no weights."""
    alone = scores.weights.given or len(scores.case.opinions) == 1 or scores.nothing_known
    return explain(scores)[: 1 if alone else 2]


def is_open(scores: Scores, name: str, key: str) -> bool:
    """Tell whether nothing is known of an opinion on a criterion."""
    ratings = [rating for _, rating in scores.case.answers(scores.case.opinion(name), scores.case.criterion(key))]
    full = words.range_text(scores.values[name][key]) == words.NOT_KNOWN
    return full or not any(rating.known for rating in ratings)


def still_open(scores: Scores) -> str:
    """Return the sentence that says how many answers are open."""
    return words.open_answers(scores.open_count, scores.answer_count)


def names_in_full(sheet: Sheet, names: Sequence[str]) -> None:
    """Write every name in full beside its sign."""
    for place, name in enumerate(names):
        rows = wrapped(name, sheet.inner - 16, SMALL)
        sheet.point(MARGIN + 5, sheet.y + SMALL.leading / 2, opinion_sign(place), on_scale=False)
        sheet.write(rows, MARGIN + 16, sheet.y, SMALL)
        sheet.y += len(rows) * SMALL.leading + 2
    sheet.y += 6


def fit(texts: Iterable[str], width: float, kind: Type, lines: int = MOST_LINES) -> bool:
    """Tell whether every one of some texts fits into some lines without being cut."""
    return all(len(wrapped(text, width, kind, lines + 1)) <= lines for text in texts)
