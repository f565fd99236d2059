"""Asking: the sentence that asks, within a story, a greeting and a signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.language.kinds import Span
from corpus.language.sentences import sentences
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.query import Query

_TABLE, _HALVES = load("asking"), load("halves")
STORY_WORDS: Final = 25
"""So many words beside the sentences that ask are a story; fewer are part of the question."""
SHORT_STORY_WORDS: Final = 10
"""So many in two sentences or more are one before a sentence that can be understood by itself."""
_WHOLE: Final = 3
"""A sentence that asks can be, with so many stems and no word for who tells of something or for what was told."""
_TELLING: Final = 3
"""A sentence that asks with fewer stems of a thing told before, or fewer before a pronoun, goes with the one before it,
if it has no name."""
_TELLING_ALONE: Final = 2
"""One that asks of no such thing, as "Can children visit?", needs no more than so many."""
_GREETING = re.compile(
    rf"^\W*{alternatives(_TABLE['greetings'])}\b"
    rf"(?:\s+(?:{alternatives(_TABLE['greeted'])}\b|(?-i:[A-Z])[\w'’-]+)){{0,4}}\s*[,!.:;\n–-]+\s*",
    re.I,
)
_CLOSING = re.compile(
    rf"(?:^|(?<=[?.!\n])|(?<=[?.!\n]\s)|(?<=[\w,]\s))\s*[-–—]*{alternatives(_TABLE['closings'])}\b(?:[\s,.!–—-]+[\w'’.-]+){{0,7}}\W*$",
    re.I,
)
_QUOTED_MAIL = re.compile(rf"^[ \t]*>.*$|^{alternatives(_TABLE['quoting'])}\s[^\n]{{4,80}}:[ \t]*$", re.M)
"""Lines of a mail that is answered, and the line that leads to them: "On 3 May Jo wrote:"."""
_ASKING = rf"(?:(?:{alternatives(_HALVES['before_asking'])})\s+)?{alternatives(_HALVES['asking'])}\b"
_OPENING = re.compile(
    rf"^\W*(?:(?:{alternatives(_TABLE['between'])})\W+)*{alternatives(_TABLE['openings'])}\b[\s,:–-]*"
    rf"(?:(?:{alternatives(_TABLE['between'])})\W+)*(?={_ASKING})",
    re.I,
)
_SAYS_SO = re.compile(rf"^\W*{alternatives(_TABLE['openings'])}\b", re.I)
_NAME = re.compile(r"(?<=[\w,]\s)[A-Z][\w'’-]+")
_REQUEST = re.compile(rf"\b{alternatives(_TABLE['requests'])}\b", re.I)
_PRONOUN = re.compile(rf"\b{alternatives(_HALVES['pronouns'])}\b", re.I)
_TELLER = re.compile(rf"\b{alternatives(_TABLE['themselves'])}\b", re.I)
_VERB = alternatives([*_HALVES["auxiliaries"], *_HALVES["lent_verbs"]])
_NO_NOUN = alternatives([*_HALVES["pronouns"], *_HALVES["articles"], *_TABLE["themselves"], "you"])
_TELLS = re.compile(rf"\b{alternatives(_TABLE['story']['tellers'])}\b|^\W*(?:just|been|have|am|new)\b", re.I)
_INVERTED = (
    rf"(?:(?:{alternatives(_TABLE['between'])})\W+)*(?:how\s+(?:much|many)\b|(?!which\s+{_VERB}\b){_ASKING}"
    rf"(?:\s+(?!{_NO_NOUN}\b)[\w'’-]+){{0,3}}?\s+{_VERB}\b|(?!(?:should|had|were)\b){_VERB}\s+{alternatives(_HALVES['subjects'])}\b)"
)
"""What opens a question though no mark ends it: "what time does", "how much", "do I"."""
_OPENS_QUESTION = re.compile(rf"^\W*(?:[^.!?:]{{1,60}}:\s+|[^.!?,]{{1,40}},\s+)?{_INVERTED}", re.I)
_AFTER_CLAUSE = re.compile(rf"(?<=[\w)]),\s+(?=(?:and|so|but)?\s*{_INVERTED})", re.I)
_DEFINITE = re.compile(rf"\b{alternatives(_HALVES['definite'])}\b", re.I)


def understand_asking(question: str, understood: Callable[[str], Query]) -> tuple[str, Query]:
    """Understand the words of a question that ask, without greeting, story and signature.

    Where they name no document, names of documents in the story go with them.

    Args:
        question: as it was typed.
        understood: understands a question.

    Returns:
        The question with spaces in place of what does not count, and the query; offsets are those of the question.
    """
    question = _without_quoted(question)
    asking = asked_of(question)
    if asking != asked_of(question, STORY_WORDS) and _tells_of_thing(question, asking, understood(question)):
        asking = asked_of(question, STORY_WORDS)
    if not asking:
        return question, understood(question)
    own = understood(only_asking(question, asking))
    names: list[Span] = []
    if len(only_asking(question, asking).split()) + SHORT_STORY_WORDS <= len(question.split()) and not own.documents:
        told = understood(question).interpretation.names
        names = [(name.start, name.end) for name in told if name.documents]
    only = only_asking(question, asking, names)
    query = understood(only) if names else own
    asked, read = " ".join(query.question.split()), query.interpretation
    read = replace(read, question=" ".join(read.question.split()), asking=" ".join(only.split()))
    return only, replace(query, question=asked, interpretation=read)


def asked_of(question: str, least: int = SHORT_STORY_WORDS) -> tuple[Span, ...]:
    """Where the words stand that ask, of a question with a greeting, a story or a signature; () where all of it asks.

    What is said beside them is part of the question where it is short.

    Args:
        question: as it was typed.
        least: of how many words a story is before a sentence that can be understood by itself.
    """
    start, end = _without_frame(question)
    spans = [(start + first, start + last) for first, last in sentences(question[start:end])]
    said = [question[slice(*span)] for span in spans]
    asking = _asking(said)
    told = [one for place, one in enumerate(said) if place not in asking]
    is_short = len(told) > 1 and all(_is_whole(said[place]) for place in asking)
    if asking and sum(len(one.split()) for one in told) >= (least if is_short else STORY_WORDS):
        kept = sorted({place for one in asking for place in _with_antecedent(question, spans, one)})
        spans = [spans[place] for place in kept]
    opened = [_without_opening(question, _without_clause(question, span)) for span in spans]
    words = [question[slice(*span)] for span in opened]
    is_whole = "".join("".join(words).split()) == "".join(question.split())
    return () if is_whole or not any(map(stems, words)) else tuple(opened)


def asking_sentences(question: str) -> str:
    """The sentences of a question that ask, without what is told beside them; all of it where none does.

    Args:
        question: as it was typed.
    """
    said = [question[slice(*span)] for span in sentences(question)]
    return " ".join(said[place] for place in _asking(said)) or question


def only_asking(question: str, asking: Sequence[Span], names: Sequence[Span] = ()) -> str:
    """A question with spaces in place of all but the words that ask, so that offsets hold.

    Args:
        question: as it was typed.
        asking: where these words stand.
        names: where names stand that are kept; each is parted by a colon from what follows.
    """
    kept = {place for span in (*asking, *names) for place in range(*span)}
    masked = [letter if place in kept else " " for place, letter in enumerate(question)]
    for _, end in names:
        if end < len(masked) and end not in kept:
            masked[end] = ":"
    return "".join(masked)


def _without_quoted(question: str) -> str:
    """A mail with spaces in place of the mail that it answers; all of it where it says nothing else."""
    own = _QUOTED_MAIL.sub(lambda quoted: " " * len(quoted[0]), question)
    return own if stems(own) else question


def _without_frame(question: str) -> Span:
    """Where a question stands between its greeting and its signature."""
    greeting = _GREETING.match(question)
    start = greeting.end() if greeting else 0
    closing = _CLOSING.search(question, start)
    end = closing.start() if closing and "?" not in closing.group() else len(question)
    return (start, end) if stems(question[start:end]) else (0, len(question))


def _ends_asking(sentence: str) -> bool:
    return sentence.rstrip("\"'”’)*_ ").endswith("?")


_SIGNS: Final[Sequence[Callable[[str], object]]] = (
    _ends_asking,
    _OPENING.match,
    _REQUEST.search,
    _OPENS_QUESTION.match,
)
"""Of the sentences of a message those ask that have the first of these signs that any has."""


def _asking(said: Sequence[str]) -> list[int]:
    """The places of the sentences that ask; those that only say that somebody does where there are no others."""
    asks = next(filter(None, ([place for place, one in enumerate(said) if asks(one)] for asks in _SIGNS)), [])
    return [place for place in asks if not _only_says_so(said[place])] or asks


def _with_antecedent(question: str, spans: Sequence[Span], place: int) -> Iterator[int]:
    """The place of a sentence that asks, and of the one before it where it needs that to be understood."""
    yield place
    start, end = _without_opening(question, spans[place])
    sentence = question[start:end]
    pronoun = _PRONOUN.search(sentence)
    own = stems(sentence[: pronoun.start()] if pronoun else sentence)
    telling = _TELLING if pronoun or _DEFINITE.search(sentence) else _TELLING_ALONE
    if place and len(own) < telling and not _NAME.search(sentence):
        yield place - 1


def _tells_of_thing(question: str, asking: Sequence[Span], query: Query) -> bool:
    """Whether a story names what stands in the documents and is none of them, which what is asked may be about."""
    asked = only_asking(question, asking).casefold()
    names = (name for name in query.interpretation.names if name.known and not name.documents)
    return any(name.text.casefold() not in asked for name in names)


def _is_whole(sentence: str) -> bool:
    """Whether a sentence that asks can be understood without those before it, and asks nothing of who tells them."""
    return len(stems(sentence)) >= _WHOLE and not _PRONOUN.search(sentence) and not _TELLER.search(sentence)


def _only_says_so(sentence: str) -> bool:
    """Whether a sentence only says that somebody asks, as "Does anyone know this?" does."""
    said = _SAYS_SO.match(sentence)
    return said is not None and len(stems(sentence[said.end() :])) < 2


def _without_clause(question: str, span: Span) -> Span:
    """A sentence that asks without a longer clause before it in which somebody tells of themselves."""
    for comma in _AFTER_CLAUSE.finditer(question, *span):
        told, asked = question[span[0] : comma.start()], question[comma.end() : span[1]]
        if len(told.split()) >= SHORT_STORY_WORDS and _TELLS.search(told) and _is_whole(asked):
            return comma.end(), span[1]
    return span


def _without_opening(question: str, span: Span) -> Span:
    """A sentence without the words that only say that somebody asks."""
    opening = _OPENING.match(question[slice(*span)])
    return (span[0] + opening.end(), span[1]) if opening else span
