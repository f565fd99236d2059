"""In force: from when and until when a document as a whole holds, where its first lines say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from corpus.document import Block
from corpus.language.sentences import sentences
from corpus.language.times.dates import find_times
from corpus.language.times.parts import WEEKDAY, first_day, last_day
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from corpus.metadata.days import may_name_day
from corpus.metadata.imprint import LEADERS, parts_of

_WORDS: Final = load("metadata")["in_force"]
_PAPERS: Final = frozenset(stem for word in load("editions")["papers"] for stem in stems(word))
_LINES: Final = 8
_LINE_CHARS: Final = 300
_ITEM: Final = re.compile(r"\W*\d[\d./]*[.)]?\s+[A-Z]")
"""An item of minutes tells of other papers: "61. The policy to be in force from 1 May was adopted"."""
_NOUN: Final = rf"(?!(?:to|{alternatives(_WORDS['others'])})\b)[\w’'-]+"
_CALLED: Final = rf"(?P<called>(?:{_NOUN}\s+){{0,4}}?{_NOUN})"
_THIS: Final = rf"(?:{alternatives(_WORDS['this'])}|(?P<the>{alternatives(_WORDS['the'])}))"
_SUBJECT: Final = rf"(?:{alternatives(_WORDS['it'])}|{_THIS}\s+{_CALLED})"
_OF_YEAR: Final = r"(?:\s+of\s+(?:[a-z]+\s+)?[0-9]{4})?"
_REPLACES: Final = rf"{alternatives(_WORDS['replaces'])}\s+{alternatives(_WORDS['replaced'])}{_OF_YEAR}"
_LEAD: Final = re.compile(
    rf"(?:^|,|\band\s)[\W_]*(?:{_SUBJECT}\s+(?:{alternatives(_WORDS['helping'])}\s+)*)?"
    rf"(?:{alternatives(_WORDS['begins'])}|{_REPLACES}|{alternatives(_WORDS['labels'])})"
    rf"(?:\s+(?:{alternatives(_WORDS['leads'])}|(?P<until>{alternatives(_WORDS['until'])})))?"
    rf"\s*:?\s*(?:{WEEKDAY},?\s+)?$",
    re.I,
)


def in_force_in(text: str, blocks: Sequence[Block], title: str) -> tuple[date | None, date | None]:
    """The first and last day of a document: "In force from 1 May 2027", "These charges apply until 30 April 2028".

    Only what stands above the first heading under the title counts, and what is said there of the paper itself.

    Args:
        text: of the document.
        blocks: its blocks, in order.
        title: its title.

    Returns:
        The two days, None for each that its lines do not give.
    """
    told = list(_told(islice(_first_lines(text, blocks), _LINES), title))
    return next((since for since, _ in told if since), None), next((until for _, until in told if until), None)


def day_in_force(line: str) -> date | None:
    """The day from which a line says that its document holds; None where it does not say so."""
    return next((since for since, _ in _told(iter((line,)), "") if since), None)


def _first_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The lines above the first heading that stands below other text."""
    is_below = False
    for block in (block for block in blocks if block.kind != "furniture"):
        if block.kind == "heading" and is_below:
            return
        is_below = is_below or block.kind != "heading"
        yield from (line for line in text[block.start : block.end].split("\n") if line.strip())


def _told(lines: Iterator[str], title: str) -> Iterator[tuple[date | None, date | None]]:
    """The first and last days that lines give, each in a part of them or in a sentence."""
    of_title = frozenset(stems(title))
    for line in lines:
        if len(line) > _LINE_CHARS or not may_name_day(line) or _ITEM.match(line):
            continue
        for part in _parts(line):
            for time in find_times(part):
                lead = _LEAD.search(part[: time.start])
                is_day = time.has_year and time.precision in ("day", "month")
                known = of_title if lead and lead["the"] else of_title | _PAPERS
                if lead and is_day and (lead["called"] is None or not known.isdisjoint(stems(lead["called"]))):
                    until = last_day(time.last) if lead["until"] or time.first != time.last else None
                    yield None if lead["until"] else first_day(time.first), until


def _parts(line: str) -> Iterator[str]:
    """What a line says, one thing after the other, each sentence by itself."""
    for part in parts_of(line):
        yield from (part[slice(*span)] for span in sentences(part))
    whole = " ".join(LEADERS.sub(": ", line).split())
    yield from (whole[slice(*span)] for span in sentences(whole))
