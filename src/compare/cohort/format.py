"""Which columns a file of many cases has, and what each of them means.

One row is one opinion. The columns of answers follow from the criteria, so that a scale that changes in ``criteria.yaml``
changes here as well; a column that nobody knows is refused, never left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.case import Criterion, built_in_criteria, built_in_layers
from compare.errors import CompareError, listed, quoted, unknown
from compare.values import DIRECT, Curve, Levels, Linear

CASE, OPINION = "case", "opinion"
NEEDED = (CASE, OPINION)
ABOUT = ("kind", "cancer", "specialty", "centre_type", "date")
"""What else may be said about an opinion; kept for counting by groups."""

WEIGHT, RATING, NOTE, BETWEEN = "weight__", "rating__", "note__", "__"
LOW, HIGH = "_low", "_high"


@dataclass(frozen=True, eq=False)
class Asked:
    """One question, and the columns in which its answers stand.

    Parameters
    ----------
    criterion : str
        The criterion that it belongs to.
    attribute : str or None
        The attribute; None for the criterion as a whole, rated directly.
    share : float
        How much it counts within the criterion, 0-1.
    scale : Linear, Curve or Levels
        From an answer to a value, 0-100.
    """

    criterion: str
    attribute: str | None
    share: float
    scale: Linear | Curve | Levels

    @property
    def column(self) -> str:
        """Return the column of the answers that are known; those of ranges end in ``_low`` and ``_high``.

        Examples
        --------
        >>> Asked("goals", "chance", 1.0, DIRECT).column, Asked("goals", None, 1.0, DIRECT).column
        ('goals__chance', 'rating__goals')
        """
        return f"{RATING}{self.criterion}" if self.attribute is None else f"{self.criterion}{BETWEEN}{self.attribute}"

    @property
    def columns(self) -> tuple[str, str, str]:
        """Return all three of its columns: the answer, and the two ends of a range."""
        return self.column, self.column + LOW, self.column + HIGH

    @property
    def in_words(self) -> bool:
        """Tell whether its answers are levels, else numbers."""
        return isinstance(self.scale, Levels)


@dataclass(frozen=True)
class Format:
    """The columns of a file of many cases.

    Parameters
    ----------
    criteria : sequence of Criterion
        What is compared.
    names : tuple of str
        The columns that the file has.

    Examples
    --------
    >>> form = Format.of(["case", "opinion", "goals__chance", "side_effects__serious_low", "side_effects__serious_high"])
    >>> form.answer_columns
    ('goals__chance', 'side_effects__serious_low', 'side_effects__serious_high')
    """

    criteria: Sequence[Criterion]
    names: tuple[str, ...]

    @classmethod
    def of(cls, names: Sequence[str], criteria: Sequence[Criterion] | None = None) -> Format:
        """Return the format of a file with these columns.

        Parameters
        ----------
        names : sequence of str
            The names of its columns.
        criteria : sequence of Criterion, optional
            What is compared; without them the built-in five.

        Raises
        ------
        CompareError
            A column is missing, not known or there twice, or one end of a range has no other.
        """
        made = cls(built_in_criteria() if criteria is None else tuple(criteria), tuple(names))
        made._check_criteria()
        made._check_names()
        return made

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the criteria."""
        return tuple(criterion.key for criterion in self.criteria)

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """Return every question there could be a column for, by criterion; the direct rating of a criterion comes last."""
        return tuple(_questions(self.criteria))

    @cached_property
    def allowed(self) -> tuple[str, ...]:
        """Return every column that there may be, the ones that are needed first."""
        answers = (column for asked in self.questions for column in asked.columns)
        layers = (layer.key for layer in built_in_layers())
        return (*NEEDED, *ABOUT, *layers, *answers, *(WEIGHT + key for key in self.keys))

    @property
    def answer_columns(self) -> tuple[str, ...]:
        """Return the columns of answers that the file has, by question."""
        here = set(self.names)
        return tuple(column for asked in self.questions for column in asked.columns if column in here)

    @property
    def word_columns(self) -> tuple[str, ...]:
        """Return the columns of levels that the file has."""
        return tuple(column for asked in self.questions if asked.in_words for column in self.of_question(asked))

    @property
    def weight_columns(self) -> tuple[str, ...]:
        """Return the columns of weights that the file has: none, or one for each criterion."""
        return tuple(WEIGHT + key for key in self.keys if WEIGHT + key in self.names)

    @property
    def number_columns(self) -> tuple[str, ...]:
        """Return the columns that the file has and that hold numbers."""
        words = set(self.word_columns)
        return (*(column for column in self.answer_columns if column not in words), *self.weight_columns)

    @property
    def kept(self) -> tuple[str, ...]:
        """Return the columns that go from a file into its scores unchanged."""
        return tuple(name for name in (*NEEDED, "kind", "cancer") if name in self.names)

    @cached_property
    def by_criterion(self) -> dict[str, tuple[tuple[Asked, tuple[str, ...]], ...]]:
        """Return for each criterion its questions with the columns that the file has for each, the direct rating last."""
        return {
            key: tuple((asked, self.of_question(asked)) for asked in self.questions if asked.criterion == key)
            for key in self.keys
        }

    def of_question(self, asked: Asked) -> tuple[str, ...]:
        """Return the columns that the file has for a question."""
        return tuple(column for column in asked.columns if column in self.names)

    def _check_names(self) -> None:
        for name in self.names:
            if self.names.count(name) > 1:
                raise CompareError(
                    "Two columns have the same name.",
                    path=(f"column {name}",),
                    found=quoted(name),
                    allowed="each column once",
                    fix="rename one of them",
                )
            if name not in self.allowed and not name.startswith(NOTE):
                raise _unknown_column(name, self.allowed)
        for name in NEEDED:
            if name not in self.names:
                raise _missing(name, self.names)
        if not self.answer_columns:
            raise CompareError(
                "There is no column of answers.",
                found=f"columns: {listed(self.names)}",
                allowed=listed(asked.column for asked in self.questions if asked.attribute),
                fix="name the columns after the criteria and their questions",
            )
        self._check_pairs()

    def _check_pairs(self) -> None:
        """Refuse one end of a range without the other, and weights for some of the criteria only."""
        for asked in self.questions:
            ends = [name for name in asked.columns[1:] if name in self.names]
            if len(ends) == 1:
                other = next(name for name in asked.columns[1:] if name not in self.names)
                raise CompareError(
                    "A range has two ends.",
                    path=(f"column {ends[0]}",),
                    found=f"no column `{other}`",
                    allowed="both",
                    fix="add it",
                )
        missing = [WEIGHT + key for key in self.keys if WEIGHT + key not in self.names]
        if self.weight_columns and missing:
            raise CompareError(
                "Some criteria have no weight.",
                found=f"no column {listed(missing)}",
                allowed="a column for every criterion, or none",
                fix="add them; 0 means that a criterion does not count",
            )

    def _check_criteria(self) -> None:
        """Refuse criteria whose columns could be taken for one another."""
        twice = [name for name in self.allowed if self.allowed.count(name) > 1]
        if twice:
            raise CompareError(
                "Two things would stand in columns of the same name.",
                path=("criteria",),
                found=quoted(twice[0]),
                allowed="keys that give each question columns of its own",
                fix="rename a criterion or an attribute",
            )


def _questions(criteria: Sequence[Criterion]) -> Iterator[Asked]:
    for criterion in criteria:
        for attribute in criterion.attributes:
            yield Asked(criterion.key, attribute.key, criterion.shares[attribute.key], attribute.value)
        yield Asked(criterion.key, None, 1.0, DIRECT)


def _unknown_column(name: str, allowed: Sequence[str]) -> CompareError:
    error = unknown("a column of this format", name, allowed, path=(f"column {name}",))
    if error.fix and not error.fix.startswith("did you"):
        error.fix = f"delete it, or call it `{NOTE}...` to keep it as a note that is not looked at"
    return error


def _missing(name: str, names: Sequence[str]) -> CompareError:
    return CompareError(
        "A column is missing.",
        path=(f"column {name}",),
        found=f"columns: {listed(names)}",
        allowed=f"a column `{name}`",
        fix="add it",
    )
