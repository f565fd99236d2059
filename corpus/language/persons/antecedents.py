"""Antecedents: whom "he" or "she" means is told by the sentences before."""

from __future__ import annotations

import re
from itertools import islice

from corpus.language.persons.offices import names_office
from corpus.language.persons.people import names, own_words
from corpus.language.sentences import sentences
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("antecedents")
_OBJECTS: dict[str, list[str]] = _TABLE["subjects"]
"""What "he" or "she" may go on from, with the word itself."""
_SUBJECT = alternatives(_OBJECTS)
_SAYING = alternatives(load("speakers")["saying"])
_AS_SUBJECT = re.compile(rf"(?:^|[,;:\"'”’])\W{{0,3}}(?P<one>{_SUBJECT})\s", re.I)
_BARE = re.compile(rf"^\W*{_SUBJECT}\b|[\"'”’]\W{{0,3}}(?:{_SUBJECT}\s+{_SAYING}|{_SAYING}\s+{_SUBJECT})\b", re.I)
_OPENS = re.compile(rf"^\W*{alternatives(_TABLE['opening'])}\b", re.I)
_SPEAKER = r"[^\w\n]*[\w.'’-]{1,20}(?:[ ][\w.'’-]{1,20})?:"
_REPLIES = re.compile(rf"^(?:{_SPEAKER})?\W*{alternatives(_TABLE['replying'])}\b", re.I)
_WHO = re.compile(r"^\W*who(?:m|['’]s)?\b", re.I)
_ASKS_OF = re.compile(rf"\b{alternatives(_TABLE['asking'])}\s+$", re.I)
_HEAD = re.compile(
    rf"\W*(?:(?i:{alternatives(_TABLE['articles'])})\s+)?(?:(?!{alternatives(_TABLE['small'])}\b)[\w'’-]{{1,30}},?\s+){{0,5}}",
    re.I,
)
_WORD = re.compile(r"\w+")
_BACK = 3
"""So many sentences before may lead to whom is meant."""


def tells_only_he(question: str, words: str) -> bool:
    """Whether a question asks who, and words tell of "him" or "her" alone, by no name or office.

    Args:
        question: such as "Who said that the path was closed?".
        words: such as "She said that the path was closed.".
    """
    asks = _WHO.search(question) is not None and _BARE.search(words) is not None
    return asks and not any(names(words)) and not names_office(words)


def antecedent(before: str) -> int | None:
    """Where the sentence begins that names whom "he" or "she" means next; None where none is near, or it names two.

    Args:
        before: what stands before in the paragraph.
    """
    for start, end in islice(reversed(sentences(before)), _BACK):
        said = before[start:end]
        named = {said[slice(*span)] for span in names(said)}
        if _OPENS.match(said) and not named:
            continue
        return start if len(named) == 1 or (not named and names_office(said)) else None
    return None


def question_before(text: str, start: int) -> str:
    """The question that a sentence replies to, in one line; "" for none.

    It replies to one in its line, and with "no" or the like to one above it: "Is it paid?" over "AM: No, it is not."

    Args:
        text: of a passage.
        start: where the sentence begins.
    """
    before = text[:start].rstrip()
    if not before.rstrip("\"'”’)*_ ").endswith("?"):
        return ""
    first, last = sentences(before)[-1]
    is_reply = "\n" not in text[last:start] or _REPLIES.match(text[start:].partition("\n")[0]) is not None
    return " ".join(before[first:last].strip("-*#_ \n").split()) if is_reply else ""


def does_next(question: str, sentence: str, following: str) -> bool:
    """Whether a sentence names somebody, and the next one tells that "he" or "she" did what a question asks who did.

    Args:
        question: such as "Who had counted the lorries?".
        sentence: such as "Ada Moor complained of lorries."
        following: such as "She had counted them.", which has more of the question's words.
    """
    goes_on = _WHO.search(question) is not None and _BARE.match(following) is not None
    if not goes_on or _OPENS.match(sentence) or any(names(following)):
        return False
    asked = frozenset(stems(question))
    is_told = len(asked.intersection(stems(following))) > len(asked.intersection(stems(sentence)))
    return is_told and len({sentence[slice(*span)] for span in names(sentence)}) == 1


def is_of_one_named_last(question: str, sentence: str, before: str) -> bool:
    """Whether a question asks about somebody by name, and a sentence about "him" or "her" goes on about another.

    Args:
        question: such as "What did Ada Moor say about the roof?".
        sentence: such as "Asked about the roof, she said that it leaked.".
        before: all that stands before it, such as "The treasurer, Bea Carr, thanked Ben Rowe.".
    """
    asked = [own_words(question[slice(*span)]) for span in names(question) if _ASKS_OF.search(question[: span[0]])]
    goes_on = _AS_SUBJECT.search(sentence)
    if not any(asked) or goes_on is None or any(names(sentence[: goes_on.end()])):
        return False
    near, spans = before.rpartition("\n\n")[2], reversed(sentences(before))
    last = next(
        (span for span in spans if _names_first(before[slice(*span)]) or _is_of_office(before[slice(*span)])), None
    )
    if (
        last is None
        or _is_of_office(before[slice(*last)])
        or _may_be_object(before[slice(*last)], goes_on["one"].casefold())
    ):
        return False
    known = frozenset(stems(f"{near}\n{before[last[0] :]}\n{sentence}"))
    return all(known.isdisjoint(own) for own in asked if own)


def _may_be_object(sentence: str, one: str) -> bool:
    """Whether "she" may be whom a sentence means by "her", where it has no "she": "Ben Carr married her."."""
    said = frozenset(_WORD.findall(sentence.casefold()))
    return one not in said and not said.isdisjoint(_OBJECTS[one])


def _is_of_office(sentence: str) -> bool:
    """Whether a sentence tells of whoever holds an office, and of nobody by name: "The chair spoke"."""
    return names_office(sentence) and not any(names(sentence))


def _names_first(sentence: str) -> bool:
    """Whether a sentence begins with the name of somebody of whom it tells, after an office perhaps."""
    first = min(names(sentence), default=None)
    if first is None or _OPENS.match(sentence) or sentence.startswith(("'s", "’s"), first[1]):
        return False
    return _HEAD.fullmatch(sentence, 0, first[0]) is not None
