"""Titles in the properties of office files, unless the program put them there by itself."""

from __future__ import annotations

import re

from corpus.language.vocabulary import alternatives, load

_MACHINE = re.compile(
    rf"(?:{alternatives(load('office')['machine_titles'])}\s*\d*|microsoft \w+ - .*|.*\.(?:xls|ppt|do[ct])[xmt]?)", re.I
)


def own_title(stated: str | None) -> str | None:
    """A title from a file's properties; None for one that names no document."""
    title = " ".join((stated or "").split())
    return None if not title or _MACHINE.fullmatch(title) else title


def first_titles(stated: str | None, headings: list[str], file_id: str) -> tuple[str, ...]:
    """What a spreadsheet may be called, the best first: its own title, that of its first table, its file's name.

    Args:
        stated: the title in its properties.
        headings: the titles of its tables.
        file_id: its id.
    """
    name = file_id.rpartition("/")[2].rpartition(".")[0].replace("_", " ")
    return tuple(title for title in (own_title(stated), *headings[:1], name) if title)
