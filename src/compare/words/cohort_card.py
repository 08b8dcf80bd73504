"""What the card beside made-up cases says."""

from __future__ import annotations

RATES = (
    "",
    "## Published rates that the cases follow",
    "",
    "| who was looked at | of 100 | how many | what changed | source |",
    "| --- | --- | --- | --- | --- |",
)

COLUMNS = (
    "",
    "## Columns",
    "",
    "- `case`, `opinion`, `kind`: one row is one opinion; `kind` is first, second or third.",
    "- `cancer`, `specialty`, `centre_type`, `date`: about the doctor and the day.",
    "- `pathology`, `stage`, `treatment`, `intent`: what the doctor says. Before the colon stands the answer, after it the",
    "  detail: another answer is a large difference, another detail a small one. An empty cell: the doctor did not say.",
    "- `note__plan_moved`, `note__expected`: on a second opinion with another plan, where it moved and what is expected of it.",
    "- `<criterion>__<attribute>`: answers to the questions of `criteria.yaml`; `_low` and `_high` are the ends of a range;",
    "  an empty cell is an answer that nobody knows.",
    "- `weight__<criterion>`: how much each criterion matters to the people of the case, 0 to 100; empty where nobody was asked.",
)


def head(name: str, cases: int, opinions: int, seed: int) -> tuple[str, ...]:
    """Return the beginning of the card: what this is, and what it is not good for.

    Examples
    --------
    >>> head("made-up.csv", 100, 208, 0)[2]
    '100 cases with 208 opinions, drawn by chance (seed 0). No patient and no doctor stands behind any row.'
    """
    return (
        f"# {name}: made-up cases",
        "",
        f"{cases:,} cases with {opinions:,} opinions, drawn by chance (seed {seed}). No patient and no doctor stands behind any row.",
        "",
        "## What is made up",
        "",
        "- Everything. How often opinions differ follows published rates, listed below; a rate with a source has been published,",
        "  every other number is a guess of this project: how many cases each cancer has, how often the stage or the aim differs,",
        "  all answers to the questions, how many of them nobody knows, all weights, centres, specialties and days.",
        "- The rates of different studies are put together as if they were about the same people. They are not.",
        "- That a small difference in the tissue changes the treatment, and how often, is a guess.",
        "- Answers do not depend on each other beyond the plan and the size of the centre.",
        "",
        "## What this is not good for",
        "",
        "- It says nothing about how often a second opinion changes things for people in general. The published rates are higher",
        "  than that: mostly people with a doubt ask, and large centres are sent the hard cases (referral selection).",
        "- It says nothing about which treatment, doctor or centre does better.",
        "- Most published rates count whether an opinion changed, not whether the change was for the better.",
    )


def kinds(after_major: float) -> tuple[str, ...]:
    """Return the head of the table of cancers, and what holds for all of them."""
    return (
        "",
        "## How each cancer is made up",
        "",
        f"Where the tissue is read quite differently, the treatment is another one in {100 * after_major:.1f} of 100 cases",
        "(lymphoma, doi:10.1111/bjh.12880). Where it is read the same, the treatment changes as often as the total asks for.",
        "",
        "| cancer | of 100 cases | tissue, small difference | tissue, large | stage | treatment | treatment, same tissue |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    )


def wrote(name: str, card: str, cases: int, opinions: int) -> tuple[str, str]:
    """Say what was written.

    Examples
    --------
    >>> wrote("made-up.csv", "made-up.md", 100, 208)[0]
    'Wrote made-up.csv: 100 made-up cases with 208 opinions.'
    """
    return (
        f"Wrote {name}: {cases:,} made-up cases with {opinions:,} opinions.",
        f"What is made up, and what that is not good for, stands in {card}.",
    )
