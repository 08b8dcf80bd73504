"""Where the doctors differ, layer by layer, and who can settle it.

What a doctor said about a difference counts first; where no doctor said anything, their words are compared. Nothing stated
is never taken for agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, Literal

from compare.case import Case, Layer, Opinion, built_in_layers, drugs_of, how_far_apart, said_on
from compare.errors import expect
from compare.tabular import Row, Spoken
from compare.words import differing

Agreement = Literal["same", "minor", "major", "not stated"]
Known = Literal["stated", "compared", "not known"]

_ORDER: tuple[Agreement, ...] = ("same", "minor", "major")
_DIAGNOSIS: Mapping[str | None, Agreement] = {"yes": "same", "partly": "minor", "no": "major"}


@dataclass(frozen=True)
class Difference:
    """How the opinions compare on one layer.

    Parameters
    ----------
    layer : Layer
        On what.
    answers : mapping
        What each opinion says on it, by its name; None where it says nothing.
    agreement : {"same", "minor", "major", "not stated"}
        The strongest difference of any two opinions.
    known : {"stated", "compared", "not known"}
        Whether a doctor said so, or the words were compared.
    rule : Layer
        The layer whose first step and specialty hold here: its own, or the part of it in which alone the plans differ.
    """

    layer: Layer
    answers: Mapping[str, str | None]
    agreement: Agreement
    known: Known
    rule: Layer

    @property
    def first_step(self) -> str:
        """Return what to do first about a difference on this layer."""
        return self.rule.first_step

    @property
    def specialty(self) -> str:
        """Return who can settle a difference on this layer."""
        return self.rule.specialty

    @property
    def in_words(self) -> str:
        """Return how they agree in words, and that a doctor said so where the answers alone do not show it."""
        alone = self.known == "stated" and sum(text is not None for text in self.answers.values()) < 2
        return differing.agreement(self.agreement, by_word_alone=alone)

    @property
    def differs(self) -> bool:
        """Tell whether the doctors differ here, a little or a lot."""
        return self.agreement in {"minor", "major"}


@dataclass(frozen=True, repr=False)
class Differences(Spoken):
    """Where the doctors agree and differ, layer by layer, in the order of the chain from the facts to the plan.

    Parameters
    ----------
    case : Case
        What was compared.
    names : tuple of str
        The opinions of doctors; a plan that the family put together from several is none.
    layers : tuple of Difference
        One for each layer.
    """

    case: Case
    names: tuple[str, ...]
    layers: tuple[Difference, ...]

    def on(self, key: str) -> Difference:
        """Return how the opinions compare on the layer of that key."""
        return next(row for row in self.layers if row.layer.key == key)

    def that_are(self, agreement: Agreement) -> tuple[Difference, ...]:
        """Return the layers with this agreement, in the order of the chain."""
        return tuple(row for row in self.layers if row.agreement == agreement)

    @cached_property
    def decides(self) -> Difference | None:
        """Return the strongest difference, the one furthest up the chain where several are as strong; None without any."""
        return next((row for level in ("major", "minor") for row in self.layers if row.agreement == level), None)

    @property
    def nothing_stated(self) -> bool:
        """Tell whether there is no layer on which any two opinions can be compared."""
        return all(row.agreement == "not stated" for row in self.layers)

    def plain(self) -> list[dict[str, Any]]:
        """Return the layers as plain mappings, as in ``opinions differences --json``."""
        return [
            {
                "layer": row.layer.key,
                "answers": dict(row.answers),
                "agreement": row.agreement,
                "first_step": row.first_step,
                "specialty": row.specialty,
            }
            for row in self.layers
        ]

    def rows(self) -> Sequence[Row]:
        """Return a row for each layer: every answer, how they agree, how that is known, the first step, who can settle it."""
        return [
            {
                "layer": row.layer.key,
                **{f"answer_{name}": text for name, text in row.answers.items()},
                "agreement": row.agreement,
                "known": row.known,
                "first_step": row.first_step,
                "specialty": row.specialty,
            }
            for row in self.layers
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each layer: the answers in short, how they agree, who can settle a difference."""
        rows = [
            (
                row.layer.label,
                *(differing.short(text) if text else differing.NOT_SAID for text in row.answers.values()),
                row.in_words,
                row.specialty if row.differs else "",
            )
            for row in self.layers
        ]
        return [("", *self.names, differing.AGREES, differing.SETTLES), *rows]

    def heading(self) -> str:
        """Return what the table shows."""
        return differing.HEADING

    def notes(self) -> Sequence[str]:
        """Return the sentences, and how to read the table."""
        return (*self.sentences(), differing.NOTE)

    def sentences(self) -> list[str]:
        """Return where the doctors differ, where to begin, where they agree and what can be asked, in plain sentences."""
        if len(self.names) < 2:
            return [differing.one_so_far(name) for name in self.names]
        if self.nothing_stated:
            return [differing.NOTHING_STATED]
        return [*self._differing(), *self._begin(), *self._agreeing()]

    def _differing(self) -> Iterator[str]:
        large, small = self._labels("major"), self._labels("minor")
        if large:
            yield differing.large(large)
        if small:
            yield (differing.small if large else differing.only_small)(small)
        if not large and not small:
            yield differing.ALL_THE_SAME

    def _begin(self) -> Iterator[str]:
        if self.decides:
            yield differing.settle(self.decides.layer.label, self.decides.first_step, self.decides.specialty)
        guessed = [row.layer.label for row in self.that_are("major") if self._is_guessed(row)]
        if guessed:
            yield differing.by_words_only(guessed)

    def _agreeing(self) -> Iterator[str]:
        same, still_open = self._labels("same"), self._labels("not stated")
        if same:
            yield differing.alike(same)
        if still_open:
            yield differing.not_comparable(still_open)

    def _is_guessed(self, row: Difference) -> bool:
        """Tell whether no doctor has said how much a difference matters, neither here nor on the layer around it."""
        around = self.on(row.layer.part_of) if row.layer.part_of else row
        return "stated" not in {row.known, around.known}

    def _labels(self, agreement: Agreement) -> list[str]:
        return [row.layer.label for row in self.that_are(agreement)]


def differences(case: Case) -> Differences:
    """Return where the doctors agree and differ, layer by layer, and who can settle it.

    Parameters
    ----------
    case : Case
        What the doctors said, and how each agrees with the first opinion where they said so.

    Returns
    -------
    Differences
        A row for each layer of ``data/layers.yaml``, in the order of the chain.

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> plans = {"Cut": ["surgery"], "Rays": ["radiation"]}
    >>> case = Case(opinions=[{"name": name, "plan": {"modalities": kinds}} for name, kinds in plans.items()])
    >>> row = differences(case).on("treatment")
    >>> row.agreement, row.known, row.specialty
    ('major', 'compared', 'neither specialty alone: a team (multidisciplinary board) or a medical oncologist')
    """
    expect(case, Case)
    doctors = case.of_doctors
    found = {layer.key: _compared(doctors, layer) for layer in built_in_layers()}
    names = tuple(opinion.name for opinion in doctors)
    return Differences(case, names, tuple(_row(doctors, layer, found) for layer in built_in_layers()))


def _row(doctors: Sequence[Opinion], layer: Layer, found: Mapping[str, tuple[Agreement, Known]]) -> Difference:
    agreement, known = found[layer.key]
    whole, how = found.get(layer.part_of or "", ("not stated", "not known"))
    if agreement == "major" and how == "stated" and whole != "major":
        agreement = "minor"
    answers = {opinion.name: said_on(opinion, layer) for opinion in doctors}
    return Difference(layer, answers, agreement, known, _rule(doctors, layer))


def _compared(doctors: Sequence[Opinion], layer: Layer) -> tuple[Agreement, Known]:
    """Return the strongest difference of any two opinions, and whether a doctor said so.

    A doctor's word is about the first opinion; the words of two opinions are compared where neither has such a word.
    """
    if len(doctors) < 2:
        return "not stated", "not known"
    said = {opinion.name: _stated(opinion, layer) for opinion in doctors}
    stated = [agreement for agreement in said.values() if agreement]
    pairs = combinations([opinion for opinion in doctors if not said[opinion.name]], 2)
    compared: list[Agreement] = [found for one, other in pairs if (found := how_far_apart(one, other, layer))]
    strongest = max([*stated, *compared], key=_ORDER.index, default=None)
    if strongest is None:
        return "not stated", "not known"
    return strongest, "stated" if strongest in stated else "compared"


def _stated(opinion: Opinion, layer: Layer) -> Agreement | None:
    """Return how a doctor agrees with the first opinion in their own word, if they gave one."""
    word = next((word for word in _ORDER if word == opinion.agreement.get(layer.key)), None)
    if word is None and layer.key == "diagnosis" and opinion.kind in {"second", "third", "later"}:
        return _DIAGNOSIS.get(opinion.agrees_with_diagnosis)
    return word


def _rule(doctors: Sequence[Opinion], layer: Layer) -> Layer:
    """Return the layer whose rule holds: a part of this one where the plans differ in nothing else."""
    plans = [opinion.plan for opinion in doctors if opinion.plan and opinion.plan.modalities]
    kinds = [set(plan.modalities) for plan in plans]
    apart = set().union(*kinds) - set(kinds[0]).intersection(*kinds) if kinds else set()
    drugs = {drug for plan in plans for drug in drugs_of(plan)}
    for key, own in (("radiation", {"radiation"}), ("drugs", drugs), ("trial", {"clinical trial"})):
        part = next((part for part in built_in_layers() if part.key == key and part.part_of == layer.key), None)
        if part and apart and apart <= own:
            return part
    return layer
