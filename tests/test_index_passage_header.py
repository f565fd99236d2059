"""What tells a passage from one of another document stands in front of what the encoder is fed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.document import Document, Passage
from index.passage_header import encoder_text, passage_header

DOCUMENT = Document("a", "Plan", "x", "Vale", None, date(2021, 5, 4), "text/plain", "0" * 64, (), ())
PASSAGE = Passage("a", 0, 8, "The text", "Schools > Places", None, 1)


def test_a_header_is_title_publisher_day_and_headings() -> None:
    assert passage_header(DOCUMENT, PASSAGE) == "Plan. Vale. 4 May 2021. Schools > Places"
    bare = replace(DOCUMENT, source=None, published=None)
    assert passage_header(bare, replace(PASSAGE, heading="")) == "Plan"


def test_the_encoder_is_fed_the_header_in_front_of_the_text() -> None:
    assert encoder_text(DOCUMENT, PASSAGE) == "Plan. Vale. 4 May 2021. Schools > Places\nThe text"


def test_a_long_header_is_cut_by_its_bytes_and_never_within_a_character() -> None:
    header, _, text = encoder_text(replace(DOCUMENT, title="ü" * 300), PASSAGE).partition("\n")
    assert header == "ü" * 100 and text == "The text"
    header, _, _ = encoder_text(replace(DOCUMENT, title="a" + "ü" * 300), PASSAGE).partition("\n")
    assert header == "a" + "ü" * 99
