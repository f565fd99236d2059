"""Parties: what a paper says of office staff is not what it says of trades staff, of whom it tells elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import Final

from corpus.language.folding import searchable
from corpus.language.kinds import QUESTIONS_KEPT
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("groups")
_EXCHANGED = load("contrasts")["exchanged"]
_LOOSE: Final = frozenset(map(stem_of, ("people", "person", "persons", *load("units")["time"])))
"""Words that call nobody and nothing by name."""
_PREDICATES: Final = frozenset[str](_EXCHANGED["predicates"])
_DEEDS_OF_THINGS: Final = _PREDICATES.difference(_TABLE["having"], _TABLE["doing"])
_WORD = r"[^\W\d_][\w-]*"
_MOST = 3
"""A party is called by so many words at most."""
_CALLED = rf"(?P<party>{_WORD}(?:\s+{_WORD}){{0,{_MOST - 1}}})"
_BEFORE = rf"(?:{alternatives([*_TABLE['openers'], *_TABLE['fillers'], *_EXCHANGED['determiners']])}\s+)*+"
_ASKERS = alternatives(sorted({*_TABLE["askers"]} - {"does"}))
_ASKED = re.compile(
    rf"\b(?:does\s+an?|{_ASKERS})\s+{_BEFORE}(?P<party>{_WORD}(?:\s+{_WORD}){{0,{_MOST}}})",
    re.I,
)
"""One thing that does something is no party: "How long does the trial last?"."""
_TOLD_FIRST = re.compile(
    rf"(?:^\W*{_BEFORE}|\b{alternatives(_EXCHANGED['determiners'])}\s+)(?P<party>{_WORD}(?:\s+{_WORD}){{0,1}})\s+{alternatives(_TABLE['bound'])}\s+"
    rf"(?P<deed>{_WORD})",
    re.I,
)
"""Keywords begin with whom they ask of: "bank must keep records how long"."""
_OWNER = re.compile(rf"(?P<party>(?:{_WORD}\s+)?{_WORD}s)['’](?=\s)", re.I)
_BEGINS = rf"(?:(?<![^\n])|[.;:,|]\s+|\b(?:and|but)\s+)(?:{alternatives(_TABLE['asked_in_headings'])}\s+)?{_BEFORE}"
_DOES = rf"{alternatives([*_TABLE['verbs'], *_TABLE['having']])}|{alternatives(_TABLE['doing'])}(?!\s+(?:not\s+)?be\b)"
_ACT = re.compile(rf"\s+(?:{_WORD}\s+){{0,2}}?(?:{_DOES}|{alternatives(_TABLE['acting'])}s?|are\s+\w+ed)\b", re.I)
_DONE_BY = re.compile(
    rf"\b(?:{_WORD}ed|{alternatives(_TABLE['done'])})\s+by\s+{alternatives(_EXCHANGED['determiners'])}\s+"
    rf"(?!(?:{_WORD}\s+)?{alternatives(_TABLE['no_doers'])}\b)(?P<party>{_WORD}(?:\s+{_WORD})?)",
    re.I,
)
"""Whoever is to do something: "kept by the cardholder"; no time or way, as in "paid by the end of May"."""
_OPENS = re.compile(rf"(?:{_BEGINS}|\bof\s+(?:the\s+)?)$", re.I)
_OPENING = 60
"""What opens a sentence before those whom it is about stands within so many letters."""
_WHOEVER = re.compile(rf"\b{alternatives([*_TABLE['whoever'], 'all'])}\b", re.I)
_ENDING = re.compile(r"(?:ies|y|s)$", re.I)
_FOR = re.compile(rf"\b(?P<thing>{_WORD})\s+for\s+{_BEFORE}{_CALLED}", re.I)


def tells_of_another_party(
    question: str, said: str, heading: str, title: str, around: str, document: Callable[[], str]
) -> bool:
    """Whether a question asks of some party, and a sentence or its heading tells what another one does, has or may do.

    Both are known by the document itself: it begins a sentence with the party asked about elsewhere. So what a paper
    says of office staff tells nothing of trades staff where it has a word on these too. Whoever the whole document is
    for, by its title, is no other party.

    Args:
        question: such as "May trades staff work from home?".
        said: the sentence, such as "Office staff may work from home."
        heading: that it stands under, such as "What tenants pay for".
        title: of the document.
        around: the sentence with all that it stands under or goes on from, where the party asked about may be named.
        document: gives the text of the document, where it counts.
    """
    present, asked = frozenset(stems(around)), frozenset(stems(question))
    for words in _parties_asked(question):
        if present.issuperset(stems(" ".join(words))) or _WHOEVER.search(said):
            continue
        count = _known(words, document)
        party, deeds = frozenset(stems(" ".join(words[:count]))), words[count : count + 1]
        if party <= present:
            continue
        others = _doers(said, deeds) or _doers(heading, deeds)
        others = [other for other in others if not other <= frozenset(stems(title))]
        return bool(others) and not any(other <= party | asked for other in others)
    return False


def tells_for_another(question: str, said: str, around: str, document: Callable[[], str]) -> bool:
    """Whether a question asks what is so for one thing, and a sentence tells only what is so for another.

    Args:
        question: such as "What is the fine for a late DVD?".
        said: the sentence, such as "The fine for a late book is 20p.".
        around: the sentence with all that it stands under or goes on from.
        document: gives the text of the document, which names what is asked about elsewhere: of what it never names, it
            may speak in other words.
    """
    asked, present = frozenset(stems(question)), frozenset(stems(around))
    for match in _FOR.finditer(searchable(question)):
        named = _named(match["party"].split())
        unsaid = [word for word in named if present.isdisjoint(stems(f"{word} {word}s"))]
        if stem_of(match["thing"]) not in present or not unsaid or unsaid[-1] != named[-1] or _is_loose(named):
            continue
        others = _named_after(match["thing"], said)
        if others and asked.isdisjoint(stem_of(other[-1]) for other in others):
            text = searchable(document())
            return all(re.search(rf"\b{_any_form(word)}\b", text, re.I) for word in unsaid)
    return False


def _named_after(thing: str, said: str) -> list[list[str]]:
    """The words that call whatever a sentence gives a figure for, or has a thing for; none of times."""
    pattern = rf"(?:\b{re.escape(thing)}|\d[\w.,]*(?:\s+\w+){{0,3}})\s+for\s+{_BEFORE}{_CALLED}"
    told = (_named(match["party"].split()) for match in re.finditer(pattern, searchable(said), re.I))
    return [words for words in told if words and _LOOSE.isdisjoint(map(stem_of, words))]


@lru_cache(maxsize=QUESTIONS_KEPT)
def _parties_asked(question: str) -> list[list[str]]:
    """The words that may call whom a question asks of, with those after them: "trades staff get"."""
    text = searchable(question)
    called = (match["party"].split() for pattern in (_ASKED, _OWNER) for match in pattern.finditer(text))
    first = ([*match["party"].split(), match["deed"]] for match in _TOLD_FIRST.finditer(text))
    return [words for words in (*called, *first) if stem_of(words[0]) and _DEEDS_OF_THINGS.isdisjoint(words[1:])]


def _doers(text: str, deeds: list[str]) -> list[frozenset[str]]:
    """The stems of those who do, have or may do something by a text; none of pronouns.

    Args:
        text: such as "Office staff may borrow 20 books."
        deeds: verbs beside those that tell so of anybody.
    """
    verbs = "|".join([_DOES, *(rf"(?:are\s+)?{re.escape(word)}s?" for word in deeds if stem_of(word))])
    pattern = re.compile(rf"{_BEGINS}(?P<party>(?:{_WORD}\s+){{1,{_MOST + 1}}}?)(?:{verbs})\b", re.I)
    told = (match["party"] for one in (pattern, _DONE_BY) for match in one.finditer(searchable(text)))
    doers = (_meaning(party.split()) for party in told)
    return [frozenset(map(stem_of, doer)) for doer in doers if doer and not _is_loose(doer)]


def _known(words: list[str], document: Callable[[], str]) -> int:
    """With how many of the first words of some a document begins what it says of their deeds; 0 for none."""
    text = searchable(document())
    folded = text.casefold()
    for count in range(min(len(words), _MOST), 0, -1):
        if not stem_of(words[count - 1]) or _is_loose(words[:count]):
            continue
        if not all(_root(word).casefold() in folded for word in words[:count]):
            continue
        called = r"\s+".join(map(_any_form, words[:count]))
        for match in re.finditer(rf"\b{called}\b", text, re.I):
            before = max(0, match.start() - _OPENING)
            if _ACT.match(text, match.end()) and _OPENS.search(text, before, match.start()):
                return count
    return 0


def _named(words: list[str]) -> list[str]:
    """Those of some words that call a thing, before a small one or a verb: "museum", for "one museum costs"."""
    called = dropwhile(lambda word: not stem_of(word), words)
    return list(takewhile(lambda word: stem_of(word) and word.casefold() not in _PREDICATES, called))


def _meaning(words: list[str]) -> list[str]:
    """Those of some words that carry meaning."""
    return [word for word in words if stem_of(word)]


def _any_form(word: str) -> str:
    """A pattern of a word in the singular and in the plural."""
    return rf"{re.escape(_root(word))}\w{{0,3}}"


def _root(word: str) -> str:
    """What a word has in the singular and in the plural."""
    return _ENDING.sub("", word)


def _is_loose(words: list[str]) -> bool:
    return len(words) == 1 and stem_of(words[0]) in _LOOSE
