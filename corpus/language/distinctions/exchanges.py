"""Exchanges: who reads law at Wick does not read it at Cole, and a group B jab or number is no group A one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile, islice, takewhile
from typing import Final

from corpus.language.contacts import asks_contact
from corpus.language.distinctions.contrasts import is_alike, is_no_kind
from corpus.language.distinctions.namesakes import is_name
from corpus.language.folding import searchable
from corpus.language.lasting.holding import verb_stem
from corpus.language.predicates import negated
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE, _EXCHANGED = load("exchanges"), load("contrasts")["exchanged"]
_NAME: Final = r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4})"
_PLACED = re.compile(
    rf"(?P<deed>[a-z]{{3,20}})(?P<between>(?:\s+(?!{alternatives(_TABLE['joining'])}\b)[\w’'-]{{1,20}}){{0,3}}?)"
    rf"\s+(?P<by>{alternatives(_TABLE['before_names'])})\s+(?:the\s+)?{_NAME}"
)
_NAMED_THING = re.compile(rf"\b[Tt]he\s+{_NAME}\s+(?P<thing>[a-z]{{3,20}})\b")
_WORD = re.compile(r"\b[a-z]{3,20}\b")
_LETTERED = re.compile(r"(?P<thing>[^\W\d_]{4,})\s+(?P<letter>[A-HJ-UWYZ])(?![\w’'.&/+-])(?!\s+[A-Z])")
_AND_MORE: Final = rf"\s*(?:[,/&–—-]|\b{alternatives(_TABLE['joining'])}\b)\s*"
_ITS_LETTERS: Final = rf"s?\s+(?P<letters>(?-i:[A-Z])(?![\w’'.])(?:{_AND_MORE}(?-i:[A-Z])(?![\w’'.]))*)"
_MOST_OF_LETTERS: Final = 4
"""A question with more things that go by a letter than these lists them."""

_AFTER_THINGS: Final = alternatives([*_EXCHANGED["predicates"], *_EXCHANGED["leading"], *_TABLE["after_things"]])
_ASKED_KIND = re.compile(
    rf"\b{alternatives(_EXCHANGED['determiners'])}\s+(?P<kind>(?-i:[a-z])[a-z]{{2,20}})[ -](?P<thing>[a-z]{{3,20}})"
    rf"(?=\W*$|[,;:]|\s+{_AFTER_THINGS}\b)",
    re.I,
)
_LOOSE: Final = frozenset(map(stem_of, _EXCHANGED["loose"]))
"""Things of which a paper's kind is often another word for the same: the planning and the application process."""
_CONTACTS = load("contacts")
_ASKS_DEED = re.compile(rf"\b{alternatives(_EXCHANGED['asking'])}\s+(?P<deed>[^?.]{{3,120}})\W*$")
_CLAUSE = re.compile(r"[.;:\n|(),]+")
_BEING: Final = frozenset[str](_TABLE["being"])
_BEFORE_DEEDS: Final = frozenset[str]((*_EXCHANGED["predicates"], *_TABLE["being"]))
_SMALL: Final = frozenset[str]((*_EXCHANGED["determiners"], *_EXCHANGED["leading"]))
_VAGUE_THINGS: Final = frozenset(map(stem_of, (*_EXCHANGED["loose"], *_TABLE["anything"]))) | {""}
_TWO: Final = 2
_MOST_OF_DEED: Final = 7
"""Who does something, the deed and the thing that it is done to have so many words at most."""
_ABOUT = re.compile(rf"\b{alternatives(_CONTACTS['about'])}\s+(?P<matter>[^?]{{2,}})", re.I)
_LABELLED = re.compile(r"[^\d.:;,]{3,40}:\s*\(?[+\d]")
_VAGUE: Final = frozenset(map(stem_of, _CONTACTS["vague_matters"])) | {""}
_SET_APART = re.compile(r"[,(–—]\s*not\s+(?P<what>[^\W\d_][^,;:.()–—]{1,60})(?=[,;:.()–—])", re.I)
_BUT_FOR = re.compile(rf"\b{alternatives(_TABLE['in_place'])}\b", re.I)
_NOT_ALL: Final = re.compile(rf"{alternatives(_TABLE['not_all'])}\b", re.I)


def exchanges_name(question: str, sentence: str, above: str) -> bool:
    """Whether a question asks of a deed at one place, say, and a sentence tells it of another alone.

    Args:
        question: such as "What does Ada Moor read at Wick?".
        sentence: such as "Ada Moor reads law at Cole."
        above: the title and the headings that it stands under, where the place may be named.
    """
    asked = list(_placed(question))
    present = frozenset(stems(f"{above}\n{sentence}")) if asked else frozenset[str]()
    own = frozenset(stems(question))
    for one in asked:
        if not present.isdisjoint(stems(one["name"])):
            continue
        told = [other for other in _placed(sentence) if _is_so_placed(one, other)]
        if told and all(own.isdisjoint(stems(other["name"])) for other in told):
            return True
    return any(_is_of_another_name(one, own, above, sentence) for one in _NAMED_THING.finditer(searchable(question)))


def _is_of_another_name(asked: re.Match[str], own: frozenset[str], above: str, sentence: str) -> bool:
    """Whether a question asks of "the Ghent trip", and a sentence tells of "the trip to Wick" alone."""
    if not is_name(asked["name"].split()[0]) or not frozenset(stems(f"{above}\n{sentence}")).isdisjoint(
        stems(asked["name"])
    ):
        return False
    told = [one["name"] for one in _placed(sentence) if stem_of(one["deed"]) == stem_of(asked["thing"])]
    return bool(told) and all(own.isdisjoint(stems(name)) for name in told)


def _placed(text: str) -> Iterator[re.Match[str]]:
    """The deeds of a text with a name behind a small word: "read" and "Cole" of "read law at Cole"; no days."""
    text = searchable(text)
    for word in _WORD.finditer(text):
        match = _PLACED.match(text, word.start())
        if match and stem_of(match["deed"]) and is_name(match["name"].split()[0]):
            yield match


def _is_so_placed(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["by"] == other["by"] and verb_stem(stem_of(one["deed"])) == verb_stem(stem_of(other["deed"]))


def exchanges_letter(question: str, said: str) -> bool:
    """Whether a question asks about what goes by one letter, and words tell only of what goes by another.

    Args:
        question: such as "How much is a hepatitis A jab?".
        said: such as "Hepatitis B | £45"; "hepatitis A to C" may tell of it too.
    """
    told = searchable(said)
    for match in islice(_LETTERED.finditer(searchable(question)), _MOST_OF_LETTERS):
        named = re.finditer(rf"\b{re.escape(match['thing'])}{_ITS_LETTERS}", told, re.I)
        letters = [one["letters"] for one in named]
        if letters and all(len(one) == 1 and one != match["letter"] for one in letters):
            return True
    return False


def is_titled_otherwise(question: str, above: str, document: Callable[[], str]) -> bool:
    """Whether a document is called by another kind of the thing that a question asks about, and never names the one.

    Args:
        question: such as "How long must I rest after a hip replacement?".
        above: the title and headings, such as "Your knee replacement".
        document: gives all of its text with the title, where it counts.
    """
    called = searchable(above)
    for match in _ASKED_KIND.finditer(searchable(question)):
        before = rf"\b([^\W\d_]{{3,20}})[ -]{re.escape(match['thing'])}s?\b"
        others = [one[1] for one in re.finditer(before, called, re.I)]
        is_loose = stem_of(match["thing"]) in _LOOSE
        if others and not is_loose and not any(map(is_no_kind, (match["kind"], *others))):
            return not any(is_alike(stem_of(match["kind"]), one) for one in stems(document()))
    return False


def acts_on_another(question: str, said: str, near: str, document: Callable[[], str]) -> bool:
    """Whether a question asks what is done to one thing, and a sentence tells that of another alone, in the same word.

    The document tells elsewhere that it is done to the one, so that it does not call it by the other's name.

    Args:
        question: such as "How long must clerks keep the logs?".
        said: such as "Rotas must be kept for a year." or "Clerks keep the rotas for a year."
        near: what it stands under and what stands before it, where the thing may be named.
        document: gives all of its text, where it counts.
    """
    present = frozenset(stems(f"{near}\n{said}"))
    own = frozenset(map(verb_stem, stems(question)))
    for verb, thing in _asked_acting(question):
        if thing in present or thing in _VAGUE_THINGS:
            continue
        others = [frozenset(one) - _VAGUE_THINGS for one in _acted_on(said, verb)]
        if others and all(one and own.isdisjoint(one) for one in others):
            return any(thing in one for one in _acted_on(document(), verb))
    return False


def _asked_acting(question: str) -> Iterator[tuple[str, str]]:
    """What a question may end with: the stems of a deed in its first form, and of the thing that it is done to."""
    asked = _ASKS_DEED.search(searchable(question))
    words = [one for one in asked["deed"].split() if one not in _EXCHANGED["determiners"]] if asked else []
    if len(words) > _MOST_OF_DEED or not _SMALL.isdisjoint(words):
        return
    for verb in words[max(1, len(words) - 1 - _TWO) : -1]:
        if verb.islower() and not verb.endswith(("s", "ing")) and stem_of(verb) not in _VAGUE_THINGS:
            yield verb_stem(stem_of(verb)), stem_of(words[-1])


def _acted_on(said: str, verb: str) -> Iterator[list[str]]:
    """The stems of what something is done to by a text: right behind the verb, or before it where it is passive."""
    for clause in _CLAUSE.split(searchable(said)):
        told = clause.casefold().split()
        for place in (at for at, word in enumerate(told) if verb_stem(stem_of(word)) == verb):
            if not _BEING.isdisjoint(told[max(0, place - _TWO) : place]):
                yield stems(" ".join(list(takewhile(lambda word: word not in _BEFORE_DEEDS, told))[-_TWO:]))
            elif behind := list(dropwhile(_EXCHANGED["determiners"].__contains__, told[place + 1 :])):
                yield stems(" ".join(list(takewhile(lambda word: word not in _SMALL, behind))[:_TWO]))


def sets_apart(question: str, sentence: str) -> bool:
    """Whether a question asks about what a sentence names only as what it was not, and not what was in its place.

    Args:
        question: such as "Why did the arson start?".
        sentence: such as "A faulty plug, not arson, started the fire."
    """
    if negated(question) or _BUT_FOR.search(question):
        return False
    asked = frozenset(stems(question))
    for match in _SET_APART.finditer(sentence):
        apart = frozenset(stems(match["what"]))
        rest = stems(f"{sentence[: match.start()]} {sentence[match.end() :]}")
        if apart and apart <= asked and apart.isdisjoint(rest) and not _NOT_ALL.match(match["what"]):
            return True
    return False


def is_contact_for_another(question: str, sentence: str, above: str, others: Iterable[str]) -> bool:
    """Whether a question asks for a contact about something of which other sentences tell, and none near the words.

    Args:
        question: such as "What number do I ring about damp?".
        sentence: such as "Out of hours, ring 01774 555 999."
        above: the sentence before and what it stands under, which tell nothing of it behind a label: "Lights: 01774".
        others: the other sentences, such as "Damp should be reported online."
    """
    asked = _ABOUT.search(question) if asks_contact(question) else None
    matter = frozenset(stems(asked["matter"])) - _VAGUE if asked else frozenset[str]()
    said = sentence if _LABELLED.match(sentence) else f"{above}\n{sentence}"
    if not matter or _names_any(matter, said):
        return False
    return any(_names_any(matter, other) for other in others)


def _names_any(matter: frozenset[str], said: str) -> bool:
    return any(is_alike(own, one) for one in stems(said) for own in matter)
