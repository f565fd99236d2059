"""Postings: what counts as a word, and scores a reader can check."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.words import stems, words
from index.lexical import BM25Index, write_postings


@given(
    st.lists(st.text(alphabet="ab 12\n'é-.", max_size=60), min_size=1, max_size=6),
    st.text(alphabet="ab 12c", max_size=20),
    st.data(),
)
def test_what_is_kept_of_passages_is_what_their_texts_say(texts: list[str], question: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1))
    wanted = set(stems(question))
    with tempfile.TemporaryDirectory() as folder:
        write_postings(Path(folder) / "text", texts)
        kept = BM25Index(Path(folder) / "text").found(np.array(rows), wanted)
    for row, found in zip(rows, kept, strict=True):
        own = words(texts[row])
        assert (found.words, found.numerals) == (len(own), sum(word.stem.isdecimal() for word in own))
        assert found.places == [(place, word.stem, word.start) for place, word in enumerate(own) if word.stem in wanted]


def test_words_far_into_a_long_passage_are_kept(tmp_path: Path) -> None:
    text = " ".join(f"w{number}" for number in range(70_000))
    write_postings(tmp_path / "text", [text])
    (found,) = BM25Index(tmp_path / "text").found(np.array([0]), {"w69999"})
    assert found.places == [(69_999, "w69999", text.index("w69999"))]


def test_the_passage_with_the_rarer_word_scores_higher(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["inspection of services", "inspection rated inadequate", "inspection"])
    postings = BM25Index(tmp_path / "text")
    scores = postings.scores(stems("inadequate inspection"))
    assert int(np.argmax(scores)) == 1
    assert scores.shape == (3,) and (scores >= 0).all()
    assert [postings.frequency(stem) for stem in stems("inspection inadequate absent")] == [3, 1, 0]


def test_unknown_words_score_nothing(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["one", "two"])
    assert not BM25Index(tmp_path / "text").scores(["zzz"]).any()


def test_passages_with_no_words_at_all_can_be_indexed(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["…", "!"])
    assert not BM25Index(tmp_path / "text").scores(stems("anything")).any()
