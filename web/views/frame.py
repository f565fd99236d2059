"""What surrounds every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.language.wording import day_in_words
from qa.answer import IndexInfo
from web.assets import address


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its title, its static files and, when known, what is being searched.

    Attributes:
        title: what the browser's tab says.
        style, more_style, script, recent, reading: addresses of static files. Pages of a question do without more
            style; what keeps recent questions is for them alone, and what helps to read for documents.
        index: what is being searched; None where it is not known.
        judges: whether that tells how anybody was judged, so that there is something to show over time.
        made: the day on which the page was made, in words; it stands on paper.
        site: the address of the service, without a stroke at its end; "" where nothing on the page needs it.
    """

    title: str
    style: str
    more_style: str
    script: str
    recent: str
    reading: str
    index: IndexInfo | None
    judges: bool
    made: str
    site: str


def frame(title: str, index: IndexInfo | None = None, site: str = "") -> Frame:
    """The surroundings of a page.

    Args:
        title: what the browser's tab says.
        index: what is being searched, when it is known.
        site: the address of the service, without a stroke at its end, where citations stand on the page.
    """
    judges = index is not None and index.judgements > 0
    style, more = address("style.css"), address("pages.css")
    copy, recent, reading = address("copy.js"), address("recent.js"), address("reading.js")
    return Frame(title, style, more, copy, recent, reading, index, judges, day_in_words(date.today()), site)
