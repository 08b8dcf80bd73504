import re

import pytest
from hypothesis import assume, given
from made_up import COMPARED, WORDS, case_of, direct, on_scale

from compare.samples import sample
from compare.scoring import score
from compare.sensitivity import what_if
from compare.weights import points
from compare.words import flips

from .conftest import at_share, means, scored

NAMES = [f"{letter} {100 * 'no'}"[:200] for letter in "ABC"]


def look(*rows, **given):
    return what_if(score(direct(*rows), points(given) if given else None))


def said_on(scale, *answers):
    return what_if(score(on_scale(scale, *answers), points({"k": 1}))).sentences()


def of_samples():
    """Give what would change it in every sample, for each of its people and for nobody."""
    for name in COMPARED:
        case = sample(name)
        yield what_if(score(case.model_copy(update={"people": ()})))
        yield from (what_if(score(case, person=person.name)) for person in case.people)


@given(scored())
def test_the_lines_are_the_totals_over_the_weight(scores):
    found = what_if(scores)
    for key in scores.case.keys:
        for name, (low, high) in found.lines(key).items():
            for share in (0.0, 0.3, scores.weights[key], 1.0):
                expected = means(at_share(scores, key, share))[name]
                assert low + share * (high - low) == pytest.approx(expected, abs=1e-8)


@given(scored())
def test_between_changes_the_one_named_is_first(scores):
    found = what_if(scores)
    for key in scores.case.keys:
        changes = found.changes(key)
        shares = [share for share, _ in changes]
        assert shares == sorted(shares)
        for (share, name), end in zip(changes, [*shares, 1.0][1:], strict=True):
            for at in (share, (share + end) / 2, end):
                totals = means(at_share(scores, key, at))
                assert totals[name] >= max(totals.values()) - 1e-7


@given(scored())
def test_the_changes_next_to_the_present_weight_are_the_flips(scores):
    assume(len(scores.leaders) == 1)
    found = what_if(scores)
    for key, flip in found.weights.items():
        shares = [share for share, _ in found.changes(key)]
        assert all(any(abs(share - end) < 1e-6 for share in shares) for end, _ in flip.flips)
        assert not [share for share in shares if flip.low + 1e-6 < share < flip.high - 1e-6]


def test_every_change_of_the_first_by_hand():
    found = look((60, 60), (100, 0), (0, 100), alpha=45, beta=55)
    assert found.changes("alpha") == [(pytest.approx(0.4), "A"), (pytest.approx(0.6), "B")]
    assert look((80, 80), (60, 60), alpha=1, beta=1).changes("alpha") == []


def test_where_several_lines_meet_the_one_that_is_highest_from_there_on_is_named():
    assert look((0, 100), (50, 50), (100, 0), alpha=1, beta=9).changes("alpha") == [(pytest.approx(0.5), "C")]


def test_the_most_telling_weight_has_to_change_least():
    found = look((80, 40, 0), (70, 20, 90), alpha=40, beta=40, gamma=20)
    assert found.most_telling == "gamma"
    assert look((80, 80), (60, 60), alpha=30, beta=70).most_telling == "beta"


def test_the_first_sentence_says_who_is_first_and_the_nearest_weight():
    assert look((80, 20), (40, 60), alpha=80, beta=20).sentence() == (
        "By the weights given, A comes first now. If alpha counted for less than 50 of 100 instead of 80, B would come first."
    )


def test_the_sentences_of_a_small_case():
    assert look((80, 20), (40, 70), alpha=80, beta=20).sentences()[1:] == [
        "If beta counted for 45 of 100 instead of 20, B would come first.",
        "The smallest change of weights that brings B level: 24 points from alpha over to beta.",
        "If alpha for A were 52 of 100 or less instead of 80 of 100, B would come first.",
        "If alpha for B were 68 of 100 or more instead of 40 of 100, B would come first.",
    ]


def test_a_person_is_named():
    people = [{"name": "Rosa", "role": "patient", "weights": {"points": {"k": 2, "m": 1}}}, {"name": "Ben"}]
    case = case_of({"k": 80, "m": 18}, {"k": 20, "m": 80}, criteria=[{"key": "k"}, {"key": "m"}], people=people)
    assert what_if(score(case)).sentence().startswith("By what Rosa said matters, A comes first now")
    assert (
        what_if(score(case, person="Ben"))
        .sentence()
        .startswith(
            "Ben has not said yet what matters most. With every part counting the same, B comes first, but it is close"
        )
    )


def test_the_heading_names_nobody_as_first_without_weights():
    assert look((80, 20), (10, 60)).heading() == "What could change who comes first"
    assert look((80, 20), (10, 60), alpha=2, beta=1).heading() == "What would put another opinion before A"


def test_no_weights_are_said():
    assert (
        look((80, 20), (10, 60))
        .sentence()
        .startswith("No weights given. With every part counting the same, A comes first.")
    )


def test_one_opinion_nothing_known_and_ties_are_said():
    assert look((80, 20)).sentences() == ["There is one opinion so far, so nothing can change who comes first."]
    nothing = what_if(score(case_of({}, {}))).sentences()
    assert nothing == ["Nothing is known yet about A and B. As soon as there are answers, they can be compared."]
    assert look((60, 40), (40, 60)).sentences() == [
        "No weights given. With every part counting the same, A and B come out equal. A small change can decide."
    ]
    assert look((50, 40), (50, 40), alpha=3, beta=1).sentences() == [
        "By the weights given, A and B come out equal now. A small change can decide."
    ]


def test_ahead_on_every_part_is_said():
    said = look((90, 90), (40, 60), (20, 30), alpha=1, beta=1).sentences()
    assert said[0] == "By the weights given, A comes first now."
    assert said[1] == "However the parts are weighed, nobody comes out ahead of A, as the answers stand now."
    assert said[-1] != said[1]


def test_who_can_only_draw_level_is_said_to_draw_level():
    said = look((80, 60), (80, 40), alpha=3, beta=7).sentences()
    assert said[1:3] == [
        "However the parts are weighed, nobody comes out ahead of A, as the answers stand now.",
        "The smallest change of weights that brings B level: 70 points from beta over to alpha.",
    ]
    assert not any("stays first" in sentence for sentence in said)


def test_one_part_is_said():
    assert look((80,), (20,), alpha=1).sentences_on("alpha") == [flips.ONE_PART]
    assert said_on(WORDS, "good", "poor")[1:] == [
        "There is only one part to weigh, so no weight can change it.",
        "No single answer could put another opinion first.",
    ]


def test_two_answers_are_told_those_that_could_be_first():
    said = look((60, 40, 50), (50, None, 40), alpha=1, beta=1, gamma=1).sentences()
    answers = [sentence for sentence in said if " for A " in sentence or " for B" in sentence]
    assert answers[0].startswith("Still open: beta for B.")
    assert len(answers) == 2
    assert said[-1] == "4 more answers could do the same on their own."


@pytest.mark.parametrize("found", [*of_samples()])
def test_the_samples_in_at_most_eight_sentences_of_whole_numbers(found):
    said = found.sentences()
    assert 3 <= len(said) <= 8
    assert not any(re.search(r"\d\.\d|\bNone\b|nan|\{|\}", sentence) for sentence in said)
    assert all(sentence.endswith(".") for sentence in said)


@given(scored())
def test_random_cases_in_at_most_eight_sentences(scores):
    said = what_if(scores).sentences()
    assert 1 <= len(said) <= 8
    assert len(set(said)) == len(said)
    assert not any("None" in sentence or "  " in sentence for sentence in said)


def test_long_names_stay_whole():
    opinions = [{"name": name, "ratings": {"k": 60 - 20 * at * at // 2, "m": 45 * at}} for at, name in enumerate(NAMES)]
    case = direct((1,)).model_validate({"criteria": [{"key": "k"}, {"key": "m"}], "opinions": opinions})
    said = " ".join(what_if(score(case, points({"k": 90, "m": 10}))).sentences())
    assert NAMES[0] in said
    assert NAMES[1] in said


def test_the_numbers_of_a_sentence_lie_where_the_other_is_first():
    found = look((80, 20), (40, 73), alpha=80, beta=20)
    share = int(re.search(r"beta counted for (\d+)", found.sentences()[1])[1])
    assert (
        means(at_share(found.scores, "beta", share / 100))["B"]
        > means(at_share(found.scores, "beta", share / 100))["A"]
    )
    assert (
        means(at_share(found.scores, "beta", (share - 1) / 100))["B"]
        < means(at_share(found.scores, "beta", (share - 1) / 100))["A"]
    )


def test_the_sentences_on_one_weight():
    found = look((60, 60, 50), (100, 0, 50), (0, 100, 50), alpha=45, beta=45, gamma=10)
    assert found.sentences_on("alpha") == [
        "If alpha counted for only 35 of 100 instead of 45, C would come first.",
        "If alpha counted for 56 of 100 instead of 45, B would come first.",
    ]
    assert found.sentences_on("gamma") == ["A stays first whatever weight gamma has."]
    assert look((80, 20)).sentences_on("alpha") == look((80, 20)).sentences()


def test_a_weight_that_hardly_moves_is_not_told():
    found = look((90, 89, 0), (0, 0, 95), alpha=5, beta=80, gamma=15)
    assert (
        "The smallest change of weights that brings B level: 28 points from beta and 5 points from alpha,"
        in " ".join(found.sentences())
    )
    assert "33 points from beta over to gamma" in " ".join(
        look((90, 89, 0), (0, 0, 95), alpha=0.3, beta=84.7, gamma=15).sentences()
    )


def test_a_whole_weight_is_where_they_are_level_so_it_takes_more():
    found = look((80, 20), (40, 60), alpha=80, beta=20)
    level, beyond = (means(at_share(found.scores, "beta", share)) for share in (0.5, 0.51))
    assert level["A"] == pytest.approx(level["B"])
    assert beyond["A"] < beyond["B"]
    assert found.sentences_on("beta") == ["If beta counted for more than 50 of 100 instead of 20, B would come first."]


@pytest.mark.parametrize("rows", [[(80, 20)], [(None, None), (None, None)], [(60, 40), (40, 60)]])
def test_without_a_first_the_table_says_nothing_of_one(rows):
    found = look(*rows, alpha=1, beta=1)
    assert found.heading() == "What could change who comes first"
    assert found.shown() == [("", "Counts for now"), ("alpha", "50"), ("beta", "50")]
    assert found.notes() == tuple(found.sentences())
    assert not any(text in str(found) for text in ("before A", "Stays first", "nobody else"))


def test_the_table_for_people():
    found = look((60, 60), (100, 0), (0, 100), alpha=45, beta=55)
    assert found.shown() == [
        ("", "Counts for now", "Stays first at", "Beyond that, first"),
        ("alpha", "45", "40 to 60", "below: C; above: B"),
        ("beta", "55", "40 to 60", "below: B; above: C"),
    ]
    assert found.heading() == "What would put another opinion before A"
    assert found.notes()[:-1] == tuple(found.sentences())


def test_a_table_of_pandas():
    table = look((80, 20), (40, 70), alpha=80, beta=20).table()
    assert table["criterion"].tolist() == ["alpha", "beta"]
    assert table["stays_first_low"].tolist() == pytest.approx([50 / 90, 0])


def test_the_tables_for_analysts():
    found = look((80, 20), (40, 70), alpha=80, beta=20)
    assert found.rows()[0] == {
        "criterion": "alpha", "share": 0.8, "stays_first_low": pytest.approx(50 / 90), "stays_first_high": 1.0,
        "first_below": "B", "first_above": None,
    }  # fmt: skip
    assert found.answer_rows()[0] == {
        "opinion": "A", "criterion": "alpha", "attribute": None, "given": 80.0, "flips_at": pytest.approx(52.5), "to": "B",
        "move": pytest.approx(-27.5), "possible": False,
    }  # fmt: skip


@given(scored())
def test_the_table_names_only_weights_at_which_the_first_stays_first(scores):
    found = what_if(scores)
    assume(found.one_first)
    for (_, now, stays, _), flip in zip(found.shown()[1:], found.weights.values(), strict=True):
        low, high = map(int, stays.split(" to "))
        assert low <= int(now) <= high
        assert low / 100 >= flip.low - 1e-9 or low == int(now)
        assert high / 100 <= flip.high + 1e-9 or high == int(now)
