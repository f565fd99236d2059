"""What kind of document its first lines show: a letter, news, or the papers of a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.vocabulary import alternatives, load

_WORDS = load("metadata")
_SHAPE_LINES = 25
_HEAD_LINES = 5
_SUBJECT_WORDS = 15
_GREETING = re.compile(rf"{alternatives(_WORDS['letter']['greetings'])}\b", re.I)
_IDENTIFIER = re.compile(rf"\b{alternatives(_WORDS['article']['identifiers'])}\s*:", re.I)
_NEWS = re.compile(rf"\b{alternatives(_WORDS['news']['words'])}\b", re.I)
_BYLINE = re.compile(rf"(?i:{alternatives(_WORDS['news']['bylines'])})\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){{1,4}}$")
_SAID_THEN = re.compile(rf"\b{alternatives(_WORDS['news']['said_then'])}\b", re.I)
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)[‘'].*?(?:[’'](?!\w)|$)")

_MEETING = _WORDS["meeting"]
_STARTS = rf"(?:{alternatives(_MEETING['starts'])})"
_MEETING_START = re.compile(rf"{_STARTS}\b(?!\s*[’'])", re.I)
_GOES_ON = re.compile(rf"{alternatives(_MEETING['goes_on'])}\b", re.I)
_NAME = r"(?:[A-Z&][\w'’&()/.-]*|of|and|for|the|on|in|to|with|&|,|[–—-])"
_BODY = re.compile(
    rf"(?=[A-Z])(?:{_NAME}\s+){{0,9}}?(?P<body>(?i:{alternatives(_MEETING['bodies'])}))(?P<meeting>\s+(?i:meeting))?"
    rf"(?P<papers>(?:\s+|\s*[:–—-]\s*)(?i:{alternatives(_MEETING['papers'])}))?(?![\w’'])"
)
_LETTERHEAD = re.compile(rf".*\S\s+{alternatives(_MEETING['letterheads'])}$", re.I)
_NO_NAMES = frozenset[str](_MEETING["no_names"])
_NAMES = re.compile(rf"(?=[A-Z])(?:{_NAME}\s+){{1,6}}[A-Z][\w'’-]*")
_ORGANISED = rf"(?i:{alternatives(_WORDS['organisations']['ends'])})"
_ORGANISATION = re.compile(
    rf"(?=[A-Z])(?!.*\bBy\b)(?:(?:[A-Z][\w'’.-]*\s+){{0,4}}(?i:{alternatives(_WORDS['organisations']['begins'])})"
    rf"(?:\s+{_NAME}){{1,8}}|(?:{_NAME}\s+){{1,8}}?{_ORGANISED}(?:\s+{_ORGANISED}){{0,2}})(?:\s+\([A-Z]{{2,8}}\))?"
)
_LEGAL_FORM = re.compile(rf"\b{alternatives(_WORDS['organisations']['legal_forms'])}$", re.I)
_ADDRESSES = _WORDS["addresses"]
_ADDRESS_CHARS = 120
_STREETS, _PLACES = alternatives(_ADDRESSES["streets"]), alternatives([*_ADDRESSES["streets"], *_ADDRESSES["places"]])
_CAPITALS = r"(?:[A-Z][\w'’-]*\s+)"
_NAMED_PLACE = re.compile(rf"{_CAPITALS}{{1,4}}(?i:{_PLACES})")
_PLACE = re.compile(
    rf"{_CAPITALS}{{1,4}}(?i:{_STREETS})|(?i:{alternatives(_ADDRESSES['rooms'])})\s+(?:[A-Z]|\d+[A-Z]?)"
    rf"|\d{{1,3}}(?:st|nd|rd|th|[A-Za-z])?(?:\s*[-–]\s*\d{{1,3}})?\s+{_CAPITALS}{{0,4}}(?i:{_PLACES})"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\W*$")
_NAMED_PART = re.compile(r"(?:[A-Z\d&][\w'’&.–-]*\s+){0,5}[A-Z\d&][\w'’&.-]*")
_CONTACT = re.compile(rf"\W*{alternatives(_ADDRESSES['contacts'])}\b(?:\s*:|.*(?:\d[\d ]{{4}}|@|\.\w))|\S+@\S+$", re.I)
_TEAM = re.compile(rf"(?=[A-Z])(?:[\w&’'-]+\s+){{1,3}}(?i:{alternatives(_ADDRESSES['parts'])})")
_PAPER = re.compile(
    rf"\b{alternatives(_WORDS['papers']['words'])}(?:$|[.:]\s|\s[–—|-]\s|\W+(?=\d|(?:for|of|from|to|and|on)\b))", re.I
)
_INSPECTION = re.compile(rf"(?:[^:]+:\s+)?{alternatives(_WORDS['inspection']['titles'])}\b", re.I)
_INSPECTOR_NAMES = frozenset[str](_WORDS["inspection"]["inspector_names"])
_INSPECTOR_NAMED = re.compile(rf"\b{alternatives(_WORDS['inspection']['inspector_names'])}(?![\w'’-])", re.I)
_INSPECTOR = re.compile(rf"\b{alternatives(_WORDS['inspection']['inspectors'])}\b", re.I)
_BESIDE = re.compile(rf"{alternatives([*_MEETING['beside'], *_MEETING['event']])}\s*:", re.I)
_MEETING_BESIDE = re.compile(rf"{alternatives(_MEETING['beside'])}\s*:", re.I)

SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")
"""How a line ends that ends a sentence."""


def is_greeting(line: str) -> bool:
    """Whether a line greets whom a letter is for."""
    return _GREETING.match(line) is not None


def is_letter(lines: Sequence[str], index: int) -> bool:
    """Whether one of the lines below a line greets somebody."""
    return any(is_greeting(line) for line in lines[index + 1 : index + 1 + _SHAPE_LINES])


def is_article(lines: Sequence[str], index: int) -> bool:
    """Whether one of the next lines below a line identifies an article of a journal."""
    return any(_IDENTIFIER.search(line) for line in lines[index + 1 : index + 1 + _HEAD_LINES])


def is_news(lines: Sequence[str]) -> bool:
    """Whether first lines say that they are news, name their writer, or tell of today or yesterday unquoted."""
    head = lines[:_HEAD_LINES]
    return any(
        (_NEWS.search(line) and len(line.split()) <= 12) or _BYLINE.match(line) or _SAID_THEN.search(unquoted(line))
        for line in head
    )


def is_of_meeting(lines: Sequence[str]) -> bool:
    """Whether first lines are those of an agenda, of minutes, or of a paper for a meeting."""
    return any(starts_meeting(line) or heads_meeting(line) for line in lines[:_HEAD_LINES]) or any(
        _MEETING_BESIDE.match(line) for line in lines[:_SHAPE_LINES]
    )


def is_of_event(lines: Sequence[str]) -> bool:
    """Whether first lines label the time or place of a meeting or another event."""
    return any(_BESIDE.match(line) for line in lines[:_SHAPE_LINES])


def starts_meeting(line: str) -> bool:
    """Whether a line begins like "Minutes of the meeting" or "Agenda"."""
    return _MEETING_START.match(line) is not None


def heads_meeting(line: str) -> bool:
    """Whether a line is nothing but the name of a body that meets, perhaps with what its papers are called."""
    match = _BODY.fullmatch(line.rstrip(" ,–—-:"))
    return match is not None and bool(match["meeting"] or match["papers"] or not _LETTERHEAD.match(line))


def is_letterhead(line: str) -> bool:
    """Whether a line is nothing but the name of a council or the like: "Wick Town Council", but not "Full Council"."""
    *named, _ = line.casefold().split() or [""]
    return is_body(line) and not heads_meeting(line) and "by" not in named and not _NO_NAMES.issuperset(named)


def is_organisation(line: str) -> bool:
    """Whether a line is nothing but a name such as organisations have: "Mill Lane Surgery", "Friends of Mill Park"."""
    return _ORGANISATION.fullmatch(line.strip()) is not None and not is_called_inspection(line)


def is_called_inspection(title: str) -> bool:
    """Whether a title says that it is the report of an inspection: "Inspection of Mill Lane School"."""
    return _INSPECTION.match(title) is not None


def is_inspector(line: str) -> bool:
    """Whether a line is nothing but the name of those who inspect others: "Ofsted", "Office for Care Inspection"."""
    if line.casefold() in _INSPECTOR_NAMES:
        return True
    is_named = is_organisation(line) or is_letterhead(line)
    return is_named and _INSPECTOR.search(line) is not None and not is_called_inspection(line)


def names_inspector(line: str) -> bool:
    """Whether some words hold the name of those who inspect others: "Care Quality Commission. Care home"."""
    return _INSPECTOR_NAMED.search(line) is not None


def heads_its_papers(lines: Sequence[str]) -> bool:
    """Whether the first of some lines names an organisation that heads its own papers: by its legal form or address."""
    first, *below = lines[:_HEAD_LINES] or [""]
    return is_organisation(first) and (_LEGAL_FORM.search(first) is not None or any(map(is_address, below)))


def is_address(line: str) -> bool:
    """Whether a line only says where somebody is or how to reach them: "Quill House, 12 Mill Lane", "Tel: 960111"."""
    if len(line) > _ADDRESS_CHARS:
        return False
    if _CONTACT.match(line) or _POSTCODE.search(line):
        return True
    parts = [part.strip() for part in line.split(",")]
    ways = [_PLACE, _NAMED_PLACE][: len(parts)]
    return all(map(_NAMED_PART.fullmatch, parts)) and any(way.fullmatch(part) for part in parts for way in ways)


def address_lines(lines: Sequence[str]) -> int:
    """How many lines, from the first on, are an address or name the part of an organisation that is there.

    The name of a house or a town is one above more of the address: "The Old Mill", then "4 Mill Lane".
    """
    count = 0
    for line, below in zip(lines, (*lines[1:], ""), strict=False):
        is_above = is_address(below) and (line.isalpha() or _NAMED_PLACE.fullmatch(line))
        if not (is_address(line) or _TEAM.fullmatch(line) or is_above):
            break
        count += 1
    return count


def is_name(line: str) -> bool:
    """Whether a line is nothing but a name of a few words, whoever has it: "Mill Lane Singers"."""
    return _NAMES.fullmatch(line.strip()) is not None


def is_named_place(line: str) -> bool:
    """Whether a line is nothing but a name, perhaps with where that is: "Quill House, 12 Mill Lane, Thornby"."""
    name, *where = [part.strip() for part in line.split(",")]
    return (is_name(name) or (bool(where) and name[:1].isupper())) and all(map(_NAMED_PART.fullmatch, [name, *where]))


def subject_of_letter(lines: Sequence[str]) -> list[str]:
    """The line right below that which greets somebody, where it ends no sentence and another follows; else none."""
    for greeting, line, following in zip(lines, lines[1:], lines[2:], strict=False):
        if is_greeting(greeting):
            is_subject = len(line.split()) <= _SUBJECT_WORDS and line[:1].isupper() and line[-1:].isalnum()
            return [line] if is_subject and following else []
    return []


def names_paper(line: str) -> bool:
    """Whether a line says what kind of paper it heads: "Complaints procedure", "Minutes of 3 May", "Charges 2024"."""
    return _PAPER.search(line) is not None and not SENTENCE_END.search(line)


def goes_on_about_meeting(line: str) -> bool:
    """Whether a line goes on with when and where a meeting was, that the line above names."""
    return _GOES_ON.match(line) is not None


def is_body(words: str) -> bool:
    """Whether words are nothing but the name of a body that meets, be it an organisation as well."""
    return _BODY.fullmatch(words) is not None


def unquoted(line: str) -> str:
    """A line without what stands in quotation marks."""
    return _QUOTED.sub(" ", line)
