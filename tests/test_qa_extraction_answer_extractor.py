"""The answer extractor: the words that answer are whole, and stand where the reader says an answer does."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.kinds import AnswerType, Span
from corpus.language.sentences import sentences
from index.seams import RerankOutput
from qa.extraction.answer_extractor import AnswerExtractor, load_answer_extractor, proposed_spans
from qa.features.spans import SPAN_FEATURES

KINDS: tuple[AnswerType, ...] = ("date", "person", "number", "rating", "list", "reason", "yes_no", "other")
LIKES = AnswerExtractor(dict.fromkeys(SPAN_FEATURES.names, 0.0) | {"liked": 1.0}, 0.0, {})
"""Likes tokens whose first number is great to begin an answer, and those whose second is to end it."""


def whole(text: str) -> list[Span]:
    """The sentences of a text."""
    return [span for span in sentences(text) if any(map(str.isalnum, text[slice(*span)]))] or [(0, len(text))]


def read(text: str, first: str, last: str, pieces: int = 100) -> RerankOutput:
    """A text read so that answers begin and end with these tokens, which are words cut to so many characters."""
    tokens = [
        (start, min(start + pieces, word.end()))
        for word in re.finditer(r"\w+|[^\w\s]", text)
        for start in range(word.start(), word.end(), pieces)
    ]
    scores = [[9.0 * (text[slice(*token)] == first), 9.0 * (text[slice(*token)] == last)] for token in tokens]
    return RerankOutput(
        0.0, np.array(tokens, dtype=np.int64).reshape(-1, 2), np.array(scores, dtype=np.float32).reshape(-1, 2)
    )


@pytest.mark.parametrize(
    ("text", "first", "last", "kind", "quoted"),
    [
        ("The board is chaired by Ada Moor, who lives in Wendham.", "Ada", "Moor", "other", "Ada Moor"),
        ("Café Réunion opened; the café’s owner is Zoë Ålund.", "Zoë", "Ålund", "person", "Zoë Ålund"),
        ("It was judged inadequate in July 2022 by inspectors.", "2022", "2022", "date", "July 2022"),
        ("It was judged inadequate in July 2022 by inspectors.", "2022", "2022", "other", "2022"),
        ("Of 40 visits, about 12 per cent were late.", "12", "12", "number", "12 per cent"),
    ],
)
def test_words_that_the_reader_likes_are_quoted_and_no_value_is_cut(
    text: str, first: str, last: str, kind: AnswerType, quoted: str
) -> None:
    start, end = LIKES.quote(text, whole(text), read(text, first, last), {}, kind)
    assert quoted in text[start:end] and len(text[start:end]) <= len(quoted) + len("about ")


def test_a_word_is_quoted_whole_where_the_reader_likes_a_piece_of_it() -> None:
    text = "Unparished Wolverhampton answered."
    start, end = LIKES.quote(text, whole(text), read(text, "rhamp", "ton", pieces=5), {}, "other")
    assert text[start:end] == "Wolverhampton"


def test_without_a_liking_sentences_may_still_be_chosen() -> None:
    text = "One sentence stands here. Another stands there."
    plain = AnswerExtractor(dict.fromkeys(SPAN_FEATURES.names, 0.0) | {"sentence": 1.0, "sentence_asked": 1.0}, 0.0, {})
    start, end = plain.quote(text, whole(text), read(text, "", ""), {"anoth": 1.0}, "other")
    assert text[start:end] == "Another stands there."


TEXTS = st.text(alphabet='ab 1.2,\n£é-()[]“”"’', min_size=1, max_size=80).filter(lambda text: re.search(r"\w", text))


@given(text=TEXTS, kind=st.sampled_from(KINDS), seed=st.integers(0, 9))
def test_spans_stand_in_the_text_once_each_and_cut_no_word(text: str, kind: AnswerType, seed: int) -> None:
    tokens = read(text, "", "", pieces=2).tokens
    likings = np.random.default_rng(seed).normal(size=(len(tokens), 2)).astype(np.float32)
    spans, features = proposed_spans(text, whole(text), tokens, likings, {"a": 1.0}, kind)
    assert (
        spans
        and len(set(spans)) == len(spans)
        and features.shape == (len(spans), len(SPAN_FEATURES))
        and np.isfinite(features).all()
    )
    for start, end in spans:
        assert (
            0 <= start < end <= len(text)
            and text[start:end] == text[start:end].strip()
            and re.search(r"\w", text[start:end])
        )
        assert not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
            text[end - 1].isalnum() and text[end : end + 1].isalnum()
        )


def test_the_shipped_extractor_has_a_weight_for_each_feature() -> None:
    extractor = load_answer_extractor()
    assert set(extractor.span_weights) == set(SPAN_FEATURES.names) and extractor.training["held_out_f1"]


def torn_read(text: str, *likings: float) -> RerankOutput:
    """A text of which each sentence begins with a capital, liked so much there."""
    tokens = np.array([word.span() for word in re.finditer(r"\w+", text)], dtype=np.int64)
    starts = iter(likings)
    scores = [[next(starts)] * 2 if text[start].isupper() else [-9.0] * 2 for start, _ in tokens.tolist()]
    return RerankOutput(0.0, tokens, np.array(scores, dtype=np.float32))


@pytest.mark.parametrize(
    ("likings", "expected"),
    [
        ((3.0, 3.0, 0.0), "One is here. Two is there."),
        ((0.0, 3.0, 3.0), "Two is there. Three is gone."),
        ((2.9, 3.0, 2.8), "One is here. Two is there."),
        ((0.0, 5.0, 0.0), None),
        ((-9.0, 3.0, -9.0), None),
    ],
)
def test_two_sentences_are_quoted_where_the_reader_is_torn(
    likings: tuple[float, float, float], expected: str | None
) -> None:
    text = "One is here. Two is there. Three is gone."
    torn = AnswerExtractor({}, 0.6, {})
    pair = torn.with_neighbour(text, whole(text), torn_read(text, *likings), (13, 16))
    assert (pair and text[slice(*pair)]) == expected


def test_nothing_is_quoted_of_what_may_not_be_nor_across_it() -> None:
    text = "Leave\n\nIt is paid.\n\nTravel\n\nGo by train."
    quotable = [(7, 18), (28, 40)]
    start, end = LIKES.quote(text, quotable, read(text, "Leave", "Leave"), {}, "other")
    assert text[start:end] in ("It is paid.", "Go by train.")
    tokens = read(text, "", "").tokens
    even = RerankOutput(0.0, tokens[:5], np.zeros((5, 2), dtype=np.float32))
    assert AnswerExtractor({}, 1.0, {}).with_neighbour(text, quotable, even, (7, 9)) is None
    assert AnswerExtractor({}, 1.0, {}).with_neighbour(text, [(0, 5), (7, 18)], even, (7, 9)) is None, "of two blocks"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It is paid. Go home.", (0, 20)), ("It is paid. Is it long?", None), ("Is it paid? It is so.", (0, 21))],
)
def test_the_next_question_is_not_quoted_with_an_answer(text: str, expected: Span | None) -> None:
    torn = AnswerExtractor({}, 1.1, {})
    start = 0 if "home" in text or "long" in text else 12
    tokens = read(text, "", "").tokens
    even = RerankOutput(0.0, tokens, np.zeros((len(tokens), 2), dtype=np.float32))
    assert torn.with_neighbour(text, [(0, 11), (12, len(text))], even, (start, start + 2)) == expected


@pytest.mark.parametrize(("beside", "expected"), [(0.5, None), (2.0, (0, 26))])
def test_a_sentence_that_is_hardly_likely_is_not_quoted_with_the_one_beside_it(
    beside: float, expected: Span | None
) -> None:
    text = "One is here. Two is there. Three is gone."
    torn = AnswerExtractor({}, 0.6, {})
    assert torn.with_neighbour(text, whole(text), torn_read(text, 3.0, beside, 3.2), (0, 3)) == expected
