"""Text as it is searched: as people type it, whatever the characters it is written with.

Accents that are characters of their own, soft hyphens, characters that cannot be seen, ligatures, full-width forms, and
UTF-8 that was once read as Windows-1252 ("councilâ€™s") give way to what a person would type. What is shown and cited
stays as it is: every place in a folded text leads back to one in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from corpus.language.kinds import Span

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_COMPATIBLE = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
_APOSTROPHES = "\u00b4\u02bc\u2032\u201b"
_UNUSUAL = re.compile(f"[{_UNSEEN}{_MARKS}{_COMPATIBLE}{_APOSTROPHES}\u00c2-\u00f4]")
"""What a text that is left as it is has none of; the last are how misread UTF-8 begins, and accented letters too."""
_TRAIL = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_MISREAD = re.compile(f"[\u00c2-\u00df][{_TRAIL}]|[\u00e0-\u00ef][{_TRAIL}]{{2}}|[\u00f0-\u00f4][{_TRAIL}]{{3}}")


RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits as they are written where they are printed raised, so that they stay apart from what stands before them."""
PLAIN_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""Small letters that Unicode does not take apart, as people type them."""


class Folded(NamedTuple):
    """A text as it is searched.

    Attributes:
        text: the folded text.
        offsets: where each of its characters, and its end, stands in the text itself; None where nothing was changed.
    """

    text: str
    offsets: list[int] | None

    def span(self, start: int, end: int) -> Span:
        """A span of the folded text as one of the text itself."""
        return (start, end) if self.offsets is None else (self.offsets[start], self.offsets[end])


def fold(text: str) -> Folded:
    """Fold a text and keep where everything stood, which takes some memory for each character."""
    if not _may_change(text):
        return Folded(text, None)
    folded = Folded(text, None)
    for pattern, change in _steps(text):
        folded = _changed(folded, pattern, change)
    return folded


def searchable(text: str) -> str:
    """The folded text alone."""
    if _may_change(text):
        for pattern, change in _steps(text):
            text = pattern.sub(lambda match, change=change: change(match.group()), text)  # type: ignore[misc]
    return text


def _may_change(text: str) -> bool:
    return not text.isascii() and _UNUSUAL.search(text) is not None


def _changed(folded: Folded, pattern: re.Pattern[str], change: Callable[[str], str]) -> Folded:
    """A folded text with one more change made wherever a pattern fits."""
    text = folded.text
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in pattern.finditer(text):
        old, new = match.group(), change(match.group())
        if new == old:
            continue
        parts += text[end : match.start()], new
        offsets += range(end, match.start())
        offsets += [match.start() + place * len(old) // len(new) for place in range(len(new))]
        end = match.end()
    if not parts:
        return folded
    parts.append(text[end:])
    offsets += range(end, len(text) + 1)
    return Folded("".join(parts), [folded.offsets[offset] for offset in offsets] if folded.offsets else offsets)


def _steps(text: str) -> list[tuple[re.Pattern[str], Callable[[str], str]]]:
    return [*([(_misread(), _reread)] if _MISREAD.search(text) else []), *_STEPS]


@lru_cache(maxsize=1)
def _misread() -> re.Pattern[str]:
    """Runs of characters that may be UTF-8 read as another encoding."""
    from ftfy.chardata import UTF8_DETECTOR_RE  # a third of a second to import: only where it is needed

    return UTF8_DETECTOR_RE


@lru_cache(maxsize=1 << 12)
def _reread(run: str) -> str:
    """What such characters were meant to be; left as they are where they may well be right."""
    from ftfy import fix_encoding

    return fix_encoding(run)


def _composed(letter: str) -> str:
    """A letter with its accents as one character; accents that it has in no language are left out."""
    return "".join(char for char in unicodedata.normalize("NFC", letter) if not unicodedata.combining(char))


def _compatible(char: str) -> str:
    return unicodedata.normalize("NFKC", char)


_STEPS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(rf"\u00ad[ \t]*\n[ \t]*(?=[^\W\d_])|[{_UNSEEN}]+"), lambda _: ""),
    (re.compile(rf"[^\W\d_]?[{_MARKS}]+"), _composed),
    (re.compile(f"[{_COMPATIBLE}]"), _compatible),
    (re.compile(rf"(?<=[^\W\d_])[{_APOSTROPHES}](?=[^\W\d_])"), lambda _: "’"),
)
