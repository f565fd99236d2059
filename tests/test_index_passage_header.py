"""What tells a passage from one of another document stands in front of what the encoder is fed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.document import Document, Passage
from index.passage_header import encoder_text, passage_header

DOCUMENT = Document("a", "Plan", "x", "Vale", None, date(2021, 5, 4), "text/plain", "0" * 64, (), ())
PASSAGE = Passage("a", 0, 8, "The text", "Schools > Places", None, None)


def test_a_header_is_title_publisher_day_and_headings() -> None:
    assert passage_header(DOCUMENT, PASSAGE) == "Plan. Vale. 4 May 2021. Schools > Places"
    bare = replace(DOCUMENT, source=None, published=None)
    assert passage_header(bare, replace(PASSAGE, heading="")) == "Plan"


def test_the_encoder_is_fed_the_header_in_front_of_the_text() -> None:
    assert encoder_text(DOCUMENT, PASSAGE) == "Plan. Vale. 4 May 2021. Schools > Places\nThe text"


def test_what_leads_into_a_passage_is_part_of_its_header_and_never_crowded_out() -> None:
    led = replace(PASSAGE, context="The council will:")
    assert passage_header(DOCUMENT, led) == "Plan. Vale. 4 May 2021. Schools > Places. The council will:"
    assert encoder_text(DOCUMENT, led) == "Plan. Vale. 4 May 2021. Schools > Places\nThe council will:\nThe text"
    name, context, text = encoder_text(replace(DOCUMENT, title="a" * 300), replace(led, context="b" * 300)).split("\n")
    assert (name, context, text) == ("a" * 100, "b" * 100, "The text")


def test_a_document_without_a_day_of_publication_is_called_by_the_day_it_is_of() -> None:
    of_a_day = replace(DOCUMENT, published=None, dated=date(2020, 2, 3), dated_basis="meeting")
    assert passage_header(of_a_day, PASSAGE) == "Plan. Vale. 3 February 2020. Schools > Places"


def test_a_long_header_is_cut_by_its_bytes_and_never_within_a_character() -> None:
    header, _, text = encoder_text(replace(DOCUMENT, title="ü" * 300), PASSAGE).partition("\n")
    assert header == "ü" * 100 and text == "The text"
    header, _, _ = encoder_text(replace(DOCUMENT, title="a" + "ü" * 300), PASSAGE).partition("\n")
    assert header == "a" + "ü" * 99


def test_the_encoder_is_fed_what_people_would_type() -> None:
    passage = replace(PASSAGE, text="The com\u00adte", end=10)
    assert encoder_text(replace(DOCUMENT, title="Cafe\u0301"), passage).endswith("\nThe comte")
    assert encoder_text(replace(DOCUMENT, title="Cafe\u0301"), passage).startswith("Café. ")


def test_a_long_caption_never_crowds_out_the_header_row_beside_it() -> None:
    for caption in ("Table 1: votes " * 20, "Tafel ü " * 30, "說明" * 90):
        led = replace(PASSAGE, context=f"{caption} > Ward | 2019")
        _, context, _ = encoder_text(DOCUMENT, led).split("\n")
        assert context.endswith("> Ward | 2019") and context.startswith(caption[:5])
        assert len(context.encode()) <= 100
