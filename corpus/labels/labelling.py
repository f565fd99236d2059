"""Labelling a document by a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.document import Document
from corpus.labels.names import NameForm
from corpus.labels.table import IN_FORCE, IN_FORCE_UNTIL, NAME, WORDS, YEAR, LabelTable, Place, Rule
from corpus.metadata.in_force import in_force_in
from corpus.metadata.opening import Opening, opening_of
from corpus.metadata.publication import letterhead_in

PUBLISHER: Final = "publisher"
"""The label that names the publisher of documents that state none."""
_LINE_END = re.compile(
    r"(?:[\s,:;|(–—-]+(?:(?:on|of|held|from)\s+)*(?:\w+,?\s+)?\d[\w\s,./)–—-]*\d{2})?[\s\d.,:;)*–—-]*"
)
_MAX_CHARS = 200


def labelled(document: Document, table: LabelTable) -> Document:
    """The document with the labels that a table gives it, and with its publisher where it states none.

    An organisation that it is headed by may be whom it is about: the table counts before that.
    """
    opening = opening_of(document.text, document.blocks)
    found: dict[str, str] = {}
    for rule in table.rules:
        if rule.label not in found and all(found.get(label) in values for label, values in rule.when.items()):
            value = next(_values(rule, document.title, opening, table.names), None)
            found |= {rule.label: value} if value else {}
    publisher = found.pop(PUBLISHER, None)
    if document.day:
        found[YEAR] = str(document.day.year)
    held = in_force_in(document.text, document.blocks, document.title)
    found |= {name: day.isoformat() for name, day in zip((IN_FORCE, IN_FORCE_UNTIL), held, strict=True) if day}
    headed = letterhead_in(opening.lines, (document.title,), document.title)
    stated = document.source if document.source != headed else None
    return replace(document, source=stated or publisher or document.source, labels=tuple(found.items()))


def _values(rule: Rule, title: str, opening: Opening, names: NameForm) -> Iterator[str]:
    """What a rule calls a document, for each place in which its words stand."""
    for place in rule.places:
        for text in _texts(place, title, opening):
            for pattern in rule.patterns:
                match = pattern.match(text) if place in ("line", "start") else pattern.search(text)
                if match and (place != "line" or _LINE_END.fullmatch(text, match.end())):
                    yield from filter(None, [_value(rule, match, names)])


def _value(rule: Rule, match: re.Match[str], names: NameForm) -> str:
    name = names.bare(match["name"]) if "name" in match.re.groupindex else ""
    if not name and "name" in match.re.groupindex:
        return ""
    return rule.value.replace(NAME, name).replace(WORDS, " ".join(match[0].split()))[:_MAX_CHARS]


def _texts(place: Place, title: str, opening: Opening) -> Sequence[str]:
    match place:
        case "title":
            return (title,)
        case "opening":
            return ("\n".join(opening.lines),)
        case "ending":
            return ("\n".join([*reversed(opening.closing), *opening.furniture]),)
    return opening.lines
