"""Initials: for whom capitals stand where a paper gives them behind names, as in "Ada Moor (AM, chair)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.language.kinds import Span
from corpus.language.names import bare_words
from corpus.language.persons.people import TITLED, names, untitled
from corpus.language.vocabulary import alternatives

_GIVEN = re.compile(r"\s?\((?P<short>[A-Z]{2,4})\b[^()\n]{0,60}\)")


def initials_told(text: str) -> dict[str, str]:
    """For whom initials stand in a text, by them: {"AM": "Ada Moor"}; those that stand for two are left out.

    Args:
        text: such as "Present: Ada Moor (AM, chair), Cllr Reed (BR)."
    """
    told: dict[str, str] = {}
    several = set[str]()
    for line in (line for line in text.split("\n") if _GIVEN.search(line)):
        for start, end in names(line):
            given, name = _GIVEN.match(line, end), line[start:end]
            if given is None or not _spell(name, given["short"]):
                continue
            if told.setdefault(given["short"], name) != name:
                several.add(given["short"])
    return {short: name for short, name in told.items() if short not in several}


def _spell(name: str, short: str) -> bool:
    """Whether initials may be those of a name: its last word gives the last, its first the first where it has two."""
    words = untitled(name)
    if not words or words[-1][0] != short[-1]:
        return False
    return len(words) == 1 or words[0][0] == short[0]


def named_of(told: Mapping[str, str], question: str) -> dict[str, str]:
    """Those of some initials that stand for somebody whom a question names, and by no other first name.

    Args:
        told: as `initials_told` gives them.
        question: such as "What is Mrs Moor to write?", or of Ada; "Ben Moor" is another.
    """
    asked = frozenset(bare_words(question))
    return {
        short: name
        for short, name in told.items()
        if any(len(word) > 1 and word in asked for word in bare_words(" ".join(untitled(name))))
        and not _is_called_otherwise(question, untitled(name), short)
    }


def _is_called_otherwise(question: str, name: Sequence[str], short: str) -> bool:
    """Whether another first name stands before somebody's last one in a question; its first word is none."""
    before = re.search(rf"(?<=\s)([A-Z][\w'’-]+)\s+{re.escape(name[-1])}\b", question)
    if before is None or TITLED.fullmatch(before[1]):
        return False
    first = name[0].rstrip(".") if len(name) > 1 else short[0]
    return not before[1].startswith(first) and before[1] not in name


def initials_in(text: str, told: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Where initials stand in a text, each with whom they stand for; not where they are given behind the name."""
    if told:
        for match in re.finditer(rf"(?<![\w(]){alternatives(list(told))}(?!\w)", text):
            yield match.span(), told[match[0]]
