"""What is not known, and whom to ask: open answers, open layers, standard questions."""

from __future__ import annotations

from collections.abc import Iterator

from compare import words
from compare.case import Case, built_in_layers, open_layers, standard_questions
from compare.distributions import TOLERANCE
from compare.scoring import Scores
from compare.unknowns.reach import askable
from compare.unknowns.result import Question
from compare.unknowns.worth import worth_of_knowing
from compare.values import Value


def open_answers(scores: Scores) -> Iterator[Question]:
    """Give every answer that is open or a range and counts for something; what does not apply is never asked."""
    case = scores.case
    for opinion in case.opinions:
        for criterion in case.criteria:
            worths = case.worth[opinion.name][criterion.key]
            for (attribute, rating), (share, value) in zip(case.answers(opinion, criterion), worths, strict=True):
                counts = scores.weights[criterion.key] * share
                if counts * value.interval.width > 0 and askable(rating):
                    asked = attribute or criterion
                    rest = scores.totals[opinion.name].mean - counts * value.interval.mean
                    worth, could = _worth(scores, opinion.name, counts, value, rest)
                    yield Question(
                        opinion.name,
                        criterion.key,
                        attribute.key if attribute else None,
                        asked.question or criterion.question or words.how_about(asked.label),
                        asked.ask or criterion.ask or words.THE_DOCTOR,
                        worth=worth,
                        could_change_first=could,
                        low=rest + counts * value.interval.low,
                        high=rest + counts * value.interval.high,
                        settled=rating.source is not None,
                    )


def _worth(scores: Scores, name: str, counts: float, value: Value, rest: float) -> tuple[float, bool]:
    """Return what knowing an answer is worth, and whether it could change who comes first."""
    rival = scores.rival(name)
    if rival is None:
        return 0.0, False
    mean = scores.totals[name].mean
    rises = mean <= rival + TOLERANCE < rest + counts * value.interval.high
    falls = mean >= rival - TOLERANCE > rest + counts * value.interval.low
    could = rises or falls
    return (worth_of_knowing(value.pieces, rest, counts, rival) if could else 0.0), could


def open_layers_of(case: Case) -> Iterator[Question]:
    """Give every layer that a doctor has not spoken about; the parts of a wider layer are asked with it."""
    still_open = {opinion.name: {layer.key for layer in open_layers(opinion)} for opinion in case.opinions}
    for layer in built_in_layers():
        for name in sorted(case.names) if layer.part_of is None else ():
            if layer.key in still_open[name]:
                yield Question(name, None, None, layer.question, layer.ask, layer=layer.key)


def unasked(case: Case) -> Iterator[Question]:
    """Give every standard question that a doctor has not been asked; with one opinion none that speaks of the other."""
    alone = len(case.opinions) == 1
    for standard in standard_questions():
        for opinion in sorted(case.opinions, key=lambda opinion: opinion.name):
            if not (alone and standard.needs_two) and not standard.asked_of(opinion):
                yield Question(opinion.name, None, None, standard.question, standard.ask or words.THE_DOCTOR)
