"""A case: what the doctors said, and who has to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from compare.case.anchors import Moved, anchors_of, moved
from compare.case.by_goal import answers_by_goal, scale_of_goals, with_goals
from compare.case.closeness import Closeness
from compare.case.criteria import Attribute, Criteria, Criterion, built_in_criteria
from compare.case.opinion import Opinion
from compare.case.people import Patient, Person, StatedWeights
from compare.case.plan import OtherOption
from compare.case.preparation import Decision, Preparation
from compare.case.rating import NOT_ASKED, Rating
from compare.errors import CompareError, Path, as_pydantic, quoted, unknown
from compare.fields import Day, Limited, Part, Text, Texts, as_number, first_twice, same_name, sized
from compare.values import Value

SCHEMA = 1
"""The version of the case format that this program writes and the newest that it reads."""


class Case(Part):
    """What the doctors said, by opinion, and what matters to whom.

    Parameters
    ----------
    question : str
        What has to be decided.
    opinions : sequence of Opinion
        One or more; comparing needs two.
    people : sequence of Person
        Who weighs; may be empty.
    criteria : sequence of Criterion
        What is compared; the built-in five where none are given.
    other_options : sequence of OtherOption
        What no opinion plans, as "watch and wait": answered or dismissed (R19).
    close_call : Closeness, optional
        When two results are too close to call, where the family draws that line elsewhere (R7).
    country, decide_by, patient, preparation, decision ... : optional
        Everything else the family wants to keep.

    Examples
    --------
    >>> case = Case(question="Which?", opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])
    >>> case.opinion("A").ratings["goals"].answer
    70.0
    """

    schema_: Annotated[Literal[1], BeforeValidator(as_number)] = Field(default=1, alias="schema")
    question: Text = ""
    notice: Text = ""
    country: Text | None = None
    entered_by: Text | None = None
    entered_on: Day | None = None
    decide_by: Day | None = None
    decide_by_said_by: Text | None = None
    patient: Patient | None = None
    opinions: Annotated[tuple[Opinion, ...], sized(1)]
    other_options: Annotated[tuple[OtherOption, ...], Limited] = ()
    people: Annotated[tuple[Person, ...], Limited] = ()
    criteria: Criteria = Field(default_factory=built_in_criteria)
    close_call: Closeness | None = None
    preparation: Preparation | None = None
    decision: Decision | None = None
    sources: Texts = ()
    notes: Text | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Case:
        for check in (_distinct_names, _answers_on_scale, _weights_on_criteria, _choices_exist, _looks_exist):
            try:
                check(self)
            except CompareError as error:
                raise as_pydantic(error) from None
        return self

    @property
    def closeness(self) -> Closeness:
        """Return when two results are too close to call, as the case says it or as usual (R7)."""
        return self.close_call or Closeness()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the opinions, in the file's order."""
        return tuple(opinion.name for opinion in self.opinions)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the criteria."""
        return tuple(criterion.key for criterion in self.criteria)

    @property
    def goals(self) -> tuple[str, ...]:
        """Return the goals of the patient, in their order."""
        return self.patient.goals if self.patient else ()

    def opinion(self, name: str) -> Opinion:
        """Return the opinion of that name."""
        return next(opinion for opinion in self.opinions if opinion.name == name)

    def criterion(self, key: str) -> Criterion:
        """Return the criterion of that key."""
        return next(criterion for criterion in self.criteria if criterion.key == key)

    def person(self, name: str) -> Person:
        """Return the person of that name, or say who there is."""
        for person in self.people:
            if same_name(person.name) == same_name(name):
                return person
        raise unknown("a person of this case", name, [person.name for person in self.people], path=("people",))

    @property
    def speaker(self) -> Person | None:
        """Return whose weights count when nobody is named: the patient's, else the first who gave any."""
        weighing = [person for person in self.people if person.weights]
        return next((person for person in weighing if person.is_patient), weighing[0] if weighing else None)

    def weights_by(self, person: Person) -> StatedWeights | None:
        """Return what a person said matters; None where they said nothing, or said it of other ends of a scale (R1)."""
        return None if self.moved_for(person) else person.weights

    def moved_for(self, person: Person) -> tuple[Moved, ...]:
        """Return which ends have moved since a person weighed the step between them; equal weights are for no step.

        Examples
        --------
        >>> rosa = {"name": "Rosa", "weights": {"points": {"cost": 50}}, "anchors": {"cost": {"worst": "90", "best": "0"}}}
        >>> case = Case(opinions=[{"name": "A"}], criteria=[{"key": "cost", "worst": "80", "best": "0"}], people=[rosa])
        >>> case.moved_for(case.people[0])[0].now, case.weights_by(case.people[0])
        ('80 to 0', None)
        """
        return moved(person.anchors, self.criteria) if person.weights and not person.weights.equal else ()

    def anchored(self, name: str) -> Case:
        """Return the case in which the weights of a person are for the ends of the scales as they stand now."""
        person = self.person(name)
        stated = person.weights is not None and not person.weights.equal
        new = person.model_copy(update={"anchors": anchors_of(self.criteria) if stated else {}})
        return self.model_copy(update={"people": tuple(new if each is person else each for each in self.people)})

    @property
    def noted(self) -> Preparation:
        """Return what the family noted while getting ready for another opinion; nothing where they have not begun."""
        return self.preparation or Preparation()

    @property
    def of_doctors(self) -> tuple[Opinion, ...]:
        """Return the opinions that a doctor gave; a plan put together from several (a hybrid) is nobody's word yet."""
        return tuple(opinion for opinion in self.opinions if opinion.kind != "hybrid") or self.opinions

    @property
    def nothing_known(self) -> bool:
        """Tell whether every answer is open."""
        return not any(
            rating.known
            for opinion in self.opinions
            for criterion in self.criteria
            for _, rating in self.answers(opinion, criterion)
        )

    @cached_property
    def worth(self) -> Mapping[str, Mapping[str, tuple[tuple[float, Value], ...]]]:
        """Return what every answer is worth: by opinion and criterion, each answer's share of it and its value, 0-100."""
        return {
            opinion.name: {criterion.key: tuple(self._worth(opinion, criterion)) for criterion in self.criteria}
            for opinion in self.opinions
        }

    def _worth(self, opinion: Opinion, criterion: Criterion) -> Iterator[tuple[float, Value]]:
        for attribute, rating in self.answers(opinion, criterion):
            if attribute is None:
                yield 1.0, criterion.direct(rating.answer)
            else:
                yield criterion.share_of(attribute), attribute.worth(rating.answer)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Case:
        """Return a copy, in which nothing that was worked out before is kept."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("worth", None)
        return copy

    def answers(self, opinion: Opinion, criterion: Criterion) -> Iterator[tuple[Attribute | None, Rating]]:
        """Give an opinion's answers on a criterion: one for each attribute, or one for the whole (attribute None).

        An attribute that is answered goal by goal gives one for each goal of the patient.
        """
        given = opinion.ratings.get(criterion.key)
        if isinstance(given, Rating) or not criterion.attributes:
            yield None, given if isinstance(given, Rating) else NOT_ASKED
            return
        for attribute in criterion.attributes:
            answered = (given or {}).get(attribute.key, NOT_ASKED)
            if isinstance(answered, Rating):
                yield attribute, answered
            else:
                yield from answers_by_goal(attribute, self.goals, answered)

    def asked_on(self, criterion: Criterion) -> tuple[Attribute, ...]:
        """Return what the opinions answer on a criterion: its attributes, and each goal where one answers goal by goal."""
        given = (asked for opinion in self.opinions for asked, _ in self.answers(opinion, criterion) if asked)
        return with_goals(criterion.attributes, given)

    def attribute(self, criterion: str, key: str | None) -> Attribute | None:
        """Return what is asked under a key on a criterion; None for the whole criterion."""
        return next((asked for asked in self.asked_on(self.criterion(criterion)) if asked.key == key), None)


def _distinct_names(case: Case) -> None:
    groups: dict[str, Sequence[str]] = {
        "opinions": case.names,
        "people": [person.name for person in case.people],
        "criteria": case.keys,
    }
    for group, names in groups.items():
        place = first_twice(names)
        if place is not None:
            raise CompareError(
                "Two of these have the same name.",
                path=(group, place, "key" if group == "criteria" else "name"),
                found=quoted(names[place]),
                allowed="each name once (capital and small letters count as the same)",
                fix="give each a name of its own",
            )


def _answers_on_scale(case: Case) -> None:
    criteria = {criterion.key: criterion for criterion in case.criteria}
    for place, opinion in enumerate(case.opinions):
        for key, given in opinion.ratings.items():
            path: Path = ("opinions", place, "ratings", key)
            if key not in criteria:
                raise unknown("a criterion of this case", key, list(criteria), path=path)
            _check_answers(criteria[key], given, path, case.goals)


def _check_answers(criterion: Criterion, given: Any, path: Path, goals: Sequence[str]) -> None:
    if isinstance(given, Rating):
        _checked_at(path, criterion.direct, given)
        return
    attributes = {attribute.key: attribute for attribute in criterion.attributes}
    for key, rating in given.items():
        if key not in attributes:
            raise unknown(f"an attribute of {criterion.key}", key, list(attributes), path=(*path, key))
        if isinstance(rating, Rating):
            _checked_at((*path, key), attributes[key].worth, rating)
        else:
            scale = scale_of_goals(attributes[key], goals, rating, (*path, key))
            for goal, answer in rating.items():
                _checked_at((*path, key, goal), scale.value, answer)


def _checked_at(path: Path, worth: Any, rating: Rating) -> None:
    try:
        worth(rating.answer)
    except CompareError as error:
        raise error.at(path=path) from None


def _weights_on_criteria(case: Case) -> None:
    for place, person in enumerate(case.people):
        if person.weights:
            try:
                person.weights.on(case.keys)
            except CompareError as error:
                raise error.at(path=("people", place, "weights")) from None


def _choices_exist(case: Case) -> None:
    choices: list[tuple[Path, str | None]] = [
        (("decision", "opinion"), case.decision.opinion if case.decision else None)
    ]
    for place, person in enumerate(case.people):
        for field in ("gut_first", "gut_later"):
            gut = getattr(person, field)
            choices.append((("people", place, field, "opinion"), gut.opinion if gut else None))
    for path, name in choices:
        if name is not None and name not in case.names:
            raise unknown("an opinion of this case", name, case.names, path=path)


def _looks_exist(case: Case) -> None:
    for place, person in enumerate(case.people):
        for name, ratings in person.first_look.items():
            path: Path = ("people", place, "first_look", name)
            if name not in case.names:
                raise unknown("an opinion of this case", name, case.names, path=path)
            for key in ratings:
                if key not in case.keys:
                    raise unknown("a criterion of this case", key, case.keys, path=(*path, key))
