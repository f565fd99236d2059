"""Features of spans: a window made by hand, of which each feature can be reckoned."""

from __future__ import annotations

import math

import numpy as np
import pytest

from corpus.language.kinds import AnswerType, Span
from qa.features.spans import SPAN_FEATURES, ReadText, span_features

TEXT = "Rain fell. The roof costs 40 pounds."
TOKENS = [(0, 4), (5, 9), (9, 10), (11, 14), (15, 19), (20, 25), (26, 28), (29, 35), (35, 36)]
SENTENCES = {(0, 10): 0.0, (11, 36): 0.5}


def known(span: Span, kind: AnswerType = "number", terms: int = 10) -> dict[str, float]:
    likely = np.log(np.arange(1, 19, dtype=np.float32).reshape(9, 2) / 40)
    idf = {"roof": 1.0, "cost": 1.0, **{f"x{n}": 0.0 for n in range(terms - 3)}, "slate": 2.0}
    window = ReadText(TEXT, np.array(TOKENS), likely, SENTENCES, ((26, 35),), idf, kind)
    found = span_features(window, [span, (0, 10)])
    assert found.shape == (2, len(SPAN_FEATURES))
    return dict(zip(SPAN_FEATURES.names, found[0].tolist(), strict=True))


def test_a_value_of_two_words() -> None:
    found = known((26, 35))
    likely = np.log(np.arange(1, 19, dtype=np.float32).reshape(9, 2) / 40)
    assert found["liked"] == pytest.approx((likely[6, 0] + likely[7, 1]) / 10)
    assert found["begins_within"] == pytest.approx(np.exp(likely[6:8, 0]).sum())
    assert found["length"] == found["length_number"] == pytest.approx(math.log(2))
    assert found["is_value"] == found["holds_value"] == 1.0 and found["one_word"] == 0.0
    assert found["sentence"] == found["begins_sentence"] == 0.0 and found["ends_sentence"] == 1.0
    assert found["around_asked"] == 0.5 and found["around_best"] == 1.0 and found["sentences_more"] == 0.0
    assert found["asked_share"] == found["asked_words"] == found["sentence_asked"] == found["sentence_best"] == 0.0
    unsure = -float((likely[:, 0].max() + likely[:, 1].max()) / 2)
    assert found["length_unsure"] == pytest.approx(math.log(2) * unsure)
    assert found["length_long_question"] == pytest.approx(math.log(2) * math.log(10 / 5))


def test_a_whole_sentence() -> None:
    found = known((11, 36))
    assert found["sentence"] == found["sentence_number"] == found["begins_sentence"] == found["ends_sentence"] == 1.0
    assert found["sentence_asked"] == 0.5 and found["sentence_best"] == 1.0
    assert found["holds_value"] == 1.0 and found["is_value"] == 0.0
    assert found["asked_share"] == 0.5 and found["asked_words"] == 0.5
    assert found["sentence_long_question"] == pytest.approx(math.log(2)) and found["sentence_unsure"] > 0
    assert known((0, 10))["sentence_best"] == 0.0


def test_a_span_over_two_sentences() -> None:
    found = known((5, 19))
    assert found["sentences_more"] == 1.0 and found["around_asked"] == 0.5 and found["around_best"] == 1.0
    assert found["begins_sentence"] == found["ends_sentence"] == found["holds_value"] == 0.0


def test_a_span_is_a_value_where_that_is_most_of_it() -> None:
    assert known((20, 35))["is_value"] == 1.0, "9 of 15 characters"
    assert known((19, 35))["is_value"] == 0.0, "9 of 16 characters"
    assert known((26, 28))["holds_value"] == 0.0 and known((26, 28))["one_word"] == 1.0


def test_lengths_and_sentences_are_told_for_the_kind_that_is_wanted_alone() -> None:
    for kind in ("date", "other"):
        found = known((11, 36), kind)
        assert found["length_number"] == found["sentence_number"] == 0.0
        assert (found.get(f"length_{kind}", 0.0) > 0) == (kind == "date")
