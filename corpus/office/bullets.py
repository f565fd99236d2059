"""Which paragraphs of a slide are items of a list, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.office.drawing import DRAWING
from corpus.office.numerals import numeral

_LEVELS = 9
_FORMS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I", "arabic": "1"}


@dataclass(slots=True)
class Bullets:
    """Counts the items of a text on a slide.

    Attributes:
        inherited: the list styles that the text follows, the nearest first.
        is_outline: whether it stands where lists do, so that a paragraph is an item unless something says otherwise.
    """

    inherited: Sequence[_Element] = ()
    is_outline: bool = False
    _counts: dict[int, int] = field(default_factory=dict)
    _forms: dict[int, str] = field(default_factory=dict)

    def next(self, paragraph: _Element) -> tuple[int, str]:
        """Count a paragraph.

        Args:
            paragraph: with text.

        Returns:
            Its depth from 1 as an item of a list, 0 for none; and its number, or "".
        """
        properties = paragraph.find(DRAWING + "pPr")
        written = "0" if properties is None else properties.get("lvl", "0")
        level = min(int(written), _LEVELS - 1) if written.isdecimal() else 0
        sign = self._sign(properties, level)
        for deeper in [one for one in self._counts if one > level]:
            del self._counts[deeper]
        name = "" if sign is None else sign.tag.rpartition("}")[2]
        if sign is None or name != "buAutoNum":
            self._counts.pop(level, None)
            is_item = self.is_outline if sign is None else name != "buNone"
            return (level + 1 if is_item else 0), ""
        form, start = sign.get("type", "arabicPeriod"), sign.get("startAt", "1")
        if self._forms.get(level) != form:
            self._counts.pop(level, None)
        self._forms[level] = form
        first = int(start) if start.isdecimal() else 1
        self._counts[level] = self._counts[level] + 1 if level in self._counts else first
        return level + 1, _label(self._counts[level], form)

    def _sign(self, properties: _Element | None, level: int) -> _Element | None:
        """The element that says what stands before paragraphs of a level: the paragraph's own, or the nearest."""
        own = [] if properties is None else [properties]
        styles = [found for style in self.inherited if (found := style.find(f"{DRAWING}lvl{level + 1}pPr")) is not None]
        for element in (*own, *styles):
            for name in ("buNone", "buAutoNum", "buChar", "buBlip"):
                sign = element.find(DRAWING + name)
                if sign is not None:
                    return sign
        return None


def _label(number: int, form: str) -> str:
    """A number as a list of a form shows it, such as "(b)" for the form "alphaLcParenBoth"."""
    name = next((name for name in _FORMS if form.startswith(name)), "arabic")
    text = numeral(number, _FORMS[name])
    match form.removeprefix(name):
        case "ParenBoth":
            return f"({text})"
        case "ParenR":
            return f"{text})"
        case "Plain":
            return text
    return f"{text}."
