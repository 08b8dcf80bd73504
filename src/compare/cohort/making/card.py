"""The card beside made-up cases: what is made up, where the rates come from, what they are not good for."""

from __future__ import annotations

from collections.abc import Iterator

from compare.cohort.making.published import Rate, published
from compare.words import cohort_card as told


def card_of(name: str, cases: int, opinions: int, seed: int) -> str:
    """Return the card of a file of made-up cases, as Markdown.

    Examples
    --------
    >>> card_of("made-up.csv", 100, 208, 0).splitlines()[0]
    '# made-up.csv: made-up cases'
    """
    return "\n".join([*told.head(name, cases, opinions, seed), *_rates(), *_kinds(), *told.COLUMNS, ""])


def _rates() -> Iterator[str]:
    yield from told.RATES
    for rate in published().rates.values():
        yield _row(rate.population, _of_100(rate), f"{rate.n:,}" if rate.n else "not stated", rate.change, rate.source)


def _of_100(rate: Rate) -> str:
    return f"{100 * rate.rate:.1f}"


def _kinds() -> Iterator[str]:
    after_major = published().after_major
    yield from told.kinds(after_major)
    for kind in published().kinds:
        shares = (kind.share, kind.minor, kind.major, kind.stage, kind.treatment, kind.after_none(after_major))
        yield _row(kind.key, *(f"{100 * share:.1f}" for share in shares))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
