"""What stands right before a place in a text, and a text in small letters."""

from __future__ import annotations

import re

_BEFORE_CHARS = 24


def before(pattern: re.Pattern[str], text: str, start: int, chars: int = _BEFORE_CHARS) -> bool:
    """Whether what stands right before a place in a text is as a pattern, which ends in "$", says."""
    return bool(pattern.search(text, max(0, start - chars), start))


def in_small_letters(text: str) -> str:
    """A text in lower case, or as it is where that would move its characters."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text
