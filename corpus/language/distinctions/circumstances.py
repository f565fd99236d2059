"""Circumstances: a rule for those who are married tells nothing to somebody who says that they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems

_TABLE = load("circumstances")
_SHORT: Final = "|".join(map(re.escape, _TABLE["short"]))
_BEING: Final = alternatives(_TABLE["being"])
_SUBJECT: Final = (
    rf"(?:{alternatives(_TABLE['subjects'])}|{alternatives(_TABLE['owners'])}\s+[a-z]+(?:\s+(?!{_BEING}\b)[a-z]+)?)"
)
_TOLD = re.compile(
    rf"(?:^|[.,;:!?–-]\s*|\b(?:and|but|if|as|since|because)\s+){_SUBJECT}(?:(?:{_SHORT})|\s+{_BEING})"
    rf"(?P<not>n['’]t|\s+not)?\s+(?:got\s+)?(?P<what>[^.,;:?!–]{{2,80}})",
    re.I,
)
_ENDS = re.compile(rf"\s(?:{alternatives(_TABLE['ends'])}\b|-\s)", re.I)
_DENIED = re.compile(rf"(?:\b{alternatives(_TABLE['denied'])}|n['’]t)\b", re.I)
_CASE = re.compile(rf"\b{alternatives(_TABLE['cases'])}\b|\(", re.I)
_OTHER_CASE = re.compile(
    rf"\b{alternatives(_TABLE['other_case'])}\b|\bif\s+\w+\s+{alternatives(_TABLE['no_more'])}(?:\s+not|n['’]t)\s*[,.;]",
    re.I,
)
_WANTED = re.compile(rf"\b{alternatives(_TABLE['wanted'])}\b", re.I)
_OPENING = 3
"""The case that a whole sentence is for is named by one of its first so many words."""
_MOST = 3
"""What is told of somebody has so many words that say something at most."""
_BEFORE = 4
"""What denies a word stands within so many words before it."""


def is_for_the_other_case(question: str, said: str) -> bool:
    """Whether a question tells that something is so of those it is asked for, and a rule is for those it is not so of.

    Or the other way round. The rule is for such alone: the sentence begins with them, and goes on to no others behind a
    semicolon, nor is it for those who want what is told to lack: "Those who need a card can order one".

    Args:
        question: such as "We aren't married. Can I come alone?".
        said: such as "If the parents are married, either of them can come alone."
    """
    told = _told(question)
    if not told or ";" in said or _OTHER_CASE.search(said):
        return False
    text = searchable(said)
    return any(_is_turned(text, what, is_so) for what, is_so in told)


def _is_turned(text: str, what: tuple[str, ...], is_so: bool) -> bool:
    """Whether a text names something in a case alone, and there always as the contrary of how it is told."""
    words = list(WRITTEN_WORD.finditer(text))
    places = [place for place, word in enumerate(words) if stem_of(word[0]) == what[0]]
    if not places or not set(what) <= {stem_of(word[0]) for word in words}:
        return False
    for place in places:
        before = text[words[max(0, place - _BEFORE)].start() : words[place].start()]
        is_denied = len(_DENIED.findall(before)) % 2 == 1
        opening = words[min(place, _OPENING)].start()
        if is_denied is not is_so or _WANTED.search(before) or not _CASE.search(text, 0, opening):
            return False
    return True


@lru_cache(maxsize=TEXTS_KEPT)
def _told(question: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """What a question tells to be so, by the stems of the words that say it, each with whether it is."""
    return tuple(_tellings(searchable(question)))


def _tellings(question: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    for match in _TOLD.finditer(question):
        said = _ENDS.split(match["what"], maxsplit=1)[0]
        is_so = match["not"] is None and _DENIED.search(said) is None
        if (what := tuple(stems(_DENIED.sub(" ", said)))) and len(what) <= _MOST:
            yield what, is_so
