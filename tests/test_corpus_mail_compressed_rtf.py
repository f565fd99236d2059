"""Outlook's compressed rich text is unpacked byte for byte, and damaged text stops nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mail.compressed_rtf import decompress
from tests.made_msg import packed_rtf

# The example of [MS-OXRTFCP], section 4.1.
EXAMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)


def test_the_example_of_the_specification_is_unpacked() -> None:
    assert decompress(EXAMPLE) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@pytest.mark.parametrize("squeeze", [True, False])
@given(text=st.binary(max_size=300))
def test_what_is_packed_is_unpacked(text: bytes, squeeze: bool) -> None:
    assert decompress(packed_rtf(text, squeeze=squeeze)) == text


def test_runs_that_reach_into_what_they_write_are_repeated() -> None:
    assert decompress(packed_rtf(b"{\\rtf1 " + b"WXYZ" * 40 + b"}")) == b"{\\rtf1 " + b"WXYZ" * 40 + b"}"


@given(st.binary(max_size=200))
def test_damaged_text_gives_some_bytes(data: bytes) -> None:
    assert isinstance(decompress(data), bytes)
    assert isinstance(decompress(packed_rtf(b"words")[:16] + data), bytes)


def test_text_too_long_is_not_unpacked() -> None:
    assert decompress(b"\0\0\0\0" + (60_000_000).to_bytes(4, "little") + b"LZFu" + bytes(40)) == b""
