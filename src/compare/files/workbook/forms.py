"""What stands on each sheet, as data: its sections, their lines, and which cell of a line holds which value of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from compare.answers import NOT_KNOWN
from compare.case import Attribute, Criterion, standard_questions
from compare.values import Levels
from compare.words import choices, entering, sheets

COLUMNS = (
    "key", "name", "answer", "low", "high", "left", "right", "words", "said_by", "when", "written", "time", "group",
    "source", "onset", "manageable",
)  # fmt: skip
"""The columns of every sheet but the one for people: the first says what a line is about, the second is read by people."""

FORMS = ("start", "opinion", "people", "everything else", "example", "lists")
"""What a sheet is, as its first cell says, out of sight."""

FORM = "form: {}"
NOT_READ = ("example", "lists")
"""The forms in which nothing of a family stands."""

LABELS = "-"
"""The key of a row in which nothing is filled in."""

MANY = "*"
"""Stands in a key where a line holds one more item of a list."""

_SOURCE = {name: (name,) for name in ("words", "said_by", "when", "written")}
_OF_A_NUMBER = {name: (name,) for name in ("time", "group", "source")}
_CHANCE = {name: ("chance", *steps) for name, steps in {**_SOURCE, **_OF_A_NUMBER}.items()}

SHAPES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "fact": {"answer": ()},
    "item": {"answer": ()},
    "asked": {"answer": ()},
    "test": {"answer": ()},
    "rating": {"answer": ("answer",), **_SOURCE, **_OF_A_NUMBER},
    "finding": {"left": ("reread",), "answer": ("answer",), **_SOURCE},
    "effect": {
        "left": ("grade",),
        "right": ("lasts",),
        "answer": ("chance", "answer"),
        **_CHANCE,
        "onset": ("onset",),
        "manageable": ("manageable",),
    },
}
"""By the shape of a line: which column holds which value below the line's own place in the case."""

RANGED = ("rating", "effect")
"""The shapes whose answer may have a low and a high end in two columns of their own."""

NAMED = ("test", "effect", "asked")
"""The shapes whose name is written by people, in the second column."""

_YES_NO = tuple(choices.YES_NO)
_OPEN = tuple(word for word in NOT_KNOWN if word != "not asked")


@dataclass(frozen=True)
class Line:
    """One line of a form.

    Parameters
    ----------
    key : str
        Its place in the case: names with commas between; `MANY` at the end for one more item of a list.
    label : str
        What people read.
    shape : str
        One of `SHAPES`.
    kind : {"line", "number", "day", "choice", "yes_no"}
        What its answer is.
    hint : str
        What stands beside the label.
    ends : tuple of str
        The two ends of the scale.
    picks : mapping
        The words to pick from, by column.
    count : int
        How many such lines stand on a blank sheet.
    """

    key: str
    label: str
    shape: str = "fact"
    kind: str = "line"
    hint: str = ""
    ends: tuple[str, str] = ("", "")
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    count: int = 1

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the names that lead to what the line holds, without `MANY`."""
        return tuple(step for step in self.key.split(",") if step != MANY)

    @property
    def many(self) -> bool:
        """Tell whether the line holds one item of several."""
        return self.key.endswith(MANY)


@dataclass(frozen=True)
class Section:
    """Some lines under a title, with the heads of the columns that they use."""

    title: str
    lines: tuple[Line, ...]
    lead: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)


def start_sections() -> tuple[Section, ...]:
    """Return what stands on the first sheet, below how to fill in the others."""
    picks = {"journey_point": sheets.JOURNEY, "outcome": sheets.DECISIONS}
    return (
        Section(sheets.CASE, tuple(_facts(sheets.CASE_FIELDS))),
        Section(sheets.PATIENT, tuple(_facts(sheets.PATIENT_FIELDS, "patient", picks))),
        Section(sheets.GOALS, _items("patient,goals", sheets.GOAL, 4), sheets.GOALS_LEAD),
        Section(sheets.DECISION, tuple(_facts(sheets.DECISION_FIELDS, "decision", picks)), sheets.DECISION_LEAD),
    )


def opinion_sections(criteria: Iterable[Criterion]) -> Iterator[Section]:
    """Give what stands on the sheet of an opinion, from who said it to what was asked."""
    name, hint = sheets.NAME_OF_OPINION
    first = Line("name", name, hint=hint)
    visit = tuple(_facts(_hinted(entering.VISIT)))
    yield Section(sheets.WHO, (first, *_facts(_hinted(entering.DOCTOR), "doctor"), *visit))
    yield Section(sheets.FINDINGS, tuple(_findings()), heads=_FINDING_HEADS)
    yield Section(sheets.TESTS, _named("findings,biomarkers", "test", 3), sheets.TESTS_LEAD, _TEST_HEADS)
    yield Section(sheets.PLAN, tuple(_plan()))
    for criterion in criteria:
        lines = tuple(_ratings(criterion))
        yield Section(criterion.label, lines, criterion.question, _RATING_HEADS)
    yield Section(sheets.SIDE_EFFECTS, _named("side_effects", "effect", 5), sheets.EFFECTS_LEAD, _EFFECT_HEADS)
    yield Section(sheets.OUTCOMES, _named("outcomes", "effect", 3), sheets.EFFECTS_LEAD, _EFFECT_HEADS)
    yield Section(sheets.FOR, _items("pros", sheets.FOR, 4))
    yield Section(sheets.AGAINST, _items("cons", sheets.AGAINST, 4))
    asked = tuple(Line(f"asked,{MANY}", question.question, "asked") for question in standard_questions())
    yield Section(sheets.ASKED, (*asked, *_named("asked", "asked", 3)), sheets.ASKED_LEAD, _ASKED_HEADS)
    yield Section(sheets.NOTES, (Line("notes", entering.ALSO_FIELDS["notes"][0]),))


def person_sections(criteria: Iterable[Criterion], concerns: int) -> Iterator[Section]:
    """Give what stands on the sheet of the people; each of its lines has a cell for every person."""
    yield Section(sheets.PERSON_TITLE, tuple(_facts(sheets.PERSON_FIELDS)))
    label, hint = sheets.HOW
    how = Line("how", label, kind="choice", hint=hint, picks={"answer": sheets.WAYS})
    yield Section(sheets.MATTERS, (how, *(_weight(criterion) for criterion in criteria)), sheets.MATTERS_LEAD)
    for key, label in sheets.CHOICES.items():
        when = Line(f"{key},when", sheets.CHOICE_WHEN, kind="day")
        yield Section(label, (Line(f"{key},opinion", sheets.WHICH), when, Line(f"{key},words", sheets.CHOICE_WORDS)))
    for key, label in sheets.TIMES.items():
        lines = (Line(f"{key},{part}", text, kind="number") for part, text in sheets.CERTAINTY.items())
        yield Section(label, tuple(lines), sheets.CERTAINTY_LEAD)
    yield Section(sheets.CONCERN, (Line(f"concerns,{MANY}", sheets.CONCERN, "item"),) * concerns)


def _weight(criterion: Criterion) -> Line:
    worst, top = criterion.anchors
    return Line(f"weight,{criterion.key}", criterion.label, kind="number", hint=sheets.FROM_TO.format(worst, top))


_RATING_HEADS = {"name": sheets.QUESTION, "left": sheets.WORST, "right": sheets.TOP} | {
    name: sheets.HEADS[name] for name in ("answer", "low", "high", *_SOURCE, *_OF_A_NUMBER)
}
_EFFECT_HEADS = {**sheets.HEADS, "name": sheets.EFFECT, "left": sheets.GRADE, "right": sheets.LASTS}
_FINDING_HEADS = {"name": sheets.LAYER, "left": sheets.REREAD, "answer": sheets.FOUND} | {
    name: sheets.HEADS[name] for name in _SOURCE
}
_TEST_HEADS = {"name": sheets.TEST, "answer": sheets.RESULT}
_ASKED_HEADS = {"name": sheets.QUESTION, "answer": sheets.SAID}


def _hinted(table: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str, str]]:
    return {key: (label, kind, "") for key, (label, kind) in table.items()}


def _facts(
    table: Mapping[str, tuple[str, str, str]], under: str = "", picks: Mapping[str, Sequence[str]] | None = None
) -> Iterator[Line]:
    offered = {**{key: tuple(words) for key, words in choices.CHOICES.items()}, **(picks or {})}
    for key, (label, kind, hint) in table.items():
        words = {"yes_no": _YES_NO, "choice": tuple(offered.get(key, ()))}.get(kind, ())
        yield Line(
            f"{under},{key}" if under else key, label, kind=kind, hint=hint, picks={"answer": words} if words else {}
        )


def _items(key: str, label: str, count: int, picks: Sequence[str] = ()) -> tuple[Line, ...]:
    return (Line(f"{key},{MANY}", label, "item", picks={"answer": tuple(picks)} if picks else {}, count=count),)


def _named(key: str, shape: str, count: int) -> tuple[Line, ...]:
    return (Line(f"{key},{MANY}", "", shape, picks=_EFFECT_PICKS if shape == "effect" else {}, count=count),)


_EFFECT_PICKS = {
    "left": tuple(choices.GRADES),
    "written": _YES_NO,
    "onset": tuple(choices.ONSETS),
    "manageable": tuple(choices.CHOICES["manageable"]),
}


def _findings() -> Iterator[Line]:
    for key, label in sheets.FINDING_FIELDS.items():
        picks = {"left": _YES_NO, "written": _YES_NO}
        if key == "operability":
            picks["answer"] = tuple(choices.CHOICES["operability"])
        plain = key == "tnm"
        yield Line(f"findings,{key}", label, "fact" if plain else "finding", picks={} if plain else picks)


def _plan() -> Iterator[Line]:
    yield from _facts(_hinted(entering.PLAN_FIRST), "plan")
    yield from _items("plan,modalities", sheets.TREATMENT, 3, tuple(choices.TREATMENTS))
    yield from _items("plan,sequence", sheets.STEP, 3)
    yield from _items("plan,contingencies", sheets.IF_NOT, 2)
    rest = {key: entering.PLAN_NEXT[key] for key in ("delivery_site", "earliest_start")}
    yield from _facts(_hinted(rest), "plan")
    label, hint = sheets.PHILOSOPHY
    yield Line("philosophy", label, kind="number", hint=hint)


def _ratings(criterion: Criterion) -> Iterator[Line]:
    if not criterion.attributes:
        yield _rating(f"ratings,{criterion.key}", criterion.question or criterion.label, criterion.anchors)
    for attribute in criterion.attributes:
        label = attribute.question or attribute.label
        yield _rating(f"ratings,{criterion.key},{attribute.key}", label, attribute.anchors, attribute)


def _rating(key: str, label: str, ends: tuple[str, str], attribute: Attribute | None = None) -> Line:
    levels = tuple(attribute.value.levels) if attribute and isinstance(attribute.value, Levels) else ()
    picks = {"answer": (*levels, *_OPEN), "written": _YES_NO}
    if levels:
        picks |= {"low": levels, "high": levels}
    return Line(key, label, "rating", "choice" if levels else "number", ends=ends, picks=picks)
