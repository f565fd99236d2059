"""The codes of symbol fonts become the signs that they show."""

from __future__ import annotations

import pytest

from corpus.word.symbols import symbol, without_codes


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F061", "α"),
        ("symbol", "0061", "α"),
        ("Symbol", "F057", "Ω"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0B1", "±"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F0D0", "∠"),
        ("Symbol", "F0D6", "√"),
        ("Symbol", "F0E5", "∑"),
        ("Symbol", "F0DE", "⇒"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "F08C", "❶"),
        ("Wingdings 2", "F052", "☑"),
        ("Webdings", "F061", "✓"),
        ("Wingdings", "F020", ""),
        ("Arial", "2713", "✓"),
        ("Arial", "F0B7", "•"),
        ("Arial", "F0C5", ""),
        ("Arial", "D800", ""),
        ("Arial", "0007", ""),
        ("Symbol", "no code", ""),
    ],
)
def test_signs(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


def test_codes_in_a_text() -> None:
    assert without_codes("a \uf0b3 b \uf0b7", "Symbol") == "a ≥ b •"
    assert without_codes("\uf0b7 item \uf0c5", "") == "• item \uf0c5"
    assert without_codes("plain", "Symbol") == "plain"
