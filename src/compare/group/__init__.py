"""What each person sees: everybody's own result first, then where they differ and what they share.

People weigh the same answers differently. Nobody's result gives way to an average (rule R20), and a gut feeling that
points elsewhere is shown and never judged (rule R21).
"""

from __future__ import annotations

from compare.case import Case
from compare.errors import expect
from compare.group.between import ALIKE, Between, kendall
from compare.group.member import Member, Relation
from compare.group.view import FamilyView
from compare.scoring import score

__all__ = ["ALIKE", "Between", "FamilyView", "Member", "Relation", "family", "kendall"]


def family(case: Case) -> FamilyView:
    """Return what each person sees of a case, by their own weights.

    Parameters
    ----------
    case : Case
        What the doctors said, and the people with what matters to them.

    Returns
    -------
    FamilyView
        Everybody with their own scores, the patient first; who differs from whom on what; what all of them share.

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> people = [
    ...     {"name": "Ben", "weights": {"points": {"goals": 20, "cost": 80}}},
    ...     {"name": "Rosa", "role": "patient", "weights": {"points": {"goals": 70, "cost": 30}}},
    ... ]
    >>> opinions = [{"name": "A", "ratings": {"goals": 90, "cost": 20}}, {"name": "B", "ratings": {"goals": 30, "cost": 80}}]
    >>> view = family(Case(opinions=opinions, people=people, criteria=[{"key": "goals"}, {"key": "cost"}]))
    >>> view.sentence()
    'Rosa (patient): first comes A with 69 of 100; then B with 45.'
    """
    expect(case, Case)
    ordered = sorted(case.people, key=lambda person: not person.is_patient)
    return FamilyView(
        case,
        tuple(
            Member(person, score(case, person=person.name) if case.weights_by(person) else None, case.moved_for(person))
            for person in ordered
        ),
    )
