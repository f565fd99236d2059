"""The tables of words say where they come from, and make patterns that match what they list."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.vocabulary import COUNTS, UNIT, alternatives, any_of, first_of, load

TABLES = sorted((Path(__file__).parents[1] / "corpus" / "language" / "en").glob("*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_each_table_says_what_it_is_and_where_its_words_come_from(path: Path) -> None:
    text = path.read_text("utf-8")
    comment = text.partition("\n\n")[0]
    assert text.startswith("# ") and "ource" in comment
    assert load(path.stem) == tomllib.loads(text)
    assert load(path.stem) is load(path.stem)


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="weather"):
        load("weather")


@given(st.lists(st.text(alphabet="ab c.+-", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=6))
def test_alternatives_match_each_word_whole_and_nothing_else(words: list[str]) -> None:
    pattern = re.compile(alternatives(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not pattern.fullmatch("abc d")


def test_the_longest_alternative_is_taken_first_and_a_space_is_any_white_space() -> None:
    assert re.findall(alternatives(["as", "as a", "at"]), "as\n a at as") == ["as\n a", "at", "as"]
    assert re.findall(any_of(["no", "no[.]"]), "no. no") == ["no.", "no"]


@given(st.lists(st.sampled_from(["who", "what", "whoever", "next", "?", ".", "\n", ","]), max_size=9).map(" ".join))
def test_what_follows_the_first_word_of_a_question_is_what_follows_any(question: str) -> None:
    words = "(?:who|what)"
    any_one, first = re.compile(rf"\b{words}\b[^?]*\bnext\b"), re.compile(rf"{first_of(words)}[^?]*\bnext\b")
    assert (any_one.search(question) is None) is (first.search(question) is None)


def test_shared_words_come_from_the_tables() -> None:
    assert COUNTS["zero"] == 0 and COUNTS["nineteen"] == 19 and len(COUNTS) == 20
    assert all(re.fullmatch(UNIT, unit) for unit in ("people", "miles", "km2", "µg", "euros", "points"))
    assert not re.match(UNIT, "peoples")
