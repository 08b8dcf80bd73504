"""Cases with more in them than one page can hold: long names, long questions, many people, many parts."""

from compare.case import Case

TEXTS = {
    "words": "A long name of many words ",
    "one word": "W",
    "Chinese": "\u6f22\u5b57",
    "Arabic": "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 ",
    "wide": "— ",
    "paths": "a-b/",
}
KEYS = ("rationale", "experience", "goals", "side_effects", "practicality")


def crowded(kind: str, *, opinions: int = 5, people: int = 30, parts: int = 0) -> Case:
    """Return a case in which every text is as long as it may be."""
    text = TEXTS[kind] * 200
    long = TEXTS[kind] * (19_000 // len(TEXTS[kind]))
    keys = [f"k{place}" for place in range(parts)] or KEYS
    criteria = [{"key": key, "label": _name(key, text), "question": long, "ask": long} for key in keys]
    return Case.model_validate(
        {
            "question": long,
            "notice": long,
            "entered_by": long,
            "entered_on": "2026-09-14",
            "decide_by": "2026-11-30",
            "decide_by_said_by": long,
            "opinions": [_opinion(place, text, long) for place in range(opinions)],
            "people": [_person(place, text, long, keys) for place in range(people)],
            **({"criteria": criteria} if parts else {}),
        }
    )


def _name(start: object, text: str) -> str:
    return f"{start} {text}"[:200].strip()


def _opinion(place: int, text: str, long: str) -> dict:
    layers = ("diagnosis", "pathology", "stage", "imaging", "prognosis")
    plan = {
        "name": _name(place, text),
        "modalities": ["surgery" if place % 2 else "radiation", "chemotherapy"],
        "sequence": [long],
        "intent": "curative" if place % 2 else "palliative",
        "earliest_start": "2026-09-21",
    }
    return {
        "name": _name(place, text),
        "doctor": {"name": _name(place, text), "specialty": long, "centre": long},
        "kind": "second" if place else "first",
        "findings": {layer: {"answer": f"{place} {long}"} for layer in layers},
        "agreement": dict.fromkeys(layers, "major") if place else {},
        **({} if place == 2 else {"plan": plan}),
    }


def _person(place: int, text: str, long: str, keys: list[str]) -> dict:
    return {
        "name": _name(place, text),
        "role": long if place else "patient",
        "weights": {"points": {key: 50 + at for at, key in enumerate(keys)}},
        "concerns": [long],
    }
