from compare.tabular import Tabular, as_text


class Two(Tabular):
    def rows(self):
        return [{"name": "A", "number": 1.25}, {"name": "B", "number": 2.5}]

    def shown(self):
        return [("", "n"), ("A <b>", "1"), ("B\x1b[2J", "3")]

    def heading(self):
        return "Two & more"

    def notes(self):
        return ("A note.\nIts second line.",)


def test_text_is_aligned_first_column_left_others_right():
    assert as_text([("", "goals"), ("Surgery", "40"), ("Go", "7")]) == "         goals\nSurgery     40\nGo           7"


def test_long_names_wrap_and_wide_letters_take_two():
    lines = as_text([("", "x" * 40), ("学" * 3, "1"), ("abc", "2")]).splitlines()
    assert max(map(len, lines)) < 60
    assert lines[-2].index("1") + 3 == lines[-1].index("2")


def test_a_result_prints_heading_table_and_notes():
    blocks = str(Two()).split("\n\n")
    assert blocks[0] == "Two & more"
    assert [line.split() for line in blocks[1].splitlines()] == [["n"], ["A", "<b>", "1"], ["B<U+001B>[2J", "3"]]
    assert blocks[2] == "A note. Its second line."


def test_html_is_escaped_scoped_and_kept_apart():
    page = Two()._repr_html_()
    assert "<caption><bdi>Two &amp; more</bdi></caption>" in page
    assert '<th scope="row" style="text-align:left"><bdi>A &lt;b&gt;</bdi></th>' in page
    assert '<th scope="col" style="text-align:left"><bdi>n</bdi></th>' in page
    assert "\x1b" not in page
    assert "A note.<br>Its second line." in page
    assert "mathjax_ignore" in page


def test_analysts_get_every_digit():
    assert Two().table()["number"].tolist() == [1.25, 2.5]
