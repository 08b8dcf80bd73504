import os

import pytest

from compare.cohort.batches import Options
from compare.cohort.reading import opened
from compare.cohort.results import Tally
from compare.cohort.work import Work, fingerprint_of
from compare.weights import points

TEXT = "case,opinion,rating__goals\na,x,50\na,y,40\n"


def weights(goals):
    return points({"goals": goals, "rationale": 50, "experience": 50, "side_effects": 50, "practicality": 50})


def test_a_run_is_told_from_others_by_its_files_and_by_all_that_is_asked(many):
    path = many.text(TEXT)
    sources = opened([path])
    own = [criterion.model_copy(update={"label": "Ours"}) for criterion in sources[0].form.criteria]
    asked = [
        Options(),
        Options(shares=True),
        Options(any_weights=True),
        *(Options(weights(goals)) for goals in (50, 50.01)),
    ]
    prints = {fingerprint_of(sources, options) for options in asked}
    prints.add(fingerprint_of(opened([path], own), Options()))
    path.write_text(TEXT.replace("50", "51"))
    os.utime(path, (1, 1))
    prints.add(fingerprint_of(opened([path]), Options()))
    assert len(prints) == len(asked) + 2


def test_the_same_run_has_the_same_fingerprint(many):
    path = many.text(TEXT)
    assert fingerprint_of(opened([path]), Options(weights(3))) == fingerprint_of(opened([path]), Options(weights(3)))


def test_a_part_counts_only_when_it_is_noted_as_whole(many):
    with Work.beside(many.folder / "out.parquet", "one") as work:
        work.note_done(2, Tally(1, 2, 3, 0, {"whatever": 1}))
        work.part(3).write_bytes(b"half")
        assert work.done() == {2: Tally(1, 2, 3, 0, {"whatever": 1})}
        work.remove()
    assert not list(many.folder.iterdir())


@pytest.mark.parametrize("told", ["", "[]", "{", '{"pid": "x"}'])
def test_a_folder_that_does_not_say_what_it_is_stays(many, told):
    folder = many.folder / ".out.parquet.work"
    folder.mkdir()
    (folder / "about.json").write_text(told)
    with pytest.raises(Exception, match="A folder stands where"), Work.beside(many.folder / "out.parquet", "one"):
        pass
    assert (folder / "about.json").read_text() == told
