"""The JSON documents of the commands: the same keys in every version of the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.interval import Interval
from compare.scoring import Scores


def comparison(scores: Scores, explanation: Sequence[str]) -> dict[str, Any]:
    """Return the scores as the JSON document of ``opinions compare --json``."""
    consistency = scores.weights.consistency
    return {
        "schema": 1,
        "question": scores.case.question,
        "person": scores.person,
        "weights": {
            "how": scores.weights.how,
            "shares": dict(scores.weights),
            "consistency": {"ratio": consistency.ratio, "table": consistency.table} if consistency else None,
        },
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


def _ends(interval: Interval[float]) -> dict[str, float]:
    return {"low": interval.low, "mean": interval.mean, "high": interval.high}
