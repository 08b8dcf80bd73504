"""What the tests of many cases share: made-up rows, the cases that they stand for, and files of them."""

import random
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from compare.case import Case, built_in_criteria
from compare.cohort import buckets, reading_parquet, running
from compare.values import Levels


def answer_of(rng, scale):
    """Return a made-up answer on a scale; where it clips, now and then one beyond its ends."""
    if isinstance(scale, Levels):
        return rng.choice(list(scale.levels))
    (low, _), *_, (high, _) = scale.knots
    beyond = (high - low) / 5 if scale.outside == "clip" else 0
    return round(rng.uniform(low - beyond, high + beyond), 2)


def range_of(rng, scale):
    return sorted([answer_of(rng, scale), answer_of(rng, scale)])


def put(rng, row, ratings, criterion, attribute):
    """Answer one question in a row and in the ratings of a case: with a range now and then."""
    column = f"{criterion.key}__{attribute.key}"
    if rng.random() < 0.1:
        low, high = range_of(rng, attribute.value)
        row |= {f"{column}_low": low, f"{column}_high": high}
        ratings[attribute.key] = [low, high]
    else:
        row[column] = ratings[attribute.key] = answer_of(rng, attribute.value)


def opinion_of(rng, name, case, share_open, criteria):
    row, ratings = {"case": case, "opinion": name}, {}
    for criterion in criteria:
        if rng.random() < 0.1 or not criterion.attributes:
            row[f"rating__{criterion.key}"] = ratings[criterion.key] = round(rng.uniform(0, 100), 1)
            continue
        ratings[criterion.key] = {}
        for attribute in criterion.attributes:
            if rng.random() >= share_open:
                put(rng, row, ratings[criterion.key], criterion, attribute)
    return row, {"name": name, "ratings": ratings}


def made_up(count, seed=0, criteria=None, sizes=(2, 2, 2, 3, 4)):
    """Return rows of ``count`` cases, and the cases that they stand for: some with weights, some with much that is open."""
    rng, rows, cases = random.Random(seed), [], []
    known = criteria or built_in_criteria()
    for number in range(count):
        share = rng.choice([0, 0.1, 0.1, 0.3, 0.6, 0.9])
        points = {c.key: rng.randint(1, 100) for c in known} if rng.random() < 0.7 else None
        made = [opinion_of(rng, f"O{at}", f"c{number:05}", share, known) for at in range(rng.choice(sizes))]
        rows += [row | {f"weight__{key}": float(given) for key, given in (points or {}).items()} for row, _ in made]
        people = [{"name": "P", "role": "patient", "weights": {"points": points}}] if points else []
        more = {"criteria": list(criteria)} if criteria else {}
        cases.append(Case.model_validate({"opinions": [opinion for _, opinion in made], "people": people, **more}))
    return rows, cases


def batch_of(rows):
    """Return rows as a batch; a column that a row does not have is empty there."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pa.RecordBatch.from_pydict({name: pa.array([row.get(name) for row in rows]) for name in names})


@pytest.fixture
def few_at_a_time(monkeypatch):
    """Read seven rows at a time, and keep parts and buckets small."""
    monkeypatch.setattr(reading_parquet, "BATCH_ROWS", 7)
    monkeypatch.setattr(buckets, "BATCH_ROWS", 7)
    monkeypatch.setattr(buckets, "ROWS", 40)
    monkeypatch.setattr(running, "PART_ROWS", 50)


@pytest.fixture
def many(tmp_path):
    """Make rows and files of many cases."""

    def write(rows, name="cohort.parquet", **options):
        path = tmp_path / name
        pq.write_table(pa.Table.from_batches([batch_of(rows)]), path, **options)
        return path

    def text(content, name="cohort.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return SimpleNamespace(made_up=made_up, batch_of=batch_of, write=write, text=text, folder=tmp_path)
