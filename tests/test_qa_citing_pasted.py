"""What is pasted is parted into words and reference, and words that lines break are whole again."""

from __future__ import annotations

import time

import pytest

from qa.citing.pasted import Pasted, unbroken, ways_to_read


@pytest.mark.parametrize(
    ("pasted", "likeliest"),
    [
        ("“Yes.” (A report, page 2)", Pasted("Yes.", "A report, page 2", is_marked=True)),
        ("“Yes.” (A report) https://a.example/b", Pasted("Yes.", "A report", is_marked=True)),
        ("'Yes.'", Pasted("Yes.")),
        ("“Yes.” A report, p9.", Pasted("Yes.", "A report, p9")),
        ("A report: “Yes.”", Pasted("Yes.", "A report")),
        ("Yes (or no). (A report (2021), page 2)", Pasted("Yes (or no).", "A report (2021), page 2")),
        ("Yes.", Pasted("Yes.")),
        ("“Yes.” (The children’s report)", Pasted("Yes.", "The children’s report", is_marked=True)),
        ("“Yes.” (The inspectors’ report)", Pasted("Yes.", "The inspectors’ report", is_marked=True)),
        ('"Yes." (The children\'s report)', Pasted("Yes.", "The children's report", is_marked=True)),
        ("‘The town’s pool.’ (The children’s report)", Pasted("The town’s pool.", "The children’s report", True)),
        ("“The “new” pool.” The children’s report, p9", Pasted("The “new” pool.", "The children’s report, p9")),
        ('The children\'s report: "Yes."', Pasted("Yes.", "The children's report")),
        ("The children's report: 'Yes.'", Pasted("Yes.", "The children's report")),
    ],
)
def test_the_likeliest_way_to_read_it_comes_first_and_all_of_it_as_words_last(pasted: str, likeliest: Pasted) -> None:
    ways = list(ways_to_read(pasted))
    assert ways[0] == likeliest
    assert ways[-1] == Pasted(pasted)


@pytest.mark.parametrize(
    "pasted", ["“Yes.” (“On the pool”, page 2)", "‘Yes.’ (‘On the pool’, page 2)", "‘Yes.’ (The inspectors’ report)"]
)
def test_a_reference_with_quotation_marks_in_it_is_read_too(pasted: str) -> None:
    assert "Yes." in [way.words for way in ways_to_read(pasted)]


def test_broken_words_are_joined_as_the_text_has_them() -> None:
    assert unbroken("chil-\ndren’s well-\r\nbeing", "children’s well-being") == "children’s well-being"
    assert unbroken("pre- and post-war", "pre- and post-war") == "pre- and post-war"


def test_a_long_word_is_read_in_no_time_in_each_of_many_places() -> None:
    began = time.process_time()
    for _ in range(60):
        unbroken("a" * 4000, "a text")
    assert time.process_time() - began < 2


@pytest.mark.parametrize("unit", ["“a”", "(", "a (b) ", "a- ", "‘", "http://"])
def test_the_longest_that_may_be_pasted_is_read_at_once(unit: str) -> None:
    began = time.process_time()
    list(ways_to_read((unit * 4000)[:4000]))
    assert time.process_time() - began < 2
