"""What was asked for is not what was given."""

from __future__ import annotations

import pytest

from corpus.language.amounts.requested import only_requested


@pytest.mark.parametrize(
    ("question", "sentence", "requested"),
    [
        ("How much did the band get?", "The band had asked for £600.", True),
        ("How much was the band given?", "The band applied for a grant of £600.", True),
        ("How much did the band get?", "The band got £600.", False),
        ("How much did the band get?", "The band asked for help, and got £600.", False),
        ("How much did the band get?", "The band applied for £600 and got it all.", False),
        ("How much did the band get?", "The band asked for £600, which was granted.", False),
        ("How much did the band get?", "The band asked for £600 and got £90.", True),
        ("How much did the band get?", "The band asked for £600, which it never got.", True),
        ("How much did the band get?", "The band asked for £600 for drums: agreed.", False),
        ("How much did the band get?", "The band asked for £600 for drums; this was approved in full.", False),
        ("How much did the band get?", "The band asked for £600 for drums: agreed up to £200.", True),
        ("How much did the band get?", "The band asked for £600 for drums: not agreed.", True),
        ("How much did the band ask for?", "The band had asked for £600.", False),
        ("How much did the trip cost?", "The band had asked for £600.", False),
    ],
)
def test_what_was_asked_for_is_not_what_was_given(question: str, sentence: str, requested: bool) -> None:
    assert only_requested(question, sentence, sentence.index("£")) is requested
