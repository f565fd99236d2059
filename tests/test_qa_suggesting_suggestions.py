"""What may be typed is suggested: questions, names and titles, and never more than a page can carry."""

from __future__ import annotations

from qa.suggesting.suggestions import MOST, MOST_CHARS, suggestions
from tests.builds import document_meta


def test_questions_names_and_titles_are_suggested_each_once_the_newest_first() -> None:
    metadata = [
        document_meta(0, "Report on Slough", "Ofsted", labels=(("authority", "Slough"),)),
        document_meta(1, "An old  policy", "Council", day=1),
        document_meta(2, "A new policy", "council", day=9),
        document_meta(3, "x" * 101),
        document_meta(4, "a NEW policy", day=3),
    ]
    assert suggestions(metadata, ["How was Slough rated?"]) == (
        "How was Slough rated?",
        "Slough",
        "Council",
        "Ofsted",
        "A new policy",
        "An old policy",
    )


def test_there_are_never_more_than_a_page_can_carry() -> None:
    many = suggestions([document_meta(number, f"Title {number}") for number in range(400)])
    assert len(many) == MOST
    long = suggestions([document_meta(number, f"{number:03} {'long ' * 19}") for number in range(400)])
    assert MOST_CHARS - 100 < sum(map(len, long)) <= MOST_CHARS
    names = [document_meta(number, "", f"Publisher {number:03}") for number in range(400)]
    assert len(suggestions(names)) == 100
