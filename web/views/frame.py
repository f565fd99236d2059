"""What surrounds every page."""

from __future__ import annotations

from dataclasses import dataclass

from qa.answer import IndexInfo
from web.assets import address


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its title, its static files and, when known, what is being searched.

    Attributes:
        title: what the browser's tab says.
        style, script, recent: addresses of static files.
        index: what is being searched; None where it is not known.
        judges: whether that tells how anybody was judged, so that there is something to show over time.
    """

    title: str
    style: str
    script: str
    recent: str
    index: IndexInfo | None
    judges: bool


def frame(title: str, index: IndexInfo | None = None) -> Frame:
    """The surroundings of a page.

    Args:
        title: what the browser's tab says.
        index: what is being searched, when it is known.
    """
    judges = index is not None and index.judgements > 0
    return Frame(title, address("style.css"), address("copy.js"), address("recent.js"), index, judges)
