"""Succession: who was first, and who was before somebody, are told only by words that say so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.language.kinds import TEXTS_KEPT, Span
from corpus.language.names import bare_words
from corpus.language.persons.handing_over import turns
from corpus.language.persons.people import names
from corpus.language.vocabulary import alternatives, first_of, load

_TABLE = load("holding")["succession"]
_NEXT = load("holding")["successor"]
_SUCCESSOR = re.compile(
    rf"\b{alternatives(_NEXT['whose'])}\s+{alternatives(_NEXT['nouns'])}\b|(?:\b{alternatives(_NEXT['was'])}\s+)?\b{alternatives(_NEXT['passive'])}\b"
    rf"|\b{alternatives(_NEXT['active'])}\s+{alternatives(_NEXT['whom'])}\b"
    rf"|\b{alternatives(_NEXT['alone'])}\b(?!\s+(?:the\b|(?-i:[A-Z])|from\s+(?-i:[A-Z])))",
    re.I,
)
_PREDECESSOR = re.compile(rf"\b{alternatives(_NEXT['whose'])}\s+{alternatives(_TABLE['predecessor'])}\b", re.I)
_SHE_CAME_AFTER = re.compile(
    rf"\b(?P<who>{alternatives(_TABLE['who_came'])})\s+(?:(?:[^\s.;:]{{1,30}}\s+){{0,15}}?and\s+)?(?:(?:had|has|then|later)\s+)*"
    rf"{alternatives(_NEXT['active'])}(?=\s+(?-i:[A-Z]))",
    re.I,
)
"""That "she" came after somebody, after other deeds perhaps: "She came from a shipyard and replaced Ada Moor"."""
BEFORE_NAME: Final = re.compile(
    rf"(?<![,\s])[,\s]+{alternatives(load('holding')['asking']['before'])}\s+"
    rf"(?P<than>(?i:{alternatives(load('people')['titles'])}\.?(?:\s+[\w.'’-]+){{1,3}})"
    r"|[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*)[\s?.!]*$"
)
"""A question's "before Ada Moor" at its end, after a title in small letters too."""
BEFORE_IN_POST: Final = re.compile(
    rf"\bwho\s+{alternatives(_TABLE['came'])}\s+{alternatives(load('holding')['asking']['before'])}\s+"
    r"(?P<than>(?-i:[A-Z])[\w.'’-]*(?:\s+(?-i:[A-Z])[\w.'’-]*)*)\s+as\s+(?P<post>[^?.!]{3,60})",
    re.I,
)
"""The same with the post at the end: "Who came before Moor as clerk?"."""
_TURNS = load("holding")["handing_over"]
_ASKS_AFTER = re.compile(
    rf"\b(?i:who\s+(?:{alternatives(_TURNS['active'])}|{alternatives(_TURNS['taking'])}\s+from))\s+"
    r"(?P<than>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*)"
)
_ASKS_AFTER_NAME = re.compile(
    rf"\b(?i:who\s+{alternatives([*_TABLE['came'], *_TABLE['became']])}\b[^?.]*?\safter\s+)"
    r"(?P<than>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*)[\s?.!]*$"
)
_FOLLOWS = re.compile(rf"\b(?:{alternatives([*_NEXT['active'], *_NEXT['passive'], *_NEXT['nouns']])}|after)\b", re.I)
_ASKS_NEW = re.compile(
    rf"{first_of('who')}[^?]*?\b(?:{alternatives(_TABLE['next'])}\b|(?:is|are|['’]s)\s+(?:the|our|their|its)\s+new\b)",
    re.I,
)
_LEAVES = re.compile(rf"\b{alternatives([*_TURNS['leaves'], *_TABLE['leaving']])}\b", re.I)
_COMES = re.compile(rf"\b{alternatives([*_TURNS['comes'], *_TURNS['later'], *_TABLE['next']])}\b", re.I)
_ASKS_STANDING_IN = re.compile(rf"{first_of('who')}[^?]*?\b{alternatives(_TABLE['standing_in'])}\b", re.I)
_STANDS_IN = re.compile(rf"\b{alternatives([*_TABLE['standing_in'], *load('offices')['ranks']['for_a_time']])}\b", re.I)
_ACTIVE = rf"(?P<active>{alternatives(_NEXT['active'])})"
_WAS = re.compile(rf"\b{alternatives(_NEXT['was'])}\s+$", re.I)
_ASKS_NEXT = re.compile(rf"{first_of('who')}[^?]*?\b{alternatives(_TABLE['next'])}\b", re.I)
_ASKS_FIRST = re.compile(
    rf"\b(?:the|our|its|their|\w+['’]s)\s+(?:very\s+)?{alternatives(_TABLE['first'])}\s+[a-z]", re.I
)
_ASKS_PREVIOUS = re.compile(
    rf"\b(?:{alternatives(_TABLE['previous'])}\s+[a-z]|{alternatives(_TABLE['predecessor'])}\b|{alternatives(_TABLE['before'])}\W*$)",
    re.I,
)
_FIRST = re.compile(rf"\b{alternatives(_TABLE['first'])}\b", re.I)
_EARLIER = re.compile(rf"\b{alternatives([*_TABLE['previous'], *_TABLE['earlier']])}\b", re.I)


@lru_cache(maxsize=TEXTS_KEPT)
def lacks_succession(question: str, quote: str, sentence: str, under: str = "") -> bool:
    """Whether a question asks who was first, before or after somebody, and a sentence does not say that of anybody.

    Args:
        question: such as "Who was the first chair?" or "Who was chair before Ada Moor?".
        quote: the words that may answer.
        sentence: theirs.
        under: what it stands under.
    """
    if before := BEFORE_NAME.search(question) or BEFORE_IN_POST.search(question):
        return before["than"].casefold() in quote.casefold() or not _EARLIER.search(f"{under}\n{sentence}")
    if after := _ASKS_AFTER.search(question):
        if _came_after(after["than"], quote, sentence):
            return True
        is_alone = after["than"].casefold() in quote.casefold() and len({*names(quote)}) == 1
        return is_alone and not turns(sentence) and successor_in(sentence) is None
    after = _ASKS_AFTER_NAME.search(question)
    if after and any(True for _ in names(after["than"])):
        others = {sentence[slice(*name)].casefold() for name in names(sentence)} - {after["than"].casefold()}
        return not others and not turns(sentence) and _FOLLOWS.search(sentence) is None
    is_new = _ASKS_NEW.search(question) or _ASKS_STANDING_IN.search(question)
    if is_new and _LEAVES.search(sentence) and not (_COMES.search(sentence) or _STANDS_IN.search(sentence)):
        return True
    if _ASKS_PREVIOUS.search(question):
        return not _EARLIER.search(f"{under}\n{sentence}")
    return _ASKS_FIRST.search(question) is not None and not _FIRST.search(f"{under}\n{sentence}")


def _came_after(one: str, quote: str, sentence: str) -> bool:
    """Whether a sentence says that this one came after somebody, and words tell of that one alone."""
    link = re.search(rf"\b{re.escape(one)}\b[^.;]*?\s(?<!by\s){_ACTIVE}\s", sentence, re.I)
    is_passive = link is not None and _WAS.search(sentence, 0, link.start("active")) is not None
    return link is not None and not is_passive and sentence.find(quote) >= link.end() - 1


def precedes_another(question: str, sentence: str, before: str) -> bool:
    """Whether a question asks who was before somebody, and a sentence tells who was before "her", who is another.

    Args:
        question: such as "Who was clerk before Ada Moor?".
        sentence: such as "Her predecessor was John Doe.".
        before: what stands before it in the paragraph, such as "Bea Carr keeps the shop."; "" tells nothing.
    """
    asked = BEFORE_NAME.search(question) or BEFORE_IN_POST.search(question)
    if asked is None or not before.strip() or predecessor_in(sentence) is None:
        return False
    than = frozenset(bare_words(asked["than"]))
    return bool(than) and than.isdisjoint(bare_words(f"{before} {sentence}"))


def successor_in(sentence: str) -> Span | None:
    """Where a sentence names the one who came after another, who is told of before; None where it does not.

    Args:
        sentence: such as "Her successor, John Doe, joins in June."
    """
    match = _SUCCESSOR.search(sentence)
    return match.span() if match else None


def predecessor_in(sentence: str) -> Span | None:
    """Where a sentence names the one who came before another, who is told of before; None where it does not.

    Args:
        sentence: such as "Her predecessor, John Doe, had led it since 2010." or "She succeeded John Doe.".
    """
    if match := _PREDECESSOR.search(sentence):
        return match.span()
    match = _SHE_CAME_AFTER.search(sentence)
    return (0, match.end()) if match and not any(names(sentence[: match.end()])) else None


def successor_pronoun(sentence: str) -> Span | None:
    """Where "she" stands in a sentence which says that she came after somebody, and names nobody before.

    Args:
        sentence: such as "In May she took over from John Doe.".
    """
    match = _SHE_CAME_AFTER.search(sentence)
    return match.span("who") if match and not any(names(sentence[: match.end()])) else None


def next_asked(question: str, sentence: str) -> Span | None:
    """Where a sentence names who comes after another, where a question asks who will be; None where either does not.

    Args:
        question: such as "Who will be chair from May?".
        sentence: such as "The chair, Ada Moor, will be replaced by John Doe in May."
    """
    found = turns(sentence) if _ASKS_NEXT.search(question) else ()
    return found[-1].name if found else None
