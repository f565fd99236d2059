"""Words broken at line ends are made whole; words with a hyphen keep it."""

from __future__ import annotations

from tests.drawn_pdf import Pages, document


def test_words_broken_at_line_ends_are_mended_and_hyphens_kept() -> None:
    pages = Pages()
    y = pages.write(
        "The improvement was clear to all who came, and it was said that the improve-",
        "ment would last. A multi-agency team meets each week; so does another multi-",
        "agency team in the next town.",
    )
    pages.write("Every improvement counts.", y=y - 12)
    text = document(pages.data()).text
    assert "said that the improvement would last" in text
    assert "another multi-agency team" in text
