"""The title of a document: the first of what it may be called that is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import PurePosixPath

from corpus.language.codes import codes
from corpus.language.times.parts import WEEKDAY
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.days import parse_date
from corpus.metadata.given import whole
from corpus.metadata.owner import states_edition
from corpus.metadata.shape import (
    address_lines,
    heads_its_papers,
    heads_meeting,
    is_address,
    is_body,
    is_called_inspection,
    is_greeting,
    is_inspector,
    is_letterhead,
    is_name,
    is_organisation,
    names_paper,
    starts_meeting,
    subject_of_letter,
)
from corpus.metadata.wholes import gives_decision, whole_title

_MAX_CHARS = 300
_LABEL_LINES = 20
_FIRST_LINES = 6
_LINE_CHARS = 160
_SITE_PARTS = re.compile(r"\s+[|–—·»:-]+\s+")
_WORDS = load("metadata")["titles"]
_NONE = frozenset(_WORDS["none"])
_CLOSINGS = frozenset(_WORDS["closings"])
_GENERIC = frozenset(_WORDS["generic"])
_NEWS = frozenset(load("metadata")["news"]["words"])
_MARKS = frozenset(_WORDS["marks"])
_JUDGED_KINDS = frozenset(words for scale in load("judgements")["scales"] for words in scale["about"])
_HEAD_PARTS = re.compile(r"\s+[|–—·»:-]+\s+|[.:,]\s+")
_MARK_BEFORE = re.compile(
    rf"^\s*[\[(*]*{alternatives(mark.upper() for mark in _WORDS['marks'])}[\])*]*\s*[:|–—-]\s*(?=\S)"
)
_PROGRAM_BEFORE = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel|Publisher)\s+-\s+(?=\S)")
_FILE_SUFFIX = re.compile(r"\.(?:docx?|docm|pdf|pptx?|xlsx?|odt|rtf|indd|pub|txt)$", re.I)
_FORM_LABEL = re.compile(rf"\W*{alternatives(_WORDS['form_labels'])}\s*(?:\([^()]*\)\s*)?(?::|\|)", re.I)
_LABEL_ALONE = re.compile(rf"\W*{alternatives(_WORDS['labels_alone'])}\W*", re.I)
_TITLE_LABEL = re.compile(rf"\W*(?P<label>{alternatives(_WORDS['title_labels'])})\s*(?::\s*(?P<title>.*))?", re.I)
_TITLE_LABELS = tuple(_WORDS["title_labels"])
_TITLE_CHARS = range(4, 301)
_DEADLINE = re.compile(rf"\b{alternatives(_WORDS['deadlines'])}(?:\s+\S+){{0,3}}\s+\d", re.I)
_AT_A_TIME = re.compile(r"^(?!.*\d{4}).*\b\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b\W*$", re.I)
_HAS_DAY = re.compile(rf"\d|\b{WEEKDAY}")
_OF_WEEKDAY = re.compile(rf"\W*{WEEKDAY}(?!.*\d{{4}})")
"""What begins with a day of the week and gives no date tells what is on that day: "Monday closed"."""
_OPEN_END = re.compile(rf"\b{alternatives(load('metadata')['other_days']['open_ends'])}\W*$", re.I)
_EDITION = re.compile(rf"{alternatives(load('metadata')['decided']['numbered'])}\.?\s*\d[\d.]*(?!.*:)", re.I)
_NUMBER_AFTER = re.compile(r"\s+\d[\d/.-]*$")
_COUNTED = re.compile(r"(?P<series>[^\W\d_]{0,5}[./-]?)(?P<number>\d{1,3}(?:[./]\d{1,4})*)[.)]?\s+(?=\S)")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_NOTE_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\d{4})|(?<=[)”’?!.]))(?: ?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}| ?\[\d{1,3}\])(?=[\s.,:;?!)”’]|$)"
    r"|(?<=[\w)”’?!.])[*†‡]+$"
)
_SAYS_MORE = re.compile(r"(?:\S+\s+){3,}\S+[.!?;]$|\w[\w ]{0,30}:\s")
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?;]$")


def choose_title(
    given: Iterable[object],
    lines: Sequence[str],
    headings: Iterable[str],
    furniture: Iterable[str],
    file_id: str,
    leading: Iterable[str] | None = None,
) -> str:
    """Say what a document is called.

    What its file calls it counts before a line that labels its title ("Subject: Mill Lane depot"), its first line, its
    headings, and its running header, which counts before a first line that is a sentence. Below a letterhead the next
    lines count before headings further down. What is no title ("Home", "DRAFT", "Report to: Planning Committee",
    "Chapter 1", a day) is passed over, and a mark in front of one ("DRAFT: Library review") is left out. A line that
    any paper of a kind or body has ("Agenda", "Thornby Council") is taken only where there is nothing else. A title
    that says not which of several it is goes on in the lines below it; see `corpus.metadata.wholes`.

    Args:
        given: what its file calls it, the best first; anything but a text is passed over. Where there is nothing but
            its first line, that counts as such.
        lines: its first lines, cells of rows parted by " | ".
        headings: of it.
        furniture: what its pages repeat.
        file_id: its id, whose last part is made into a title when nothing else is there.
        leading: the headings that head all of it, rather than a part below its first line; None for the first heading.

    Returns:
        A title, never empty, on one line and cut at 300 characters.
    """
    stated = [text for value in given if isinstance(value, str) and (text := _line(value))]
    shown = [text for text in takewhile(_is_open, map(_line, lines[:_LABEL_LINES])) if text]
    first = shown[:1]
    named = stated if any(text not in first for text in stated) else []
    running = [line for text in furniture if (line := _line(text))]
    sentences = [text for text in first if running and _SENTENCE.match(text)]
    parts = _uncounted([_line(text) for text in headings])
    heads = parts[:1] if leading is None else [_line(text) for text in leading]
    lead = first if (stated or (not heads and all(map(_may_be_title, first)))) and not sentences else []
    headed_by = _name_first(shown)
    is_headed = bool(first) and (_is_generic(headed_by[0]) or _heads_paper(headed_by, parts, heads))
    letterhead = [*first, headed_by[0]] if is_headed else []
    headed = _below_letterhead(headed_by, parts, heads) if is_headed else []
    below = [text for text in headed_by[1:_FIRST_LINES] if _may_be_title(text)]
    own = [
        title
        for line in (*lead, *headed, *parts, *running, *first, *below)
        if not _is_one_of_parts(line, parts) and (title := _title(line, True))
    ]
    called = [title for text in named if text not in sentences and (title := _title(text, text in shown))]
    if any(text in letterhead or _is_generic(text) for text in called[:1]):
        called = [*_instead_of(called[0], called, headed), *called]
    kept = [
        *called,
        *(title for title in labelled_titles(shown) if not (heads and title[0].islower())),
        *(title for line in (*subject_of_letter(shown), *_decisions(shown)) if (title := _title(line, True))),
        *(title for title in own if not _is_generic(title) and title not in letterhead),
        *own,
    ]
    title = next(iter([*kept, _file_title(file_id), *parts, *stated, *first]), "") or file_id
    return _cut(whole_title(title, shown, heads, parts))


def _decisions(lines: Sequence[str]) -> list[str]:
    """The first lines that name a paper by which something was decided."""
    return [line for line in lines[:_FIRST_LINES] if gives_decision(line) and _may_be_title(line.replace(":", ""))]


def _uncounted(headings: Sequence[str]) -> list[str]:
    """The headings without those of sections that are counted, as "1. Rent" and "2. Pets" are, or "P.31" and "P.32"."""
    found = [(line, _COUNTED.match(line)) for line in headings]
    numbers = {(match["series"], match["number"]) for _, match in found if match}
    several = Counter(series for series, _ in numbers)
    return [line for line, match in found if match is None or several[match["series"]] == 1]


def _is_open(line: str) -> bool:
    """Whether a line does not close a letter."""
    return line.casefold().strip(" ,.") not in _CLOSINGS


def is_title(text: str) -> bool:
    """Whether words may be a title: no day, no mark on a page, and not what programs and sites call any page."""
    plain = text.casefold().strip(" .!:*[]()_-–—")
    if plain in _NONE or plain in _MARKS or _SITE_PARTS.split(plain, maxsplit=1)[0] in _NONE:
        return False
    return parse_date(text) is None


def _cut(title: str) -> str:
    return title if len(title) <= _MAX_CHARS else title[:_MAX_CHARS].rsplit(" ", 1)[0] + " …"


def _instead_of(whose: str, called: Sequence[str], headed: Sequence[str]) -> Iterator[str]:
    """Titles better than one that only says whose paper it is: that go on behind it, or that are headed by it.

    Behind "Wick Council" that is "Wick Council | Bins", but not "Wick Council | Home".
    """
    for title in called:
        goes_on = len(title) > len(whose) and title.casefold().startswith(whose.casefold())
        if goes_on and all(map(is_title, _SITE_PARTS.split(title))):
            yield title
    yield from (title for line in headed if (title := _title(line, True)) and not _is_generic(title))


def _is_one_of_parts(line: str, headings: Sequence[str]) -> bool:
    """Whether a line only heads a part, as "Chapter 1" does, or with a name one of several: "Chapter 1: Kennels"."""
    numbered = next((code for code in codes(line) if code.noun and code.start == 0), None)
    if numbered is None:
        return False
    others = (code for text in headings for code in codes(text) if code.start == 0 and code.noun == numbered.noun)
    return not line[numbered.end :].strip(" .:–—-") or any(code.number != numbered.number for code in others)


def _is_generic(line: str) -> bool:
    """Whether a line stands on any paper of a kind or a body: "Agenda", "Press release: 3 May 2023", a letterhead."""
    plain = line.casefold()
    kind, _, rest = plain.partition(":")
    if _NUMBER_AFTER.sub("", kind) in _NEWS and (not rest or parse_date(rest) is not None):
        return True
    is_letterhead = is_body(line) and not heads_meeting(line) and plain.split(" ", 1)[0] not in _GENERIC
    return plain in _GENERIC or is_letterhead or _is_inspecting(line)


def _is_inspecting(line: str) -> bool:
    """Whether a line only says who inspects, and perhaps a kind of what they do: "Ofsted. Primary school."."""
    inspector, *kinds = _HEAD_PARTS.split(line.rstrip(" ."))
    return is_inspector(inspector) and _JUDGED_KINDS.issuperset(map(str.casefold, kinds))


def _heads_paper(lines: Sequence[str], headings: Sequence[str], leading: Sequence[str]) -> bool:
    """Whether the first line names whose paper it is, and one below says what: "Wick Choir", then "Minutes of 3 May".

    Whose it is may be any name above the minutes of a meeting. A text about an organisation is no paper of it, so that
    below its name stands what names a kind of paper or an inspection, or no heading but one right below, or one that
    heads all of it, or a line above one that says which edition it is.
    """
    first, head = lines[0], _head(lines)
    if any(starts_meeting(line) for line in head[:1]):
        return is_name(first)
    is_alone = any(_may_be_title(line) and set(headings) <= {first, line} for line in head[:1] if line[0].isalpha())
    is_paper = is_alone or any(names_paper(line) or is_called_inspection(line) for line in head)
    is_paper = is_paper or any(line in leading[1:] for line in head[:1])
    is_paper = is_paper or bool(_above_edition(head))
    return bool(head) and (heads_its_papers(lines) or (is_organisation(first) and is_paper))


def _title(text: str, is_line: bool) -> str:
    """Words without a mark or a program's name before them and marks of notes; "" where they are no title."""
    text = _NOTE_MARK.sub("", text)
    without = _MARK_BEFORE.sub("", _PROGRAM_BEFORE.sub("", text), count=1).strip()
    if without != text:
        without = _FILE_SUFFIX.sub("", without)
    is_label = is_line and (_FORM_LABEL.match(without) or _LABEL_ALONE.fullmatch(without) or _is_title_label(without))
    return without if without and not is_label and is_title(without) else ""


def _may_be_title(line: str) -> bool:
    """Whether a line below the first may be the title: it says no more, goes on nowhere, and holds no deadline."""
    return not _SAYS_MORE.match(line) and _is_whole(line)


def _below_letterhead(lines: Sequence[str], headings: Sequence[str], leading: Sequence[str]) -> list[str]:
    """What may be the title below a letterhead: what names a meeting, headings above all sentences, other such lines.

    The line right below it, or below the name of a part of the organisation, may have a colon in it: "Allotments:
    rules". It counts before headings of parts where it names a kind of paper.
    """
    head = _head(lines)
    meeting = [
        line
        for line in head[:1]
        if starts_meeting(line) or (is_body(line.partition(":")[0]) and starts_meeting(line.partition(":")[2].strip()))
    ]
    named = [line for line in head if not is_organisation(_ASIDE.sub("", line))][:1]
    named = [line for line in named if _is_whole(line)]
    return [
        *meeting,
        *_above_edition(head),
        *(line for line in leading if line in head and not _EDITION.match(line)),
        *(line for line in named if names_paper(line)),
        *(line for line in headings if line in head and not (_EDITION.match(line) or line[0].isdigit())),
        *(line for line in named if not _HAS_DAY.search(line)),
        *(line for line in head if _may_be_title(line)),
    ]


def _above_edition(head: Sequence[str]) -> list[str]:
    """The first line below a letterhead, where the next one says which edition it is: "Approved: July 2024"."""
    return [line for line, below in pairwise(head[:2]) if _may_be_title(line) and states_edition(below)]


def _head(lines: Sequence[str]) -> list[str]:
    """The lines below the first and its address, up to the first sentence or greeting."""
    below = lines[1 + address_lines(lines[1:]) :][: _FIRST_LINES - 1]
    if is_inspector(lines[0]):
        below = [line for line in below if line.casefold() not in _JUDGED_KINDS]
    return list(
        takewhile(lambda line: len(line) <= _LINE_CHARS and not (_SENTENCE.match(line) or is_greeting(line)), below)
    )


def _name_first(lines: Sequence[str]) -> list[str]:
    """Lines with the name of an organisation first that stands there before or below its address."""
    first, *below = [*lines, ""]
    name, _, address = first.partition(", ")
    if is_address(address) and (is_organisation(name) or is_letterhead(name)):
        return [name, address, *lines[1:]]
    if is_address(first) and (is_organisation(below[0]) or is_letterhead(below[0])):
        return [below[0], first, *lines[2:]]
    return list(lines)


def _is_whole(line: str) -> bool:
    """Whether a line is not too long, goes on nowhere, has no deadline or hour, is no address and greets nobody."""
    is_notice = any(form.search(line) for form in (_DEADLINE, _OPEN_END, _AT_A_TIME)) or is_address(line)
    is_notice = is_notice or _EDITION.match(line) is not None or _OF_WEEKDAY.match(line) is not None
    return len(line) <= _LINE_CHARS and not is_notice and not line.endswith((",", ";")) and not is_greeting(line)


def labelled_titles(lines: Sequence[str]) -> list[str]:
    """What a front sheet calls title or subject: after the label in a line, in the next cell, or in the next line.

    Args:
        lines: the first of a document, cells of rows parted by " | ".

    Returns:
        Such titles, that with the plainest label first.
    """
    found: dict[str, str] = {}
    for line, following in zip(lines, (*lines[1:], ""), strict=False):
        cells = [text for cell in line.split("|") if (text := cell.strip())]
        for place, cell in enumerate(cells):
            label = _TITLE_LABEL.fullmatch(cell)
            if label is None:
                continue
            beside = (
                cells[place + 1] if place + 1 < len(cells) else following if cell.endswith(":") and not place else ""
            )
            value = _line(label["title"] or beside)
            title = "" if _LABEL_ALONE.fullmatch(value) or _FORM_LABEL.match(value) else _title(value, False)
            if len(title) in _TITLE_CHARS and any(char.isalpha() for char in title):
                found.setdefault(" ".join(label["label"].lower().split()), title)
    return [found[label] for label in _TITLE_LABELS if label in found]


def _is_title_label(line: str) -> bool:
    first, *more = line.split("|")
    label = _TITLE_LABEL.fullmatch(first.strip())
    return label is not None and (label["title"] is not None or bool(more))


def _file_title(file_id: str) -> str:
    return re.sub(r"[\s_]+", " ", PurePosixPath(file_id).stem.strip()).strip()


def _line(text: str) -> str:
    """A text on one line; "" where it has no letter or digit."""
    start = text[:2000]
    return " ".join(whole(start).split()) if any(char.isalnum() for char in start) else ""
