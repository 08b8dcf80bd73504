"""The JSON documents of the commands: the same keys in every version of the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.scoring import Scores


def comparison(scores: Scores, explanation: Sequence[str]) -> dict[str, Any]:
    """Return the scores as the JSON document of ``opinions compare --json``."""
    return {
        "schema": 1,
        "question": scores.case.question,
        "person": scores.person,
        "weights": scores.weights.plain(),
        "opinions": [
            {
                "name": name,
                "total": scores.totals[name].plain(),
                "criteria": {
                    key: {"value": value.plain(), "part": scores.parts[name][key].plain()}
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
