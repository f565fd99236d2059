"""Speakers: what the judges said of somebody is not what that one said."""

from __future__ import annotations

import re

from corpus.language.folding import searchable
from corpus.language.persons.offices import names_office
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("speakers")
_NAME = r"(?:[A-Z][\w'.-]{0,30}\s{1,3}){0,4}[A-Z][\w'-]{0,30}"
_ASKS = re.compile(rf"\b(?i:what\s+(?:did|does|has|had))\s+(?P<name>{_NAME})\s+{alternatives(_TABLE['asking'])}\b")
_SPEAKER = re.compile(
    rf"(?P<before>\b(?:[\w'.-]{{1,30}},?\s{{1,3}}){{0,8}}?)\b{alternatives(_TABLE['saying'])}\b(?:\s{{1,3}}(?P<after>{_NAME}))?"
)
_ASKS_OFFICE = re.compile(
    rf"\bwhat\s+(?:did|does|has|had)\s+the\s+(?P<office>[a-z]{{3,20}}(?:\s[a-z]{{3,20}})?)\s+{alternatives(_TABLE['asking'])}\b",
    re.I,
)
_ASKED = re.compile(
    rf"(?:\W{{0,3}}\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}[.)]{{0,2}}\s{{1,3}})?"
    r"(?P<before>[^.;:]*?)(?<!\bbe\s)(?<!\bare\s)(?<!\bis\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bif\s)(?<!\bwhen\s)"
    rf"\b{alternatives(_TABLE['inquiring'])}\s+(?:[\w'’-]+\s+){{0,4}}?{alternatives(_TABLE['inquired'])}\b",
    re.I,
)
"""What stands before it may have a number of its own: "4.3 Ada Moor asked who paid"."""
_ANSWERED = re.compile(rf"\b{alternatives([*_TABLE['answering'], *_TABLE['saying']])}\b", re.I)
_GOES_ON = re.compile(r",\s+(?:and|but|to which)\b|[(–—]|[.;:][\s\"'“‘]*\w", re.I)
"""What stands behind a question that was put may answer it."""
_ASKS_OF_ASKING = re.compile(rf"\b{alternatives([*_TABLE['inquiring'], *_TABLE['inquiries']])}\b", re.I)
_SOMEBODY = re.compile(rf"\b{alternatives(_TABLE['pronouns'])}\b", re.I)


def only_asks(question: str, sentence: str) -> bool:
    """Whether a sentence only tells that somebody put the question, as "Ada Moor asked who paid for it." does.

    Args:
        question: such as "Who paid for the wall?"; one after what somebody asked is answered by it.
        sentence: what it says before who asks may answer: "Ben Rowe, who built the wall, asked who paid for it."
    """
    text = searchable(sentence)
    asked = _ASKED.match(text)
    if asked is None or _ASKS_OF_ASKING.search(question):
        return False
    if _ANSWERED.search(text) or _GOES_ON.search(text, asked.end()):
        return False
    return frozenset(stems(question)).isdisjoint(stems(asked["before"]))


def tells_of_another_speaker(question: str, sentence: str) -> bool:
    """Whether a question asks what somebody said, and a sentence tells only what others said, by name or office.

    Args:
        question: such as "What did Ada Moor say about the award?".
        sentence: such as "The judges said of Ada Moor that she was the best.".
    """
    asked, office = _ASKS.search(searchable(question)), _ASKS_OFFICE.search(searchable(question))
    if asked is None and office is None:
        return False
    speakers = [f"{match['before']} {match['after'] or ''}" for match in _SPEAKER.finditer(searchable(sentence))]
    if asked is None:
        return bool(speakers) and all(_holds_another(office["office"], speaker) for speaker in speakers if office)
    name = asked["name"].split()[-1].removesuffix("'s")
    return bool(speakers) and not any(name in speaker or _SOMEBODY.search(speaker) for speaker in speakers)


def _holds_another(office: str, speaker: str) -> bool:
    """Whether one office is asked for, and somebody who speaks is told to hold another alone."""
    is_known = names_office(office) and names_office(speaker) and not _SOMEBODY.search(speaker)
    return is_known and frozenset(stems(office)).isdisjoint(stems(speaker))
