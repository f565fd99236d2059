"""Measured: what a comparing word asks of each of two things: "Is a swim dearer in Bury?" is how much it is in Bury."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from corpus.language.vocabulary import UNIT, alternatives, load
from corpus.language.words import stems
from qa.query.ellipses import AUXILIARIES, LENT_VERB, PREPOSITION

_TABLE = load("halves")
_ASKED_BY: Final = {word: asking for asking, words in _TABLE["measures"].items() for word in words}
COMPARING: Final = alternatives(_ASKED_BY)
"""A word that says that one thing is more of something than another, or as much."""
_EITHER_WAY = re.compile(rf"\b(?P<one>{COMPARING})\s+or\s+{COMPARING}\b", re.I)
"""More or less of one thing: "more or fewer", "longer or shorter"."""
_ASKED_OF_MAY: Final[dict[str, str]] = _TABLE["measures_of_may"]
_COUNTS, _AMOUNT = "how many", "how much"
_PLURALS: Final = (*_TABLE["plurals"], "s")
_AFTER_NOUN = frozenset[str](_TABLE["after_noun"])
_VERB = rf"(?:{AUXILIARIES}|{LENT_VERB})"
_WORD = r"[\w’'-]+"
_HAS_TO = r"(?:(?:have|need)\s+to\s+)?"
_MEASURED = re.compile(
    rf"\W*(?P<verb>{_VERB})\s+(?P<subject>\w[^?]*?)\s+(?:(?:an?|the|any)\s+)?(?P<word>{COMPARING})\b(?P<rest>[^?]*)\W*",
    re.I,
)
_MORE = re.compile(
    rf"\W*(?P<verb>is|are|was|were|do|does|did)\s+{alternatives(_TABLE['measures'][_COUNTS])}\s+(?!(?:{alternatives(_AFTER_NOUN)})\b)(?P<rest>{_WORD}\s[^?]*)\W*",
    re.I,
)
"""More of those who do something: "Did more people vote in Bury?"."""
_WHICH = re.compile(
    rf"\W*(?:which|who|where|what)\b(?P<before>[^?,]*?)\s+(?:(?:an?|the)\s+)?(?P<word>{COMPARING})\b"
    r"(?:(?P<rest>[^?,:]*)[,:]|(?=\s))\s*(?P<one>\w[^?,]*?),?\s+or\s+(?P<other>\w[^?,]*?)\W*",
    re.I,
)
_THAN = re.compile(
    rf"\W*(?:(?P<be>is|are|was|were)|(?P<do>do|does|did)|(?P<may>{LENT_VERB}))\s+(?P<one>\w[^?]*?)\s+"
    rf"(?P<told>(?(do){_HAS_TO}{_WORD}\s+|(?(may)be\s+))(?:(?:an?|the)\s+)?{COMPARING}\b[^?]*?)\s+than\s+"
    rf"(?P<other>(?!{PREPOSITION}\b|(?:half\s+)?an?\s+{UNIT})[^\W\d][^?]*?)\W*",
    re.I,
)
_PLACED_THAN = re.compile(
    rf"(?P<before>\W*{_VERB}\s[^?]*?\w)\s+(?P<one>(?P<led>{PREPOSITION})\s+[^?]+?)\s+(?P<told>(?:be\s+)?{COMPARING}\b[^?]*?)"
    r"\s+than\s+(?P<other>(?P=led)\s+[^?]+?)\W*",
    re.I,
)
"""Or of one thing in two places, told before it: "Can boats on pontoon C be longer than on pontoon A?"."""
_CASE_THAN = re.compile(
    rf"(?P<before>\W*{_VERB}\s[^?]*?\b{COMPARING}\b[^?]*?\s)(?P<one>(?P<led>{PREPOSITION})\s+[^?]+?)\s+than\s+"
    r"(?P<other>(?P=led)\s+[^?]+?)\W*",
    re.I,
)
"""More of something in one case than in the other: "dearer for guests than for members"."""
_MORE_THAN_YEAR_BEFORE = re.compile(
    rf"(?P<asked>\W*{_VERB}\s[^?]*?\b{COMPARING}\b[^?]*?\b(?P<year>(?:19|20)[0-9]{{2}})\b(?:[^?]*?\w)?)\s+than\s+"
    rf"{alternatives(_TABLE['year_before'])}\W*",
    re.I,
)
"""More of something than in the year before: "Did more people come in 2024 than the year before?"."""
_ARE = re.compile(r"(?P<kind>.*)\s(?P<verb>is|are|was|were)", re.I)
_HAVE = re.compile(r"(?P<kind>.*)\s(?P<verb>has|have|had)", re.I)
_WHERE = re.compile(rf"\s+(?P<verb>{_VERB})\s+(?P<subject>\w.*)", re.I)
_DOES = re.compile(rf"(?P<kind>(?:\s+{_WORD})*?)\s+(?P<verb>\w+[^\Ws]s)(?P<object>(?:\s+{_WORD})*)", re.I)
"""What one of two does: "council charges", "answers complaints"."""
_THIRD_PERSON = re.compile(r"(?:(?<=[cs]h|ss|.o)e)?s$", re.I)
_HOLDER = re.compile(rf"(?P<holder>.*?\w)\s+{_HAS_TO}{alternatives(_TABLE['having'])}", re.I)
_ARTICLE = re.compile(rf"{alternatives(_TABLE['articles'])}\s", re.I)
_IN_PLACE = re.compile(r"\s((?:at|in|for)\s.*)", re.I)
_FOR_THING = re.compile(r"(?:(?:the|an?)\s+)?(?:one|that|those|ones)\b", re.I)
"""What stands for the first thing has its place or case to itself: "the one for a hoarding"."""
_OF_SEVERAL = re.compile(r"\s*of\s", re.I)
_OF_BOTH = re.compile(r"\s*(?:(?:of\s+)?(?:the|these|those)\s+)?(?:one|two|both|them|these|those)", re.I)


def measured(question: str) -> str:
    """What is asked of one thing by a question that compares it; the question itself where it does not.

    Args:
        question: one of yes or no, without the other thing: "Does Bury have more members?".
    """
    if more := _MORE.fullmatch(question):
        noun, left = more["rest"].split(maxsplit=1)
        asking = _COUNTS if noun.casefold().endswith(_PLURALS) else _AMOUNT
        verb = more["verb"].casefold() if _ARE.fullmatch(f" {more['verb']}") else ""
        return " ".join(filter(None, (asking, noun, verb, left)))
    match = _MEASURED.fullmatch(question)
    asked = _asked(match["word"], match["verb"], match["subject"], match["rest"]) if match else ""
    return asked or question


def one_way(question: str) -> str:
    """A question whether something is more or less, as one whether it is more."""
    return _EITHER_WAY.sub(r"\g<one>", question)


def of_which(question: str) -> tuple[tuple[str, str], ...]:
    """What is asked of each of two things of which one is to be told, with the things; () where none is.

    Args:
        question: such as "Which pool opens earlier, Bury or Bolton?".
    """
    match = _WHICH.fullmatch(question)
    things = (match["one"], match["other"]) if match else ()
    asked = [_of_one(match, thing) for thing in things] if match else []
    return tuple(zip(asked, things, strict=True)) if asked and all(asked) else ()


def of_than(question: str) -> tuple[tuple[str, str], ...]:
    """What is asked of each of two things of which one is more of something, with the things; () where none is.

    Args:
        question: such as "Is a swim dearer than a towel?".
    """
    question = one_way(question)
    if match := _PLACED_THAN.fullmatch(question):
        told = match["one"], match["other"]
        whole = [f"{match['before']} {case} {match['told']}" for case in told]
    elif match := _MORE_THAN_YEAR_BEFORE.fullmatch(question):
        told = match["year"], str(int(match["year"]) - 1)
        whole = [match["asked"], match["asked"].replace(*told)]
    elif match := _CASE_THAN.fullmatch(question):
        told = match["one"], match["other"]
        whole = [f"{match['before']}{case}" for case in told]
    elif match := _THAN.fullmatch(question):
        told = match["one"], match["other"]
        place = _IN_PLACE.search(told[1])
        is_lent = place and not _IN_PLACE.search(told[0]) and not _FOR_THING.match(told[1])
        things = f"{told[0]} {place[1]}" if place and is_lent else told[0], told[1]
        own_place = match["told"] if place is None else _IN_PLACE.sub("", match["told"])
        verb = match["be"] or match["do"] or match["may"]
        whole = [f"{verb} {things[0]} {match['told']}", f"{verb} {things[1]} {own_place}"]
        told = told[0], _IN_PLACE.sub("", told[1]) if is_lent else told[1]
    else:
        return ()
    asked = [measured(each) for each in whole]
    return tuple(zip(asked, told, strict=True)) if asked[0] != whole[0] and asked[1] != whole[1] else ()


def of_two(question: str) -> tuple[tuple[str, str], ...]:
    """The same of two things that are each told by an article, and so not by their names alone; () for others.

    Args:
        question: such as "Is the Back Room at Bury cheaper than the Great Hall at Bolton?".
    """
    compared = of_than(question)
    return compared if compared and all(_ARTICLE.match(told) for _, told in compared) else ()


def _of_one(match: re.Match[str], thing: str) -> str:
    word, before, rest = match["word"], match["before"], match["rest"] or ""
    if where := _WHERE.fullmatch(before):
        return _joined(_asked(word, where["verb"], where["subject"], rest), thing)
    if is_so := _ARE.fullmatch(before):
        named = _named(thing, is_so["kind"])
        asked = _asked(word, is_so["verb"], "it" if rest.strip() else named, rest) if named else ""
        return _joined(f"{asked}, {named}" if asked and rest.strip() else asked, _place(is_so["kind"]))
    if has := _HAVE.fullmatch(before):
        named = _named(thing, has["kind"])
        return _joined(_asked(word, has["verb"], named, rest) if named else "", _place(has["kind"]))
    if does := _DOES.fullmatch(before):
        named = _named(thing, does["kind"])
        subject = f"{named} {_THIRD_PERSON.sub('', does['verb'])}{does['object']}"
        return _joined(_asked(word, "does", subject, rest) if named else "", _place(does["kind"]))
    return ""


def _named(thing: str, kind: str) -> str:
    """One of two things with the kind that is asked of: "Bury pool"; "" where its kind is told by a plural."""
    noun = _IN_PLACE.sub("", kind).strip()
    if not noun or _OF_BOTH.fullmatch(noun):
        return thing
    if _OF_SEVERAL.match(noun):
        return ""
    is_told = _ARTICLE.match(thing) or not set(stems(noun)).isdisjoint(stems(thing))
    return thing if is_told else f"{thing} {noun}"


def _asked(word: str, verb: str, subject: str, rest: str) -> str:
    """What a comparing word asks of a subject; "" where it tells what something is like, as "more generous" does."""
    asking = _ASKED_BY[" ".join(word.casefold().split())]
    words = rest.strip(" ?.!,").split()
    noun = list(takewhile(lambda each: each.casefold() not in _AFTER_NOUN, words))
    left = words[len(noun) :]
    verb, is_so = verb.casefold(), _ARE.fullmatch(f" {verb}")
    are_several = bool(noun) and noun[-1].casefold().endswith(_PLURALS) and not noun[-1].endswith("ss")
    if asking == _COUNTS:
        if is_so and subject.casefold() != "there":
            return ""
        return " ".join([asking if are_several else _AMOUNT, *noun, verb, subject, *left])
    if not noun:
        may_be = _ASKED_OF_MAY.get(word.casefold()) if subject.endswith(" be") else None
        return " ".join([may_be or asking, verb, subject, *left])
    holder = subject if _HAVE.fullmatch(f" {verb}") else (has["holder"] if (has := _HOLDER.fullmatch(subject)) else "")
    if not holder or is_so:
        return ""
    return " ".join([asking, "are" if are_several else "is", "the", *noun, "of", holder, *left])


def _place(kind: str) -> str:
    """Where something is of which a kind is told: "at Bury" of "committee at Bury"."""
    place = _IN_PLACE.search(kind)
    return place[1] if place else ""


def _joined(asked: str, after: str) -> str:
    """What is asked, with what follows it; "" where nothing is."""
    return f"{asked} {after}".strip() if asked else ""
