"""Postings: what counts as a word, and scores a reader can check."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import Postings, stems, words, write_postings


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert [word.stem for word in found] == stems(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(stems(text[word.start : word.end]) == [word.stem] for word in found)


def test_forms_of_a_word_meet_in_one_stem() -> None:
    assert stems("Children’s services") == stems("children's SERVICE") == ["children", "servic"]
    assert stems("Café") == stems("cafe")
    assert stems("When was it?") == []


def test_the_passage_with_the_rarer_word_scores_higher(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["inspection of services", "inspection rated inadequate", "inspection"])
    postings = Postings(tmp_path / "text")
    scores = postings.scores(stems("inadequate inspection"))
    assert int(np.argmax(scores)) == 1
    assert scores.shape == (3,) and (scores >= 0).all()
    assert [postings.frequency(stem) for stem in stems("inspection inadequate absent")] == [3, 1, 0]


def test_unknown_words_score_nothing(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["one", "two"])
    assert not Postings(tmp_path / "text").scores(["zzz"]).any()


def test_passages_with_no_words_at_all_can_be_indexed(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["…", "!"])
    assert not Postings(tmp_path / "text").scores(stems("anything")).any()
