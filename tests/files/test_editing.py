import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import cases, texts

from compare.case import Case
from compare.files import as_tree, read, read_text, save
from compare.files.editing import edited
from compare.files.template import new_case_text
from compare.samples import sample_names, sample_path

OLD = """\
# Our case
schema: 1
question: Which?   # the big one
opinions:
  # the first letter
  - name: A
    written: yes
    pros: [fast, near]   # as they said
    date: 2026-01-31
  - name: B
    notes: 'in quotes'
    rapport:
# the end
"""


def changed(case, **update):
    return Case.model_validate({**as_tree(case), **update})


def saved_over(case, path, text=OLD):
    path.write_text(text, encoding="utf-8")
    return save(case, path).read_text(encoding="utf-8")


def test_saving_what_was_read_changes_nothing(tmp_path):
    assert saved_over(read_text(OLD), tmp_path / "case.yaml") == OLD


def test_only_the_changed_value_changes(tmp_path):
    text = saved_over(changed(read_text(OLD), question="Which one?"), tmp_path / "case.yaml")
    assert text.split() == OLD.replace("Which?", "Which one?").split()


def test_a_new_opinion_is_added_and_the_comments_stay(tmp_path):
    case = read_text(OLD)
    more = changed(case, opinions=[*as_tree(case)["opinions"], {"name": "C", "pros": ["a: b"]}])
    text = saved_over(more, tmp_path / "case.yaml")
    assert read(tmp_path / "case.yaml") == more
    assert all(comment in text for comment in ("# Our case", "# the big one", "# the first letter", "# as they said"))


def test_an_opinion_that_went_is_gone(tmp_path):
    fewer = changed(read_text(OLD), opinions=[{"name": "B"}])
    assert "fast" not in saved_over(fewer, tmp_path / "case.yaml")
    assert read(tmp_path / "case.yaml") == fewer


def test_a_half_filled_template_keeps_its_empty_places(tmp_path):
    template = new_case_text()
    text = saved_over(changed(read_text(template), question="Which?"), tmp_path / "case.yaml", template)
    assert "How strong is the evidence for this plan?" in text
    assert len(text.splitlines()) == len(template.splitlines())


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_saved_again_keeps_its_comments(tmp_path, name):
    old = sample_path(name).read_text(encoding="utf-8")
    text = saved_over(changed(read_text(old), notes="A new note"), tmp_path / "case.yaml", old)
    assert [line for line in old.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]


@pytest.mark.parametrize("text", ["- a list\n", "a: [", "word", "", "a: !x b"])
def test_what_cannot_be_edited(text):
    assert edited(text, {"a": "c"}) is None or "c" in edited(text, {"a": "c"})


@given(cases(), cases())
def test_any_case_may_take_the_place_of_any_other(tmp_path_factory, old, new):
    path = tmp_path_factory.getbasetemp() / "over.yaml"
    save(old, path)
    assert read(save(new, path)) == new


@given(texts, texts)
def test_any_text_may_take_the_place_of_any_other(tmp_path_factory, old, new):
    path = tmp_path_factory.getbasetemp() / "text.yaml"
    for text in (old, new):
        case = Case(notes=text, opinions=[{"name": "A", "pros": [text], "asked": {text: text}}])
        assert read(save(case, path)) == case


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True, min_size=1),
    st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True, min_size=1),
)
def test_opinions_may_be_added_removed_and_put_in_another_order(tmp_path_factory, old, new):
    path = tmp_path_factory.getbasetemp() / "order.yaml"
    for order in (old, new):
        case = Case(opinions=[{"name": name, "notes": f"note of {name}", "pros": [name]} for name in order])
        assert read(save(case, path)) == case
