"""A title that names but a body, a whole or a kind of report, and the lines below it that say which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from corpus.document import Block
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.shape import (
    heads_meeting,
    is_called_inspection,
    is_greeting,
    is_inspector,
    is_letterhead,
    is_named_place,
    is_organisation,
    names_paper,
    starts_meeting,
)

_WORDS = load("metadata")
_LINE_CHARS = 160
_LABELLED_LINES = 4
_NUMBER = r"(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)"
_PART = re.compile(rf"(?P<noun>(?i:{alternatives(_WORDS['titles']['parts'])}))\s+(?P<number>{_NUMBER})\s*[.:–—-]\s*\w")
_REPORT = re.compile(rf"{alternatives(_WORDS['inspection']['reports'])}\W*$", re.I)
_INSPECTED = re.compile(rf"{alternatives(_WORDS['inspection']['inspected'])}\s*[:|]\s*(?P<name>\w.*)", re.I)
_PLACE_WORDS = 12
_DECIDES = re.compile(rf"\b{alternatives(_WORDS['decisions']['papers'])}\b", re.I)
_SITE = re.compile(rf"{alternatives(_WORDS['decisions']['sites'])}\s*[:|]\s*(?P<name>\w.*)", re.I)


def gives_decision(line: str) -> bool:
    """Whether a line names a paper that gives a decision on an application, such as "Notice of decision: refused"."""
    return _DECIDES.search(line) is not None


def leading_headings(text: str, blocks: Sequence[Block]) -> list[str]:
    """The headings that stand together above all others and head the whole document.

    None of them has another of its level further down, and those below the first have deeper ones below them.

    Args:
        text: the whole text.
        blocks: of the text.
    """
    body = [block for block in blocks if block.kind != "furniture"]
    start = next((index for index, block in enumerate(body) if block.kind == "heading"), len(body))
    run = list(takewhile(lambda block: block.kind == "heading", body[start:]))
    levels = [block.level for block in body[start:] if block.kind == "heading"]
    if not run or run[0].level in levels[len(run) :]:
        return []
    whole = [run[0]]
    for index, block in enumerate(run[1:], start=1):
        if levels.count(block.level) > 1 or max(levels[index:]) == block.level:
            break
        whole.append(block)
    return [text[block.start : block.end] for block in whole]


def whole_title(title: str, lines: Sequence[str], leading: Sequence[str], headings: Iterable[str]) -> str:
    """A title with what the lines below it say of which part, meeting or place the document is, parted by colons.

    "Staff Handbook" above "Chapter 2: Leave" is "Staff Handbook: Chapter 2: Leave", unless it has another chapter;
    "Finance Committee" above "Minutes of 3 May 2024" is both, and so are "Inspection report" and what was inspected,
    and "Notice of decision" and the site that a line below it names.

    Args:
        title: which may be one of the lines.
        lines: the first of the document.
        leading: its headings that head all of it; see `leading_headings`.
        headings: all of them.
    """
    if title not in lines:
        return title
    place = lines.index(title)
    above = [line for line in lines[:place] if not is_inspector(line)][-1:]
    above = [line for line in above if _says_whose(line, title)]
    named, below = [*above, title], list(lines[place + 1 :])
    others = [part for text in (*lines, *headings) if (part := _PART.match(text))]
    while below and (said := _says_which(named, below, leading, others)):
        named.append(said)
        below = below[1:]
    sites = (match["name"] for line in below if gives_decision(title) and (match := _SITE.match(line)))
    named += [site for site in sites if len(site) <= _LINE_CHARS][:1]
    return ": ".join(part.rstrip(" :") for part in named)


def _says_which(
    named: Sequence[str], below: Sequence[str], leading: Sequence[str], others: Sequence[re.Match[str]]
) -> str:
    """The line right below a title, or what it names, where it says which of several of its name it is; else ""."""
    line = below[0]
    if len(line) > _LINE_CHARS:
        return ""
    if _REPORT.search(named[-1]):
        return _inspected(below)
    if _only_meets(named[-1]):
        return line if starts_meeting(line) else ""
    if (part := _PART.match(line)) is not None:
        return line if {_number(other) for other in others if _noun(other) == _noun(part)} == {_number(part)} else ""
    is_repeated = line.casefold() in named[-1].casefold()
    return line if line in leading and named[-1] in leading and not is_repeated else ""


def _noun(part: re.Match[str]) -> str:
    return part["noun"].casefold()


def _number(part: re.Match[str]) -> str:
    return part["number"].casefold()


def _says_whose(line: str, title: str) -> bool:
    """Whether a line names who was inspected by an inspection that is called so below, or whose meeting it was."""
    if is_called_inspection(title):
        return (is_letterhead(line) or is_organisation(line)) and not is_inspector(line)
    return starts_meeting(title) and _only_meets(line)


def _only_meets(line: str) -> bool:
    return heads_meeting(line) and not names_paper(line)


def _inspected(below: Sequence[str]) -> str:
    """Who was inspected: whom a line says, or the name and address right below what the report is called."""
    labelled = (match["name"] for line in below[:_LABELLED_LINES] if (match := _INSPECTED.match(line)))
    is_place = is_named_place(below[0]) and len(below[0].split()) <= _PLACE_WORDS and not is_greeting(below[0])
    return below[0] if is_place and not is_inspector(below[0]) else next(labelled, "")
