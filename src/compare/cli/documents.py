"""The JSON documents of the commands: the same keys in every version of the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.answers import plain_answer
from compare.group import FamilyView
from compare.group.member import Member
from compare.interval import Interval
from compare.scoring import Scores
from compare.sensitivity import WhatIf
from compare.unknowns import Questions
from compare.weights import Weights


def comparison(scores: Scores, explanation: Sequence[str]) -> dict[str, Any]:
    """Return the scores as the JSON document of ``opinions compare --json``."""
    return {
        "schema": 1,
        "question": scores.case.question,
        "person": scores.person,
        "weights": _weights(scores.weights),
        "opinions": [
            {
                "name": name,
                "total": _ends(scores.totals[name]),
                "criteria": {
                    key: {"value": _ends(value), "part": _ends(scores.parts[name][key])}
                    for key, value in scores.values[name].items()
                },
                "first_share": scores.first_shares[name],
                "rank": scores.ranks[name],
            }
            for name in scores.case.names
        ],
        "ahead": [
            {"first": pair.first, "second": pair.second, "share": pair.share, "sure": pair.sure}
            for pair in scores.ahead
        ],
        "close_call": scores.close_call,
        "explanation": list(explanation),
    }


def _weights(weights: Weights) -> dict[str, Any]:
    consistency = weights.consistency
    return {
        "how": weights.how,
        "shares": dict(weights),
        "consistency": {"ratio": consistency.ratio, "table": consistency.table} if consistency else None,
    }


def _ends(interval: Interval[float]) -> dict[str, float]:
    return {"low": interval.low, "mean": interval.mean, "high": interval.high}


def what_if(found: WhatIf) -> dict[str, Any]:
    """Return what would change it as the JSON document of ``opinions what-if --json``."""
    nearest = found.nearest
    return {
        "criteria": {
            key: {
                "share": flip.share,
                "stays_first": [flip.low, flip.high],
                "flips_at": [share for share, _ in flip.flips],
                "to": flip.flips[0][1] if flip.flips else None,
            }
            for key, flip in found.weights.items()
        },
        "nearest_flip": {"distance": nearest.distance, "shares": dict(nearest.shares), "to": nearest.to}
        if nearest
        else None,
        "answers": [
            {
                "opinion": flip.opinion,
                "criterion": flip.criterion,
                "attribute": flip.attribute,
                "from": plain_answer(flip.given),
                "flips_at": flip.flips_at,
                "to": flip.to,
            }
            for flip in found.answers
        ],
    }


def questions(found: Questions) -> list[dict[str, Any]]:
    """Return what to ask as the JSON document of ``opinions ask --json``, the most useful first."""
    keys = ("opinion", "criterion", "attribute", "question", "ask", "worth", "could_change_first")
    return [{key: getattr(item, key) for key in keys} for item in found.items]


def family(found: FamilyView) -> dict[str, Any]:
    """Return what each person sees as the JSON document of ``opinions family --json``: everybody's own order first."""
    return {
        "people": [_member(member) for member in found.members],
        "differ": [
            {
                "first": pair.first,
                "second": pair.second,
                "criteria": list(pair.keys),
                "gap": pair.gap,
                "tau_b": pair.tau,
            }
            for pair in found.between
        ],
        "weights": {key: _ends(weight) for key, weight in found.weights.items()},
        "totals": {name: _ends(total) for name, total in found.totals.items()},
        "in_common": {
            "criteria": list(found.alike),
            "first_for_all": list(found.first_for_all),
            "among_first_two_for_all": list(found.two_for_all),
        },
        "sentences": found.sentences(),
    }


def _member(member: Member) -> dict[str, Any]:
    person, scores = member.person, member.scores
    return {
        "name": person.name,
        "role": person.role,
        "patient": person.is_patient,
        "weights": _weights(scores.weights) if scores else None,
        "order": [list(place) for place in member.places],
        "totals": {name: _ends(total) for name, total in scores.totals.items()} if scores else None,
        "gut_first": person.gut_first.opinion if person.gut_first else None,
        "gut_later": person.gut_later.opinion if person.gut_later else None,
    }
