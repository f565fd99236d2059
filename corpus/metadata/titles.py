"""The title of a document: the first of what it may be called that is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from corpus.language.vocabulary import alternatives, load
from corpus.metadata.given import whole

_MAX_CHARS = 200
_LABEL_LINES = 20
_SITE_PARTS = re.compile(r"\s+[|–—·»:-]+\s+")
_WORDS = load("metadata")["titles"]
_NONE = frozenset(_WORDS["none"])
_MARKS = frozenset(_WORDS["marks"])
_MARK_BEFORE = re.compile(
    rf"^\s*[\[(*]*{alternatives(mark.upper() for mark in _WORDS['marks'])}[\])*]*\s*[:|–—-]\s*(?=\S)"
)
_PROGRAM_BEFORE = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel|Publisher)\s+-\s+(?=\S)")
_FILE_SUFFIX = re.compile(r"\.(?:docx?|docm|pdf|pptx?|xlsx?|odt|rtf|indd|pub|txt)$", re.I)
_FORM_LABEL = re.compile(rf"\W*{alternatives(_WORDS['form_labels'])}\s*(?:\([^()]*\)\s*)?(?::|\|)", re.I)
_FORM_LABEL_ALONE = re.compile(rf"\W*{alternatives(_WORDS['form_labels'])}\W*$", re.I)
_TITLE_LABEL = re.compile(
    rf"\W*{alternatives(_WORDS['title_labels'])}\s*(?::\s*\|?|\|)\s*(?P<title>[^|]*\w[^|]*)", re.I
)
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?;]$")


def choose_title(
    given: Iterable[object], lines: Sequence[str], headings: Iterable[str], furniture: Iterable[str], file_id: str
) -> str:
    """Say what a document is called.

    What its file calls it counts before a line that labels its title ("Subject: Mill Lane depot"), its first line, its
    headings and its running header. What is no title ("Home", "DRAFT", "Report to: Planning Committee") is passed over,
    and a mark in front of a title ("DRAFT: Library review") is left out.

    Args:
        given: what its file calls it, the best first; anything but a text is passed over. A first line among these
            counts as such.
        lines: its first lines, cells of rows parted by " | ".
        headings: of it.
        furniture: what its pages repeat.
        file_id: its id, whose last part is made into a title when nothing else is there.

    Returns:
        A title, never empty, on one line and cut at 200 characters.
    """
    stated = [text for value in given if isinstance(value, str) and (text := _line(value))]
    first = [_line(line) for line in lines[:1]]
    shown = {_line(line) for line in lines}
    is_named = any(text not in first for text in stated)
    named = [_title(text, is_line=text in shown) for text in stated]
    own = [_title(_line(line), is_line=True) for line in (*(first if stated else ()), *headings, *first)]
    labelled = _labelled(lines[:_LABEL_LINES])
    candidates = list(filter(None, [*named, *labelled, *own] if is_named else [*labelled, *own]))
    running = [title for line in furniture if (title := _title(_line(line), is_line=True))]
    best = next((title for title in candidates if not running or title not in first or not _SENTENCE.match(title)), "")
    title = best or next(iter([*running, *candidates, _file_title(file_id), *stated, *first]), "") or file_id
    return title if len(title) <= _MAX_CHARS else title[:_MAX_CHARS].rsplit(" ", 1)[0] + " …"


def is_title(text: str) -> bool:
    """Whether words may be a title: not what programs and sites call a page of any content, and no mark on a page."""
    plain = text.casefold().strip(" .!:*[]()_-–—")
    return plain not in _NONE and plain not in _MARKS and _SITE_PARTS.split(plain, maxsplit=1)[0] not in _NONE


def _title(text: str, *, is_line: bool) -> str:
    """Words without a mark or a program's name before them; "" where they are no title."""
    without = _MARK_BEFORE.sub("", _PROGRAM_BEFORE.sub("", text), count=1).strip()
    if without != text:
        without = _FILE_SUFFIX.sub("", without)
    if is_line and (_FORM_LABEL.match(without) or _FORM_LABEL_ALONE.match(without)):
        return ""
    labelled = _TITLE_LABEL.match(without) if is_line else None
    return without if without and not labelled and is_title(without) else ""


def _labelled(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        found = _TITLE_LABEL.match(line)
        title = _title(_line(found["title"]), is_line=False) if found else ""
        if title:
            yield title


def _file_title(file_id: str) -> str:
    return re.sub(r"[\s_]+", " ", PurePosixPath(file_id).stem.strip()).strip()


def _line(text: str) -> str:
    """A text on one line; "" where it has no letter or digit."""
    start = text[:2000]
    return " ".join(whole(start).split()) if any(char.isalnum() for char in start) else ""
