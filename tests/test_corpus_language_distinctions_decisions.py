"""Decisions: what was considered is not what was decided, where the sentences after it tell that."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.decisions import only_considers

PARK = "Two sites for the skate park were considered, the quarry and the glebe."


@pytest.mark.parametrize(
    ("question", "sentence", "following", "only"),
    [
        ("What was decided about the skate park?", PARK, "The council chose the glebe.", True),
        (
            "What did the board decide on visiting?",
            "The matron presented a paper.",
            "It was agreed to end at 8pm.",
            True,
        ),
        ("outcome of the request for a bin", "A request for a bin was discussed.", "Declined because of cost.", True),
        ("What was resolved about the lease?", "The tenants asked for ten years.", "RESOLVED to offer five.", True),
        ("What did they agree on the courts?", "Cllr Moor reported that they leak.", "It was agreed to wait.", True),
        ("What was considered for the skate park?", PARK, "The council chose the glebe.", False),
        ("Which options were there for the skate park?", PARK, "The council chose the glebe.", False),
        ("Who decided about the skate park?", PARK, "The council chose the glebe.", False),
        ("What was decided about the skate park?", PARK, "Members thanked the clerk.", False),
        ("What was decided about the skate park?", "It was considered and refused.", "The bin was agreed.", False),
        ("What was decided about the bench?", "To put a bench at the pond.", "Agreed.", False),
        ("What was decided about the bench?", "After quotes were considered Moor Ltd was appointed.", "Agreed.", False),
        ("What was decided about the tree?", "Options were heard, and members voted to keep it.", "Agreed.", False),
        ("What was decided about the bench?", "The bench was discussed and will be mended.", "Agreed.", False),
    ],
)
def test_what_was_considered_is_no_decision_where_that_follows(
    question: str, sentence: str, following: str, only: bool
) -> None:
    assert only_considers(question, sentence, following) is only
