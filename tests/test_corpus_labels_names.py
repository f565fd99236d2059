"""Proper names are found in words and cut to what they name."""

from __future__ import annotations

import re

import pytest

from corpus.labels import shipped_labels

NAMES = shipped_labels().names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("to Thornby", "Thornby"),
        ("to North East Thornby and Weir and so on", "North East Thornby and Weir"),
        ("to Stoke-on-Weir", "Stoke-on-Weir"),
        ("to the Vale of the White Hart today", "Vale of the White Hart"),
        ("to Bath and North East Thornby", "Bath and North East Thornby"),
        ("to Leader of Thornby", "Leader"),
    ],
)
def test_a_name_reaches_as_far_as_its_capitals_and_small_words(words: str, name: str) -> None:
    match = re.search(rf"to {NAMES.last}", words, re.I)
    assert match and match["name"] == name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("London Borough of Thornby", "Thornby"),
        ("The Royal Borough of Thornby", "Thornby"),
        ("Thornby City Council", "Thornby"),
        ("THORNBY AND WEIR", "Thornby and Weir"),
        ("HMRC", "HMRC"),
        ("Thornby\nand Weir", "Thornby and Weir"),
        ("Executive", ""),
        ("Adopted by Thornby", ""),
        ("ADOPTED BY", ""),
        ("Policy Written by Thornby", ""),
        ("Next Meeting", ""),
        ("Weir by Sands", "Weir by Sands"),
        ("Presteigne", "Presteigne"),
    ],
)
def test_what_kind_of_body_it_is_is_left_out(name: str, bare: str) -> None:
    assert NAMES.bare(name) == bare
